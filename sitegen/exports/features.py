"""Events as GeoJSON (RFC 7946): a feature for each shape of each place of each event."""

from collections.abc import Iterator
from typing import Any

from sitegen.exports.people import ranged
from sitegen.exports.places import Geometries, extent_m, place, reach
from sitegen.exports.plain import present, words
from sitegen.exports.terms import page
from sitegen.located import Located, Location
from sitegen.site import Site


def features(site: Site, event: Located, geometries: Geometries) -> Iterator[dict[str, Any]]:
    """Yield the features of an event; places that are withheld have the geometry null.

    A feature's id is the event's, the number of the place from 1, and of a composite place the part's.
    """
    said = _event(site, event)
    for n, at in enumerate(event.locations, 1):
        yield from _place(site, said, f"{event.id}#{n}", at, geometries)


def bbox(site: Site, geometries: Geometries) -> list[float] | None:
    """Return west, south, east, north of everything drawn (RFC 7946, section 5); None where nothing is."""
    shapes = {shape for event in site.events for at in event.locations for shape in at.shapes}
    found = [geometry for shape in shapes if (geometry := geometries.of(shape))]
    points = {point for geometry in found for point in _points(geometry["coordinates"])}
    if not points:
        return None
    lngs, lats = zip(*points, strict=True)
    return [min(lngs), min(lats), max(lngs), max(lats)]


def _points(coordinates: list[Any]) -> Iterator[tuple[float, float]]:
    if coordinates and isinstance(coordinates[0], list):
        for inner in coordinates:
            yield from _points(inner)
    else:
        yield coordinates[0], coordinates[1]


def _place(
    site: Site, said: dict[str, Any], id_: str, at: Location, geometries: Geometries
) -> Iterator[dict[str, Any]]:
    where = place(site, at)
    if not at.shapes:
        yield _feature(id_, None, {**said, **where})
    for part, shape in enumerate(at.shapes, 1):
        size = present({reach(at): extent_m(shape, at), "about": shape.about or None})
        key = f"{id_}.{part}" if len(at.shapes) > 1 else id_
        yield _feature(key, geometries.of(shape), {**said, **where, "precision": shape.precision, **size})


def _feature(id_: str, geometry: dict[str, Any] | None, properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "id": id_, "geometry": geometry, "properties": properties}


def _event(site: Site, event: Located) -> dict[str, Any]:
    written, verdict = event.event, event.verdicts.event
    return {
        "event": event.id,
        "url": page(site, event.id),
        "title": words(written.title, site.first_language),
        "kind": written.kind,
        "date": written.when.date.written,
        "basis": written.when.basis,
        "level": verdict.level,
        "disputed": verdict.disputed,
        "counts": [ranged(one) for one in event.ranges],
    }
