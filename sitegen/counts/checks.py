"""Numbers of one count that cannot all be true."""

from dataclasses import dataclass
from typing import Literal

from sitegen.counts.figures import FIELDS, Field
from sitegen.model.event import Counts
from sitegen.model.fields import Quantity

_PARTS: tuple[Field, ...] = FIELDS[1:]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Why a count cannot be true.

    `part-over-total`: one field alone is more than the total. `parts-over-total`: the fields together are.
    `parts-under-total`: all four fields are given and together cannot reach the total. `fields` are those of
    the parts, `parts` how many people they are (at least, or at most when under), `total` what it allows.
    """

    kind: Literal["part-over-total", "parts-over-total", "parts-under-total"]
    fields: tuple[Field, ...]
    parts: int
    total: int


def contradictions(counts: Counts) -> tuple[Contradiction, ...]:
    """Return what cannot be true in `counts`; women and men are adults, so that the four fields add up.

    `some` is at least one person; an open end or a missing field allows anything.
    """
    given = {field: q for field in _PARTS if (q := _of(counts, field)) is not None}
    total = _of(counts, "total")
    if total is None or not given:
        return ()
    single = tuple(
        Contradiction("part-over-total", (field,), q.min, total.max)
        for field, q in given.items()
        if q.min is not None and total.max is not None and q.min > total.max
    )
    return single or _together(tuple(given), list(given.values()), total)


def _together(fields: tuple[Field, ...], parts: list[Quantity], total: Quantity) -> tuple[Contradiction, ...]:
    least = sum(part.min or 0 for part in parts)
    if total.max is not None and least > total.max:
        return (Contradiction("parts-over-total", fields, least, total.max),)
    most = [part.max for part in parts if part.max is not None]
    if len(most) == len(_PARTS) and total.min is not None and sum(most) < total.min:
        return (Contradiction("parts-under-total", fields, sum(most), total.min),)
    return ()


def _of(counts: Counts, field: Field) -> Quantity | None:
    quantity: Quantity | None = getattr(counts, field)
    return quantity
