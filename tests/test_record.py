"""The event record at work on pages and exports: who spoke in which office, how many, what was mended or withdrawn."""

import csv
import io
import json
import re
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import sites
import valley
from reading import find, parse, text
from sitebuilding import BASE, copied

from sitegen import exports
from sitegen.build import examine

SPEAKERS = valley.SPEAKERS | {
    "deputy": {
        "name": "The deputy", "kind": "person", "side": "hither",
        "offices": [
            {"title": "Mayor", "from": "2019", "until": "2023-05"},
            {"title": "Deputy for returns", "of": "council", "from": "2023-06", "until": "2024-12-31"},
        ],
    },
}  # fmt: skip
COUNTS = [
    {"effect": "returned", "of": "Upper Mill", "total": "31", "children": "9", "as_of": "2024-11-21"},
    {"effect": "returned", "of": "Lower Mill", "total": {"min": "12"}},
    {"effect": "returned", "of": "The ford", "total": "some"},
]  # fmt: skip
CLAIMS = [
    {"id": "c1", "by": "deputy", "said": "2024-11-22", "says": "They came back", "counts": COUNTS, "sources": ["a"]},
    {"id": "c2", "by": "deputy", "said": "2025-01-10", "says": "All are well", "sources": ["a"]},
    {"id": "c3", "by": "deputy", "about": "cause", "says": "They were taken", "sources": ["a"]},
    {"id": "c4", "by": "council", "stance": "denies", "answers": "c3", "says": "They left", "sources": ["a"]},
    {"id": "c5", "by": "reporters", "about": "time", "says": "At noon", "retracted": "2024-12-02", "sources": ["a"]},
]  # fmt: skip
EVENT = sites.event(
    "2024-11-22-mill-return", "Mill", claims=CLAIMS, withheld=["names", "routes"],
    looked=[{"side": "yonder", "until": "2024-11-29", "about": ["event", "aim"]}],
    corrections=[{"date": "2024-12-03", "what": "Number", "was": "30", "now": "31", "why": "Misread"}],
)  # fmt: skip


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """The pages and exports of a site with one rich event."""
    site = sites.make_site([EVENT], valley.PLACES, speakers=SPEAKERS)
    return valley.render(site) | dict(exports.export(site))


@pytest.fixture(scope="module")
def page(files: dict[str, bytes]) -> Element:
    return parse(files["events/2024-11-22-mill-return.html"])


def test_a_denial_stands_in_the_row_beside_what_it_denies(page: Element) -> None:
    (row,) = (tr for tr in find(page, tag="tr") if [c for c in tr.iter() if c.get("id") == "claim-c3"])
    cells = [cell for cell in row if cell.tag == "td"]
    assert [[e.get("id") for e in cell.iter("article")] for cell in cells] == [["claim-c3"], ["claim-c4"], []]


def test_a_denial_is_built_as_what_it_denies(page: Element) -> None:
    """The same elements and classes in the same order, so that no style makes one smaller."""
    said, denied = (find(page, id=f"claim-{id_}")[0] for id_ in ("c3", "c4"))

    def made(claim: Element) -> list[tuple[str, str]]:
        kept = [claim, *(p for p in claim if "claim-foot" not in (p.get("class") or ""))]
        return [(e.tag, e.get("class") or "") for e in kept]

    assert made(said) == made(denied)


def test_no_style_makes_a_denial_smaller() -> None:
    """Only colour and weight may tell a denial from the rest; the columns share the width alike."""
    css = (Path(__file__).parent.parent / "templates/assets/site.css").read_text(encoding="utf-8")
    rules = re.findall(r"([^{}]*)\{([^{}]*)\}", css)
    denials = [body for selector, body in rules if "denies" in selector]
    assert denials
    assert not [body for body in denials if re.search(r"size|display|opacity|columns|hidden", body)]
    (matrix,) = (body for selector, body in rules if selector.strip().splitlines()[-1] == ".matrix")
    assert "table-layout: fixed" in matrix


def test_blanks_say_until_when_an_answer_was_looked_for(page: Element) -> None:
    rows = {text(find(body, tag="th")[0]): body for body in find(page, tag="tbody")}
    aim = next(body for name, body in rows.items() if name.startswith("To what end"))
    blanks = [text(e) for e in find(aim, class_="blank")]
    assert blanks == ["nothing on record", "nothing found by 29 November 2024", "nothing on record"]


