"""An event's page: who says what beside whom, numbers with their claims, places as written, sources by publisher."""

import re
from typing import Any, get_args
from xml.etree.ElementTree import Element

import pytest
import sites
import valley
from hypothesis import given
from hypothesis import strategies as st
from reading import find, parse, text

from sitegen.assets import Assets
from sitegen.i18n import Translator
from sitegen.model import event as model
from sitegen.model import site as registers
from sitegen.model.event import Event
from sitegen.model.place import Precision
from sitegen.pages import vocabulary
from sitegen.pages.edition import Edition, Index
from sitegen.pages.matrix import matrix
from sitegen.pages.people import lines
from sitegen.pages.whereabouts import spots
from sitegen.site import Site
from sitegen.verdict import LEVELS

STANCES = ("states", "confirms", "denies", "concedes")


@pytest.fixture(scope="module")
def page() -> Element:
    return parse(valley.render(valley.make())["events/2024-11-22-dale-return.html"])


def claim(id_: str, by: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "by": by, "says": f"words of {id_}", "sources": ["a"], **more}


def made(*claims: dict[str, Any], **more: Any) -> Site:
    places = {"mill": valley.PLACES["mill"] | {"within": None}}
    return sites.make_site([sites.event("e", "Mill", claims=list(claims), **more)], places, speakers=valley.SPEAKERS)


def table(site: Site) -> list[tuple[str, list[list[str]]]]:
    """The matrix as (about, one list of cells a line): a cell is its claims' ids, or the day it was looked for."""
    rows = matrix(site.events[0].event, site).rows
    return [(row.about, [[_cell(cell) for cell in line] for line in row.lines]) for row in rows]


def _cell(cell: Any) -> str:
    return " ".join(claim.id for claim in cell.claims) or (f"looked {cell.looked.until}" if cell.looked else "")


def test_unanswered_claims_share_a_line_and_sides_keep_the_site_s_order() -> None:
    site = made(claim("c1", "council"), claim("c2", "envoy"), claim("c3", "envoy"))
    assert [side.id for side in matrix(site.events[0].event, site).sides] == ["hither", "yonder"]
    assert table(site) == [("event", [["c2 c3", "c1"]])]


def test_a_denial_stands_beside_what_it_denies_and_takes_its_row() -> None:
    site = made(
        claim("c1", "envoy", about="cause"),
        claim("c2", "envoy", about="cause"),
        claim("c3", "council", stance="denies", answers="c2"),
        claim("c4", "envoy", stance="denies", answers="c3"),
    )
    assert table(site) == [("cause", [["c2 c4", "c3"], ["c1", ""]])]


def test_a_blank_says_until_when_an_answer_was_looked_for_only_where_there_is_none() -> None:
    looked = [{"side": "yonder", "until": "2024-11-29", "about": ["event", "cause", "aim"]}]
    site = made(claim("c1", "envoy"), claim("c2", "council", about="cause"), looked=looked)
    day = "looked 2024-11-29"
    assert table(site) == [("event", [["c1", day]]), ("cause", [["", "c2"]]), ("aim", [["", day]])]


@given(st.data())
def test_every_claim_stands_in_the_matrix_once(data: st.DataObject) -> None:
    ids = [f"c{n}" for n in range(data.draw(st.integers(0, 6)))]
    answers = st.fixed_dictionaries(
        {"stance": st.sampled_from(STANCES)}, optional={"answers": st.sampled_from(ids or ["c0"])}
    )
    claims = [claim(id_, data.draw(st.sampled_from(sorted(valley.SPEAKERS))), **data.draw(answers)) for id_ in ids]
    site = made()
    record = Event.model_validate({k: v for k, v in sites.event("e", "Mill", claims=claims).items() if k != "id"})
    shown = [one.id for row in matrix(record, site).rows for line in row.lines for cell in line for one in cell.claims]
    assert sorted(shown) == ids
    for row in matrix(record, site).rows:
        for line in row.lines:
            assert all(site.speakers[one.by].side == cell.side.id for cell in line for one in cell.claims)


