"""Which places have an outline: a file in areas/, else what the basemap's lines enclose."""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from sitegen import basemap
from sitegen.basemap import Basemap, Outlines
from sitegen.basemap import outlines as enclosed
from sitegen.content import Content
from sitegen.gazetteer import Entry, Gazetteer
from sitegen.geometry import LngLat, Shape, parse_outline
from sitegen.problems import Mark, Problem, say


class Ground(NamedTuple):
    """What lies under the events: the basemap, what is wrong with its files, the outlines of all places by id."""

    basemap: Basemap
    problems: list[Problem]
    outlines: dict[str, Shape]


@lru_cache(maxsize=1)
def ground(read: Content) -> Ground:
    """Return the ground of a content folder as it was read: worked out once, for the rules and for the build."""
    drawn, problems = _drawn(tuple((path, data) for path, data in read.raw.items() if path.startswith("basemap/")))
    return Ground(drawn, problems, outlines(known(read), drawn, read.raw))


@lru_cache(maxsize=1)
def _drawn(files: tuple[tuple[str, bytes], ...]) -> tuple[Basemap, list[Problem]]:
    """Read the basemap once for as long as its files stay: the same one keeps what was drawn of it."""
    return basemap.read(dict(files))


def known(read: Content) -> Gazetteer:
    """Return the gazetteer of a content folder."""
    return Gazetteer({id_: place.record for id_, place in read.places.items()})


def outlines(gazetteer: Gazetteer, basemap: Basemap, raw: Mapping[str, bytes]) -> dict[str, Shape]:
    """Return the outline of every district, region and country that has one, by place id (degrees WGS 84)."""
    found: dict[str, Shape] = {}
    lines = enclosed(basemap)
    for entry in gazetteer.entries.values():
        shape = _own(entry, raw) or _enclosed(entry, lines)
        if shape is not None:
            found[entry.id] = shape
    return found


def _own(entry: Entry, raw: Mapping[str, bytes]) -> Shape | None:
    data = raw.get(f"areas/{entry.place.area}.geojson") if entry.place.area else None
    return _parsed(data)[0] if data else None


def _enclosed(entry: Entry, lines: Outlines) -> Shape | None:
    point = entry.place.point
    if point is None:
        return None
    if entry.place.precision == "region":
        return lines.outline_at(LngLat(point.lon, point.lat))
    if entry.place.precision == "country":
        return lines.country_at(LngLat(point.lon, point.lat))
    return None


def _parsed(data: bytes) -> tuple[Shape | None, list[str]]:
    try:
        return parse_outline(json.loads(data.decode("utf-8-sig")))
    except (ValueError, RecursionError):
        return None, [say("this is not GeoJSON in UTF-8")]


def outline_problems(read: Content) -> Iterator[Problem]:
    """Say of every file in areas/ what cannot be drawn (a problem) and what was mended (a remark)."""
    for path, data in sorted(read.raw.items()):
        if path.startswith("areas/"):
            shape, said = _parsed(data)
            for sentence in said:
                yield Problem(
                    Mark(path),
                    "outline",
                    sentence,
                    say("bring a GeoJSON Polygon, longitude first"),
                    "problem" if shape is None else "remark",
                )
