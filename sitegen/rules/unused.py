"""Places that nothing names."""

from collections.abc import Iterator

from sitegen.content import Content
from sitegen.decode import Decoded
from sitegen.gazetteer import Entry
from sitegen.model.place import Place
from sitegen.problems import say
from sitegen.rules.registry import Finding, Scene, rule
from sitegen.rules.wheres import toponyms

_NAMING = frozenset({"events", "stories"})


@rule("place-unused", Place, "remark")
def place_unused(place: Decoded[Place], scene: Scene) -> Iterator[Finding]:
    """A place that no event or story names, and that contains or makes up none that is named, may be left out."""
    # While an event or story cannot be read, nobody knows what it names.
    if place.id not in _used(scene) and not any(folder in _NAMING for folder, _ in scene.content.unread):
        yield Finding(place.mark(), say("no event or story names this place"), say("keep it if one soon will"))


def _used(scene: Scene) -> set[str]:
    """Return the ids of places that events and stories name, with what contains them and what they are made of."""
    if (known := scene.memo.get("unused")) is None:
        known = scene.memo["unused"] = set(_reached(scene.content, scene))
    return known


def _reached(content: Content, scene: Scene) -> Iterator[str]:
    named = {(name, within) for event in content.events.values() for _, name, within in toponyms(event.record)}
    named |= {(step.place, None) for story in content.stories.values() for step in story.record.steps if step.place}
    pending = [found.id for n, w in named if isinstance(found := scene.gazetteer.resolve(n, w), Entry)]
    seen: set[str] = set()
    while pending:
        id_ = pending.pop()
        if id_ in seen or id_ not in scene.gazetteer.entries:
            continue
        seen.add(id_)
        yield id_
        record = scene.gazetteer.entries[id_].place
        pending += [*filter(None, [record.within]), *record.members, *(record.between or ())]
