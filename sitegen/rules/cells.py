"""Small numbers of living people: what is so few that neighbours know who it is."""

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
PARTS: tuple[Field, ...] = FIELDS[1:]


class Row(NamedTuple):
    """One count of a claim about the living, and where it stands."""

    loc: Loc
    counts: Counts
    scope: tuple[object, ...]


def rows_of(event: Event) -> Iterator[Row]:
    """Yield the counts of the living; `scope` is who speaks of which effect and of which day."""
    for index, claim in enumerate(event.claims):
        for position, counts in enumerate(claim.counts):
            if counts.effect != "killed":
                day = counts.as_of or (claim.said.written if claim.said else None)
                yield Row(("claims", index, "counts", position), counts, (claim.by, counts.effect, day))


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
    for row in rows_of(event.record):
        for field in PARTS:
            if is_small(getattr(row.counts, field)):
                yield Finding(
                    event.mark(*row.loc, field),
                    say("%(field)s is so few that neighbours know who they are", field=field),
                    say("write %(field)s: some", field=field),
                )


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
    for row in rows_of(event.record):
        if is_small(row.counts.total) and (place := _fine(event.record, row.counts, scene)):
            yield Finding(
                event.mark(*row.loc, "total"),
                say("so few people at a place as small as %(place)s are known people", place=place),
                say("write total: some, or name only the district under where:"),
            )


def _fine(event: Event, counts: Counts, scene: Scene) -> str | None:
    found = scene.gazetteer.resolve(counts.part) if counts.part else None
    if isinstance(found, Entry) and is_fine(found.place.precision):
        return counts.part
    return next((where.place or "" for where in fine_places(event, scene) if where.role != "talks"), None)
