"""Where the numbers of two parties meet, and where they cannot both be true."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from sitegen.counts import FIELDS, Field, Figure, overlap
from sitegen.model.event import Effect
from sitegen.model.fields import Quantity

_Key = tuple[Effect, str | None, Field]


@dataclass(frozen=True, slots=True)
class Numbers:
    """What two parties' numbers for one (effect, of, field) come to.

    `sides` and `claims` are ids, sorted. `shared` are the numbers of people that both give, smallest first:
    they confirm each other there. It is empty where the two cannot both be true.
    """

    effect: Effect
    of: str | None
    field: Field
    sides: tuple[str, str]
    claims: tuple[str, ...]
    shared: tuple[Quantity, ...]


def compare(figures: Iterable[Figure], party_of: Mapping[str, str]) -> tuple[Numbers, ...]:
    """Compare the numbers of each two parties; `party_of` is the party's side for each claim id that counts.

    A side says what any of its speakers says: two sides meet where any two of their numbers do. `some` speaks
    for a side only where none of its speakers gives a number. Parts (`of`) are compared with their like, never
    with a whole; mediators, organisations and press are not compared: only parties' numbers make a dispute.
    """
    given: dict[_Key, dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in figures:
        if side := party_of.get(figure.said.claim.id):
            given[figure.effect, figure.of, figure.field][side].append(figure)
    found = [
        Numbers(*key, (a, b), _claims(sides[a] + sides[b]), _shared(sides[a], sides[b]))
        for key, sides in given.items()
        for a, b in combinations(sorted(sides), 2)
    ]
    return tuple(sorted(found, key=lambda n: (n.effect, n.of or "", FIELDS.index(n.field), n.sides)))


def _claims(figures: list[Figure]) -> tuple[str, ...]:
    return tuple(sorted({figure.said.claim.id for figure in figures}))


def _shared(a: list[Figure], b: list[Figure]) -> tuple[Quantity, ...]:
    """Walk both sides' numbers upwards together, so that many claims stay cheap."""
    left, right = _apart(a), _apart(b)
    shared, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if (both := overlap(left[i], right[j])) is not None:
            shared.append(both)
        if _high(left[i]) < _high(right[j]):
            i += 1
        else:
            j += 1
    return tuple(shared)


def _apart(figures: list[Figure]) -> list[Quantity]:
    """Merge one side's numbers into stretches that do not touch, smallest first."""
    stated = {figure.quantity for figure in figures}
    counted = {quantity for quantity in stated if not quantity.some} or stated
    merged: list[Quantity] = []
    for quantity in sorted(counted, key=lambda q: (q.min or 0, _high(q), q.best or 0, q.min is not None)):
        if merged and (quantity.min or 0) <= _high(merged[-1]):
            merged[-1] = _joined(merged[-1], quantity)
        else:
            merged.append(quantity)
    return merged


def _joined(a: Quantity, b: Quantity) -> Quantity:
    high = None if a.max is None or b.max is None else max(a.max, b.max)
    return Quantity(a.min, a.best if a.best == b.best else None, high, a.some)


def _high(quantity: Quantity) -> float:
    return float("inf") if quantity.max is None else quantity.max
