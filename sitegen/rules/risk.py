"""Events that are read by two people who did not write them before they are published."""

from collections.abc import Iterator

from sitegen.model.event import Event
from sitegen.problems import Said, say
from sitegen.rules.cells import is_small
from sitegen.rules.fineness import kinds_of
from sitegen.rules.registry import Scene

READERS = 2
"""How many people other than the author read such an event (DNH-09)."""


def risks(event: Event, scene: Scene) -> Iterator[Said]:
    """Yield why a mistake in this event could hurt somebody; nothing where one reader is enough."""
    for kind in kinds_of(event, scene):
        if kind.sensitive == "true":
            yield say("people who are held, missing or hidden can be found through it")
        if kind.attack == "true":
            yield say("it tells where an attack hit")
    if any(is_small(counts.children) for claim in event.claims for counts in claim.counts):
        yield say("fewer than five children are counted in it")