def test_the_matrix_is_a_table_that_keeps_its_meaning_when_narrow(page: Element) -> None:
    shown = find(page, tag="table", class_="matrix")[0]
    assert [text(e) for e in find(shown, tag="th", scope="col")] == ["Hither", "Yonder"]
    assert [text(e) for e in find(shown, tag="th", scope="rowgroup")] == [
        "What happened one source", "When taken back", "Why, and by whom one source, disputed", "To what end"
    ]  # fmt: skip
    cause = find(shown, tag="tbody")[2]
    first = [text(cell) for cell in find(cause, tag="td")[:2]]
    assert "Envoy says Envoy for returns, from 2020 Їх вивезли" in first[0]
    assert "Valley Council denies They had left by themselves" in first[1]
    assert "disputed" in text(find(cause, tag="th")[0])
    blanks = [text(e) for e in find(shown, class_="blank")]
    assert blanks.count("nothing found by 29 November 2024") == 2
    assert "Yonder: Two pages were read." in text(page)
    assert "taken back, 30 November 2024" in text(find(page, id="claim-c5")[0])


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ([("envoy", {"total": "46", "children": "12"})], ["46, 12 of them children [c0]"]),
        ([("envoy", {"total": "17", "children": "17"})], ["17, all of them children [c0]"]),
        ([("envoy", {"children": "3"})], ["3 children [c0]"]),
        ([("envoy", {"total": "40"}), ("council", {"total": "46"})], ["from 40 [c0], to 46 [c1]"]),
        ([("envoy", {"total": {"min": "40"}})], ["at least 40 [c0]"]),
        ([("envoy", {"total": {"max": "19500"}})], ["at most 19,500 [c0]"]),
        ([("envoy", {"total": "some"})], ["some, not counted [c0]"]),
        ([("envoy", {"total": "5"}), ("council", {"total": "some"})], ["5 [c0], some, not counted [c1]"]),
        ([("envoy", {"total": "5"}), ("council", {"total": {"min": "4"}})], ["from 4 [c1], to 5 [c0], or more [c1]"]),
        (
            [("envoy", {"total": "46", "children": "10"}), ("council", {"total": "46", "children": "12"})],
            ["46 [c0 c1], from 10 [c0], to 12 of them children [c1]"],
        ),
    ],
)  # fmt: skip
def test_numbers_are_ranges_that_name_their_claims(counts: list[tuple[str, dict[str, Any]]], said: list[str]) -> None:
    site = made(*(claim(f"c{n}", by, counts=[{"effect": "returned", **count}]) for n, (by, count) in enumerate(counts)))
    shown = lines(site.events[0].ranges, Translator("en"))
    assert [", ".join(f"{p.words} [{' '.join(p.claims)}]" for p in line.phrases) for line in shown] == said


def test_parts_that_add_up_are_followed_by_their_sum() -> None:
    counts = [{"effect": "killed", "of": of, "total": total} for of, total in (("A", "3"), ("B", {"min": "4"}))]
    shown = lines(made(claim("c1", "envoy", counts=counts)).events[0].ranges, Translator("en"))
    assert [(line.of, line.phrases[0].words, line.sum) for line in shown] == [
        ("A", "3", False), ("B", "at least 4", False), ("", "at least 7", True)
    ]  # fmt: skip


def test_a_place_stands_as_written_with_its_other_names_and_what_it_lies_in(page: Element) -> None:
    where = [text(item) for item in find(page, class_="spots")[0]]
    assert where == [
        "From: Dal district (Dale District, Дольський район), Ukraine · known to the district, about 20\u00a0km",
        "To: Mill, Dale District, Ukraine · known to the settlement, about 3\u00a0km",
    ] or where[0].startswith("From: Dal district (Dale District, Дольський район), Ukraine · known to the district")
    assert find(page, class_="spots")[0].find(".//span[@lang='uk']") is not None


def test_a_hidden_place_is_not_guessed() -> None:
    site = valley.make()
    edition = Edition(site, Assets(), Translator("en"), Index.of(site))
    hidden = spots(site.by_id["2024-10-hidden"], edition)[0]
    assert (hidden.entry, hidden.names, hidden.chain, hidden.known) == (None, (), (), "not disclosed")


def test_a_source_shows_who_publishes_and_warns(page: Element) -> None:
    post, copy, lens = (find(page, id=f"source-{id_}")[0] for id_ in "abc")
    assert [(text(a), a.get("href")) for a in post.iter("a")] == [
        ("Valley Post", "https://example.org/1"), ("archived copy (Valley Post)", "https://example.net/1"),
        ("its entries (Valley Post)", "../sources/valley-post.html"),
    ]  # fmt: skip
    assert text(post).startswith("Valley Post news outlet, Ukrainian, 22 November 2024")
    assert [text(a) for a in copy.iter("a")] == ["its entries (Copy House)"]
    assert "reprint of Wire: counts as the same origin" in text(copy)
    assert "names private people, so it is not linked here" in text(copy)
    assert "controlled by Hither" in text(copy)
    assert "Copy House" in text(copy)
    assert not re.search(r"2024|French|headline|graphic|http", text(copy)), "the page itself is not described"
    assert text(lens).startswith("Warning: graphic images. Lens")


