"""Every page of a site: sound HTML, nothing inline, links that lead somewhere, a foot that says where it stands."""

import gzip
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

import pytest
import sites
import valley
from reading import find, inside, links, outline, parse, target, text
from sitebuilding import tree as files

from sitegen import exports
from sitegen.pages.head import POLICY
from sitegen.pages.listing import NEWEST
from sitegen.rules import RULES

Tree = Mapping[str, bytes]
Pages = Mapping[str, Element]


@pytest.fixture(scope="module")
def tree() -> Tree:
    return valley.render(valley.make())


@pytest.fixture(scope="module")
def pages(tree: Tree) -> Pages:
    own = (path for path in tree if path.endswith(".html") and "embed/" not in path)
    return {path: parse(tree[path]) for path in own}


@pytest.fixture(scope="module")
def real(real_site: Path) -> Tree:
    return files(real_site)


def test_there_is_a_page_for_everything_in_both_languages(pages: Pages) -> None:
    own = {"index", "about", "method", "families", "contribute", "contact", "data", "coverage", "sources"}
    own |= {"browse", "follow", "timeline"}
    lists = {
        *("kinds/index", "places/index", "speakers/index", "months/2024-11", "months/2024-10", "months/2023-05"),
        *("verdicts/one-source", "sides/hither", "sides/yonder", "effects/returned"),
        *("precision/district", "precision/settlement", "precision/undisclosed"),
        *("precision/day", "precision/month", "precision/interval"),
        *("sources/valley-post", "sources/copy-house", "sources/lens"),
    }  # fmt: skip
    kinds = {"return", "removal", "aid"}
    events = {"2024-11-22-dale-return", "2024-10-hidden", "2023-mill", "2024-09-gone"}
    expected = {
        *own, *(f"kinds/{id_}" for id_ in kinds), *(f"events/{id_}" for id_ in events),
        *(f"places/{id_}" for id_ in valley.PLACES), *(f"speakers/{id_}" for id_ in valley.SPEAKERS), *lists,
        *(f"known/{id_}" for id_ in ("km20", "day", "month")),
    }  # fmt: skip
    assert set(pages) == {f"{home}{name}.html" for home in ("", "uk/") for name in expected} | {"404.html"}


def test_every_page_begins_with_its_policy_and_tells_nobody(pages: Pages) -> None:
    for path, page in pages.items():
        metas = page.findall("head/meta")
        assert metas[0].attrib == {"charset": "utf-8"}, path
        assert metas[1].attrib == {"http-equiv": "Content-Security-Policy", "content": POLICY}, path
        assert metas[2].attrib == {"name": "referrer", "content": "no-referrer"}, path
        assert (page.get("lang"), page.get("dir")) == ("uk" if path.startswith("uk/") else "en", "ltr")
        assert page.get("data-root") == "../" * path.count("/")
        assert [m.get("content") for m in metas if m.get("name") == "viewport"] == [
            "width=device-width, initial-scale=1"
        ]
        assert text(page.find("head/title")), path  # type: ignore[arg-type]


def test_nothing_is_inline(pages: Pages) -> None:
    for path, page in pages.items():
        for element in page.iter():
            assert element.tag not in {"style", "iframe", "img", "video", "object", "embed", "form"}, path
            assert not [name for name in element.attrib if name == "style" or name.startswith("on")], path
            if element.tag == "script" and element.get("type") != "application/ld+json":  # data, and never run
                assert (bool(element.get("src")), "defer" in element.attrib, text(element)) == (True, True, ""), path


def test_every_link_inside_the_site_leads_to_a_file_and_an_element(tree: Tree, pages: Pages) -> None:
    exported = {path for path, _, _ in exports.FILES if "<" not in path}
    exported |= {re.sub(r"^(?:uk/)?(.*)html$", r"data/\1json", path) for path in tree if "events/" in path}
    ids = {path: {e.get("id") for e in page.iter() if e.get("id")} for path, page in pages.items()}
    for path, page in pages.items():
        for address in links(page):
            if not inside(address):
                assert address.startswith(("https://", "mailto:")), address
                continue
            to, fragment = target(path, address)
            assert to in tree or to in exported, f"{path} links {address}"
            assert not fragment or fragment in ids[to], f"{path} links {address}"


