"""Nominatim, any host of it: questions with context, and its answers as candidates."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import geopy.geocoders
from geopy.location import Location

from sitegen.geocode.candidates import Candidate
from sitegen.geocode.context import Context, is_area_name
from sitegen.geocode.ranks import precision, radius_km
from sitegen.geometry import Bounds, LngLat, Shape, parse_outline

NAME = "Nominatim"
LIMIT = 10
LICENCE, ATTRIBUTION = "ODbL 1.0", "© OpenStreetMap contributors"
_ASKED = {"addressdetails": True, "namedetails": True, "extratags": True, "language": "en", "geometry": "geojson"}
_OUTLINE_DEGREES = 0.002  # about 200 m: finer than the map draws, and a region stays a few hundred kilobytes
_TYPES = {"N": "node", "W": "way", "R": "relation"}
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LOCAL = {"RU": "ru", "UA": "uk", "BY": "be"}
_LANGUAGES = ("en", "uk", "ru", "be")
_KEPT = re.compile(r"(?:old|alt|official|loc|short)_name|name:(?:fr|de)$")


class Nominatim(geopy.geocoders.Nominatim):  # type: ignore[misc]
    """geopy's Nominatim, with simplified outlines, with every homonym, and with the look-up of one object."""

    def _construct_url(self, base_api: str, params: dict[str, Any]) -> str:
        # Left to itself Nominatim shows one of two villages that have the same name and the same district.
        more = {"polygon_threshold": _OUTLINE_DEGREES, "dedupe": 0}
        return str(super()._construct_url(base_api, params | more))

    def search(self, query: str | dict[str, str], country: str) -> list[Location]:
        """Return up to ten places; one alone would hide that there are several of the name."""
        codes = {"country_codes": country.lower()} if country else {}
        return self.geocode(query, exactly_one=False, limit=LIMIT, **_ASKED, **codes) or []

    def lookup(self, ref: str) -> Location | None:
        """Return the object that `ref` ("relation 123") names today, None where it is gone."""
        kind, _, number = ref.partition(" ")
        flags = dict.fromkeys(("addressdetails", "namedetails", "extratags", "polygon_geojson"), 1)
        params = {"osm_ids": f"{kind[:1].upper()}{number}", "format": "json", "accept-language": "en", **flags}
        url = f"{self.scheme}://{self.domain}/lookup?{urlencode(params)}&polygon_threshold={_OUTLINE_DEGREES}"
        found = self._call_geocoder(url, lambda places: self._parse_json(places, exactly_one=False))
        return found[0] if found else None


def queries(toponym: str, context: Context) -> list[str | dict[str, str]]:
    """Return what to ask in turn: within everything stated, then in the country (or anywhere) only.

    Structured fields are Nominatim's own: district → county, region → state. geopy drops others without a word.
    """
    fields = {"county": context.at("district"), "state": context.at("region")}
    stated = {field: entry.place.name.get("en", "en")[0] for field, entry in fields.items() if entry}
    if not stated:
        return [toponym]
    if is_area_name(toponym):
        return [", ".join([toponym, *stated.values()]), toponym]
    return [{"city": toponym, **stated}, toponym]


def candidate(location: Location, licence: str, attribution: str) -> Candidate:
    """Return one answer as a candidate."""
    raw = location.raw
    rank, population = int(raw.get("place_rank") or 30), _people(raw.get("extratags") or {})
    outline = _outline(raw.get("geojson"))
    country = str((raw.get("address") or {}).get("country_code", "")).upper()
    node = raw.get("osm_type") == "node"
    return Candidate(
        provider=NAME,
        ref=f"{raw.get('osm_type', 'place')} {raw.get('osm_id', raw.get('place_id'))}",
        names=_names(raw, country),
        point=LngLat(location.longitude, location.latitude),
        country=country,
        hierarchy=_hierarchy(raw),
        precision=precision(rank),
        # A node's bounding box is made up from its rank: it is no extent.
        radius_km=radius_km(rank, population, None if node else _box(raw.get("boundingbox")), outline),
        link=f"https://www.openstreetmap.org/{raw.get('osm_type')}/{raw.get('osm_id')}",
        licence=licence,
        attribution=attribution,
        complete=True,
        aliases=_further(raw, kept=True),
        others=_further(raw, kept=False),
        population=population,
        outline=outline,
    )


def _names(raw: Mapping[str, Any], country: str) -> tuple[tuple[str, str], ...]:
    details = raw.get("namedetails") or {}
    name = str(details.get("name") or raw.get("name") or str(raw.get("display_name", "?")).partition(",")[0])
    found = {lang: str(details[f"name:{lang}"]) for lang in _LANGUAGES if details.get(f"name:{lang}")}
    found.setdefault(_LOCAL.get(country, "") if _CYRILLIC.search(name) else "en", name)
    if details.get("int_name"):
        found.setdefault("en", str(details["int_name"]))
    return tuple((lang, found[lang]) for lang in (*_LANGUAGES, "") if lang in found)


def _further(raw: Mapping[str, Any], kept: bool) -> tuple[str, ...]:
    """Return the other names: former, alternative, official, French and German ones are `kept`, the rest only known."""
    details = (raw.get("namedetails") or {}).items()
    chosen = [str(value) for key, value in details if bool(_KEPT.match(key)) == kept]
    names = (name.strip() for value in chosen for name in value.split(";"))
    return tuple(dict.fromkeys(name for name in names if name))


def _hierarchy(raw: Mapping[str, Any]) -> tuple[str, ...]:
    own = {*(name for _, name in _names(raw, "")), *_further(raw, kept=False), str(raw.get("name"))}
    parts = [
        str(value)
        for key, value in (raw.get("address") or {}).items()
        if key not in {"country_code", "postcode"} and not key.startswith("ISO3166")
    ]
    return tuple(parts[1:] if parts and parts[0] in own else parts)


def _people(tags: Mapping[str, Any]) -> int:
    found = re.fullmatch(r"\d{1,9}", str(tags.get("population", "")).replace(" ", ""))
    return int(found[0]) if found else 0


def _box(box: Any) -> Bounds | None:
    try:
        south, north, west, east = map(float, box)
    except (TypeError, ValueError):
        return None
    return Bounds(west, south, east, north)


def _outline(geometry: Any) -> Shape | None:
    if not isinstance(geometry, dict) or geometry.get("type") not in {"Polygon", "MultiPolygon"}:
        return None
    return parse_outline(geometry)[0]
