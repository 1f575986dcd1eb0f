"""Small numbers that adding and subtracting would give away."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.counts import FIELDS
from sitegen.counts.figures import Field
from sitegen.decode import Decoded
from sitegen.model.event import Event
from sitegen.model.fields import Quantity
from sitegen.problems import say
from sitegen.rules.cells import PARTS, SMALL, Loc, Row, is_small, rows_of
from sitegen.rules.registry import Finding, Scene, rule


class _Known(NamedTuple):
    """What adding and subtracting tell: at least `low` and at most `high` people, None where that is open."""

    low: int | None
    high: int | None

    def less(self, other: Quantity) -> "_Known":
        """Take `other` away."""
        low = None if self.low is None or other.max is None else self.low - other.max
        high = None if self.high is None or other.min is None else self.high - other.min
        return _Known(low, high)


@rule(
    "small-difference",
    Event,
    bad="""
claims:
  - {id: c1, by: residents, says: Some left., counts: [{effect: evacuated, total: 46, children: 43}], sources: [a]}
""",
    good="""
claims:
  - {id: c1, by: residents, says: Some left., counts: [{effect: evacuated, total: 46, children: 40}], sources: [a]}
""",
)
def small_difference(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """Nobody can compute one to four living people by taking published numbers from each other.

    Looked at is what one speaker says of one day: a total less its parts, and everybody less the places or groups
    (`of`). Numbers of different speakers or days differ for other reasons.

    (DNH-14)
    """
    scopes: dict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in rows_of(event.record):
        scopes[row.scope].append(row)
    for rows in scopes.values():
        yield from _within(event, rows)
        yield from _across(event, rows)


def _within(event: Decoded[Event], rows: list[Row]) -> Iterator[Finding]:
    """Take the parts of each scope from its total."""
    for of in dict.fromkeys(row.counts.part for row in rows):
        given = _given([row for row in rows if row.counts.part == of])
        if "total" not in given or any(is_small(given[field][1]) for field in PARTS if field in given):
            continue
        rest = _Known(given["total"][1].min, given["total"][1].max)
        exact = [field for field in PARTS if field in given and not given[field][1].some]
        for field in exact:
            rest = rest.less(given[field][1])
        vague = [field for field in PARTS if field in given and given[field][1].some]
        if vague and not exact and rest.high == len(vague):
            yield Finding(
                event.mark(*given[vague[-1]][0], vague[-1]),
                say("with this total, %(fields)s can only be one each", fields=", ".join(vague)),
                say("leave the parts out"),
            )
        if exact and _tells(rest):
            yield Finding(
                event.mark(*given[exact[-1]][0], exact[-1]),
                say("the total less %(fields)s leaves one to four people", fields=", ".join(exact)),
                say("write %(field)s: some, or leave it out", field=exact[-1]),
            )


def _across(event: Decoded[Event], rows: list[Row]) -> Iterator[Finding]:
    """Take the places or groups from everybody."""
    whole = _given([row for row in rows if row.counts.part is None])
    parts = [row for row in rows if row.counts.part is not None]
    for field, (loc, quantity) in whole.items():
        numbers = [(row, n) for row in parts if (n := getattr(row.counts, field)) and not n.some and n.max != 0]
        rest = _Known(quantity.min, quantity.max)
        for _, number in numbers:
            rest = rest.less(number)
        if numbers and not quantity.some and _tells(rest):
            yield Finding(
                event.mark(*loc, field),
                say("this number less that of %(groups)s leaves one to four people", groups=_names(numbers)),
                say("write %(field)s: some here, or leave out one of the numbers", field=field),
            )


def _names(numbers: list[tuple[Row, Quantity]]) -> str:
    return ", ".join(dict.fromkeys(str(row.counts.part) for row, _ in numbers))


def _given(rows: list[Row]) -> dict[Field, tuple[Loc, Quantity]]:
    """Return the last number given for each field."""
    return {f: (row.loc, number) for row in rows for f in FIELDS if (number := getattr(row.counts, f)) is not None}


def _tells(rest: _Known) -> bool:
    return rest.high is not None and 1 <= rest.high <= SMALL and (rest.low is None or rest.low >= -SMALL)
