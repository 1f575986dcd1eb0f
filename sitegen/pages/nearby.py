"""Which places with events lie around a place: the way on for a reader who came for one district or village."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from sitegen.gazetteer import Entry, Gazetteer
from sitegen.geometry import DECIMALS, LngLat, distance_m, rounded_point, sphere_m

_REACH_KM, _MOST = 60.0, 8
_DEGREE_KM = 111.2  # of latitude
_SPARE = 1.02  # more than a distance on the sphere and one on the ellipsoid can differ by, twice
_LOCAL = frozenset({"exact", "site", "neighbourhood", "settlement", "near", "district"})


def nearby(gazetteer: Gazetteer, with_events: Mapping[str, Sequence[object]]) -> Mapping[str, tuple[Entry, ...]]:
    """Return for each place up to eight others with events, nearest first: within 60 km beyond its own radius.

    What contains a place and what lies in it is left out: its page says so already. Regions and countries have no
    such list, for their middle is near nothing.
    """
    local = [entry for entry in gazetteer.entries.values() if entry.place.precision in _LOCAL and entry.place.point]
    told = sorted(((_at(one), one) for one in local if one.id in with_events), key=lambda t: (t[0].lat, t[1].id))
    lats = [at.lat for at, _ in told]
    return {entry.id: tuple(_nearest(entry, told, lats, gazetteer)) for entry in local}


def _nearest(
    entry: Entry, told: Sequence[tuple[LngLat, Entry]], lats: Sequence[float], gazetteer: Gazetteer
) -> list[Entry]:
    reach = _REACH_KM + (entry.place.radius_km or 0)
    middle, own = _at(entry), {outer.id for outer in gazetteer.chain(entry.id)}
    low, high = bisect_left(lats, middle.lat - reach / _DEGREE_KM), bisect_right(lats, middle.lat + reach / _DEGREE_KM)
    rough = [
        (away, at, other)
        for at, other in told[low:high]
        if (away := sphere_m(middle, at) / 1000) <= reach * _SPARE
        and other.id not in own
        and all(outer.id != entry.id for outer in gazetteer.chain(other.id))
    ]
    # All but the nearest are told on the sphere, cheaply; only these few are measured.
    limit = sorted(away for away, _, _ in rough)[_MOST - 1 : _MOST] or [reach]
    near = ((at, other) for away, at, other in rough if away <= limit[0] * _SPARE)
    found = sorted(((distance_m(middle, at) / 1000, other.id, other) for at, other in near), key=lambda one: one[:2])
    return [other for away, _, other in found if away <= reach][:_MOST]


def _at(entry: Entry) -> LngLat:
    """Return where the place is published to be: an order by true distances would tell more."""
    point = entry.place.point
    assert point  # noqa: S101 - only places with a point are asked
    return rounded_point(LngLat(point.lon, point.lat), DECIMALS[entry.place.precision])
