"""The gazetteer against maps and against itself: points where they should be, sources stated, no place twice."""

from collections.abc import Iterator

from sitegen import locate
from sitegen.content import Content
from sitegen.decode import Decoded
from sitegen.gazetteer import Entry, plain, spellings
from sitegen.geometry import LngLat, contains, distance_m, distance_to_m
from sitegen.model.place import Place
from sitegen.problems import Grouped, quoted, say
from sitegen.rules.registry import Finding, Scene, rule

# The basemap's lines are drawn to 0.01 degrees: so close to one, a point may lie on either side of it.
NEAR_LINE_M = 3_000
TWINS_M = 3_000
_METRES_A_DEGREE = 110_000  # of latitude, rounded down, anywhere
_CROWD = 20  # nobody writes one place more often; a program that did must not stop the check
DISTRICT_KM, TIMES = 20.0, 2.5
_NOTHING = frozenset({"?", "-", "n/a", "na", "none", "no source", "source", "todo", "unknown", "unclear", "tbd"})
_FINE = frozenset({"exact", "site", "neighbourhood", "settlement", "near"})
_OUTLINED = frozenset({"district", "region", "country"})


@rule("place-outside", Place)
def place_outside(place: Decoded[Place], scene: Scene) -> Iterator[Finding]:
    """A place's point lies in every district, region and country that contains it, as far as outlines are known."""
    point = _point(place.record)
    if point is None or place.record.precision == "country":
        return
    for outer in scene.gazetteer.chain(place.id)[1:]:
        outline = locate.ground(scene.content).outlines.get(outer.id)
        if outline is not None and (away := distance_to_m(outline, point)) > NEAR_LINE_M:
            yield Finding(
                place.mark("point"),
                say(
                    "the point lies %(km)s km outside %(place)s, which is said to contain it",
                    km=Grouped(round(away / 1000)),
                    place=quoted(outer.place.name),
                ),
                say("check the point, and within:"),
            )
            return


@rule("place-country", Place)
def place_country(place: Decoded[Place], scene: Scene) -> Iterator[Finding]:
    """A place's country is the one that its point lies in, and that of what contains it.

    It is the internationally recognised state, whoever holds the place: that stands in `control`.
    """
    record, point = place.record, _point(place.record)
    chain = scene.gazetteer.chain(place.id)[1:]
    other = next((outer for outer in chain if outer.place.country != record.country), None)
    if other is not None:
        yield Finding(
            place.mark("country"),
            say(
                "the country is %(country)s, that of %(place)s is %(other)s",
                country=record.country,
                place=quoted(other.place.name),
                other=other.place.country,
            ),
            say("give both the internationally recognised state"),
        )
    elif point is not None and (foreign := _foreign(record.country, point, scene)) is not None:
        name = quoted(foreign.place.name)
        yield Finding(
            place.mark("country"),
            say(
                "the country is %(country)s, the point lies in %(place)s (%(other)s)",
                country=record.country,
                place=name,
                other=foreign.place.country,
            ),
            say("check the point, or write the internationally recognised state"),
        )


def _foreign(country: str, point: LngLat, scene: Scene) -> Entry | None:
    """Return the place of another country whose outline holds the point, well away from its edge."""
    for entry in scene.gazetteer.entries.values():
        outline = locate.ground(scene.content).outlines.get(entry.id) if entry.place.precision in _OUTLINED else None
        if outline is None or entry.place.country == country or not contains(outline, point):
            continue
        if distance_to_m(outline.boundary, point) > NEAR_LINE_M:
            return entry
    return None


@rule("place-far", Place)
def place_far(place: Decoded[Place], scene: Scene) -> Iterator[Finding]:
    """A place lies no farther from the middle of its district than two and a half times the district's radius."""
    point = _point(place.record)
    outer = next(iter(scene.gazetteer.chain(place.id)[1:]), None)
    if (
        point is None
        or outer is None
        or outer.place.precision != "district"
        or outer.id in locate.ground(scene.content).outlines
    ):
        return
    middle, radius = _point(outer.place), outer.place.radius_km or DISTRICT_KM
    if middle is not None and (away := distance_m(point, middle) / 1000) > TIMES * radius:
        yield Finding(
            place.mark("point"),
            say(
                "the point is %(km)s km from %(place)s, a district of about %(radius)s km in radius",
                km=Grouped(round(away)),
                place=quoted(outer.place.name),
                radius=f"{radius:g}",
            ),
            say("check the point, and within:"),
        )


@rule("place-twin", Content)
def place_twin(content: Content, scene: Scene) -> Iterator[Finding]:
    """Two places of one name less than 3 km apart are one place written twice."""
    named: dict[str, list[Entry]] = {}
    for entry in scene.gazetteer.entries.values():
        if entry.place.point and entry.place.precision in _FINE:
            for name in {plain(spelling) for spelling in spellings(entry)}:
                named.setdefault(name, []).append(entry)
    pairs = {pair for entries in named.values() for pair in _neighbours(entries)}
    for first, second in sorted(pairs):
        a, b = (_point(content.places[id_].record) for id_ in (first, second))
        if a and b and distance_m(a, b) < TWINS_M:
            yield Finding(
                content.places[second].mark("point"),
                say(
                    "places/%(id)s.yaml has the same name and lies %(metres)s m away",
                    id=first,
                    metres=Grouped(round(distance_m(a, b))),
                ),
                say("keep one of the two files, with the spellings of both"),
            )


def _neighbours(entries: list[Entry]) -> Iterator[tuple[str, str]]:
    """Yield pairs of ids that can be near: from south to north, each with the next few no farther than the limit."""
    rising = sorted((entry.place.point.lat, entry.id) for entry in entries if entry.place.point)
    for index, (south, first) in enumerate(rising):
        for north, second in rising[index + 1 : index + 1 + _CROWD]:
            if (north - south) * _METRES_A_DEGREE > TWINS_M:
                break
            yield min(first, second), max(first, second)


@rule("place-source", Place)
def place_source(place: Decoded[Place], scene: Scene) -> Iterator[Finding]:
    """Where a position comes from can be found again, and under what terms: a provider's id, licence, attribution."""
    found = place.record.found
    if found.provider != "research" and not found.ref and not found.note:
        yield Finding(
            place.mark("found"),
            say("nothing says which of its places %(provider)s means", provider=quoted(found.provider)),
            say("add ref: with the provider's id, or note: with where it stands"),
        )
    for field, written in (("licence", found.licence), ("attribution", found.attribution)):
        if says_nothing(written):
            mark = place.mark("found", field)
            said = say("%(words)s is no %(field)s", words=quoted(written), field=field)
            yield Finding(mark, said, say("write what the source states"))


def says_nothing(words: str) -> bool:
    """Tell whether somebody filled in a field without knowing what to write."""
    return words.strip().casefold() in _NOTHING


def _point(place: Place) -> LngLat | None:
    return LngLat(place.point.lon, place.point.lat) if place.point else None
