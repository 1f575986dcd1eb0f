"""Place → shapes: precision becomes extent, and nothing is drawn finer than it is known."""

from collections.abc import Mapping, Sequence
from typing import Any

from sitegen.gazetteer import Entry, Gazetteer
from sitegen.geometry import (
    DECIMALS,
    DEFAULT_RADIUS_KM,
    Circle,
    LngLat,
    bounds,
    distance_m,
    enclosing,
    label_point,
    published_circle,
    rounded_point,
)
from sitegen.located import Shape
from sitegen.model.place import Precision

_CIRCLES = frozenset({"site", "neighbourhood", "settlement", "near"})
# The usual size of a district where its file states none: most raions of the region are 15 to 25 km in radius.
_DISTRICT_KM = 20.0


class Shapes:
    """The shapes of places, each worked out once."""

    def __init__(self, gazetteer: Gazetteer, outlines: Mapping[str, Any]) -> None:
        """Draw from `gazetteer`, with `outlines` (place id → geometry) where there are any."""
        self.gazetteer, self.outlines = gazetteer, outlines
        self._made: dict[str, tuple[Shape, ...]] = {}

    def of(self, entry: Entry) -> tuple[Shape, ...]:
        """Return what is drawn for a place: several shapes for a composite one, none where it has no position."""
        if entry.id not in self._made:
            unknown = entry.place.members_unknown
            self._made[entry.id] = self._around(entry) if unknown else self._members(entry) or self._own(entry)
        return self._made[entry.id]

    def _members(self, entry: Entry) -> tuple[Shape, ...]:
        members = (self.gazetteer.entries[id_] for id_ in entry.place.members)
        return tuple(shape for member in members for shape in self.of(member))

    def _around(self, entry: Entry) -> tuple[Shape, ...]:
        """Draw a composite place of which some members are not known: the known ones alone would be too fine."""
        known, point = self._members(entry), point_of(entry)
        if not known or point is None or entry.id in self.outlines:
            return self._own(entry)
        center = rounded_point(point, DECIMALS[entry.place.precision])
        reach = max(_reach_m(center, shape, self.outlines) for shape in known)
        radius = max((entry.place.radius_km or _DISTRICT_KM) * 1000, reach)
        return (_circle(entry.place.precision, center, radius / 1000, about=True),)

    def _own(self, entry: Entry) -> tuple[Shape, ...]:
        precision, point = entry.place.precision, point_of(entry)
        if precision == "between":
            return self._between(entry)
        if entry.id in self.outlines:
            anchor = rounded_point(label_point(self.outlines[entry.id]), DECIMALS[precision])
            return (Shape(precision, anchor, outline=entry.id),)
        if precision == "district":
            return self._about(entry, self._settlements(entry) or ([_published(entry, point)] if point else []))
        if point is None:
            return ()
        if precision == "exact":
            return (Shape(precision, rounded_point(point, DECIMALS[precision])),)
        if precision in _CIRCLES:
            return (_circle(precision, point, _radius_km(entry)),)
        return self._about(entry, [_published(entry, point)]) if entry.place.radius_km else ()

    def _about(self, entry: Entry, known: Sequence[Circle]) -> tuple[Shape, ...]:
        """Draw the dashed circle: of equal area, centred on the mean of what is known inside, holding all of it."""
        if not known:
            return ()
        circle = enclosing(known, (entry.place.radius_km or _DISTRICT_KM) * 1000)
        precision = entry.place.precision
        return (_circle(precision, circle.center, circle.radius_m / 1000, about=True),)

    def _settlements(self, entry: Entry) -> list[Circle]:
        finer = (e for e in self.gazetteer.inside(entry.id) if e.place.precision in {"exact", *_CIRCLES})
        return [_published(e, point) for e in finer if (point := point_of(e))]

    def _between(self, entry: Entry) -> tuple[Shape, ...]:
        ends = [self._end(id_) for id_ in entry.place.between or ()]
        if len(ends) != 2 or ends[0] is None or ends[1] is None:
            return ()
        a, b = (rounded_point(end, DECIMALS["between"]) for end in ends if end)
        middle = rounded_point(LngLat((a.lng + b.lng) / 2, (a.lat + b.lat) / 2), DECIMALS["between"])
        return (Shape("between", middle, line=(a, b)),)

    def _end(self, id_: str) -> LngLat | None:
        drawn = self.of(self.gazetteer.entries[id_])
        return drawn[0].anchor if drawn else None


def point_of(entry: Entry) -> LngLat | None:
    """Return the point in a place's file."""
    point = entry.place.point
    return LngLat(point.lon, point.lat) if point else None


def _published(entry: Entry, point: LngLat) -> Circle:
    """Return where a place's point lies as far as it is published: larger shapes may give away nothing finer."""
    return published_circle(point, 0, DECIMALS[entry.place.precision])


def _radius_km(entry: Entry) -> float:
    return entry.place.radius_km or DEFAULT_RADIUS_KM[entry.place.precision]


def _circle(precision: Precision, point: LngLat, radius_km: float, *, about: bool = False) -> Shape:
    circle = published_circle(point, radius_km * 1000, DECIMALS[precision])
    return Shape(precision, circle.center, round(circle.radius_m), about=about)


def uncertainty_m(shapes: Sequence[Shape], outlines: Mapping[str, Any]) -> int | None:
    """Return Darwin Core's coordinateUncertaintyInMeters: how far from the first anchor the place may lie.

    Of an outline it is the distance to the farthest corner of its bounding box, rounded up to whole kilometres.
    """
    anchors = [shape.anchor for shape in shapes if shape.anchor]
    if not anchors:
        return None
    return max(_reach_m(anchors[0], shape, outlines) for shape in shapes)


def _reach_m(anchor: LngLat, shape: Shape, outlines: Mapping[str, Any]) -> int:
    if shape.outline:
        west, south, east, north = bounds(outlines[shape.outline])
        corners = [LngLat(lng, lat) for lng in (west, east) for lat in (south, north)]
        return -int(-max(distance_m(anchor, corner) for corner in corners) // 1000) * 1000
    if shape.line:
        return -int(-max(distance_m(anchor, end) for end in shape.line) // 1000) * 1000
    offset = distance_m(anchor, shape.anchor) if shape.anchor and shape.anchor != anchor else 0
    return round(offset) + (shape.radius_m or round(DEFAULT_RADIUS_KM["exact"] * 1000))
