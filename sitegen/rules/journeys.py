"""Journeys under way, and the ways they take."""

from collections.abc import Iterator

from sitegen.decode import Decoded
from sitegen.model.event import Event
from sitegen.problems import quoted, say
from sitegen.rules.delay import WAIT, latest
from sitegen.rules.fineness import fine_places
from sitegen.rules.registry import Finding, Scene, rule

_MOVING = frozenset({"origin", "transit", "handover", "destination"})
_LEAVING = frozenset({"evacuated", "due_to_leave"})


@rule(
    "journey-open",
    Event,
    excusable=True,
    bad="""
when: 2030-11-25
where: [{place: Soluna, role: origin}]
""",
    good="""
when: 2030-11-25
where: [{place: Soluna, role: origin}]
over: 2030-11-26
""",
)
def journey_open(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """Where people go, or where aid takes its way, is told once the journey is over.

    Until then, or until 30 days after its day, an event names no place finer than a district, and no crossing and
    no way at all: whoever knows the road can wait at it.

    (DNH-08)
    """
    record = event.record
    lasts = record.when.date.last is None
    past = record.over and record.over <= scene.now
    if past or not (lasts or latest(record) > scene.now - WAIT) or not _is_journey(record):
        return
    for index in _on_the_way(record, scene):
        yield Finding(
            event.mark("where", index),
            say("%(place)s tells of a journey that may not be over", place=quoted(record.where[index].place)),
            say("leave it out or name the district only; once all have arrived, write over: and the day"),
        )


def _is_journey(event: Event) -> bool:
    return any(where.role in _MOVING for where in event.where) or any(
        counts.effect in _LEAVING for claim in event.claims for counts in claim.counts
    )


def _on_the_way(event: Event, scene: Scene) -> Iterator[int]:
    fine = {id(where) for where in fine_places(event, scene)}
    for index, where in enumerate(event.where):
        if where.place and where.role != "talks" and (where.role in {"transit", "handover"} or id(where) in fine):
            yield index
