"""Where, as GeoJSON: each shape as fine as its precision and no finer (RFC 7946, degrees WGS 84)."""

from functools import lru_cache
from typing import Any

from sitegen.exports.plain import present, words
from sitegen.geometry import DECIMALS, DEFAULT_RADIUS_KM, LngLat, rounded, rounded_point, simplified, to_geojson
from sitegen.located import Location, Shape
from sitegen.site import Site

Geometry = dict[str, Any]

OUTLINE_DECIMALS = 2
"""Decimals of outlines: a boundary is a public line that locates nobody, and on a grid of whole degrees a country
would lose its shape (Ukraine its coast at Crimea). Points and centres keep to the decimals of their precision."""
OUTLINE_TOLERANCE = 0.02


class Geometries:
    """The geometries of one site; each outline is rounded once."""

    def __init__(self, site: Site) -> None:
        """Draw from the outlines of `site`."""
        self._outlines = site.outlines
        self._public = lru_cache(maxsize=None)(self._line)

    def of(self, shape: Shape) -> Geometry | None:
        """Return the published geometry of a shape: a point, an outline or a line, None where it has no position."""
        decimals = DECIMALS[shape.precision]
        if shape.line:
            return {"type": "LineString", "coordinates": [_position(end, decimals) for end in shape.line]}
        if shape.outline in self._outlines:
            return self._public(shape.outline)
        return {"type": "Point", "coordinates": _position(shape.anchor, decimals)} if shape.anchor else None

    def _line(self, place: str) -> Geometry:
        outline = simplified(self._outlines[place], OUTLINE_TOLERANCE)
        return to_geojson(rounded(outline, OUTLINE_DECIMALS), OUTLINE_DECIMALS)


def anchor(shape: Shape) -> tuple[float, float] | None:
    """Return (longitude, latitude) of the point that stands for a shape, as fine as it may be published."""
    if not shape.anchor:
        return None
    lng, lat = _position(shape.anchor, DECIMALS[shape.precision])
    return lng, lat


def extent_m(shape: Shape, location: Location) -> int | None:
    """Return metres around the anchor: the radius of a circle, else how far the place may reach from it."""
    if shape.radius_m:
        return shape.radius_m
    return round(DEFAULT_RADIUS_KM["exact"] * 1000) if shape.precision == "exact" else location.uncertainty_m


def reach(at: Location) -> str:
    """Name the metres around a point: Darwin Core's uncertainty where the event was somewhere inside, else a radius."""
    return "coordinateUncertaintyInMeters" if at.where.extent == "within" else "radiusInMeters"


def place(site: Site, at: Location) -> dict[str, Any]:
    """Return what a location is called, what it was to the event, and how finely it is known."""
    entry = at.entry
    return present(
        {
            "toponym": at.where.place,
            "place": entry.id if entry else None,
            "name": words(entry.place.name, site.first_language) if entry else None,
            "country": entry.place.country if entry else None,
            "inside": [e.id for e in site.gazetteer.chain(entry.id)[1:]] if entry else None,
            "role": at.where.role,
            "extent": at.where.extent,
            "precision": at.precision,
        }
    )


def _position(point: LngLat, decimals: int) -> list[float]:
    return list(rounded_point(LngLat(*point), decimals))