def test_ids_are_unique(pages: Pages) -> None:
    for path, page in pages.items():
        ids = [e.get("id") for e in page.iter() if e.get("id")]
        assert len(ids) == len(set(ids)), path


def test_links_to_elsewhere_do_not_say_where_the_reader_was(pages: Pages) -> None:
    for page in pages.values():
        for link in page.iter("a"):
            if (link.get("href") or "").startswith("https:"):
                assert {"noreferrer", "noopener", "external"} <= set((link.get("rel") or "").split())


def test_every_foot_says_where_the_site_stands_and_whom_to_write(pages: Pages) -> None:
    for path, page in pages.items():
        foot = text(page.find("body/footer"))  # type: ignore[arg-type]
        here = ("Станом на 31 січня 2025", "ревізія 000000000000", "Без кукі")
        if not path.startswith("uk/"):
            here = ("As of 31 January 2025", "revision 000000000000", "No cookies")
        for words in (*here, "post@valley.test", "CC BY 4.0", "Names imply no opinion."):
            assert words in foot, path


def test_headings_begin_with_one_h1_and_skip_no_level(pages: Pages) -> None:
    for path, page in pages.items():
        levels = [int(e.tag[1]) for e in page.iter() if re.fullmatch("h[1-6]", str(e.tag))]
        assert (levels[0], levels.count(1)) == (1, 1), path
        assert all(b - a <= 1 for a, b in pairwise(levels)), path


def test_words_in_another_language_say_so(pages: Pages) -> None:
    english, ukrainian = pages["events/2024-11-22-dale-return.html"], pages["uk/events/2024-11-22-dale-return.html"]
    assert [text(e) for e in find(english, id="claim-c3")[0].iter("span") if e.get("lang")] == ["Їх вивезли"]
    assert "Ukrainian" in text(english.find("body/footer"))  # type: ignore[arg-type]
    heading = next(ukrainian.iter("h1"))
    assert (heading[0].get("lang"), text(heading)) == ("en", "Envoy announces a return")
    assert "англійська" in text(ukrainian.find("body/footer"))  # type: ignore[arg-type]
    assert "not translated" not in text(pages["data.html"])


def test_contributors_words_stay_words(tree: Tree, pages: Pages) -> None:
    for path in ("index.html", "events/2024-10-hidden.html", "kinds/aid.html"):
        assert "<script>alert(1)</script> {{ 7*7 }} ${x}" in text(pages[path]), path
        assert b"<script>alert" not in tree[path]


def test_the_front_page_lists_everything_and_holds_the_map(pages: Pages) -> None:
    front = pages["index.html"]
    assert [e.get("data-event") for e in find(front, class_="row")] == [
        "2024-11-22-dale-return",
        "2024-10-hidden",
        "2023-mill",
    ]
    assert text(find(front, data_count="")[0]) == "3 events"
    assert [text(year) for year in front.iter("h2")] == ["2024", "2023"]
    assert "a choice and not a measure of harm" in text(find(front, class_="coverage")[0])
    assert text(find(front, tag="details", class_="drawer")[0]).startswith("1 event has no place on the map")
    order = [
        e.get("id") or e.get("class")
        for e in front.iter()
        if e.get("class") in {"rows", "map"} or e.get("id") == "after-map"
    ]
    assert order == ["rows", "rows", find(front, class_="map")[0].get("id"), "after-map"]
    assert "announced 22 November 2024" in text(find(front, class_="row")[0])


def test_every_list_says_what_is_watched(pages: Pages) -> None:
    for path, page in pages.items():
        if find(page, class_="rows") or path.startswith(("speakers/", "uk/speakers/")):
            assert find(page, class_="coverage"), path


def test_people_of_several_events_are_never_added_up_bare() -> None:
    """A total over events stands only beside its denominator, the share one side confirms, and what is watched."""
    counted = [("mill-first", 1009), ("mill-second", 2003), ("mill-third", 4001)]
    events = [
        sites.event(
            id_, "Mill", when="2024-11",
            claims=[{"id": "c1", "by": "envoy", "says": "So", "sources": ["a"],
                     "counts": [{"effect": "returned", "total": str(number)}]}],
        )
        for id_, number in counted
    ]  # fmt: skip
    added = {sum(part) for size in (2, 3) for part in combinations([number for _, number in counted], size)}
    written = re.compile("|".join(rf"(?<!\d){n // 1000}[,.\s]?{n % 1000:03d}(?!\d)" for n in sorted(added)))
    tree = valley.render(sites.make_site(events, valley.PLACES, speakers=valley.SPEAKERS))
    shown = {path: text(parse(data)) for path, data in tree.items() if path.endswith(".html")}
    assert any("4,001" in words for words in shown.values())
    for path, words in shown.items():
        if written.search(words):
            page = parse(tree[path])
            totals = [text(e) for e in find(page, class_="total")]
            assert find(page, class_="coverage"), path
            assert all(re.search(r"of 3 events", words) and "%" in words for words in totals), path
            assert written.search(" ".join(totals)), path


