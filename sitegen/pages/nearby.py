"""Which places with events lie around a place: the way on for a reader who came for one district or village."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from math import asin, cos, radians, sin, sqrt

from sitegen.gazetteer import Entry, Gazetteer
from sitegen.geometry import DECIMALS, LngLat, distance_m, rounded_point

_REACH_KM, _MOST = 60.0, 8
_DEGREE_KM = 111.2  # of latitude
_EARTH_KM = 6371.0
_SURE = 1.02  # a sphere's distances are within 0.6 % of the ellipsoid's
_LOCAL = frozenset({"exact", "site", "neighbourhood", "settlement", "near", "district"})


def nearby(gazetteer: Gazetteer, with_events: Mapping[str, Sequence[object]]) -> Mapping[str, tuple[Entry, ...]]:
    """Return for each place up to eight others with events, nearest first: within 60 km beyond its own radius.

    What contains a place and what lies in it is left out: its page says so already. Regions and countries have no
    such list, for their middle is near nothing.
    """
    local = [entry for entry in gazetteer.entries.values() if entry.place.precision in _LOCAL and entry.place.point]
    told = sorted(((_at(entry), entry.id) for entry in local if entry.id in with_events), key=lambda one: one[0].lat)
    lats = [at.lat for at, _ in told]
    return {entry.id: tuple(_nearest(entry, told, lats, gazetteer)) for entry in local}


def _nearest(
    entry: Entry, told: Sequence[tuple[LngLat, str]], lats: Sequence[float], gazetteer: Gazetteer
) -> list[Entry]:
    reach = _REACH_KM + (entry.place.radius_km or 0)
    middle, own = _at(entry), {outer.id for outer in gazetteer.chain(entry.id)}
    low, high = bisect_left(lats, middle.lat - reach / _DEGREE_KM), bisect_right(lats, middle.lat + reach / _DEGREE_KM)
    rough = sorted((_on_sphere_km(middle, at), id_, at) for at, id_ in told[low:high] if id_ not in own)
    around = [one for one in rough if one[0] <= reach * _SURE and not _holds(gazetteer, entry.id, one[1])]
    most = around[:_MOST][-1][0] * _SURE if around else 0.0
    found = sorted((distance_m(middle, at) / 1000, id_) for away, id_, at in around if away <= most)
    return [gazetteer.entries[id_] for away, id_ in found[:_MOST] if away <= reach]


def _holds(gazetteer: Gazetteer, outer: str, inner: str) -> bool:
    return any(entry.id == outer for entry in gazetteer.chain(inner))


def _on_sphere_km(a: LngLat, b: LngLat) -> float:
    """Return the haversine distance: a hundredth of the work of `distance_m`."""
    lat_a, lat_b, lng = radians(a.lat), radians(b.lat), radians(b.lng - a.lng)
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin(lng / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))


def _at(entry: Entry) -> LngLat:
    """Return where the place is published to be: an order by true distances would tell more."""
    point = entry.place.point
    assert point  # noqa: S101 - only places with a point are asked
    return rounded_point(LngLat(point.lon, point.lat), DECIMALS[entry.place.precision])
