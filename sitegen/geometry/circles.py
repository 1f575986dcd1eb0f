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

    The radius grows by the farthest that rounding moves any point to this centre, not by how far it moved this one:
    so all points that are published alike have the same circle, and it tells nothing finer than its centre does.
    It is rounded up, to 10 m where at least three decimals are published (exact, site, neighbourhood), else to 100 m.
    """
    center = rounded_point(point, decimals)
    step = 10 if decimals >= 3 else 100
    return Circle(center, float(math.ceil((radius_m + _rounding_m(center, decimals)) / step) * step))


def _rounding_m(center: LngLat, decimals: int) -> float:
    """Return the most metres by which rounding to `decimals` of a degree moves a point that ends up at `center`."""
    half = 0.5 * 10**-decimals
    corners = (LngLat(center.lng + half, lat) for lat in (center.lat - half, center.lat + half) if abs(lat) <= 90)
    return max(distance_m(center, corner) for corner in corners)


def enclosing(circles: Sequence[Circle], at_least_m: float) -> Circle:
    """Find the circle around the mean of the centres of `circles` that holds them all, at least `at_least_m` in radius.

    For a district without an outline `at_least_m` is `equal_area_radius_m` of it. Raises ValueError for no
    circles, or for centres that balance around the globe.
    """
    center = mean_point([inner.center for inner in circles])
    return Circle(center, max(at_least_m, *(distance_m(center, c.center) + c.radius_m for c in circles)))


def equal_area_radius_m(area_km2: float) -> float:
    """Return the radius in metres of the circle with an area of `area_km2` square kilometres."""
    return math.sqrt(area_km2 / math.pi) * 1000


def line(a: LngLat, b: LngLat) -> Shape:
    """Draw the shortest path between two points: a LineString, cut in two at the 180th meridian."""
    return line_on_globe(path(a, b))
