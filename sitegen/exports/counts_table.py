"""counts.csv: a row a number, with the claim that gives it, who makes that claim, and whether it still stands."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from sitegen.counts import Field, State, standing
from sitegen.exports.people import FIELDS
from sitegen.exports.table import Cell, Column
from sitegen.exports.terms import page
from sitegen.located import Located
from sitegen.model.event import Claim, Counts
from sitegen.model.fields import Quantity
from sitegen.site import Site

NAME = "counts.csv"
KEY = ("event", "claim", "number")


@dataclass(frozen=True, slots=True)
class Row:
    """One number of one claim; `place` counts the numbers of the claim from 1."""

    event: Located
    claim: Claim
    state: State
    place: int
    counts: Counts
    field: Field
    quantity: Quantity


def rows(site: Site) -> Iterator[Row]:
    """Yield every number, newest event first, in the order written."""
    for event in site.events:
        for said in standing(event.event, site.speakers):
            yield from _numbers(event, said.claim, said.state)


def _numbers(event: Located, claim: Claim, state: State) -> Iterator[Row]:
    given = ((counts, field, getattr(counts, field)) for counts in claim.counts for field in FIELDS)
    stated = ((counts, field, quantity) for counts, field, quantity in given if quantity is not None)
    for place, (counts, field, quantity) in enumerate(stated, 1):
        yield Row(event, claim, state, place, counts, field, quantity)


def columns(site: Site) -> tuple[Column[Row], ...]:
    """Return the columns."""
    return (
        Column("event", "#event+id", "the event's id", lambda row: row.event.id),
        Column("claim", "#meta+id", "the claim that gives the number", lambda row: row.claim.id),
        Column("number", "#meta+num", "counts the numbers of the claim from 1", lambda row: row.place, "integer"),
        Column("url", "#meta+url", "the claim on the event's page", lambda row: _address(site, row), "anyURI"),
        Column("speaker", "#contact+id", "the speaker's id", lambda row: row.claim.by),
        Column("side", "#org+id", "the side the speaker stands with", lambda row: site.speakers[row.claim.by].side),
        Column("state", "#status+claim", "stands, replaced, taken-back or given-up", lambda row: row.state),
        *_how_many(),
    )


def _how_many() -> tuple[Column[Row], ...]:
    return (
        Column("effect", "#affected+type", "what happened to them", lambda row: row.counts.effect),
        Column("of", "#affected+group", "the part that is counted; empty: all", lambda row: row.counts.of),
        Column("who", "#affected+who", "total, women, men, children or unknown", lambda row: row.field),
        Column("min", "#affected+min", "the fewest; empty: the claim leaves it open", _end("min"), "integer"),
        Column("best", "#affected+best", "the number given, where one is", _end("best"), "integer"),
        Column("max", "#affected+max", "the most; empty: the claim leaves it open", _end("max"), "integer"),
        Column("some", "#affected+some", "people are spoken of, not counted", lambda row: row.quantity.some, "boolean"),
        Column("as_of", "#date+as_of", "the day the number stood at", _as_of, "date"),
    )


def _end(name: Literal["min", "best", "max"]) -> Callable[[Row], Cell]:
    return lambda row: None if row.quantity.some else getattr(row.quantity, name)


def _as_of(row: Row) -> Cell:
    return row.counts.as_of.isoformat() if row.counts.as_of else None


def _address(site: Site, row: Row) -> Cell:
    return f"{page(site, row.event.id)}#claim-{row.claim.id}"
