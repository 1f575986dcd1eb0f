"""The basemap and the outlines as compact rings and lines."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sitegen.basemap import Basemap, Sheet
from sitegen.gazetteer import Entry, Gazetteer
from sitegen.geometry import DECIMALS, LngLat, rounded_point, to_geojson
from sitegen.maps.words import Voice
from sitegen.site import Site

SCALE = 500
"""Coordinates are written as whole parts of a degree, about 200 metres: the ground is simplified to five times that."""
SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

_LAST = 1000
_PARTS = {"Polygon": "areas", "MultiPolygon": "areas", "LineString": "lines", "MultiLineString": "lines"}
_KNOWN = ("sea", "lake", "river", "border", "internal", "disputed")


def ground(site: Site, voice: Voice) -> dict[str, Any]:
    """Return what lies under the events: areas and lines by their look, towns, names of regions and countries.

    `credits` also say what the lines and names do not mean.
    `bounds` is west, south, east, north in degrees, or None.
    """
    basemap, gazetteer = site.basemap, site.gazetteer
    makers = (voice.gettext(origin.attribution) for origin in basemap.credits)
    drawn: dict[str, list[Any]] = {"areas": [], "lines": []}
    for kind, geometry in _paths(basemap):
        drawn[_PARTS[geometry["type"]]].append([kind, [packed(line) for line in _lines(geometry)]])
    return {
        "bounds": _bounds(basemap),
        "credits": list(dict.fromkeys((site.disclaimer(voice)[0], *makers))),
        **drawn,
        "names": [_name(entry, gazetteer, voice) for entry in gazetteer.entries.values() if _is_named(entry)],
        "towns": [_town(names, point, voice) for names, point in _towns(basemap)],
    }


def outlines(shapes: Mapping[str, Any], used: Iterable[str]) -> dict[str, Any]:
    """Return the outlines of the places `used`: polygons of packed rings, by place id."""
    return {id_: [[packed(ring) for ring in rings] for rings in _polygons(to_geojson(shapes[id_], 3))] for id_ in used}


def packed(line: Iterable[Iterable[float]]) -> str:
    """Write a line or ring as x, y of its first point and the steps to the others, in parts of a degree (`SCALE`).

    A step is one sign where it is short: five bits a sign, the lowest first, and more to come from the 33rd sign on
    (variable-length integers of a zig-zag: 0, -1, 1, -2 …). Points that fall together are left out.
    """
    steps: list[int] = []
    x = y = 0
    for lng, lat, *_ in line:
        to_x, to_y = round(lng * SCALE), round(lat * SCALE)
        if not steps or (to_x, to_y) != (x, y):
            steps += [to_x - x, to_y - y]
            x, y = to_x, to_y
    return "".join(map(_signs, steps))


def _signs(step: int) -> str:
    rest, written = (2 * step if step >= 0 else -2 * step - 1), ""
    while rest > 31:
        written += SIGNS[32 + rest % 32]
        rest //= 32
    return written + SIGNS[rest]


def _paths(basemap: Basemap) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield look and geometry: the sheet `water` first, so that lines lie on top."""
    for sheet in sorted((s for s in basemap.sheets if s.name != "towns"), key=_height):
        for feature in sheet.features:
            kind = feature.properties.get("kind")
            geometry = to_geojson(feature.shape, 3)
            if geometry["type"] in _PARTS:
                yield (str(kind) if kind in _KNOWN else "other"), geometry


def _height(sheet: Sheet) -> int:
    order = ("water", "rivers", "regions", "borders")
    return order.index(sheet.name) if sheet.name in order else len(order)


def _lines(geometry: Mapping[str, Any]) -> list[Any]:
    coordinates = geometry["coordinates"]
    match geometry["type"]:
        case "LineString":
            return [coordinates]
        case "MultiPolygon":
            return [ring for polygon in coordinates for ring in polygon]
    return list(coordinates)


def _polygons(geometry: Mapping[str, Any]) -> list[Any]:
    coordinates = geometry["coordinates"]
    return list(coordinates) if geometry["type"] == "MultiPolygon" else [coordinates]


def _towns(basemap: Basemap) -> list[tuple[Mapping[str, Any], list[float]]]:
    """Return names and rank, and the position, of each town, the most important first."""
    sheet = basemap.sheet("towns")
    found = [(feature.properties, to_geojson(feature.shape, 3)) for feature in sheet.features] if sheet else []
    towns = [(names, geometry["coordinates"]) for names, geometry in found if geometry["type"] == "Point"]
    return sorted(towns, key=lambda town: _rank(town[0]))


def _rank(names: Mapping[str, Any]) -> int:
    rank = names.get("rank")
    return rank if isinstance(rank, int) else _LAST


def _town(names: Mapping[str, Any], point: list[float], voice: Voice) -> list[Any]:
    name = names.get(voice.lang) or names.get("en") or names.get("name") or ""
    return [str(name), "town", *point[:2], _rank(names)]


def _is_named(entry: Entry) -> bool:
    return entry.place.precision in ("region", "country") and entry.place.point is not None


def _name(entry: Entry, gazetteer: Gazetteer, voice: Voice) -> list[Any]:
    """Return a label: a region's says which country it is in, since the country's own may lie out of view."""
    outer = [e for e in gazetteer.chain(entry.id)[1:] if e.place.precision == "country"]
    words = ", ".join(voice.text(e.place.name)[0] for e in (entry, *outer))
    precision, point = entry.place.precision, entry.place.point
    at = rounded_point(LngLat(point.lon, point.lat), DECIMALS[precision]) if point else ()
    return [words, precision, *at]


def _bounds(basemap: Basemap) -> list[float] | None:
    return next((list(sheet.view) for sheet in basemap.sheets if sheet.view), None)
