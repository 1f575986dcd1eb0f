"""How small an event is printed, so that a full record still takes one A4 page."""

from collections.abc import Iterator

from sitegen.model.event import Event
from sitegen.model.fields import Text
from sitegen.pages.edition import Edition

# Letters that fit on the page at each scale, measured in Chromium; a claim and a source also take room for their lines.
_CLAIM, _SOURCE = 110, 150
_FITS = ((1_800, ""), (2_500, " paper-dense"), (3_000, " paper-denser"))
_FULLEST = " paper-densest"


def paper(record: Event, edition: Edition) -> str:
    """Return the class, with a space before it, that scales the printed page of an event; none where it fits."""
    letters = sum(len(edition.plain(text)) for text in _texts(record) if text)
    size = letters + _CLAIM * len(record.claims) + _SOURCE * len(record.sources)
    return next((name for most, name in _FITS if size <= most), _FULLEST)


def _texts(record: Event) -> Iterator[Text | None]:
    yield from (record.title, record.summary, record.when.note)
    for claim in record.claims:
        yield from (claim.says, claim.note)
    yield from (source.note for source in record.sources)
    yield from (looked.note for looked in record.looked)
    yield from (where.note for where in record.where)
    for correction in record.corrections:
        yield from (correction.what, correction.was, correction.now, correction.why)
