"""The gazetteer: positions that can be right, names that can be told apart, links that lead somewhere."""

from collections.abc import Callable, Iterator

from sitegen.content import Content
from sitegen.decode import Decoded
from sitegen.gazetteer import Entry, fold, plain, spellings, suggestion
from sitegen.geometry import LngLat, distance_m
from sitegen.model.place import Place
from sitegen.problems import Grouped, quoted, say
from sitegen.rules.references import cycles
from sitegen.rules.registry import Finding, Scene, rule

Loc = tuple[str | int, ...]
FAR_KM = 500
_NEEDS_POINT = frozenset({"exact", "site", "neighbourhood", "settlement", "near"})


@rule("place-link-unknown", Place)
def place_link_unknown(place: Decoded[Place], scene: Scene) -> Iterator[Finding]:
    """The places that a place lies in, between or is made of have files of their own."""
    record = place.record
    named: list[tuple[Loc, str]] = [(("within",), record.within)] if record.within else []
    named += [(("members", i), id_) for i, id_ in enumerate(record.members)]
    named += [(("between", i), id_) for i, id_ in enumerate(record.between or ())]
    for loc, id_ in named:
        if not scene.content.has("places", id_):
            hint = suggestion(id_, scene.content.places) or say("write the file, or delete the line")
            yield Finding(place.mark(*loc), say("there is no file %(path)s", path=f"places/{id_}.yaml"), hint)


@rule("place-cycle", Content)
def place_cycle(content: Content, scene: Scene) -> Iterator[Finding]:
    """No place lies in itself, or is made of itself, by way of others."""
    outer = {id_: (p.record.within,) if p.record.within else () for id_, p in content.places.items()}
    parts = {id_: p.record.members + (p.record.between or ()) for id_, p in content.places.items()}
    for graph in (outer, parts):
        for id_ in sorted(cycles(graph)):
            field = "within" if graph is outer else "members" if content.places[id_].record.members else "between"
            yield Finding(
                content.places[id_].mark(field),
                say('"%(field)s" leads from this place back to itself', field=field),
                say("delete it here, or in one of the places it leads through"),
            )


@rule("place-shape", Place)
def place_shape(place: Decoded[Place], scene: Scene) -> Iterator[Finding]:
    """A place has what its precision is drawn from: a point, two ends, or members.

    Where some members are not known by name, the others alone would be too fine: it has a point, too.
    """
    record = place.record
    if record.members and record.members_unknown and record.point is None:
        yield Finding(
            place.mark("members_unknown"),
            say("some members are not known, and nothing tells where all of them lie"),
            say("add point: {lat: …, lon: …} and radius_km: of an area that holds them all"),
        )
    if record.precision in _NEEDS_POINT and record.point is None and not record.members:
        yield Finding(
            place.mark("precision"),
            say('"%(precision)s" needs a point', precision=record.precision),
            say("add point: {lat: …, lon: …}, or name a coarser precision"),
        )
    if record.precision == "between" and record.between is None:
        said, hint = say('"between" needs its two places'), say("add between: [one, other]")
        yield Finding(place.mark("precision"), said, hint)
    if record.precision == "undisclosed":
        yield Finding(
            place.mark("precision"),
            say("a place file cannot be undisclosed"),
            say("write precision: undisclosed in the event"),
        )


@rule("point-zero", Place)
def point_zero(place: Decoded[Place], scene: Scene) -> Iterator[Finding]:
    """0, 0 is what programs write for "unknown"; nobody lives there."""
    point = place.record.point
    if point and point.lat == 0 and point.lon == 0:
        hint = say("delete it if the position is not known")
        yield Finding(place.mark("point"), say("the point is 0, 0"), hint)


@rule("point-swapped", Place)
def point_swapped(place: Decoded[Place], scene: Scene) -> Iterator[Finding]:
    """Latitude and longitude are not swapped: the point lies nearer to what contains it as written than turned round.

    Only points more than 500 km from the next containing place that has one (or from the middle of the site's
    first view) are looked at.
    """
    point, near = place.record.point, _reference(place, scene)
    if point is None or near is None or abs(point.lon) > 90 or place.record.precision == "country":
        return
    written = distance_m(LngLat(point.lon, point.lat), near) / 1000
    turned = distance_m(LngLat(point.lat, point.lon), near) / 1000
    if written > FAR_KM and turned < written / 3 and turned < FAR_KM * 2:
        yield Finding(
            place.mark("point"),
            say(
                "the point is %(km)s km from what contains it; turned round it is %(turned)s km",
                km=Grouped(round(written)),
                turned=Grouped(round(turned)),
            ),
            say(
                "latitude and longitude look swapped: %(point)s",
                point=f"{{lat: {point.lon:g}, lon: {point.lat:g}}}",
            ),
        )


def _reference(place: Decoded[Place], scene: Scene) -> LngLat | None:
    for entry in scene.gazetteer.chain(place.id)[1:]:
        if (point := entry.place.point) and entry.place.precision != "country":
            return LngLat(point.lon, point.lat)
    if scene.content.site is None:
        return None
    view = scene.content.site.record.view
    return LngLat((view.west + view.east) / 2, (view.south + view.north) / 2)


@rule("place-homonym", Content)
def place_homonym(content: Content, scene: Scene) -> Iterator[Finding]:
    """No two places that lie directly in the same place share a spelling: nothing could tell them apart."""
    for first, entry, name in _sharing(scene, plain):
        yield Finding(
            content.places[entry.id].mark("name"),
            say(
                "%(name)s is also a spelling in places/%(id)s.yaml, and both lie in the same area",
                name=quoted(name),
                id=first.id,
            ),
            say("merge the two files, or write in each a within: that differs"),
        )


@rule("place-alike", Content, "remark")
def place_alike(content: Content, scene: Scene) -> Iterator[Finding]:
    """Two places of one area whose names differ only as romanisations do may be one place."""
    same = {(first.id, entry.id) for first, entry, _ in _sharing(scene, plain)}
    for first, entry, name in _sharing(scene, fold):
        if (first.id, entry.id) not in same:
            yield Finding(
                content.places[entry.id].mark("name"),
                say(
                    "%(name)s is written like a spelling in places/%(id)s.yaml, in the same area",
                    name=quoted(name),
                    id=first.id,
                ),
                say("merge the two files if it is one place"),
            )


def _sharing(scene: Scene, key: Callable[[str], str]) -> Iterator[tuple[Entry, Entry, str]]:
    """Yield the pairs of places in one area that share a spelling as `key` compares it: each pair once."""
    bearers: dict[tuple[str, str | None], Entry] = {}
    told: set[tuple[str, str]] = set()
    for entry in scene.gazetteer.entries.values():
        for name in spellings(entry):
            first = bearers.setdefault((key(name), entry.place.within), entry)
            if first is not entry and (first.id, entry.id) not in told:
                told.add((first.id, entry.id))
                yield first, entry, name


@rule("area-missing", Place)
def area_missing(place: Decoded[Place], scene: Scene) -> Iterator[Finding]:
    """The outline that a place names is a file in areas/."""
    area = place.record.area
    if area and f"areas/{area}.geojson" not in scene.content.raw:
        yield Finding(
            place.mark("area"),
            say("there is no file %(path)s", path=f"areas/{area}.geojson"),
            say("add it, with an open licence, or delete the line"),
        )
