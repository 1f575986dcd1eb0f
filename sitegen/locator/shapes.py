"""Geometries taken apart into points: what drawing needs and `sitegen.geometry` hands out as GeoJSON."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from sitegen.geometry import Shape, simplified, to_geojson
from sitegen.locator.same import Same

Points = list[tuple[float, float]]


def lines_of(shape: Shape, detail: int) -> Iterator[Points]:
    """Yield the lines of a linear shape as lists of (lng, lat) in degrees, true to 2**`detail` of a degree."""
    geometry = to_geojson(simplified(shape, 2.0**detail))
    yield from (_points(line) for line in _parts(geometry, "LineString"))


def rings_of(shape: Shape, detail: int) -> tuple[Points, ...]:
    """Return all rings of a polygonal shape, holes too: filled even–odd they are the shape."""
    return _rings(Same(shape), detail)


@lru_cache(maxsize=512)
def _rings(same: Same[Shape], detail: int) -> tuple[Points, ...]:
    geometry = to_geojson(simplified(same.it, 2.0**detail))
    return tuple(_points(ring) for polygon in _parts(geometry, "Polygon") for ring in polygon)


def _parts(geometry: dict[str, Any], single: str) -> list[Any]:
    if geometry["type"] == single:
        return [geometry["coordinates"]]
    return list(geometry["coordinates"]) if geometry["type"] == f"Multi{single}" else []


def _points(positions: list[list[float]]) -> Points:
    return [(position[0], position[1]) for position in positions]