def test_beyond_the_newest_events_months_lead_to_every_one() -> None:
    dated = [(f"{2020 + n // 120}-{n // 10 % 12 + 1:02d}", n) for n in range(NEWEST + 40)]
    events = [sites.event(f"{month}-{n}", "Mill", when=month) for month, n in dated]
    site = sites.make_site(events, valley.PLACES, speakers=valley.SPEAKERS)
    tree = valley.render(site)
    front = parse(tree["index.html"])
    rows = {e.get("data-event") for e in find(front, class_="row")}
    assert rows == {event.id for event in site.events[:NEWEST]}
    months = [target("index.html", a.get("href") or "")[0] for a in find(front, class_="months")[0].iter("a")]
    assert set(months) == {path for path in tree if path.startswith("months/")}
    listed = [e.get("data-event") for path in months for e in find(parse(tree[path]), class_="row")]
    assert sorted(listed) == sorted(event.id for event in site.events)  # type: ignore[type-var]


def test_a_place_tells_its_names_what_it_lies_in_and_what_happened_inside(pages: Pages) -> None:
    page = pages["places/dale.html"]
    said = text(page.find("body/main"))  # type: ignore[arg-type]
    for words in (
        "Dale District Дольський район",
        "Ukrainian Дольський район",
        "Also written Dal district",
        "Ukraine · known to the district, about 18 km",
        "Held by: Yonder, since August 2024, as of 1 December 2024, according to Valley Council (Valley Post). Part",
        "Position 51.2° N, 35.2° E",
        "How sure fairly sure",
    ):
        assert words in said
    assert {e.get("data-event") for e in find(page, class_="row")} == {"2024-11-22-dale-return", "2023-mill"}
    assert "2 more are not known by name." in text(pages["places/hamlets.html"])


def test_a_speaker_has_offices_and_what_they_said(pages: Pages) -> None:
    said = text(pages["speakers/envoy.html"].find("body/main"))  # type: ignore[arg-type]
    assert "Envoy for returns, Valley Council from 2020" in said
    assert "Statements 4" in said
    assert "says 46 came back" in said
    assert "No statement is on record here yet." in text(pages["speakers/reporters.html"])


def test_the_method_page_is_made_of_the_code_s_own_tables(pages: Pages) -> None:
    tables = [
        [[text(cell) for cell in row] for row in table.iter("tr")][1:] for table in pages["method.html"].iter("table")
    ]
    kinds, levels, precisions, rules = tables
    assert [row[0] for row in rules] == sorted(RULES)
    assert [row[0] for row in kinds] == ["Return", "Removal", "Aid"]
    assert [row[2] for row in kinds] == ["1", "1", "2"]
    assert sum(int(row[2]) for row in levels[:-1]) == 3
    assert {row[0]: row[2] for row in precisions} == {
        "known exactly": "4", "known to the site": "3", "known to the neighbourhood": "3",
        "known to the settlement": "2",
        "known to be near here": "2", "known to the district": "1", "known to the region": "1",
        "somewhere between two places": "1", "known to the country": "0", "not disclosed": "none",
    }  # fmt: skip


def test_prose_has_its_own_title_and_ids(pages: Pages) -> None:
    about = pages["about.html"]
    assert [text(e) for e in about.iter("h1")] == ["About the valley"]
    assert [e.get("id") for e in about.iter("h2")] == ["p-why"]
    assert find(pages["uk/about.html"], class_="prose")[0].get("lang") == "en"


def test_a_withdrawn_entry_leaves_its_id_the_day_and_the_reason(pages: Pages) -> None:
    page = pages["events/2024-09-gone.html"]
    assert "2024-09-gone was withdrawn on 24 December 2024, at the request of someone concerned." in text(page)
    assert [m.get("content") for m in page.findall("head/meta") if m.get("name") == "robots"] == ["noindex"]


