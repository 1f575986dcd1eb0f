"""How finely a provider's object is known, and how large it is: Nominatim's place ranks → our precision and radius.

The radii of nodes are those of Nominatim's own table (city 15 km, town 4, village 2, hamlet 1, isolated dwelling
0.5). A node's bounding box is made up by Nominatim and is never an extent; see `radius_km`.
"""

import math

from sitegen.geometry import Bounds, LngLat, Shape, area_km2, distance_m, equal_area_radius_m
from sitegen.model.place import Precision

_CLASSES: tuple[tuple[int, Precision, float], ...] = (
    (4, "country", 500.0),
    (9, "region", 90.0),
    (12, "district", 20.0),
    (16, "settlement", 15.0),
    (18, "settlement", 4.0),
    (19, "settlement", 2.0),
    (20, "settlement", 1.0),
    (25, "neighbourhood", 0.5),
    (27, "site", 0.2),
    (30, "site", 0.05),
)
_PEOPLE_PER_KM2 = 1_500.0
_CITY_RANK = 16
_AREAS = frozenset({"region", "district"})


def precision(rank: int) -> Precision:
    """Return the precision of a place of this rank (0–30); never `exact`, which no geocoder can vouch for."""
    return _class(rank)[1]


def radius_km(rank: int, population: int, box: Bounds | None, outline: Shape | None) -> float | None:
    """Return the radius in kilometres of what is meant; None for a country, whose outline is drawn.

    `box` is the bounding box of a way or relation and None for a node. Areas get the circle of equal area.
    """
    _, kind, usual = _class(rank)
    if kind == "country":
        return None
    if outline is not None and kind in _AREAS and outline.area > 0:
        return _tidy(equal_area_radius_m(area_km2(outline)) / 1000)
    if box is not None:
        return _tidy(_half_diagonal_km(box))
    if rank <= _CITY_RANK and population and kind == "settlement":
        return _tidy(min(usual, math.sqrt(population / _PEOPLE_PER_KM2 / math.pi)))
    return usual


def _class(rank: int) -> tuple[int, Precision, float]:
    return next((row for row in _CLASSES if rank <= row[0]), _CLASSES[-1])


def _half_diagonal_km(box: Bounds) -> float:
    return distance_m(LngLat(box.west, box.south), LngLat(box.east, box.north)) / 2000


def _tidy(kilometres: float) -> float:
    return max(round(kilometres, 1), 0.1)
