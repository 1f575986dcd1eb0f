"""Feeds: valid to readers that are not ours, the same for the same record, silent about what is hidden."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import atoma
import feedparser
import pytest
import sites
import valley
from corpora import DATA
from reading import find, parse
from sitebuilding import REAL, written
from validators import jing, json_feed

from sitegen import build
from sitegen.feeds import NEWEST, feeds
from sitegen.site import Site

BASE_URL = "https://front.invented.org/map/"
ATOM = "{http://www.w3.org/2005/Atom}"
FIXED = [{"date": "2024-12-24", "what": "Number", "was": "45", "now": "46", "why": "The source was misread."}]
NEWS = {"id": "a", "publisher": "Valley Post", "url": "https://example.org/1", "published": "2024-11-23"}
SCHEMA = DATA / "atom.rnc"


def made(**changes: Any) -> Site:
    """The valley, one event with a correction, a place without events, an event that only its date tells of."""
    return valley.make(**({"base_url": BASE_URL} | changes))


@pytest.fixture(scope="module")
def published() -> Mapping[str, bytes]:
    return dict(feeds(made()))


@pytest.fixture(scope="module")
def real() -> tuple[Site, Mapping[str, bytes]]:
    read, findings = build.examine(REAL)
    site = replace(build.assemble(read, findings), base_url=BASE_URL)
    return site, dict(feeds(site))


def one(**event: Any) -> Mapping[str, bytes]:
    told = sites.event("2024-11-22-return", "Mill", **event)
    return dict(feeds(replace(sites.make_site([told], {"mill": sites.place(name="Mill")}), base_url=BASE_URL)))


def entry(tree: Mapping[str, bytes], path: str = "feeds/events.xml") -> Any:
    return feedparser.parse(tree[path]).entries[0]


def test_there_is_a_feed_for_the_site_each_kind_place_region_and_for_corrections(
    published: Mapping[str, bytes],
) -> None:
    names = {"events", "corrections", "kind-return", "kind-removal", "kind-aid"}
    names |= {f"place-{id_}" for id_ in valley.PLACES}
    assert set(published) == {
        f"{home}feeds/{name}.{ending}" for home in ("", "uk/") for name in names for ending in ("xml", "json")
    }


def test_feeds_of_the_real_content_are_valid_to_others(real: tuple[Site, Mapping[str, bytes]], tmp_path: Path) -> None:
    """RELAX NG's validator, two readers of Atom and the schema of JSON Feed."""
    site, tree = real
    written(dict(tree), tmp_path)
    assert jing(SCHEMA, *sorted(tmp_path.rglob("*.xml"))) == []
    for path, data in tree.items():
        if path.endswith(".json"):
            feed = json.loads(data)
            assert json_feed(feed) == [], path
            assert feed["feed_url"] == BASE_URL + path
        else:
            said, read = feedparser.parse(data), atoma.parse_atom_bytes(data)
            assert (said.bozo, said.version) == (False, "atom10"), path
            ids = [entry.id_ for entry in read.entries]
            assert [entry.id for entry in said.entries] == ids
            assert len(ids) == len(set(ids)), path
            assert all(entry.updated >= entry.published for entry in read.entries), path
    assert len(feedparser.parse(tree["feeds/events.xml"]).entries) == min(NEWEST, len(site.events))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b'rel="self"', b'rel="own"'),
        (b"T12:00:00Z</updated>", b"</updated>"),
        (b"<title>", b"<title/><title>"),
        (b"<author><name>", b"<author><name/><name>"),
        (b"<summary>", b"<body>x</body><summary>"),
        (b"<id>https:", b"<id>"),
    ],
)
def test_a_wrong_atom_feed_would_be_found(
    right: bytes, wrong: bytes, published: Mapping[str, bytes], tmp_path: Path
) -> None:
    feed = tmp_path / "feed.xml"
    assert right in published["feeds/events.xml"]
    feed.write_bytes(published["feeds/events.xml"].replace(right, wrong, 1))
    assert jing(SCHEMA, feed)