def test_without_an_address_pages_name_none(tree: Tree, pages: Pages) -> None:
    assert not {"sitemap.xml", "robots.txt"} & set(tree)
    assert not find(pages["index.html"], rel="canonical")
    assert find(pages["404.html"], tag="a", href="index.html")


def test_with_an_address_pages_say_where_they_are() -> None:
    tree = valley.render(valley.make(base_url="https://valley.example.org/record/"))
    page = parse(tree["uk/places/mill.html"])
    assert find(page, rel="canonical")[0].get("href") == "https://valley.example.org/record/uk/places/mill.html"
    elsewhere = [e for e in find(page, rel="alternate") if not e.get("type")]
    assert {e.get("hreflang"): e.get("href") for e in elsewhere} == {
        "en": "https://valley.example.org/record/places/mill.html", "uk": "https://valley.example.org/record/uk/places/mill.html"
    }  # fmt: skip
    assert {e.get("property") for e in page.iter("meta") if e.get("property")} == {
        "og:type", "og:title", "og:description", "og:url", "og:site_name", "og:locale"
    }  # fmt: skip
    lost = [a for a in links(parse(tree["404.html"])) if not a.startswith("#")]
    assert all(
        a.startswith(("https://valley.example.org/record/", "mailto:", "https://creativecommons.org/")) for a in lost
    )
    namespace = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    own = [path for path in tree if path.endswith(".html") and "embed/" not in path]
    listed = [e.text for e in ET.fromstring(tree["sitemap.xml"].decode()).findall("s:url/s:loc", namespace)]  # noqa: S314 - ours
    assert {"https://valley.example.org/record/", "https://valley.example.org/record/uk/"} <= set(listed)
    assert len(listed) == len(set(listed)) == len(own) - 3
    assert b"Sitemap: https://valley.example.org/record/sitemap.xml" in tree["robots.txt"]


def test_the_same_site_gives_the_same_bytes(tree: Tree) -> None:
    assert valley.render(valley.make()) == tree


def test_a_site_without_events_says_so() -> None:
    tree = valley.render(replace(sites.make_site([], valley.PLACES, speakers=valley.SPEAKERS), prose={}))
    assert "There is no event here yet." in text(parse(tree["index.html"]))
    assert text(find(parse(tree["index.html"]), data_count="")[0]) == "0 events"


def weight(tree: Tree, path: str) -> int:
    """Bytes that a reader loads for a page, each file compressed."""
    head = parse(tree[path]).find("head")
    assert head is not None
    for link in head.findall("link[@rel='alternate']"):
        head.remove(link)
    loaded = [path, *(target(path, address)[0] for address in links(head))]
    return sum(packed(tree[file]) for file in loaded)


@cache
def packed(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))


def test_the_real_pages_are_light(real: Tree) -> None:
    assert weight(real, "index.html") <= 150_000
    for path in real:
        if path.startswith("events/"):
            assert weight(real, path) <= 25_000, path
    own = [path for path in real if re.fullmatch(r"assets/(site|tokens)\.\w+\.(css|js)", path)]
    assert len(own) == 3
    assert sum(packed(real[path]) for path in own) <= 15_000


def test_the_real_pages_are_sound(real: Tree) -> None:
    pages = [path for path in real if path.endswith(".html")]
    for path in [path for path in pages if "/" not in path] + pages[::9]:
        parse(real[path])


def test_every_real_page_is_found_without_a_script_in_each_language(real: Tree) -> None:
    outlines = {path: outline(data) for path, data in real.items() if path.endswith(".html")}
    to = {path: [target(path, link) for link in links_ if inside(link)] for path, (_, links_, _) in outlines.items()}
    for path, targets in to.items():
        for other, fragment in targets:
            assert other in real, f"{path} links {other}"
            assert not fragment or fragment in outlines[other][0], f"{path} links {other}#{fragment}"
    for home in ("", "uk/", "ru/"):
        mine = {path for path in outlines if _home(path) == home}
        found, waiting = set(), [f"{home}index.html"]
        while waiting:
            path = waiting.pop()
            found.add(path)
            waiting += [other for other, _ in to[path] if other in mine and other not in found]
        assert mine - found == {path for path in mine if not outlines[path][2]}


