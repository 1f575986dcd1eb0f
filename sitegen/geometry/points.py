"""Points and the precision they are published with."""

from typing import NamedTuple

DECIMALS = {
    "exact": 4,
    "site": 3,
    "neighbourhood": 3,
    "settlement": 2,
    "near": 2,
    "district": 1,
    "region": 1,
    "between": 1,
    "country": 0,
}
"""Decimals of a degree published for each precision; `undisclosed` has no coordinates at all."""

DEFAULT_RADIUS_KM = {"exact": 0.1, "site": 0.5, "neighbourhood": 1.5, "settlement": 5.0, "near": 25.0}
"""Kilometres assumed around a place whose file gives no radius."""


class LngLat(NamedTuple):
    """A point in degrees, WGS 84: longitude -180…180, latitude -90…90."""

    lng: float
    lat: float


class Bounds(NamedTuple):
    """A box in degrees, WGS 84; `west` <= `east`, so a shape on both sides of 180° spans -180…180."""

    west: float
    south: float
    east: float
    north: float


class Circle(NamedTuple):
    """Everything within `radius_m` metres of `center`, along the WGS 84 ellipsoid."""

    center: LngLat
    radius_m: float


def rounded_point(point: LngLat, decimals: int) -> LngLat:
    """Round `point` to `decimals` of a degree, without negative zeros."""
    return LngLat(round(point.lng, decimals) + 0.0, round(point.lat, decimals) + 0.0)