def test_a_speaker_stands_in_the_office_of_that_day(page: Element) -> None:
    during, after = (find(page, id=f"claim-{id_}")[0] for id_ in ("c1", "c2"))
    assert [text(e) for e in find(during, class_="office")] == [
        "Deputy for returns, from June 2023 until 31 December 2024"
    ]
    assert find(after, class_="office") == []


def test_a_correction_is_dated_and_says_what_was_and_is(page: Element) -> None:
    (list_,) = find(page, class_="corrections")
    assert text(list_) == "3 December 2024 Number: 30 → 31 Misread"
    assert ([text(e) for e in list_.iter("del")], [text(e) for e in list_.iter("ins")]) == (["30"], ["31"])


def test_what_is_withheld_and_what_was_taken_back_is_said(page: Element) -> None:
    assert [text(e) for e in find(page, class_="withheld")] == ["Names and routes are withheld."]
    assert "taken back, 2 December 2024" in text(find(page, id="claim-c5")[0])


def test_numbers_that_add_stand_with_their_parts_and_days(page: Element, files: dict[str, bytes]) -> None:
    (people,) = find(page, class_="people")
    assert text(people) == (
        "Returned, Lower Mill at least 12 (The deputy) "
        "Returned, The ford some, not counted (The deputy) "
        "Returned, Upper Mill 31, 9 of them children (The deputy, as of 21 November 2024) "
        "Returned, added up from the parts above at least 43"
    )
    record = json.loads(files["data/events/2024-11-22-mill-return.json"])["event"]
    (total,) = (one for one in record["sums"] if one["field"] == "total")
    assert total["parts"] == ["Lower Mill", "The ford", "Upper Mill"]
    assert record["claims"][0]["counts"][0]["as_of"] == "2024-11-21"


def test_a_list_never_shows_a_part_as_the_whole(files: dict[str, bytes]) -> None:
    (row,) = find(parse(files["index.html"]), tag="li", data_event="2024-11-22-mill-return")
    facts = next(text(e) for e in find(row, class_="facts") if text(e).startswith("Returned"))
    assert facts.startswith("Returned: Lower Mill at least 12 (The deputy); The ford some, not counted")
    assert facts.endswith("; at least 43 added up")


def test_no_total_of_people_over_several_events_is_printed(files: dict[str, bytes]) -> None:
    """Counts of events stand under the coverage line; people are added up inside one event only."""
    kind = text(parse(files["kinds/return.html"]))
    assert "1 event" in kind
    assert "The number of entries is a choice and not a measure of harm." in kind


def test_who_held_a_place_stands_with_days_and_claimant() -> None:
    page = text(parse(valley.render(valley.make())["places/dale.html"]))
    assert (
        "Yonder, since August 2024, as of 1 December 2024, according to Valley Council (Valley Post). Part of it."
        in page
    )
    assert "as of 1 December 2024" in page


def test_a_body_may_replace_what_its_head_said(tmp_path: Path) -> None:
    """The rule follows counts: body and head are one voice; anybody else answers."""

    def rules(speaker: str) -> set[str]:
        root = copied(BASE, tmp_path / speaker)
        path = root / "events/2030/2030-04-families-appeal.yaml"
        old = "claims: [{id: c1, by: residents, says: They ask for news of their families., sources: [a]}]"
        new = (
            "claims: [{id: c1, by: commissioner, says: They asked., sources: [a]}, "
            f"{{id: c2, by: {speaker}, says: They ask again., supersedes: c1, sources: [a]}}]"
        )
        written = path.read_text(encoding="utf-8")
        assert old in written
        path.write_text(written.replace(old, new), encoding="utf-8")
        return {problem.rule for problem in examine(root)[1].problems}

    assert "supersedes-other" not in rules("commission")
    assert "supersedes-other" in rules("defence-office")


def test_what_was_withdrawn_leaves_a_page_and_rows() -> None:
    site = valley.make()
    page = parse(valley.render(site)["events/2024-09-gone.html"])
    assert "The entry 2024-09-gone was withdrawn on 24 December 2024, at the request of someone concerned." in text(
        page
    )
    assert [e.get("content") for e in find(page, tag="meta", name="robots")] == ["noindex"]
    rows = list(csv.DictReader(io.StringIO(dict(exports.export(site))["data/events.csv"].decode())))
    gone = {name: value for name, value in rows[-1].items() if value}
    assert gone.keys() == {"id", "url", "modified", "withdrawn", "withdrawn_reason"}
    assert gone["withdrawn_reason"] == "request"
