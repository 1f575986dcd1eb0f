"""Who held a place and when: dated, sourced statements that do not contradict each other."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from sitegen.decode import Decoded
from sitegen.model.place import Control, Place
from sitegen.problems import say
from sitegen.rules.gazetteer import says_nothing
from sitegen.rules.registry import Finding, Scene, rule


@rule("control-source", Place)
def control_source(place: Decoded[Place], scene: Scene) -> Iterator[Finding]:
    """Every statement of who held a place names who published it, and is dated at one end at least."""
    for index, control in enumerate(place.record.control):
        if says_nothing(control.publisher):
            yield Finding(
                place.mark("control", index, "publisher"),
                say('"%(words)s" is no source', words=control.publisher),
                say("name the outlet and the day, or delete the period"),
            )
        if control.start is None and control.until is None and control.as_of is None:
            yield Finding(
                place.mark("control", index),
                say('nothing says when "%(side)s" held the place', side=control.by),
                say("add from:, until: or as_of:, as the source states it"),
            )


@rule("control-overlap", Place)
def control_overlap(place: Decoded[Place], scene: Scene) -> Iterator[Finding]:
    """No two sides hold the same place on one day, unless one of them held only a part (`extent`)."""
    periods = [(index, c, _surely(c)) for index, c in enumerate(place.record.control) if c.extent is None]
    for (_, one, a), (index, other, b) in combinations(periods, 2):
        if one.by == other.by or a is None or b is None:
            continue
        first, last = max(a[0], b[0]), min(a[1], b[1])
        if first < last:
            yield Finding(
                place.mark("control", index),
                say(
                    '"%(one)s" and "%(other)s" both hold the place from %(first)s to %(last)s',
                    one=one.by,
                    other=other.by,
                    first=first,
                    last=last,
                ),
                say("end one period where the other begins, or say with extent: which part was held"),
            )


def _surely(control: Control) -> tuple[date, date] | None:
    """Return the days on which the source surely says the place was held: nothing is added at an unstated end."""
    start = control.start.last if control.start else None
    end = control.until.first if control.until else control.as_of
    if start is None or end is None:
        known = start or end
        return (known, known) if known else None
    return (start, end) if start <= end else None
