"""Outlines that people bring: GeoJSON polygons → valid shapes and plain sentences about what was wrong."""

import math
from collections.abc import Iterator
from typing import Any

from sitegen.geometry.globe import Shape, flat_polygon, oriented, polygon_on_globe, polygons_of
from sitegen.geometry.lazy import shapely
from sitegen.problems import say

Ring = list[tuple[float, float]]


class _UnreadableError(ValueError):
    """An outline that cannot be drawn; the message is the sentence for its author."""


def parse_outline(geometry: Any) -> tuple[Shape | None, list[str]]:
    """Read a GeoJSON Polygon or MultiPolygon: the valid, RFC 7946-oriented shape and notes for its author.

    A Feature or FeatureCollection stands for its geometries. Rings that run the wrong way round are turned
    silently and outlines across the 180th meridian are cut there; a ring that is open or crosses itself is
    mended and reported. Latitude out of range, numbers that are no numbers, no area or another type give None
    and the reason. Coordinates are degrees WGS 84, longitude first.
    """
    try:
        polygons = [
            [_ring(ring) for ring in polygon] for single in _geometries(geometry) for polygon in _polygons(single)
        ]
        if not polygons or not all(polygons):
            raise _UnreadableError(say("The outline is empty."))
    except _UnreadableError as problem:
        return None, [problem.args[0]]
    reports = [note for polygon in polygons for ring in polygon for note in _remarks(ring)]
    shape = _joined(polygons, reports)
    if shape.is_empty:
        return None, [*reports, say("The outline has no area.")]
    return shape, reports


def _joined(polygons: list[list[Ring]], reports: list[str]) -> Shape:
    shapes = [_polygon(rings, reports) for rings in polygons]
    whole = shapes[0] if len(shapes) == 1 else polygons_of(shapely.MultiPolygon(_flat(shapes)))
    if len(shapes) > 1 and whole.area < math.fsum(s.area for s in shapes) * (1 - 1e-9):
        reports.append(say("Parts of the outline lay over each other; they were joined."))
    return oriented(whole)


def _polygon(rings: list[Ring], reports: list[str]) -> Shape:
    shell, *holes = (polygon_on_globe(_closed(ring)) for ring in rings)
    if not holes:
        return shell
    hole = shapely.unary_union(holes)
    if not shapely.covers(shell, hole):
        reports.append(say("A hole reaches beyond the outline around it; only what lies inside was cut out."))
    return polygons_of(shapely.difference(shell, hole))


def _remarks(ring: Ring) -> Iterator[str]:
    if ring[0] != ring[-1]:
        yield say("A ring was not closed; its last point was joined to its first, %(point)s.", point=_at(ring[0]))
    reason = shapely.is_valid_reason(flat_polygon(_closed(ring)))
    crossing, _, where = reason.partition("[")
    if crossing in ("Self-intersection", "Ring Self-intersection"):
        lng, lat = (float(number) for number in where.rstrip("]").split())
        yield say("The outline crosses or touches itself near %(point)s; it was made valid.", point=_at((lng, lat)))


def _geometries(document: Any) -> list[Any]:
    match document:
        case {"type": "FeatureCollection", "features": list(features)}:
            return [f.get("geometry") if isinstance(f, dict) else None for f in features]
        case {"type": "Feature", "geometry": geometry}:
            return [geometry]
    return [document]


def _polygons(geometry: Any) -> Iterator[list[Any]]:
    match geometry:
        case {"type": "Polygon", "coordinates": list(rings)}:
            yield rings
        case {"type": "MultiPolygon", "coordinates": list(polygons)}:
            yield from (rings if isinstance(rings, list) else [None] for rings in polygons)
        case {"type": str(kind)}:
            said = say("An outline is a Polygon or a MultiPolygon, not a %(kind)s.", kind=kind[:40])
            raise _UnreadableError(said)
        case _:
            raise _UnreadableError(say("An outline is a GeoJSON Polygon or MultiPolygon."))


def _ring(positions: Any) -> Ring:
    if not isinstance(positions, list):
        raise _UnreadableError(say("A ring of the outline is not a list of positions."))
    ring = [_position(position) for position in positions]
    if len(set(ring)) < 3:
        raise _UnreadableError(say("A ring of the outline has fewer than three different points."))
    return ring


def _position(position: Any) -> tuple[float, float]:
    if not isinstance(position, list) or len(position) < 2:
        raise _UnreadableError(say("A position of the outline is not a pair of longitude and latitude."))
    if not all(type(number) in (int, float) and -1e9 < number < 1e9 for number in position[:2]):
        raise _UnreadableError(say("A position of the outline holds something that is not a number of degrees."))
    lng, lat = round(float(position[0]), 9), round(float(position[1]), 9)
    if abs(lat) > 90:
        said = say("Latitude %(degrees)s is outside -90 to 90; GeoJSON puts longitude first.", degrees=f"{lat:g}")
        raise _UnreadableError(said)
    if abs(lng) > 360:
        raise _UnreadableError(say("Longitude %(degrees)s is outside -180 to 180.", degrees=f"{lng:g}"))
    return lng, lat


def _closed(ring: Ring) -> Ring:
    return ring if ring[0] == ring[-1] else [*ring, ring[0]]


def _flat(shapes: list[Shape]) -> list[Shape]:
    return [part for shape in shapes for part in shapely.get_parts(shape)]


def _at(position: tuple[float, float]) -> str:
    lng, lat = position
    return f"{abs(lat):.4g}° {'S' if lat < 0 else 'N'} {abs(lng):.4g}° {'W' if lng < 0 else 'E'}"
