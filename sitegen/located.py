"""Events with every toponym resolved to a place and every place to shapes that can be drawn."""

from dataclasses import dataclass
from datetime import date

from sitegen.counts import Range
from sitegen.gazetteer import Entry
from sitegen.geometry import LngLat
from sitegen.model.event import Event, Where
from sitegen.model.place import Precision
from sitegen.verdict import Verdicts


@dataclass(frozen=True, slots=True)
class Shape:
    """What is drawn for one place: already rounded to the decimals of its precision.

    exact: a pin at `anchor`. site: a dot in a circle. neighbourhood, settlement, near: a circle of `radius_m`.
    district: an outline, else a dashed circle (`about`). region, country: the outline of the place `outline`.
    between: the `line`. `anchor` is where a symbol stands when the shape is too small to see, None when undisclosed.
    """

    precision: Precision
    anchor: LngLat | None = None
    radius_m: int = 0
    outline: str | None = None
    line: tuple[LngLat, LngLat] | None = None
    about: bool = False


@dataclass(frozen=True, slots=True)
class Location:
    """One `where` of an event: the words of the source, the place they mean, and what is drawn.

    `entry` is None only where the place is undisclosed and no containing place is named. `shapes` has several
    members for composite places and is empty for undisclosed ones.
    """

    where: Where
    entry: Entry | None
    precision: Precision
    shapes: tuple[Shape, ...]
    uncertainty_m: int | None


@dataclass(frozen=True, slots=True)
class Located:
    """An event as the pages, the map and the exports see it."""

    id: str
    path: str
    event: Event
    locations: tuple[Location, ...]
    verdicts: Verdicts
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What remains of a withdrawn event."""

    id: str
    date: date
    reason: str
