"""Distances, directions and areas on the WGS 84 ellipsoid (Karney 2013, doi 10.1007/s00190-012-0578-z)."""

import math
from collections.abc import Iterable, Sequence

from geographiclib.geodesic import Geodesic

from sitegen.geometry.points import LngLat

_EARTH = Geodesic.WGS84
_MEAN_M = 6_371_008.8  # radius of the sphere (IUGG)
_POSITION = Geodesic.LATITUDE | Geodesic.LONGITUDE


def distance_m(a: LngLat, b: LngLat) -> float:
    """Return the metres between two points along the shortest path."""
    return float(_EARTH.Inverse(a.lat, a.lng, b.lat, b.lng, Geodesic.DISTANCE)["s12"])


def sphere_m(a: LngLat, b: LngLat) -> float:
    """Return about the metres between two points: by the haversine on a sphere, within 0.6 % of `distance_m`."""
    up, across = math.radians(b.lat - a.lat) / 2, math.radians(b.lng - a.lng) / 2
    half = math.sin(up) ** 2 + math.cos(math.radians(a.lat)) * math.cos(math.radians(b.lat)) * math.sin(across) ** 2
    return 2 * _MEAN_M * math.asin(math.sqrt(min(half, 1.0)))


def travelled(start: LngLat, azimuth: float, metres: float) -> LngLat:
    """Go `metres` from `start`, setting off at `azimuth` (degrees clockwise from north)."""
    end = _EARTH.Direct(start.lat, start.lng, azimuth, metres, _POSITION)
    return LngLat(end["lon2"], end["lat2"])


def path(a: LngLat, b: LngLat, step_m: float = 50_000) -> list[LngLat]:
    """Follow the shortest path from `a` to `b`: points at most `step_m` metres apart, both ends included."""
    line = _EARTH.InverseLine(a.lat, a.lng, b.lat, b.lng)
    stretches = max(1, math.ceil(line.s13 / step_m))
    between = (line.Position(line.s13 * i / stretches, _POSITION) for i in range(1, stretches))
    return [a, *(LngLat(p["lon2"], p["lat2"]) for p in between), b]


def ring_area_km2(ring: Iterable[Sequence[float]]) -> float:
    """Measure the square kilometres in a closed ring of (lng, lat), whichever way round it runs."""
    polygon = _EARTH.Polygon()
    for lng, lat in list(ring)[:-1]:
        polygon.AddPoint(lat, lng)
    return abs(float(polygon.Compute()[2])) / 1e6


def mean_point(points: Sequence[LngLat]) -> LngLat:
    """Find the middle of `points` on the sphere, so that 179° and -179° meet at 180°.

    Raises ValueError for no points, or for points that balance around the globe and have no middle.
    """
    vectors = [_unit_vector(p) for p in points]
    x, y, z = (math.fsum(axis) for axis in zip(*vectors, strict=True)) if vectors else (0.0, 0.0, 0.0)
    if math.hypot(x, y, z) < 1e-9:
        raise ValueError("these points have no middle")
    return LngLat(math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y))))


def _unit_vector(point: LngLat) -> tuple[float, float, float]:
    lng, lat = math.radians(point.lng), math.radians(point.lat)
    return math.cos(lat) * math.cos(lng), math.cos(lat) * math.sin(lng), math.sin(lat)
