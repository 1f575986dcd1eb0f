"""Toponyms of events and stories: each means exactly one place of the gazetteer."""

from collections.abc import Iterator
from typing import Any

from sitegen.decode import Decoded
from sitegen.gazetteer import Ambiguous, Entry, Unknown, fold
from sitegen.model.event import Event
from sitegen.model.site import Story
from sitegen.problems import printable, quoted, say
from sitegen.rules.registry import Finding, Scene, rule

Loc = tuple[str | int, ...]
_SHOWN = 6


def toponyms(event: Event) -> Iterator[tuple[Loc, str, str | None]]:
    """Yield where each toponym of an event stands, the toponym, and what it is stated to lie in."""
    for index, where in enumerate(event.where):
        if where.place:
            yield ("where", index, "place"), where.place, where.within
        if where.within:
            yield ("where", index, "within"), where.within, None


@rule("place-unknown", Event)
def place_unknown(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """Every place of an event, and every containing place, is in the gazetteer under one of its spellings."""
    for loc, toponym, within in toponyms(event.record):
        found = scene.gazetteer.resolve(toponym, within)
        if isinstance(found, Unknown) and not _unread(toponym, scene):
            yield Finding(event.mark(*loc), *_unknown(toponym, within, found, scene))


@rule("story-place-unknown", Story)
def story_place_unknown(story: Decoded[Story], scene: Scene) -> Iterator[Finding]:
    """Every place of a story means one place of the gazetteer."""
    for index, step in enumerate(story.record.steps):
        found = scene.gazetteer.resolve(step.place) if step.place else None
        if isinstance(found, Unknown) and not _unread(step.place or "", scene):
            yield Finding(story.mark("steps", index, "place"), *_unknown(step.place or "", None, found, scene))
        elif isinstance(found, Ambiguous):
            yield Finding(
                story.mark("steps", index, "place"),
                say("%(name)s is the name of %(count)s places", name=quoted(step.place), count=len(found.entries)),
                say("write the place's id: %(choices)s", choices=_choices(scene, found.entries)),
            )


def _unread(toponym: str, scene: Scene) -> bool:
    # A place file with a mistake is told about once, at the mistake, and not again at every event that names it.
    unread = [(id_, marked) for (folder, id_), marked in scene.content.unread.items() if folder == "places"]
    return any(fold(toponym) in _names(id_, marked.value if marked else None) for id_, marked in unread)


def _names(id_: str, value: Any) -> set[str]:
    """Return the folded names in a place file that is no record: its own name at least, whatever could be parsed."""
    pending, names = [id_], set[str]()
    fields = value if isinstance(value, dict) else {}
    for field in (fields.get("name"), fields.get("spellings")):
        parts = field.values() if isinstance(field, dict) else field if isinstance(field, list) else [field]
        pending += [part for part in parts if isinstance(part, str)]
    names.update(fold(name) for name in pending)
    return names


def _unknown(toponym: str, within: str | None, found: Unknown, scene: Scene) -> tuple[str, str]:
    elsewhere = scene.gazetteer.named(toponym) if within else ()
    if elsewhere:
        said = say("no %(name)s lies in %(within)s", name=quoted(toponym), within=quoted(within))
        return said, say("we know %(choices)s", choices=_choices(scene, elsewhere))
    said = say("no place is called %(name)s", name=quoted(toponym))
    if not found.suggestions:
        return said, say("sitegen geocode, or write a file in places/")
    near = quoted(found.suggestions[0])
    return said, say("did you mean %(name)s? otherwise: sitegen geocode, or write a file in places/", name=near)


@rule("place-ambiguous", Event)
def place_ambiguous(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """A name that several places bear is told apart by `within`."""
    for loc, toponym, within in toponyms(event.record):
        found = scene.gazetteer.resolve(toponym, within)
        if isinstance(found, Ambiguous):
            yield Finding(
                event.mark(*loc),
                say("%(name)s is the name of %(count)s places", name=quoted(toponym), count=len(found.entries)),
                say(
                    "add within: and what it lies in, or write the place's id: %(choices)s",
                    choices=_choices(scene, found.entries),
                ),
            )


def _choices(scene: Scene, entries: tuple[Entry, ...]) -> str:
    return "; ".join(f"{printable(entry.id)} ({hierarchy(scene, entry)})" for entry in entries[:_SHOWN])


def hierarchy(scene: Scene, entry: Entry) -> str:
    """Return 'Sudzha, Sudzhansky District, Kursk Oblast, Russia' in the site's first language."""
    first = scene.content.site.record.languages[0] if scene.content.site else "en"
    return ", ".join(printable(e.place.name.get(first, first)[0][:60]) for e in scene.gazetteer.chain(entry.id)[:6])


@rule("where-form", Event)
def where_form(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """Every `where` names a place unless it is undisclosed; only `near` has a radius of its own."""
    for index, where in enumerate(event.record.where):
        if where.place is None and where.precision != "undisclosed":
            hint = say("write place: and its name, or precision: undisclosed")
            yield Finding(event.mark("where", index), say("no place is named here"), hint)
        elif where.place is None and where.within is not None:
            said = say("within: only tells places of one name apart, and no place is named here")
            hint = say("write %(example)s", example=f"place: {where.within}")
            yield Finding(event.mark("where", index, "within"), said, hint)
        if where.radius_km is not None and where.precision != "near":
            yield Finding(
                event.mark("where", index, "radius_km"),
                say("a radius stands without precision: near"),
                say("delete it: the radius comes from the place's own file"),
            )
