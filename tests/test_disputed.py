"""Disputed territory: who held a place is a dated statement with its source; every map says what it does not mean."""

import json
from dataclasses import replace
from typing import Any

import pytest
import sites
from reading import find, parse, text
from sitebuilding import ROOT

from sitegen import assets, build, maps
from sitegen.basemap import load
from sitegen.i18n import Translator
from sitegen.locator import events_map, place_map
from sitegen.model.event import Event
from sitegen.model.place import Control
from sitegen.model.site import Side
from sitegen.pages.edition import Edition, Index
from sitegen.pages.holding import held_at, holdings
from sitegen.site import Site

LANGUAGES = ("en", "uk", "ru")
OURS = {
    "en": "Borders and names imply no opinion on the status of a place.",
    "uk": "Кордони й назви не означають жодної думки щодо статусу місцевості.",
    "ru": "Границы и названия не означают какого-либо мнения о статусе местности.",
}
OWN = {"en": "Lines show no claim.", "uk": "Лінії не є твердженням.", "ru": "Линии не утверждение."}
FIRST = {
    "by": "hither",
    "from": "2024-08-14",
    "until": "2025-03-13",
    "publisher": "Valley Post",
    "claimed_by": "council",
}
SECOND = {"by": "yonder", "from": "2025-03-13", "publisher": "Hill Gazette", "url": "https://example.org/held"}
WORDS = {
    "en": "Held by hither’s forces, 14 August 2024 – 13 March 2025, according to Council (Valley Post).",
    "uk": "Під контролем сил сього боку, 14 серпня 2024 – 13 березня 2025, про це заявляє: Council (Valley Post).",
    "ru": "Под контролем сил этой стороны, 14 августа 2024 – 13 марта 2025, об этом заявляет: Council (Valley Post).",
}
AFTER = {
    "en": "Held by: Yonder, since 13 March 2025, according to Hill Gazette.",
    "uk": "Контроль: Yonder, з 13 березня 2025, джерело: Hill Gazette.",
    "ru": "Контроль: Yonder, с 13 марта 2025, источник: Hill Gazette.",
}
PLACES = {"town": sites.place(name="Town", control=[FIRST, SECOND]), "mill": sites.place(51.3, 35.3, name="Mill")}
EVENTS = [
    sites.event("2024-11-22-during", "town", when="2024-11-22"),
    sites.event("2025-05-after", "town", when="2025-05"),
    sites.event("2025-03-13-handed-over", "town", "mill", when="2025-03-13"),
    sites.event("2024-08-13-before", "town", when="2024-08-13"),
]
SPEAKERS = {"council": {"name": "Council", "kind": "body", "side": "hither"}}


def made(**site: Any) -> Site:
    found = sites.make_site(EVENTS, PLACES, speakers=SPEAKERS, languages=list(LANGUAGES), **site)
    forces = {"en": "hither’s forces", "uk": "сил сього боку", "ru": "сил этой стороны"}
    hither = Side.model_validate({"id": "hither", "label": "Hither", "role": "party", "forces": forces})
    return replace(found, sides={**found.sides, "hither": hither})


def rendered(site: Site) -> dict[str, str]:
    return {path: data.decode() for path, data in build.render(site) if path.endswith(".html")}


@pytest.fixture(scope="module")
def site() -> Site:
    return made()


@pytest.fixture(scope="module")
def tree(site: Site) -> dict[str, str]:
    return rendered(site)


def said(tree: dict[str, str], lang: str, path: str) -> str:
    return text(parse(tree[path if lang == "en" else f"{lang}/{path}"].encode()))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_place_says_who_held_it_when_and_according_to_whom(tree: dict[str, str], lang: str) -> None:
    words = said(tree, lang, "places/town.html")
    assert WORDS[lang] in words
    assert AFTER[lang] in words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_event_says_who_held_its_place_on_its_day(tree: dict[str, str], lang: str) -> None:
    during, after = said(tree, lang, "events/2024-11-22-during.html"), said(tree, lang, "events/2025-05-after.html")
    assert (WORDS[lang] in during, AFTER[lang] in during) == (True, False)
    assert (WORDS[lang] in after, AFTER[lang] in after) == (False, True)
    both, before = (said(tree, lang, f"events/{id_}.html") for id_ in ("2025-03-13-handed-over", "2024-08-13-before"))
    assert both.count(WORDS[lang]) == both.count(AFTER[lang]) == 1
    assert WORDS[lang].partition(" ")[0] not in before


