"""The rows of events.csv: an event, or what remains of a withdrawn one; and how a column reads them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sitegen.exports.table import Cell
from sitegen.located import Located, Location, Tombstone
from sitegen.site import Site


@dataclass(frozen=True, slots=True)
class Row:
    """An event, or what remains of a withdrawn one."""

    id: str
    event: Located | None = None
    stone: Tombstone | None = None

    @property
    def main(self) -> Location | None:
        """The place that stands for the event: its first scene, else its first place; none that is withheld."""
        drawn = [at for at in self.event.locations if at.shapes] if self.event else []
        return next((at for at in drawn if at.where.role == "scene"), drawn[0] if drawn else None)


def rows(site: Site) -> Iterator[Row]:
    """Yield the events, newest first, then the withdrawn ones by id."""
    yield from (Row(event.id, event=event) for event in site.events)
    yield from (Row(stone.id, stone=stone) for stone in site.tombstones)


def of_event(value: Callable[[Located], Cell]) -> Callable[[Row], Cell]:
    """Read a cell from the event; empty for a withdrawn one."""
    return lambda row: value(row.event) if row.event else None


def of_stone(value: Callable[[Tombstone], Cell]) -> Callable[[Row], Cell]:
    """Read a cell from what remains; empty for an event that stands."""
    return lambda row: value(row.stone) if row.stone else None


def of_main(value: Callable[[Location], Cell]) -> Callable[[Row], Cell]:
    """Read a cell from the place that stands for the event; empty where there is none to show."""
    return lambda row: value(row.main) if row.main else None
