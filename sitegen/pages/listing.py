"""Lists of events: what a row shows, by year, and what lies beyond the newest two hundred."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sitegen.located import Located
from sitegen.model.site import Kind
from sitegen.pages.edition import Edition
from sitegen.pages.people import Line, lines
from sitegen.pieces import Material
from sitegen.symbols import FILLS
from sitegen.verdict import LABELS

NEWEST = 200


@dataclass(frozen=True, slots=True)
class Mark:
    """A symbol of the page's sprite: `id` names it, the rest draws it."""

    id: str
    shape: str
    fill: str
    crossed: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a list; `people` are the lines of the first effect: a part never stands for the whole."""

    event: Located
    kind: Kind
    mark: Mark
    places: tuple[str, ...]
    people: tuple[Line, ...]
    verdict: str
    disputed: bool


@dataclass(frozen=True, slots=True)
class Month:
    """A page of older events: its first day, its path inside the edition, and how many events it lists."""

    first: date
    path: str
    count: int


@dataclass(frozen=True, slots=True)
class Listing:
    """What a page lists: rows by year, newest first; `months` leads to every event where not all are shown."""

    years: tuple[tuple[int, tuple[Item, ...]], ...]
    count: int
    shown: int
    months: tuple[Month, ...] = ()


def listing(events: Sequence[Located], edition: Edition, limit: int = NEWEST) -> Listing:
    """List events, the newest `limit` of them."""
    items = [item(event, edition) for event in events[:limit]]
    years = tuple(
        (year, tuple(group)) for year, group in groupby(items, lambda row: row.event.event.when.date.end.year)
    )
    older = months(edition) if len(events) > limit else ()
    return Listing(years, len(events), len(items), older)


def reach(events: Sequence[Located], edition: Edition) -> Material:
    """Return what a page that lists `events` is made of: a list that does not hold all of them leads to the months."""
    older = months(edition) if len(events) > NEWEST else ()
    return events, [(month.path, month.count) for month in older]


def months(edition: Edition) -> tuple[Month, ...]:
    """Return the month pages, newest first; every event is listed in one of them."""
    found = edition.index.by["months"].items()
    return tuple(Month(date.fromisoformat(f"{id_}-01"), month_path(id_), len(events)) for id_, events in found)


def month_path(id_: str) -> str:
    """Return where a month's page stands, inside its edition: `id_` is as 2024-11."""
    return f"months/{id_}.html"


def item(event: Located, edition: Edition) -> Item:
    """Return the row of one event, worked out once for all lists."""
    if event.id not in edition.rows:
        edition.rows[event.id] = _item(event, edition)
    row: Item = edition.rows[event.id]
    return row


def _item(event: Located, edition: Edition) -> Item:
    kind, verdict = edition.site.kinds[event.event.kind], event.verdicts.event
    people = lines(event.ranges, edition.t)
    return Item(
        event=event, kind=kind, mark=mark_of(event, edition), places=_places(event, edition),
        people=tuple(line for line in people if line.effect == people[0].effect),
        verdict=edition.t.gettext(LABELS[verdict.level]), disputed=verdict.disputed,
    )  # fmt: skip


def mark_of(event: Located, edition: Edition) -> Mark:
    """Return the mark of an event: its kind's shape, filled as far as it is confirmed, crossed where disputed."""
    shape, verdict = edition.site.kinds[event.event.kind].shape, event.verdicts.event
    return mark(shape, FILLS.get(verdict.level, "hollow"), crossed=verdict.disputed)


def mark(shape: str, fill: str, *, crossed: bool = False) -> Mark:
    """Name a symbol."""
    return Mark(f"m-{shape}-{fill}{'-x' if crossed else ''}", shape, fill, crossed)


def _places(event: Located, edition: Edition) -> tuple[str, ...]:
    """Return the places in the source's words, without repetitions."""
    names = [location.where.place for location in event.locations if location.where.place]
    return tuple(dict.fromkeys(names)) or (edition.t.gettext("place not disclosed"),)


def marks_of(rows: Listing) -> tuple[Mark, ...]:
    """Return the symbols that a list draws."""
    return tuple(row.mark for _, group in rows.years for row in group)
