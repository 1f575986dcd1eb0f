"""The context that an event states, and whether a candidate lies in it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from sitegen.gazetteer import Entry, Gazetteer, fold, spellings
from sitegen.geocode.candidates import Candidate
from sitegen.geometry import LngLat, Shape, contains, distance_m, distance_to_m

Lies = Literal["inside", "unsure", "outside"]
_ORDER: tuple[Lies, ...] = ("inside", "unsure", "outside")

# The outlines of the basemap are drawn to about a kilometre, and a district's circle is only as large as the district.
NEAR_OUTLINE_M = 3_000
_AROUND = 2.0
_DISTRICT_KM = 20.0
_AREA_WORDS = re.compile(
    r"\b(district|raion|rayon|oblast|region|province|okrug|krai|republic|municipality|municipal|urban|rural|community|"
    r"hromada|gromada|settlement|council|область|район|районы|краи|край|община|громада|округ)\b"
)


@dataclass(frozen=True)
class Context:
    """The stated containing places from the inside out (`chain`), and the outlines by which to tell."""

    chain: tuple[Entry, ...]
    gazetteer: Gazetteer
    outlines: Mapping[str, Shape]

    @property
    def country(self) -> str:
        """The ISO 3166 code of the stated country, or nothing."""
        return self.chain[0].place.country if self.chain else ""

    def at(self, precision: str) -> Entry | None:
        """Return the stated place of a precision: district, region or country."""
        return next((entry for entry in self.chain if entry.place.precision == precision), None)

    def lies(self, candidate: Candidate) -> Lies:
        """Tell whether the candidate lies in everything that is stated; unsure where nothing is, or nothing tells."""
        if not self.chain:
            return "unsure"
        if candidate.country and candidate.country != self.country:
            return "outside"
        found = [_lies_in(entry, candidate, self.outlines.get(entry.id)) for entry in self._areas()]
        found.append("inside" if candidate.country else "unsure")
        return max(found, key=_ORDER.index)

    def _areas(self) -> Iterator[Entry]:
        return (entry for entry in self.chain if entry.place.precision != "country")

    def around(self, candidate: Candidate) -> tuple[str, ...]:
        """Return the names of what contains the candidate: as its provider says, else what our outlines tell."""
        if candidate.hierarchy:
            return candidate.hierarchy
        areas = (e for e in self.gazetteer.entries.values() if e.id in self.outlines and e.place.precision != "country")
        held = [entry for entry in areas if contains(self.outlines[entry.id], candidate.point)]
        country = self._country(candidate)
        found = [*sorted(held, key=lambda e: (e.place.precision != "district", e.id)), *([country] if country else [])]
        return tuple(entry.place.name.get("en", "en")[0] for entry in found) or (candidate.country,)

    def container(self, candidate: Candidate) -> Entry | None:
        """Return the finest place of the gazetteer that the candidate surely lies in."""
        for name in candidate.hierarchy:
            for entry in self.gazetteer.named(name):
                if entry.place.country == candidate.country and self._suits(entry, candidate):
                    return entry
        return self.chain[0] if self.chain else self._country(candidate)

    def _suits(self, entry: Entry, candidate: Candidate) -> bool:
        stated = {known.id for known in self.chain[:1]}
        inner = {known.id for known in self.gazetteer.chain(entry.id)}
        return stated <= inner and _lies_in(entry, candidate, self.outlines.get(entry.id)) == "inside"

    def _country(self, candidate: Candidate) -> Entry | None:
        found = (e for e in self.gazetteer.entries.values() if e.place.precision == "country")
        return next((entry for entry in found if entry.place.country == candidate.country), None)


def _lies_in(area: Entry, candidate: Candidate, outline: Shape | None) -> Lies:
    named = any(is_area(name, area) for name in candidate.hierarchy)
    if area.place.precision == "country":
        return "inside" if candidate.country == area.place.country else "outside"
    if outline is not None:
        return _by_outline(outline, candidate.point, named)
    point = area.place.point
    if point is None:
        return "inside" if named else "unsure"
    away = distance_m(candidate.point, LngLat(point.lon, point.lat)) / 1000
    near = away <= _AROUND * (area.place.radius_km or _DISTRICT_KM)
    return ("inside" if near else "unsure") if named else "unsure" if near else "outside"


def _by_outline(outline: Shape, point: LngLat, named: bool) -> Lies:
    if contains(outline, point):
        return "inside"
    near = distance_to_m(outline, point) <= NEAR_OUTLINE_M
    return ("inside" if near else "unsure") if named else "unsure" if near else "outside"


def is_area(name: str, area: Entry) -> bool:
    """Tell whether `name` is the area's, whatever kind of area each calls it: Sudzhansky raion, Sudzhansky District."""
    return bool(bare(name)) and bare(name) in {bare(spelling) for spelling in spellings(area)}


def bare(name: str) -> str:
    """Return a folded name without the word for the kind of area."""
    return fold(_AREA_WORDS.sub(" ", name.lower()))


def is_area_name(name: str) -> bool:
    """Tell whether a toponym says itself that it is an area and no settlement."""
    return bool(_AREA_WORDS.search(name.lower()))
