"""Questions to a shape, and its way into and out of GeoJSON."""

import math
from typing import Any

from sitegen.geometry.geodesy import distance_m, ring_area_km2
from sitegen.geometry.globe import Shape, oriented, polygons_of
from sitegen.geometry.lazy import shapely
from sitegen.geometry.points import Bounds, LngLat

# What shapely and numpy raise for dictionaries that only look like a geometry.
_NOT_A_GEOMETRY = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


def point_shape(point: LngLat) -> Shape:
    """Make a shape of a single point."""
    return shapely.Point(point)


def contains(shape: Shape, point: LngLat) -> bool:
    """Whether `point` lies in `shape` or on its edge."""
    return bool(shapely.intersects_xy(shape, *point))


def distance_to_m(shape: Shape, point: LngLat) -> float:
    """Return the metres from `point` to the nearest part of `shape`, 0 inside; nearest on the flat map."""
    nearest = shapely.shortest_line(shape, shapely.Point(point)).coords[0]
    return distance_m(LngLat(*nearest), point)


def bounds(shape: Shape) -> Bounds:
    """Return the box around a shape that is not empty."""
    return Bounds(*shape.bounds)


def label_point(shape: Shape) -> LngLat:
    """Find a point well inside `shape`: the middle of its largest inscribed circle, on the flat map.

    For a line, a point on it.
    """
    if shape.area == 0:
        return LngLat(*shapely.point_on_surface(shape).coords[0])
    return LngLat(*shapely.maximum_inscribed_circle(shape, math.sqrt(shape.area) / 100).coords[0])


def area_km2(shape: Shape) -> float:
    """Measure the square kilometres of a valid polygonal shape on the ellipsoid, holes left out."""
    return math.fsum(
        ring_area_km2(polygon.exterior.coords) - math.fsum(ring_area_km2(h.coords) for h in polygon.interiors)
        for polygon in shapely.get_parts(shape)
    )


def simplified(shape: Shape, tolerance: float) -> Shape:
    """Leave out corners so that no edge moves by more than `tolerance` degrees; a polygon stays valid."""
    return shapely.simplify(shape, tolerance, preserve_topology=True)


def rounded(shape: Shape, decimals: int) -> Shape:
    """Put the shape on the grid of `decimals` of a degree: valid, RFC 7946-oriented and never empty.

    A shape too small for the grid becomes the cell, or the box of cells, that it lies in.
    """
    shape = shapely.transform(shape, lambda xy: xy.round(9))  # GEOS stumbles over numbers like 1e-276
    grid = shapely.set_precision(shape, 10.0**-decimals)
    if shape.area > 0:
        grid = oriented(polygons_of(grid))
    if grid.is_empty:
        grid = shapely.box(*_cells(bounds(shape), decimals))
    return shapely.transform(grid, lambda xy: xy.round(decimals) + 0.0)


def from_geojson(geometry: dict[str, Any]) -> Shape:
    """Read the shape of a GeoJSON geometry, as it is; raises ValueError for one that is none."""
    try:
        return shapely.force_2d(shapely.geometry.shape(geometry))
    except (*_NOT_A_GEOMETRY, shapely.errors.ShapelyError) as error:
        raise ValueError("not a GeoJSON geometry") from error


def to_geojson(shape: Shape, decimals: int = 6) -> dict[str, Any]:
    """Write the shape as a GeoJSON geometry of lists and floats with at most `decimals`, longitude first."""
    geometry = shapely.geometry.mapping(oriented(shape))
    return {"type": geometry["type"], "coordinates": _plain(geometry["coordinates"], decimals)}


def _plain(coordinates: Any, decimals: int) -> Any:
    if isinstance(coordinates, (tuple, list)):
        return [_plain(item, decimals) for item in coordinates]
    return round(float(coordinates), decimals) + 0.0


def _cells(box: Bounds, decimals: int) -> Bounds:
    west, east = _span(box.west, box.east, decimals, 180)
    south, north = _span(box.south, box.north, decimals, 90)
    return Bounds(west, south, east, north)


def _span(low: float, high: float, decimals: int, limit: int) -> tuple[float, float]:
    """Find the grid lines around `low`…`high`, at least one cell apart and within ±`limit` degrees."""
    scale = 10**decimals
    first = min(math.floor(round(low * scale, 6)), limit * scale - 1)
    return first / scale, max(math.ceil(round(high * scale, 6)), first + 1) / scale