@pytest.mark.parametrize(
    ("key", "value"),
    [("version", "1"), ("items", [{"id": "1"}]), ("home_page_url", "no address"), ("more", "x"), ("title", None),
     ("items", [{"id": "1", "content_text": "x", "date_published": "2024-11-22"}])],
)  # fmt: skip
def test_a_wrong_json_feed_would_be_found(key: str, value: object, published: Mapping[str, bytes]) -> None:
    assert json_feed({**json.loads(published["feeds/events.json"]), key: value})


def test_an_entry_says_how_sure_it_is_and_who_says_so(published: Mapping[str, bytes]) -> None:
    told = next(e for e in feedparser.parse(published["feeds/events.xml"]).entries if "Envoy" in e.title)
    assert told.title == "Envoy announces a return (one source)"
    assert told.summary.startswith("First part.")
    assert "Envoy (Hither, c1)" in told.summary
    assert [tag.term for tag in told.tags] == ["Return", "Aid"]
    assert told.link == BASE_URL + "events/2024-11-22-dale-return.html" == told.id
    here = json.loads(published["feeds/events.json"])
    assert next(item for item in here["items"] if item["id"] == told.id)["title"] == told.title


def test_each_language_has_its_own_and_marks_what_fell_back(published: Mapping[str, bytes]) -> None:
    feed = ET.fromstring(published["uk/feeds/events.xml"])  # noqa: S314
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert (feed.get(lang), feed.findtext(f"{ATOM}title")) == ("uk", "Тиха долина: Усі події")
    titles = [e.find(f"{ATOM}title") for e in feed.iter(f"{ATOM}entry")]
    assert {title.get(lang) for title in titles if title is not None and "Envoy" in (title.text or "")} == {"en"}
    links = [link.get("href", "") for link in feed.iter(f"{ATOM}link")]
    assert all(link.startswith(BASE_URL + "uk/") for link in links)


@pytest.mark.parametrize(
    ("event", "first", "last"),
    [
        ({}, "2024-11-22", "2024-11-22"),
        ({"sources": [NEWS]}, "2024-11-23", "2024-11-23"),
        ({"sources": [NEWS], "corrections": FIXED}, "2024-11-23", "2024-12-24"),
        ({"when": {"date": "2024-11-20", "basis": "announced"}, "sources": [NEWS]}, "2024-11-20", "2024-11-23"),
        ({"when": "2024-10/..", "sources": [{**NEWS, "published": "2024-11"}]}, "2024-11-30", "2024-11-30"),
        ({"when": "2024-11-22", "sources": [{**NEWS, "published": "2030-01-01"}]}, "2024-11-22", "2024-11-22"),
    ],
)
def test_days_are_those_of_the_record(event: dict[str, Any], first: str, last: str) -> None:
    told = entry(one(**event))
    assert (told.published[:10], told.updated[:10]) == (first, last)


def test_the_clock_is_not_asked(published: Mapping[str, bytes]) -> None:
    assert dict(feeds(made(now=date(2031, 5, 6)))) == published


def test_corrections_and_withdrawals_have_a_feed_of_their_own(published: Mapping[str, bytes]) -> None:
    fixed, gone = "events/2024-11-22-dale-return.html#correction-1", "events/2024-09-gone.html"
    told = {e.id.removeprefix(BASE_URL): e for e in feedparser.parse(published["feeds/corrections.xml"]).entries}
    assert list(told) == [gone, fixed]
    assert told[fixed].title == "Corrected: Envoy announces a return"
    assert told[fixed].summary == "number: 45 → 46"
    assert told[gone].summary == "This entry was taken down at the request of someone concerned."
    page = valley.render(made())["events/2024-11-22-dale-return.html"]
    assert find(parse(page), id="correction-1")


