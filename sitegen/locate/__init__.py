"""Events → what is drawn of them: toponyms become places, and places shapes as fine as they are known."""

from collections.abc import Iterable, Mapping

from sitegen.counts import ranges
from sitegen.decode import Decoded
from sitegen.gazetteer import Entry, Gazetteer
from sitegen.geometry import DECIMALS, DEFAULT_RADIUS_KM, published_circle
from sitegen.locate.disclosed import disclosed
from sitegen.locate.outlines import ground, known, outline_problems, outlines
from sitegen.locate.shapes import Shapes, point_of, uncertainty_m
from sitegen.located import Located, Location, Shape
from sitegen.model.event import Event, Where
from sitegen.model.site import Side, Speaker
from sitegen.verdict import judge

__all__ = ["disclosed", "ground", "known", "locate", "outline_problems", "outlines"]


def locate(
    events: Iterable[Decoded[Event]],
    shapes: Shapes,
    speakers: Mapping[str, Speaker],
    sides: Mapping[str, Side],
) -> tuple[Located, ...]:
    """Return the events newest first, each with its places drawn, its numbers ranged and its rows judged.

    Every toponym must resolve: the rules have seen to it (AssertionError otherwise).
    """
    located = [_located(event, shapes, speakers, sides) for event in events]
    return tuple(sorted(located, key=_newest_first))


def _newest_first(event: Located) -> tuple[int, int, str]:
    span = event.event.when.date
    return -span.end.toordinal(), -span.start.toordinal(), event.id


def _located(
    event: Decoded[Event], shapes: Shapes, speakers: Mapping[str, Speaker], sides: Mapping[str, Side]
) -> Located:
    record = event.record
    return Located(
        event.id,
        event.path,
        record,
        tuple(_location(where, shapes) for where in record.where),
        judge(record, speakers, sides),
        ranges(record, speakers),
    )


def _location(where: Where, shapes: Shapes) -> Location:
    entry = _entry(where, shapes.gazetteer)
    if where.precision == "undisclosed" or entry is None:
        return Location(where, entry, "undisclosed", (), None)
    if where.precision == "near":
        drawn = _near(where, entry)
        return Location(where, entry, "near", drawn, uncertainty_m(drawn, shapes.outlines))
    drawn = shapes.of(entry)
    return Location(where, entry, entry.place.precision, drawn, uncertainty_m(drawn, shapes.outlines))


def _entry(where: Where, gazetteer: Gazetteer) -> Entry | None:
    if where.place is None:
        return None
    entry = gazetteer.resolve(where.place, where.within)
    assert isinstance(entry, Entry), f"{where.place} was not checked"  # noqa: S101
    return entry


def _near(where: Where, entry: Entry) -> tuple[Shape, ...]:
    point = point_of(entry)
    if point is None:
        return ()
    radius = (where.radius_km or DEFAULT_RADIUS_KM["near"]) * 1000
    circle = published_circle(point, radius, DECIMALS["near"])
    return (Shape("near", circle.center, round(circle.radius_m)),)
