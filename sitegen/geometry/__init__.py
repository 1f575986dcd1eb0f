"""Shapes: the one package that knows shapely and geographiclib.

Everything is a plain function over points (`LngLat`), `Bounds`, `Circle` and `Shape`, an immutable geometry
that others pass around without looking inside. Degrees are WGS 84, longitude first; distances are metres,
areas square kilometres. Nothing is cached here: callers keep what they need per place.
"""

from sitegen.geometry.circles import circle, enclosing, equal_area_radius_m, line, published_circle
from sitegen.geometry.geodesy import distance_m, mean_point, sphere_m
from sitegen.geometry.globe import Shape
from sitegen.geometry.outlines import parse_outline
from sitegen.geometry.plane import LAST_LATITUDE, Plane, Window, plane, seen
from sitegen.geometry.points import DECIMALS, DEFAULT_RADIUS_KM, Bounds, Circle, LngLat, rounded_point
from sitegen.geometry.shapes import (
    area_km2,
    bounds,
    contains,
    distance_to_m,
    from_geojson,
    label_point,
    rounded,
    simplified,
    to_geojson,
)

__all__ = [
    "DECIMALS",
    "DEFAULT_RADIUS_KM",
    "LAST_LATITUDE",
    "Bounds",
    "Circle",
    "LngLat",
    "Plane",
    "Shape",
    "Window",
    "area_km2",
    "bounds",
    "circle",
    "contains",
    "distance_m",
    "distance_to_m",
    "enclosing",
    "equal_area_radius_m",
    "from_geojson",
    "label_point",
    "line",
    "mean_point",
    "parse_outline",
    "plane",
    "published_circle",
    "rounded",
    "rounded_point",
    "seen",
    "simplified",
    "sphere_m",
    "to_geojson",
]
