"""How finely an event is placed: what the rules on delay, on sensitive places and on small numbers ask."""

from collections.abc import Iterator

from sitegen.gazetteer import Entry
from sitegen.geometry import DEFAULT_RADIUS_KM
from sitegen.model.event import Event, Where
from sitegen.model.place import Precision
from sitegen.model.site import Kind
from sitegen.rules.registry import Scene

_FINE: frozenset[str] = frozenset({"exact", "site", "neighbourhood", "settlement", "near"})


def is_fine(precision: str) -> bool:
    """Tell whether a precision is finer than a district."""
    return precision in _FINE


def place_of(where: Where, scene: Scene) -> Entry | None:
    """Return the place that a `where` names, None where it names none or not exactly one."""
    found = scene.gazetteer.resolve(where.place, where.within) if where.place else None
    return found if isinstance(found, Entry) else None


def precision_of(where: Where, scene: Scene) -> Precision | None:
    """Return how finely a `where` will be drawn: its own precision if written, else its place's."""
    entry = place_of(where, scene)
    return where.precision or (entry.place.precision if entry else None)


def radius_km(where: Where, scene: Scene) -> float | None:
    """Return within how many kilometres a `where` places the event, None for districts and coarser."""
    precision, entry = precision_of(where, scene), place_of(where, scene)
    if precision is None or not is_fine(precision):
        return None
    own = where.radius_km if precision == "near" else entry.place.radius_km if entry else None
    return 0.0 if precision == "exact" else own or DEFAULT_RADIUS_KM[precision]


def fine_places(event: Event, scene: Scene) -> Iterator[Where]:
    """Yield the places of an event that are finer than a district."""
    for where in event.where:
        precision = precision_of(where, scene)
        if precision and is_fine(precision):
            yield where


def kinds_of(event: Event, scene: Scene) -> Iterator[Kind]:
    """Yield the event's kind and the further kinds that filters find it by, as far as kinds.yaml has them."""
    known = _kinds(scene)
    for id_ in (event.kind, *event.also):
        if id_ in known:
            yield known[id_]


def _kinds(scene: Scene) -> dict[str, Kind]:
    if __name__ not in scene.memo:
        kinds = scene.content.kinds.record.kinds if scene.content.kinds else ()
        scene.memo[__name__] = {kind.id: kind for kind in kinds}
    found: dict[str, Kind] = scene.memo[__name__]
    return found
