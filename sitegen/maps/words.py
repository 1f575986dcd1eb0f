"""What the map says, and who says it in which language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from sitegen.dates import Span
from sitegen.model.fields import Text
from sitegen.verdict import DISPUTED, LABELS

WORDS: Mapping[str, str] = {
    "map": "Map of the events",
    "layers": "Layers",
    "other": "Other layers",
    "move": "Move the map",
    "move.in": "Zoom in",
    "move.out": "Zoom out",
    "move.home": "Back to the first view",
    "move.north": "Move north",
    "move.south": "Move south",
    "move.west": "Move west",
    "move.east": "Move east",
    "move.fit": "Fit to the events shown",
    "move.full": "Full screen",
    "movements": "Movements",
    "more": "Show {n} more",
    "scale.km": "{n} km",
    "scale.m": "{n} m",
    "event": "Event",
    "here": "Events here: {n}",
    "unplaced": "Events whose place is not disclosed: {n}",
    "show": "Show on the map",
    "close": "Close",
    "about": "about",
    "key": "How to read the marks",
    "key.hollow": "hollow: one source, or unconfirmed",
    "key.half": "half: several sources, one side",
    "key.full": "full: both sides, or independent sources",
    "key.crossed": "crossed: disputed",
    "key.within": "hatched: somewhere in this area",
    "key.whole": "filled: all of this area",
    "key.about": "dashed: about this area",
    "key.arc": "an arc: from there to here, as reported; not the way taken",
    "disputed": DISPUTED,
    **{f"level.{level}": label for level, label in LABELS.items()},
    "role.origin": "From",
    "role.stay": "Stayed in",
    "role.transit": "By way of",
    "role.handover": "Handed over in",
    "role.destination": "To",
    "role.talks": "Talks in",
    "precision.exact": "known exactly",
    "precision.site": "known to the site",
    "precision.neighbourhood": "known to the neighbourhood",
    "precision.settlement": "known to the settlement",
    "precision.near": "known to be near here",
    "precision.district": "known to the district",
    "precision.region": "known to the region",
    "precision.between": "somewhere between two places",
    "precision.country": "known to the country",
    "precision.undisclosed": "not disclosed",
}
"""The map's words by the key under which its scripts ask `FC.words` for them, as English messages to translate."""


class Voice(Protocol):
    """Whoever speaks for the map: a translator of the site's interface, or `PlainVoice`."""

    @property
    def lang(self) -> str:
        """The language spoken."""

    def gettext(self, msgid: str) -> str:
        """Return the interface's words for an English message."""

    def date(self, span: Span) -> str:
        """Write a span of days."""

    def text(self, text: Text) -> tuple[str, str]:
        """Return a contributor's words and the language they are in."""


@dataclass(frozen=True, slots=True)
class PlainVoice:
    """English words, dates as written, contributors' words in `first`: for a map without a site around it."""

    first: str
    lang: str = "en"

    def gettext(self, msgid: str) -> str:
        """Return the message itself."""
        return msgid

    def date(self, span: Span) -> str:
        """Return the date as its author wrote it."""
        return span.written

    def text(self, text: Text) -> tuple[str, str]:
        """Return the words in the site's first language, else in any."""
        return text.get(self.first, self.first)