@pytest.mark.parametrize(
    ("fields", "when", "covered"),
    [
        ({"from": "2024-08"}, "2024-08-31", True),
        ({"from": "2024-08"}, "2024-07-31", False),
        ({"from": "2024-08"}, "2030", True),
        ({"from": "2024-08", "as_of": "2024-12-01"}, "2024-12-02", False),
        ({"until": "2024-08"}, "1999", True),
        ({"until": "2024-08"}, "2024-09-01", False),
        ({"as_of": "2024-08-05"}, "2024-08-05", True),
        ({"as_of": "2024-08-05"}, "2024-08-04", False),
        ({"as_of": "2024-08-05"}, "2024-08", True),
        ({"from": "2024-08~", "until": "2025-03?"}, "2024-12/2026-01", True),
        ({"from": "2024-08", "until": "2025-03"}, "../2024-07", False),
        ({"from": "2024-08", "until": "2025-03"}, "2025-04/..", False),
    ],
)
def test_nothing_is_concluded_for_days_that_no_statement_covers(
    site: Site, fields: dict[str, str], when: str, covered: bool
) -> None:
    entry = site.gazetteer.entries["town"]
    control = Control.model_validate({"by": "hither", "publisher": "Valley Post", **fields})
    told = replace(entry, place=entry.place.model_copy(update={"control": (control,)}))
    edition = Edition(site, assets.load(), Translator("en"), Index.of(site))
    span = Event.model_validate({k: v for k, v in sites.event("x", "town", when=when).items() if k != "id"}).when.date
    assert bool(held_at(told, span, edition)) == covered
    assert len(holdings(told, edition)) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_drawn_map_bears_the_disclaimer(tree: dict[str, str], lang: str) -> None:
    maps_seen = 0
    for path, html in tree.items():
        if path.endswith(".html") and (path.split("/")[0] if path.split("/")[0] in LANGUAGES else "en") == lang:
            root = parse(html.encode())
            drawn = len([e for e in root.iter() if e.get("class") == "locator-map"])
            assert [text(e) for e in find(root, class_="map-disclaimer")] == [OURS[lang]] * drawn, path
            maps_seen += drawn
    assert maps_seen >= 6


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("own", "words"), [({}, OURS), ({"map_disclaimer": OWN}, OWN)])
def test_the_owner_s_words_stand_on_every_kind_of_map(own: dict[str, Any], words: dict[str, str], lang: str) -> None:
    site, t = made(**own), Translator(lang)
    assert f">{words[lang]}</p>" in place_map(site, site.events[0], t)
    assert f">{words[lang]}</p>" in events_map(site, site.events, t)
    drawn = maps.draw(site, t)
    front = maps.take_apart(drawn).data["data/basemap.js"].decode()
    for page in (front, drawn._repr_html_() if lang == "en" else front, drawn.get_root().render()):
        assert words[lang] in page or json.dumps(words[lang])[1:-1] in page or words[lang].replace(" ", "&#32;") in page
        assert OURS[lang] not in page or not own


def test_the_owner_s_words_in_another_language_say_so() -> None:
    site = made(map_disclaimer={"en": "Lines show no claim."})
    assert '<p class="locator-note map-disclaimer" lang="en">' in place_map(site, site.events[0], Translator("uk"))


def test_the_credits_of_our_own_basemap_are_translated() -> None:
    site = replace(made(), basemap=load(ROOT / "content" / "basemap")[0])
    taken = {lang: maps.take_apart(maps.draw(site, Translator(lang))) for lang in LANGUAGES}
    told = {lang: parts.data["data/basemap.js"].decode() for lang, parts in taken.items()}
    assert "Made with Natural Earth" in told["en"]
    assert "Зроблено на основі Natural Earth" in told["uk"]
    assert "Города: GeoNames" in told["ru"]
