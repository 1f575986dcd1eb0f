"""changes.csv: a row a correction, and one for each event that was withdrawn."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sitegen.exports.table import Cell, Column
from sitegen.exports.terms import page
from sitegen.located import Tombstone
from sitegen.model.event import Correction
from sitegen.site import Site

NAME = "changes.csv"
KEY = ("event", "number")


@dataclass(frozen=True, slots=True)
class Row:
    """A change of one event, counted from 1: a correction, or that it was withdrawn."""

    event: str
    number: int
    change: Correction | Tombstone


def rows(site: Site) -> Iterator[Row]:
    """Yield the corrections of each event, newest event first, then the withdrawn events by id."""
    for event in site.events:
        for number, correction in enumerate(event.event.corrections, 1):
            yield Row(event.id, number, correction)
    for stone in site.tombstones:
        yield Row(stone.id, 1, stone)


def columns(site: Site) -> tuple[Column[Row], ...]:
    """Return the columns; words stand in the site's first language where they are given in it."""
    return (
        Column("event", "#event+id", "the event's id", lambda row: row.event),
        Column("number", "#meta+num", "counts the event's changes from 1", lambda row: row.number, "integer"),
        Column("url", "#meta+url", "the event's page", lambda row: page(site, row.event), "anyURI"),
        Column("date", "#date", "the day of the change", lambda row: row.change.date.isoformat(), "date"),
        Column("change", "#status", "corrected or withdrawn", _change),
        Column("what", "#meta+what", "what was corrected", _said(site, "what")),
        Column("was", "#description+was", "what had stood there", _said(site, "was")),
        Column("now", "#description+now", "what stands there since", _said(site, "now")),
        Column("why", "#description+why", "why; of a withdrawn event the reason's id", _said(site, "why")),
    )


def _change(row: Row) -> Cell:
    return "corrected" if isinstance(row.change, Correction) else "withdrawn"


def _said(site: Site, name: str) -> Callable[[Row], Cell]:
    def said(row: Row) -> Cell:
        if isinstance(row.change, Correction):
            return site.say(getattr(row.change, name))
        return row.change.reason if name == "why" else None

    return said
