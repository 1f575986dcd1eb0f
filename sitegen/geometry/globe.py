"""From rings on the globe to shapes on the flat map: the 180th meridian and the poles (RFC 7946, 3.1.9)."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, TypeAlias

from sitegen.geometry.lazy import shapely

Shape: TypeAlias = Any
"""A shapely geometry, degrees WGS 84, longitude first."""
Position = tuple[float, float]


def polygon_on_globe(ring: Sequence[Position]) -> Shape:
    """Fill a closed `ring` of (lng, lat): a valid, possibly empty Polygon or MultiPolygon, cut at 180°.

    An edge of more than 180° and less than 360° is read as the short way round, across the 180th meridian.
    A ring that runs once around the globe holds the pole it is nearer to.
    """
    return oriented(polygons_of(folded(polygons_of(flat_polygon(ring)))))


def flat_polygon(ring: Sequence[Position]) -> Shape:
    """Lay the polygon in a closed `ring` flat, uncut at ±180° and invalid where the ring crosses itself."""
    flat = unrolled(ring)
    around = abs(flat[-1][0] - flat[0][0]) > 180
    return shapely.Polygon(_closed_over_pole(flat) if around else flat)


def line_on_globe(points: Sequence[Position]) -> Shape:
    """Join `points` of (lng, lat) to a LineString, or a MultiLineString cut at 180°."""
    return folded(shapely.LineString(unrolled(points)))


def unrolled(points: Sequence[Position]) -> list[Position]:
    """Let longitudes run on past ±180 instead of jumping."""
    lng = points[0][0]
    path = [(lng, points[0][1])]
    for (before, _), (after, lat) in pairwise(points):
        step = after - before
        lng += step - math.copysign(360, step) if 180 < abs(step) < 360 else step
        path.append((lng, lat))
    return path


def folded(shape: Shape) -> Shape:
    """Bring what lies beyond ±180° back in, cut at the meridian."""
    west, _, east, _ = shape.bounds if not shape.is_empty else (0.0, 0.0, 0.0, 0.0)
    if west >= -180 and east <= 180:
        return shape
    turns = range(math.floor((west + 180) / 360), math.ceil((east + 180) / 360))
    return shapely.unary_union([_turned(shape, turn) for turn in turns])


def polygons_of(shape: Shape) -> Shape:
    """Keep the valid polygonal part of `shape`: self-crossings cut up, lines and points left out."""
    if not shape.is_valid:
        shape = shapely.make_valid(shape, method="structure", keep_collapsed=False)
    parts = shapely.get_parts(shapely.get_parts(shape))
    areas = [p for p in parts if p.geom_type == "Polygon" and not p.is_empty]
    return areas[0] if len(areas) == 1 else shapely.MultiPolygon(areas)


def oriented(shape: Shape) -> Shape:
    """Turn exterior rings counter-clockwise and holes clockwise (RFC 7946, 3.1.6)."""
    return shapely.orient_polygons(shape)


def _turned(shape: Shape, turn: int) -> Shape:
    window = shapely.box(-180 + 360 * turn, -90, 180 + 360 * turn, 90)
    return shapely.transform(
        shapely.intersection(shape, window), lambda lng, lat: (lng - 360 * turn, lat), interleaved=False
    )


def _closed_over_pole(path: list[Position]) -> list[Position]:
    pole = math.copysign(90, math.fsum(lat for _, lat in path))
    (start, _), (end, _) = path[0], path[-1]
    return [*path, (end, pole), (start, pole), path[0]]
