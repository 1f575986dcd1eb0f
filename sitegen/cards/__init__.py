"""Share cards: a picture of each event for the previews that other sites show of a link.

PNG of 1200 × 630 pixels, at most 20 KB. The same site gives the same bytes, with the same Pillow.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

from PIL.Image import Image

from sitegen.cards.fonts import lacking
from sitegen.cards.ground import panel
from sitegen.cards.lettering import Words, lettered
from sitegen.cards.paint import MOST_BYTES, SIZE, encoded
from sitegen.i18n import Translator
from sitegen.located import Located
from sitegen.pieces import Page, Piece
from sitegen.site import Site
from sitegen.verdict import DISPUTED, LABELS

__all__ = ["MOST_BYTES", "SIZE", "lacking", "pieces"]

_TRIED = ((True, 46), (False, 46), (False, 42), (False, 38), (False, 34), (False, 30), (False, 26))
"""Whether areas are hatched, and pixels of the title at most: what is tried until a card is light enough."""


def pieces(site: Site) -> list[Piece]:
    """Return a piece for each event, which draws its card in every language; only a site with an address has any.

    What shows a preview loads it from there. Paths are from the site's root.
    """
    voices = [Translator(lang, site.first_language) for lang in site.file.languages]
    events = site.events if site.base_url else ()
    return [Piece(f"cards/{event.id}.png", event, partial(_cards, event, site, voices)) for event in events]


def _cards(event: Located, site: Site, voices: Sequence[Translator]) -> Iterator[Page]:
    ground = cache(partial(panel, event, site))
    for t in voices:
        said = words(event, site, t)
        home = "" if t.lang == site.first_language else f"{t.lang}/"
        yield Page(f"{home}cards/{event.id}.png", _drawn(ground, said))


def _drawn(ground: Callable[[bool], Image], said: Words) -> bytes:
    """Write a card that is light enough: first the hatch gives way, then the letters."""
    for hatched, largest in _TRIED:
        data = encoded(lettered(ground(hatched), said, largest), said.colour)
        if len(data) <= MOST_BYTES:
            break
    return data


def words(event: Located, site: Site, t: Translator) -> Words:
    """Return what stands on an event's card."""
    record, verdict = event.event, event.verdicts.event
    label = t.gettext(LABELS[verdict.level])
    said = f"{label}, {t.gettext(DISPUTED)}" if verdict.disputed else label
    kind = t.text(site.kinds[record.kind].label).words
    return Words(
        kind=kind,
        date=t.date(record.when.date),
        title=t.text(record.title).words,
        verdict=said[:1].upper() + said[1:],
        site=t.text(site.file.title).words,
        mark=(site.kinds[record.kind].shape, verdict.level, verdict.disputed),
        colour=site.kinds[record.kind].colour,
    )
