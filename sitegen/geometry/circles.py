"""Circles of uncertainty: drawn on the ellipsoid, grown when their centre is rounded."""

import math
from collections.abc import Sequence

from sitegen.geometry.geodesy import distance_m, mean_point, path, travelled
from sitegen.geometry.globe import Shape, line_on_globe, polygon_on_globe
from sitegen.geometry.points import Circle, LngLat, rounded_point

MAX_RADIUS_M = 5_000_000.0
"""Half the way to the other side of the globe and no more: a larger circle says nothing about a place."""


def circle(center: LngLat, radius_m: float, n: int = 64) -> Shape:
    """Draw the circle as a closed counter-clockwise polygon of `n` corners, each `radius_m` from `center`.

    A MultiPolygon where it crosses the 180th meridian. Raises ValueError unless 0 < radius_m <= 5,000,000.
    """
    if not 0 < radius_m <= MAX_RADIUS_M:
        raise ValueError(f"a circle's radius is more than 0 and at most {MAX_RADIUS_M:.0f} metres")
    ring = [travelled(center, -360 * i / n, radius_m) for i in range(n)]
    return polygon_on_globe([*ring, ring[0]])


def published_circle(point: LngLat, radius_m: float, decimals: int) -> Circle:
    """Find the circle around the rounded `point` that holds that of `radius_m` metres around the true one.

    The radius grows by the distance the centre moved and is rounded up, to 10 m where at least three decimals
    are published (exact, site, neighbourhood), else to 100 m.
    """
    center = rounded_point(point, decimals)
    step = 10 if decimals >= 3 else 100
    return Circle(center, float(math.ceil((radius_m + distance_m(point, center)) / step - 1e-9) * step))


def enclosing(points: Sequence[LngLat], at_least_m: float) -> Circle:
    """Find the circle around the mean of `points` that holds them all, at least `at_least_m` in radius.

    For a district without an outline `at_least_m` is `equal_area_radius_m` of it. Raises ValueError for no
    points, or for points that balance around the globe.
    """
    center = mean_point(points)
    return Circle(center, max(at_least_m, *(distance_m(center, p) for p in points)))


def equal_area_radius_m(area_km2: float) -> float:
    """Return the radius in metres of the circle with an area of `area_km2` square kilometres."""
    return math.sqrt(area_km2 / math.pi) * 1000


def line(a: LngLat, b: LngLat) -> Shape:
    """Draw the shortest path between two points: a LineString, cut in two at the 180th meridian."""
    return line_on_globe(path(a, b))
