"""The towns that the map names: which ones and how is written in `towns.csv`, where they lie is GeoNames'."""

import csv
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from sitegen.basemap.sheets import Feature
from sitegen.geometry import Bounds, LngLat
from sitegen.geometry.shapes import point_shape

LANGUAGES = ("en", "uk", "ru")


def wanted() -> list[dict[str, str]]:
    """Return the rows of `towns.csv`: `geonameid` and a spelling in each language.

    The spellings are chosen by hand: GeoNames' other names say not which language they are in, and hold
    former names and those of other places. Towns so close to a border that Natural Earth's line leaves them
    on the wrong side (Milove, Seredyna-Buda) are not in the list.
    """
    text = files("sitegen.basemap").joinpath("towns.csv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def towns(rows: list[dict[str, str]], places: Mapping[str, Mapping[str, Any]], view: Bounds) -> tuple[Feature, ...]:
    """Put the wanted towns inside `view` on the map, the most populous first.

    `places` are GeoNames' by id. Each feature has a name by language and `rank`, from 1, for decluttering.
    Raises KeyError for a town that GeoNames no longer has.
    """
    found = [(places[row["geonameid"]], row) for row in rows]
    inside = [(place, row) for place, row in found if _inside(place, view)]
    inside.sort(key=lambda pair: (-pair[0]["population"], int(pair[1]["geonameid"])))
    return tuple(
        Feature(point_shape(_point(place)), {lang: row[lang] for lang in LANGUAGES} | {"rank": rank})
        for rank, (place, row) in enumerate(inside, 1)
    )


def _inside(place: Mapping[str, Any], view: Bounds) -> bool:
    lng, lat = _point(place)
    return view.west <= lng <= view.east and view.south <= lat <= view.north


def _point(place: Mapping[str, Any]) -> LngLat:
    return LngLat(place["longitude"], place["latitude"])
