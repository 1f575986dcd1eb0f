"""Which places with events lie around a place: the way on for a reader who came for one district or village."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from sitegen.gazetteer import Entry, Gazetteer
from sitegen.geometry import DECIMALS, LngLat, distance_m, rounded_point

_REACH_KM, _MOST = 60.0, 8
_DEGREE_KM = 111.2  # of latitude
_LOCAL = frozenset({"exact", "site", "neighbourhood", "settlement", "near", "district"})


def nearby(gazetteer: Gazetteer, with_events: Mapping[str, Sequence[object]]) -> Mapping[str, tuple[Entry, ...]]:
    """Return for each place up to eight others with events, nearest first: within 60 km beyond its own radius.

    What contains a place and what lies in it is left out: its page says so already. Regions and countries have no
    such list, for their middle is near nothing.
    """
    local = [entry for entry in gazetteer.entries.values() if entry.place.precision in _LOCAL and entry.place.point]
    told = sorted((entry for entry in local if entry.id in with_events), key=lambda e: (_at(e).lat, e.id))
    lats = [_at(entry).lat for entry in told]
    return {entry.id: tuple(_nearest(entry, told, lats, gazetteer)) for entry in local}


def _nearest(entry: Entry, told: Sequence[Entry], lats: Sequence[float], gazetteer: Gazetteer) -> list[Entry]:
    reach = _REACH_KM + (entry.place.radius_km or 0)
    middle, own = _at(entry), {outer.id for outer in gazetteer.chain(entry.id)}
    low, high = bisect_left(lats, middle.lat - reach / _DEGREE_KM), bisect_right(lats, middle.lat + reach / _DEGREE_KM)
    found: list[tuple[float, str, Entry]] = []
    for other in told[low:high]:
        away = distance_m(middle, _at(other)) / 1000
        if away <= reach and other.id not in own and entry.id not in {e.id for e in gazetteer.chain(other.id)}:
            found.append((away, other.id, other))
    return [other for _, _, other in sorted(found, key=lambda one: one[:2])[:_MOST]]


def _at(entry: Entry) -> LngLat:
    """Return where the place is published to be: an order by true distances would tell more."""
    point = entry.place.point
    assert point  # noqa: S101 - only places with a point are asked
    return rounded_point(LngLat(point.lon, point.lat), DECIMALS[entry.place.precision])
