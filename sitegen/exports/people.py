"""How many, with the claims that say so: ranges and sums as data, and as the few numbers a table has room for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sitegen.counts import Field, Range, Sum, sums
from sitegen.exports.plain import number, present
from sitegen.model.event import Counts, Effect

FIELDS: tuple[Field, ...] = ("total", "women", "men", "children", "unknown")


@dataclass(frozen=True, slots=True)
class Figure:
    """The smallest and largest number of people given for one effect, and the ids of the claims behind them."""

    min: int | None
    max: int | None
    claims: tuple[str, ...]


def ranged(one: Range) -> dict[str, Any]:
    """Return a range with the claims at each end."""
    return present(
        {
            "effect": one.effect,
            "of": one.of,
            "field": one.field,
            "min": one.min,
            "best": one.best,
            "max": one.max,
            "min_claims": list(one.min_claims),
            "max_claims": list(one.max_claims),
            "open_below": list(one.open_below),
            "open_above": list(one.open_above),
            "some": list(one.some),
        }
    )


def summed(total: Sum) -> dict[str, Any]:
    """Return a sum with the parts it is made of: it is never given without them."""
    ends = {"min": total.min, "best": total.best, "max": total.max}
    return present(
        {"effect": total.effect, "field": total.field}
        | ends
        | {"open_below": total.open_below, "open_above": total.open_above}
        | {"parts": [part.of for part in total.parts], "lacking": list(total.lacking)}
    )


def counted(counts: Counts) -> dict[str, Any]:
    """Return the numbers of one claim for one effect, as the claim gives them."""
    given = ((field, getattr(counts, field)) for field in FIELDS)
    numbers: dict[str, Any] = {field: number(quantity) for field, quantity in given if quantity is not None}
    as_of = counts.as_of.isoformat() if counts.as_of else None
    return present({"effect": counts.effect, "of": counts.part, "as_of": as_of, **numbers})


def figure(ranges: Sequence[Range], effect: Effect, field: Field) -> Figure | None:
    """Return the numbers for everybody: those given for all, else the sum of the parts, else the only part."""
    found = [one for one in ranges if (one.effect, one.field) == (effect, field)]
    if not found:
        return None
    whole = [one for one in found if one.of is None] or (found if len(found) == 1 else [])
    if whole:
        return Figure(whole[0].min, None if whole[0].open_above else whole[0].max, whole[0].claims)
    total = next(s for s in sums(ranges) if (s.effect, s.field) == (effect, field))
    return Figure(total.min, None if total.open_above else total.max, _claims(total.parts))


def _claims(parts: Iterable[Range]) -> tuple[str, ...]:
    return tuple(sorted({claim for part in parts for claim in part.claims}))
