"""Lists of events: what a row shows, by year, and what lies beyond the newest two hundred."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sitegen.located import Located
from sitegen.model.site import Kind
from sitegen.pages.edition import Edition
from sitegen.pages.people import Line, lines
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


def months(edition: Edition) -> tuple[Month, ...]:
    """Return the month pages, newest first: there are some only where the front page cannot list all events."""
    if len(edition.site.events) <= NEWEST:
        return ()
    grouped = groupby(edition.site.events, month_of)
    return tuple(Month(first, f"months/{first:%Y-%m}.html", len(list(events))) for first, events in grouped)


def month_of(event: Located) -> date:
    """Return the first day of the month an event is listed under: that of its end."""
    return event.event.when.date.end.replace(day=1)


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