def test_a_withdrawn_entry_takes_the_place_of_what_readers_have(published: Mapping[str, bytes]) -> None:
    ids = [e.id for e in feedparser.parse(published["feeds/events.xml"]).entries]
    assert ids.count(BASE_URL + "events/2024-09-gone.html") == 1
    assert b"2024-09-gone" not in published["feeds/place-dale.xml"]


def test_a_place_tells_of_the_places_inside_it_and_an_empty_one_is_silent(published: Mapping[str, bytes]) -> None:
    inside = {e.link for e in feedparser.parse(published["feeds/place-land.xml"]).entries}
    assert {BASE_URL + "events/2024-11-22-dale-return.html", BASE_URL + "events/2023-mill.html"} == inside
    site = replace(sites.make_site([], {"mill": sites.place(name="Mill")}), base_url=BASE_URL)
    quiet = feedparser.parse(dict(feeds(site))["feeds/place-mill.xml"])
    assert (quiet.bozo, quiet.entries, quiet.feed.updated) == (False, [], "2024-08-06T12:00:00Z")


def test_a_feed_holds_the_newest_entries_only() -> None:
    days = [f"2024-{month:02d}-{day:02d}" for month in (9, 10, 11) for day in range(1, 29)]
    events = [sites.event(f"{day}-made", "Mill", when=day) for day in days]
    site = replace(sites.make_site(events, {"mill": sites.place(name="Mill")}), base_url=BASE_URL)
    told = feedparser.parse(dict(feeds(site))["feeds/events.xml"]).entries
    assert [e.updated[:10] for e in told] == sorted(days, reverse=True)[:NEWEST]


def test_without_an_address_links_lead_from_where_the_feed_lies(tmp_path: Path) -> None:
    site = made(base_url=None)
    tree, pages = dict(feeds(site)), valley.render(site)
    assert tree == dict(feeds(made(base_url=None)))
    assert not [path for path in tree if path.endswith(".json")]
    written(tree, tmp_path)
    assert jing(SCHEMA, *sorted(tmp_path.rglob("*.xml"))) == []
    for path, data in tree.items():
        feed = ET.fromstring(data)  # noqa: S314
        assert all((id_.text or "").startswith("urn:uuid:") for id_ in feed.iter(f"{ATOM}id"))
        for link in feed.iter(f"{ATOM}link"):
            to = urljoin("https://x.test/" + path, link.get("href")).removeprefix("https://x.test/").partition("#")[0]
            assert to in pages, (path, to)


@pytest.mark.parametrize(("base_url", "formats"), [(None, ["xml"]), (BASE_URL, ["xml", "json"])])
def test_pages_name_their_feed_and_that_of_the_site(base_url: str | None, formats: list[str]) -> None:
    tree = valley.render(made(base_url=base_url))
    for home, title in (("", "Quiet Valley: Return"), ("uk/", "Тиха долина: Return")):
        page = parse(tree[f"{home}kinds/return.html"])
        links = [e for e in find(page, tag="link", rel="alternate") if "feed" in (e.get("href") or "")]
        wanted = [f"../feeds/{name}.{ending}" for name in ("kind-return", "events") for ending in formats]
        assert [(e.get("href") or "").replace("../uk/", "../").replace("../../", "../") for e in links] == wanted
        assert links[0].get("title") == title
        assert all(e.get("type") in {"application/atom+xml", "application/feed+json"} for e in links)


def test_the_page_about_feeds_explains_them_in_every_language(published: Mapping[str, bytes]) -> None:
    with_address, without = valley.render(made()), valley.render(made(base_url=None))
    for home in ("", "uk/"):
        links = {e.get("href") for e in find(parse(with_address[f"{home}follow.html"]), tag="a")}
        own = "../uk/" if home else ""
        assert {f"{own}feeds/{name}" for name in ("events.xml", "corrections.json", "kind-aid.xml")} <= links
    assert b"--base-url" in without["follow.html"]
    assert b"--base-url" not in with_address["follow.html"]