def _home(path: str) -> str:
    return path[:3] if path[:3] in {"uk/", "ru/"} else ""


def test_a_region_tells_what_happened_in_it_by_place(pages: Pages) -> None:
    said = text(find(pages["places/land.html"], class_="by-place")[0])
    assert said.startswith("Dale District 2 ")
    dale = text(find(pages["places/dale.html"], class_="by-place")[0])
    assert dale.startswith("Mill 2 ")
    assert dale.index("Known no finer 1") > dale.index("Mill 2")
    share = text(find(pages["places/dale.html"], class_="share")[0])
    assert share == "2 events. Resting on one side or one source alone: 2 of 2."


def test_numbers_of_several_events_keep_their_denominator_and_are_not_added_up(pages: Pages) -> None:
    rows = [[text(cell) for cell in row] for row in find(pages["places/land.html"], class_="told")[0].iter("tr")]
    assert rows[1] == ["Returned", "1 of 2", "1 of 1", "46 (Envoy, 22 November 2024)"]
    assert "Nothing is added up" in text(pages["places/land.html"])


def test_the_same_dates_stand_in_lanes_and_in_a_table(pages: Pages) -> None:
    page = pages["places/dale.html"]
    lanes = [text(lane) for lane in find(page, class_="lane")]
    assert lanes[:2] == ["Return 1", "Removal 1"]
    rows = [[text(cell) for cell in row] for row in find(page, class_="in-table")[0].iter("tr")]
    assert rows[1:] == [["November 2024", "1", "Return 1"], ["May 2023", "1", "Removal 1"]]
    assert [bool(find(lane, class_="open")) for lane in find(page, class_="lane")[:2]] == [False, True]


def test_every_list_of_a_filter_leads_to_its_neighbours(pages: Pages) -> None:
    page = pages["precision/settlement.html"]
    others = [(text(a), a.get("aria-current")) for a in find(page, class_="choices")[0].iter("a")]
    assert others == [
        ("Known to the settlement", "page"), ("Known to the district", None), ("Not disclosed", None)
    ]  # fmt: skip
    assert [e.get("data-event") for e in find(page, class_="row")] == ["2024-11-22-dale-return", "2023-mill"]


def test_a_publisher_shows_what_the_record_says_of_it_and_nothing_of_pages_that_name_people(pages: Pages) -> None:
    post = text(pages["sources/valley-post.html"].find("body/main"))  # type: ignore[arg-type]
    assert "What this record says of the publisher: news outlet; Ukrainian." in post
    assert "Of the pages, reprints of others: 0; kept in an archive: 1." in post
    copy = text(pages["sources/copy-house.html"].find("body/main"))  # type: ignore[arg-type]
    assert "in entries: 1. Of the pages, reprints of others: 0; kept in an archive: 0." in copy
    assert not any(words in copy for words in ("French", "controlled by", "its headline"))
    assert "example.org/names" not in copy


def test_the_timeline_holds_every_event_in_the_month_its_date_ends_in(pages: Pages) -> None:
    page = pages["timeline.html"]
    assert [e.get("data-event") for e in find(page, tag="li") if e.get("data-event")] == [
        "2024-11-22-dale-return", "2024-10-hidden", "2023-mill"
    ]  # fmt: skip
    assert [text(e) for e in page.iter("h3")] == ["November 2024", "October 2024", "May 2023"]


def test_the_places_are_indexed_by_what_they_lie_in(pages: Pages) -> None:
    page = pages["places/index.html"]
    assert text(find(page, tag="section")[0]) == "Ukraine 2 Dale District 2 Mill 2"
    assert "Further places Hamlets" in text(page)


def test_what_pages_load_is_published_and_nothing_else_is(real: Tree) -> None:
    """A script is in a bundle or stands alone; `data-` attributes name what scripts load later."""
    named = re.compile(rb"assets/[\w./-]+?\.[0-9a-f]{8}\.[a-z]+|leaflet-[0-9a-f]{8}/leaflet\.\w+")
    mine = [data for path, data in real.items() if path.endswith((".html", ".js")) and not path.startswith("data/")]
    loaded = {name.decode() for data in mine for name in named.findall(data)}
    published = {path.removeprefix("assets/") for path in real if path.startswith("assets/") and "/images/" not in path}
    assert {name.removeprefix("assets/") for name in loaded} == published
