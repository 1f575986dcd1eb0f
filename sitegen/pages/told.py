"""What many events say of people, effect by effect: never added up, never without how many of them say so.

Entries overlap, running totals stand beside single days, and what nobody reports is missing: a sum would look like a
measure of harm and be none. So each row gives its denominator, how much of it rests on one side, and the smallest
and the largest number of a single event with who gives it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.counts import sums
from sitegen.located import Located
from sitegen.pages.edition import Edition
from sitegen.pages.vocabulary import EFFECTS


@dataclass(frozen=True, slots=True)
class End:
    """The smallest or largest number that one event gives, and the claims behind it; none where it is added up."""

    number: int
    event: Located
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One effect: how many `events` of `out_of` speak of it, `weak` of them on one side or source alone.

    `least` and `most` are None where nobody gives a number.
    """

    effect: str
    events: int
    out_of: int
    weak: int
    least: End | None
    most: End | None


def told(events: Sequence[Located], edition: Edition) -> tuple[Told, ...]:
    """Return a row for each effect that any of `events` speaks of, in the order of the vocabulary."""
    speaking: dict[str, list[Located]] = {effect: [] for effect in EFFECTS}
    for event in events:
        for effect in dict.fromkeys(one.effect for one in event.ranges):
            speaking[effect].append(event)
    return tuple(_told(effect, of, len(events)) for effect, of in speaking.items() if of)


def rests_on_one(event: Located) -> bool:
    """Tell whether nothing but one side, one source or unnamed channels stand behind an event."""
    return event.verdicts.event.level not in {"both-sides", "independent"}


def _told(effect: str, events: Sequence[Located], out_of: int) -> Told:
    ends = [end for event in events for end in _ends(event, effect)]
    weak = sum(map(rests_on_one, events))
    least = min(ends, key=lambda end: end.number, default=None)
    return Told(effect, len(events), out_of, weak, least, max(ends, key=lambda end: end.number, default=None))


def _ends(event: Located, effect: str) -> Iterator[End]:
    """Yield the numbers an event gives in all: those of its parts only where they add up."""
    added = [total for total in sums(event.ranges) if (total.effect, total.field) == (effect, "total")]
    for total in added:
        yield from (End(n, event, ()) for n in (total.min, total.max) if n is not None)
    if added:
        return
    for one in event.ranges:
        if (one.effect, one.field) == (effect, "total"):
            low, high = (one.min, one.min_claims), (one.max, one.max_claims)
            yield from (End(n, event, claims) for n, claims in (low, high) if n is not None)
