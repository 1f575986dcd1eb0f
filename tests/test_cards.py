"""Share cards: light, the same each time, no empty boxes, every title fits, only for a site with an address."""

from dataclasses import replace
from io import BytesIO

import pytest
import valley
from PIL import Image
from reading import parse
from sitebuilding import REAL

from sitegen.build import assemble, examine
from sitegen.cards import MOST_BYTES, SIZE, lacking, pieces, words
from sitegen.cards.ground import panel
from sitegen.cards.lettering import fitted, lettered
from sitegen.cards.paint import encoded
from sitegen.i18n import Translator
from sitegen.site import Site

LONG = "Уповноважена оголосила про повернення жителів прикордонних громад після тривалих перемовин " * 4


@pytest.fixture(scope="module")
def real() -> Site:
    """The real site with an address, its heaviest events only."""
    read, findings = examine(REAL)
    site = assemble(read, findings)
    wide = sorted(site.events, key=lambda event: -len(event.locations))[:6]
    return replace(site, base_url="https://front.invented.org/", events=(*wide, *site.events[:3]))


def drawn_of(site: Site) -> dict[str, bytes]:
    """Return every card by its path."""
    return {path: data for piece in pieces(site) for path, data, _ in piece.make()}


def voices(site: Site) -> list[Translator]:
    return [Translator(lang, site.first_language) for lang in site.file.languages]


def chunks(png: bytes) -> list[bytes]:
    """The names of what a PNG is made of."""
    found, at = [], 8
    while at < len(png):
        found.append(png[at + 4 : at + 8])
        at += 12 + int.from_bytes(png[at : at + 4])
    return found


def test_cards_are_light_and_the_same_each_time(real: Site) -> None:
    drawn = drawn_of(real)
    assert len(drawn) == len({event.id for event in real.events}) * 3
    for path, data in drawn.items():
        assert len(data) <= MOST_BYTES, path
        assert chunks(data) == [b"IHDR", b"PLTE", b"IDAT", b"IEND"], "no words, no dates, no names of programs"
        with Image.open(BytesIO(data)) as image:
            image.load()
            assert (image.format, image.size, image.mode) == ("PNG", SIZE, "P")
            assert len(image.getcolors() or ()) > 6
    again = drawn_of(replace(real, events=real.events[:2]))
    assert again.items() <= drawn.items()
    assert len(again) == 6


def test_a_heavy_map_gives_way_before_the_title(real: Site) -> None:
    """The most areas there are on one map, and still the title is as large as on others, or nearly."""
    event = max(real.events, key=lambda event: len(event.locations))
    hatched, tinted = (encoded(panel(event, real, way), "#0072b2") for way in (True, False))
    assert len(tinted) < len(hatched) - 500
    for t in voices(real):
        said = words(event, real, t)
        assert len(encoded(lettered(panel(event, real, False), said, 38), said.colour)) <= MOST_BYTES, t.lang


def test_cards_differ_by_event_language_and_verdict() -> None:
    site = valley.make(base_url="https://valley.example.org/")
    drawn = drawn_of(site)
    assert set(drawn) == {f"{home}cards/{event.id}.png" for home in ("", "uk/") for event in site.events}
    assert len(set(drawn.values())) == len(drawn)


def test_previews_of_an_event_find_its_card() -> None:
    tree = valley.render(valley.make(base_url="https://valley.example.org/"))
    page = parse(tree["uk/events/2023-mill.html"])
    metas = {e.get("property") or e.get("name"): e.get("content") for e in page.iter("meta")}
    assert metas["og:image"] == "https://valley.example.org/uk/cards/2023-mill.png"
    assert (metas["og:image:width"], metas["twitter:card"]) == ("1200", "summary_large_image")
    assert b"og:image" not in valley.render(valley.make())["events/2023-mill.html"]


def test_without_an_address_there_are_none() -> None:
    assert drawn_of(valley.make()) == {}


def test_every_letter_of_the_real_site_is_in_the_face(real: Site) -> None:
    read, findings = examine(REAL)
    site = assemble(read, findings)
    written = [text for event in site.events for _, text in event.event.title.values]
    written += [text for kind in site.kinds.values() for _, text in kind.label.values]
    assert lacking("".join(written)) == set()
    assert lacking("ЄІЇҐєіїґЁёЪъЭэ’«»…–") == set()
    assert lacking("漢") == {"漢"}


def test_long_titles_shrink_and_are_cut_at_last() -> None:
    short, one = fitted("Aid", range(50, 24, -2), 305)
    assert (short, one) == (50, ["Aid"])
    size, lines = fitted(LONG, range(50, 24, -2), 305)
    assert size < 30
    assert lines[-1].endswith("…")
    assert " ".join(lines)[:-1] in LONG
    _, wide = fitted("Щ" * 90, range(50, 24, -2), 305)
    assert wide[0].endswith("…")