def test_the_page_says_what_happened_what_is_withheld_and_how_to_cite(page: Element) -> None:
    said = text(page)
    assert [text(p) for p in find(page, class_="lead")[0]] == ["First part.", "Second part."]
    for words in (
        "Return, Aid · announced 22 November 2024",
        "Names and ages are withheld.",
        "1 December 2024 number: 45 → 46",
        "“Envoy announces a return”, entry 2024-11-22-dale-return, revision 000000000000, as of 31 January 2025.",
        "Write to post@valley.test and name the entry.",
        "In other databases: Other 7",
        "Returned 46, 12 of them children (Envoy)",
    ):
        assert words in said
    related = [text(item.find("a")) for item in find(page, class_="related")[0].iter("li")]  # type: ignore[arg-type]
    assert related == ["<script>alert(1)</script> {{ 7*7 }} ${x}", "Title of 2023-mill"]


def test_without_a_summary_a_page_opens_with_who_says_or_who_reports() -> None:
    spoken = valley.render(made(claim("c1", "envoy")))["events/e.html"]
    assert "According to Envoy: words of c1" in text(parse(spoken))
    silent = text(parse(valley.render(made())["events/e.html"]))
    assert "Reported by Valley Post." in silent
    assert "No statement is attributed to anyone yet" in silent


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (vocabulary.ABOUT, model.About), (vocabulary.STANCES, model.Stance), (vocabulary.ROLES, model.Role),
        (vocabulary.EFFECTS, model.Effect), (vocabulary.SOURCE_KINDS, model.SourceKind),
        (vocabulary.PRECISION, Precision), (vocabulary.DRAWN, Precision),
    ],
)  # fmt: skip
def test_every_code_has_its_words(words: dict[str, str], codes: Any) -> None:
    assert list(words) == list(get_args(codes))


def test_codes_inside_records_have_their_words() -> None:
    def codes(record: Any, field: str) -> set[str]:
        return set(get_args(record.model_fields[field].annotation))

    assert set(vocabulary.BASIS) == codes(model.When, "basis")
    assert set(vocabulary.SIDE_ROLES) == codes(registers.Side, "role")
    assert set(vocabulary.SPEAKER_KINDS) == codes(registers.Speaker, "kind")
    assert set(vocabulary.REASONS) == codes(model.Withdrawn, "reason")
    assert set(vocabulary.WITHHELD) == set(get_args(get_args(Event.model_fields["withheld"].annotation)[0]))
    assert set(vocabulary.LEVEL_MEANING) == set(LEVELS)


def test_what_numbers_are_of_is_said_in_the_page_s_language() -> None:
    """A place by the name the gazetteer gives it, a group in the words of whichever claim has most languages."""
    group = {"en": "residents of the hills", "uk": "мешканці пагорбів"}
    counts = [{"effect": "returned", "total": "46", "of": of} for of in ("Old Mill", group)]
    again = [{"effect": "returned", "total": "40", "of": "residents of the hills"}]
    written = [claim("c1", "council", counts=again), claim("c2", "envoy", counts=counts)]
    places = {"mill": valley.PLACES["mill"] | {"within": None, "name": {"en": "Old Mill", "uk": "Старий млин"}}}
    event = sites.event("e", "Old Mill", claims=written)
    site = sites.make_site([event], places, speakers=valley.SPEAKERS, languages=["en", "uk"])
    files = valley.render(site)
    english, ukrainian = (text(parse(files[path])) for path in ("events/e.html", "uk/events/e.html"))
    assert "Старий млин" in ukrainian
    assert "мешканці пагорбів" in ukrainian
    assert "residents of the hills" not in ukrainian
    assert "residents of the hills" in english
    assert "from 40" in english, "the same group in one and in two languages is one group"
    listed = text(parse(files["uk/index.html"]))
    assert "мешканці пагорбів" in listed
    assert "residents of the hills" not in listed
