"""Single numbers from claims: the newest of each voice, and where two of them meet."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from sitegen.counts.standing import Said
from sitegen.model.event import Counts, Effect
from sitegen.model.fields import Quantity

Field = Literal["total", "women", "men", "children", "unknown"]
FIELDS: tuple[Field, ...] = get_args(Field)


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of people as a claim gives it: people, of one effect, place or group (`of`) and field."""

    effect: Effect
    of: str | None
    field: Field
    quantity: Quantity
    said: Said


def figures(said: Iterable[Said]) -> tuple[Figure, ...]:
    """Return the numbers that stand: for each (effect, of, field) only the newest that each voice gives.

    Who counts 12 dead, three of them children, and later 20 dead, has not taken the children back; they are left
    out only where the newer total has no room for them. The day is `as_of`, else when the claim was said; a number
    is dropped only for one that is surely newer, so undated ones stay. Numbers in a denial are the denier's own
    ("none were killed"), not what it denies.
    """
    groups: dict[tuple[str, Effect, str | None], list[tuple[Counts, Said]]] = defaultdict(list)
    for one in said:
        if one.state == "stands":
            for counts in one.claim.counts:
                groups[one.voice, counts.effect, counts.part].append((counts, one))
    return tuple(figure for group in groups.values() for figure in _standing(group))


def _standing(group: list[tuple[Counts, Said]]) -> Iterator[Figure]:
    totals = _newest(group, "total")
    ends = [total.quantity.max for total in totals]
    room = None if None in ends else max((end for end in ends if end is not None), default=None)
    yield from totals
    for field in FIELDS[1:]:
        for part in _newest(group, field):
            if room is None or part.quantity.min is None or part.quantity.min <= room:
                yield part


def _newest(group: list[tuple[Counts, Said]], field: Field) -> list[Figure]:
    given = [(q, counts, one) for counts, one in group if (q := _stated(counts, field)) is not None]
    newest = max((_days(counts, one)[0] for _, counts, one in given), default=date.min)
    return [
        Figure(counts.effect, counts.part, field, quantity, one)
        for quantity, counts, one in given
        if _days(counts, one)[1] >= newest
    ]


def _days(counts: Counts, one: Said) -> tuple[date, date]:
    if counts.as_of:
        return counts.as_of, counts.as_of
    said = one.claim.said
    return (said and said.first) or date.min, (said and said.last) or date.max


def _stated(counts: Counts, field: Field) -> Quantity | None:
    quantity: Quantity | None = getattr(counts, field)
    return quantity


def overlap(a: Quantity, b: Quantity) -> Quantity | None:
    """Return the people counts that both allow, None where they are disjoint.

    `some` names people without counting them: with any number from one up it overlaps in `some`, never in
    that number, and with `none` not at all. An open lower end reaches down to nobody.
    """
    low = max((q.min for q in (a, b) if q.min is not None), default=None)
    high = min((q.max for q in (a, b) if q.max is not None), default=None)
    if low is not None and high is not None and low > high:
        return None
    if a.some or b.some:
        return Quantity(1, None, None, some=True)
    return Quantity(low, a.best if a.best == b.best else None, high)
