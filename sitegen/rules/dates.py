"""Dates against each other and against the day the build stands at."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sitegen.dates import Span
from sitegen.decode import Decoded
from sitegen.model.event import Event
from sitegen.model.place import Place
from sitegen.model.site import Speaker
from sitegen.problems import say
from sitegen.rules.registry import Finding, Scene, rule

Loc = tuple[str | int, ...]


def _dates(event: Event) -> Iterator[tuple[Loc, date | None]]:
    """Yield the first day of everything that has happened already: plans (`embargo_until`) are not among it."""
    yield ("when", "date"), event.when.date.first
    yield ("over",), event.over
    yield ("withdrawn", "date"), event.withdrawn.date if event.withdrawn else None
    for index, claim in enumerate(event.claims):
        yield ("claims", index, "said"), claim.said.first if claim.said else None
        yield ("claims", index, "retracted"), claim.retracted
        for position, counts in enumerate(claim.counts):
            yield ("claims", index, "counts", position, "as_of"), counts.as_of
    for index, source in enumerate(event.sources):
        yield ("sources", index, "published"), source.published.first if source.published else None
    for index, looked in enumerate(event.looked):
        yield ("looked", index, "until"), looked.until
    for index, correction in enumerate(event.corrections):
        yield ("corrections", index, "date"), correction.date


def _later(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    either = say("check the year, or write a later as_of: in site.yaml")
    for loc, day in _dates(event.record):
        if day and day > scene.now:
            yield Finding(
                event.mark(*loc),
                say("%(day)s is after %(now)s, the day the site stands at", day=day, now=scene.now),
                say("check the year") if scene.now_given else either,
            )


@rule("date-future", Event)
def date_future(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """Nothing is dated after the day that --now gives."""
    yield from _later(event, scene) if scene.now_given else ()


@rule("date-after-as-of", Event, "remark", excusable=False)
def date_after_as_of(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """Where no --now is given, a date after the site's as_of is worth a look."""
    yield from () if scene.now_given else _later(event, scene)


@rule("over-before-start", Event, excusable=True)
def over_before_start(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """An event is over on or after the day it began."""
    span, over = event.record.when.date, event.record.over
    if over and span.first and over < span.first:
        said = say("it was over on %(over)s, before it began (%(began)s)", over=over, began=span.written)
        yield Finding(event.mark("over"), said, say("check both dates"))


@rule("published-before-event", Event, "remark")
def published_before_event(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """A source that carries a claim about an event is seldom older than the event."""
    span = event.record.when.date
    for index, source in enumerate(event.record.sources):
        if _before(source.published, span):
            yield Finding(
                event.mark("sources", index, "published"),
                say("published %(day)s, before the event (%(began)s)", day=source.published, began=span.written),
                say("check both dates; a page from before cannot tell of it"),
            )


def _before(published: Span | None, span: Span) -> bool:
    return bool(published and published.last and span.first and published.last < span.first)


@rule("office-order", Speaker)
def office_order(speaker: Decoded[Speaker], scene: Scene) -> Iterator[Finding]:
    """An office ends on or after the day it began."""
    for index, office in enumerate(speaker.record.offices):
        yield from _order(speaker, ("offices", index), office.start, office.until)


@rule("control-order", Place)
def control_order(place: Decoded[Place], scene: Scene) -> Iterator[Finding]:
    """Control over a place ends on or after the day it began."""
    for index, control in enumerate(place.record.control):
        yield from _order(place, ("control", index), control.start, control.until)


def _order(record: Decoded[Any], loc: Loc, start: Span | None, until: Span | None) -> Iterator[Finding]:
    if start and until and until.end < start.start:
        said = say("it ends (%(until)s) before it starts (%(start)s)", until=until, start=start)
        yield Finding(record.mark(*loc, "until"), said, say("check both dates"))
