"""Small numbers of living people: what is so few that neighbours know who it is."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.counts import FIELDS
from sitegen.counts.figures import Field
from sitegen.decode import Decoded
from sitegen.gazetteer import Entry
from sitegen.model.event import Counts, Event
from sitegen.model.fields import Quantity
from sitegen.problems import say
from sitegen.rules.fineness import fine_places, is_fine
from sitegen.rules.registry import Finding, Scene, rule

SMALL = 4
"""The largest number of people that is not published: a cell of five or more is (k = 5, as OCHA and HDX advise)."""

Loc = tuple[str | int, ...]
_PARTS: tuple[Field, ...] = FIELDS[1:]


class _Row(NamedTuple):
    """One count of a claim about the living, and where it stands."""

    loc: Loc
    counts: Counts
    scope: tuple[object, ...]


def _rows(event: Event) -> Iterator[_Row]:
    for index, claim in enumerate(event.claims):
        for position, counts in enumerate(claim.counts):
            if counts.effect != "killed":
                day = counts.as_of or (claim.said.written if claim.said else None)
                yield _Row(("claims", index, "counts", position), counts, (claim.by, counts.effect, day))


def is_small(quantity: Quantity | None) -> bool:
    """Tell whether a number says that they are one to four people."""
    if quantity is None or quantity.some:
        return False
    most = quantity.best if quantity.max is None and quantity.min is None else quantity.max
    return most is not None and 1 <= most <= SMALL


@rule(
    "small-cell",
    Event,
    bad="""
claims:
  - {id: c1, by: residents, says: Some left., counts: [{effect: evacuated, total: 46, children: 3}], sources: [a]}
""",
    good="""
claims:
  - {id: c1, by: residents, says: Some left., counts: [{effect: evacuated, total: 46, children: some}], sources: [a]}
""",
)
def small_cell(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """No one to four women, men, children or unknown are counted apart among the living.

    In a village everybody knows which three children came back. Deaths are counted as they were claimed.

    (DNH-14)
    """
    for row in _rows(event.record):
        for field in _PARTS:
            if is_small(getattr(row.counts, field)):
                yield Finding(
                    event.mark(*row.loc, field),
                    say("%(field)s is so few that neighbours know who they are", field=field),
                    say("write %(field)s: some", field=field),
                )


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
    scopes: dict[tuple[object, ...], list[_Row]] = defaultdict(list)
    for row in _rows(event.record):
        scopes[row.scope].append(row)
    for rows in scopes.values():
        yield from _within(event, rows)
        yield from _across(event, rows)


def _within(event: Decoded[Event], rows: list[_Row]) -> Iterator[Finding]:
    """Take the parts of each scope from its total."""
    for of in dict.fromkeys(row.counts.of for row in rows):
        given = _given([row for row in rows if row.counts.of == of])
        if "total" not in given or any(is_small(quantity) for _, quantity in given.values()):
            continue
        rest = _Known(given["total"][1].min, given["total"][1].max)
        exact = [field for field in _PARTS if field in given and not given[field][1].some]
        for field in exact:
            rest = rest.less(given[field][1])
        if exact and _tells(rest):
            yield Finding(
                event.mark(*given[exact[-1]][0], exact[-1]),
                say("the total less %(fields)s leaves one to four people", fields=", ".join(exact)),
                say("write %(field)s: some, or leave it out", field=exact[-1]),
            )


def _across(event: Decoded[Event], rows: list[_Row]) -> Iterator[Finding]:
    """Take the places or groups from everybody."""
    whole = _given([row for row in rows if row.counts.of is None])
    parts = [row for row in rows if row.counts.of is not None]
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


def _names(numbers: list[tuple[_Row, Quantity]]) -> str:
    return ", ".join(dict.fromkeys(str(row.counts.of) for row, _ in numbers))


def _given(rows: list[_Row]) -> dict[Field, tuple[Loc, Quantity]]:
    """Return the last number given for each field."""
    return {f: (row.loc, number) for row in rows for f in FIELDS if (number := getattr(row.counts, f)) is not None}


def _tells(rest: _Known) -> bool:
    return rest.high is not None and 1 <= rest.high <= SMALL and (rest.low is None or rest.low >= -SMALL)


@rule(
    "small-total",
    Event,
    bad="""
claims:
  - {id: c1, by: residents, says: Some left., counts: [{effect: injured, total: 2}], sources: [a]}
""",
    good="""
claims:
  - {id: c1, by: residents, says: Some left., counts: [{effect: injured, total: 2}], sources: [a]}
where: [{place: Vadja District}]
""",
)
def small_total(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """One to four living people are counted only where no place of the event is finer than a district.

    Two injured in one village are two known people; two in a district are not.

    (DNH-14)
    """
    for row in _rows(event.record):
        if is_small(row.counts.total) and (place := _fine(event.record, row.counts, scene)):
            yield Finding(
                event.mark(*row.loc, "total"),
                say("so few people at a place as small as %(place)s are known people", place=place),
                say("write total: some, or name only the district under where:"),
            )


def _fine(event: Event, counts: Counts, scene: Scene) -> str | None:
    if counts.of and isinstance(found := scene.gazetteer.resolve(counts.of), Entry) and is_fine(found.place.precision):
        return counts.of
    return next((where.place or "" for where in fine_places(event, scene) if where.role != "talks"), None)
