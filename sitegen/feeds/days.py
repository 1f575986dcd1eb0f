"""When an entry was new: days of the record itself, never a clock's."""

from collections.abc import Iterator
from datetime import date

from sitegen.model.event import Event


def published(event: Event, now: date) -> date:
    """Return the first day on which, by its own record, anybody could know of the event."""
    return min(_told(event, now), default=_begun(event, now))


def updated(event: Event, now: date) -> date:
    """Return the newest day of the record: of a statement, a source, a search for an answer or a correction."""
    later = [*(looked.until for looked in event.looked), *(fixed.date for fixed in event.corrections)]
    later += [claim.retracted for claim in event.claims if claim.retracted]
    return max((*_told(event, now), *(day for day in later if day <= now)), default=_begun(event, now))


def _told(event: Event, now: date) -> Iterator[date]:
    """Yield the last day of whatever says when something was told: in a month, it was not known before its end."""
    spans = [claim.said for claim in event.claims] + [source.published for source in event.sources]
    if event.when.basis != "occurred":
        spans.append(event.when.date)
    yield from (span.last for span in spans if span and span.last and span.last <= now)


def _begun(event: Event, now: date) -> date:
    span = event.when.date
    return min(span.first or span.last or now, now)
