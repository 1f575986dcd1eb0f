"""One row of GeoNames as a candidate: which name is in which language, how large, how far to be trusted."""

import re
from collections.abc import Mapping
from typing import Any

from sitegen.gazetteer import fold, nearest, plain, romanised
from sitegen.geocode.candidates import Candidate
from sitegen.geocode.ranks import radius_km
from sitegen.geometry import LngLat

Row = Mapping[str, Any]
NAME = "GeoNames"
TOWN = 5_000
"""Below so many people a match may be one of several: towns are all listed, villages are not."""

_CITY = 100_000
_LETTERS = re.compile("[A-Za-z\u00c0-\u024f\u0400-\u04ff]")
_EAST_SLAVIC = re.compile("[абвгґдеєёжзиіїйклмнопрстуўфхцчшщъыьэюя’' -]+", re.IGNORECASE)
_UKRAINIAN = re.compile("[іїєґ]|[сц]ьк")
_RUSSIAN = re.compile("[ыэёъ]")
_LOCAL = {"RU": "ru", "UA": "uk", "BY": "be"}


def spelled(row: Row) -> list[str]:
    """Return all names in letters that people here write; airports' codes only make for chance hits."""
    others = (name for name in row["alternatenames"] if _LETTERS.search(name) and not re.fullmatch("[A-Z]{3}", name))
    return list(dict.fromkeys([row["name"], *others]))


def point(row: Row) -> LngLat:
    """Return where it lies."""
    return LngLat(row["longitude"], row["latitude"])


def candidate(row: Row) -> Candidate:
    """Return a town as a candidate; GeoNames' list does not say which district it lies in."""
    names = _in_languages(row)
    known = {plain(name) for name in names.values()}
    cyrillic = tuple(n for n in spelled(row) if _EAST_SLAVIC.fullmatch(n) and plain(n) not in known)
    return Candidate(
        provider=NAME,
        ref=f"geonames {row['geonameid']}",
        names=tuple(names.items()),
        point=point(row),
        country=row["countrycode"],
        hierarchy=(),
        precision="settlement",
        radius_km=radius_km(_rank(row["population"]), row["population"], None, None),
        link=f"https://www.geonames.org/{row['geonameid']}",
        licence="CC BY 4.0",
        attribution="GeoNames",
        complete=row["population"] >= TOWN,
        # Latin spellings follow from the Cyrillic ones; GeoNames' hold those of every alphabet on Earth.
        aliases=cyrillic,
        others=tuple(spelled(row)),
        population=row["population"],
    )


def _rank(population: int) -> int:
    return 16 if population >= _CITY else 18 if population >= TOWN else 19


def _in_languages(row: Row) -> dict[str, str]:
    """Sort out which name is in which language: GeoNames does not say; letters, and likeness to the name, tell."""
    local, found = _LOCAL.get(row["countrycode"], ""), {"en": row["name"]}
    cyrillic = [name for name in spelled(row) if _EAST_SLAVIC.fullmatch(name)]
    for name in sorted(cyrillic, key=lambda name: not _language(name)):
        forms = {form: fold(form) for form in romanised(name)}
        language = _language(name) or (local if fold(row["name"]) in forms.values() else "")
        # A former name has the same letters, and is no translation of the present one.
        if language and nearest(row["name"], forms, 1):
            found.setdefault(language, name)
    return found


def _language(name: str) -> str:
    """Return the language that has these letters; many names could be either."""
    small = name.lower()
    return "uk" if _UKRAINIAN.search(small) else "ru" if _RUSSIAN.search(small) else ""
