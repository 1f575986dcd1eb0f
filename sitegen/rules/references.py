"""Ids that must lead somewhere: kinds, sides, speakers, related events."""

from collections.abc import Iterator, Mapping

from sitegen.content import Content
from sitegen.decode import Decoded
from sitegen.gazetteer import suggestion
from sitegen.model.event import Event
from sitegen.model.place import Place
from sitegen.model.site import Speaker, Story
from sitegen.problems import listed, say
from sitegen.rules.registry import Finding, Scene, rule

Loc = tuple[str | int, ...]


def _hint(word: str, known: tuple[str, ...], others: str) -> str:
    return suggestion(word, known) or others


@rule("kind-unknown", Event)
def kind_unknown(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """The kind of an event, and every further kind, is one of kinds.yaml."""
    for loc, kind in [
        (("kind",), event.record.kind),
        *((("also", i), k) for i, k in enumerate(event.record.also)),
    ]:
        if kind not in scene.kinds and scene.content.kinds:
            hint = _hint(kind, scene.kinds, say("kinds: %(ids)s", ids=listed(scene.kinds)))
            yield Finding(event.mark(*loc), say('no kind is called "%(id)s"', id=kind), hint)


@rule("side-unknown", Event)
def side_unknown(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """Every side named in an event is one of sides.yaml."""
    named = [(("looked", i, "side"), looked.side) for i, looked in enumerate(event.record.looked)]
    named += [(("sources", i, "side"), s.side) for i, s in enumerate(event.record.sources) if s.side]
    yield from _sides(event, named, scene)


@rule("speaker-side-unknown", Speaker)
def speaker_side_unknown(speaker: Decoded[Speaker], scene: Scene) -> Iterator[Finding]:
    """A speaker's side is one of sides.yaml."""
    yield from _sides(speaker, [(("side",), speaker.record.side)], scene)


@rule("control-side-unknown", Place)
def control_side_unknown(place: Decoded[Place], scene: Scene) -> Iterator[Finding]:
    """Whoever held a place is one of sides.yaml, and whoever says so is a speaker."""
    yield from _sides(place, [(("control", i, "by"), c.by) for i, c in enumerate(place.record.control)], scene)
    for index, control in enumerate(place.record.control):
        if control.claimed_by and _no_speaker(control.claimed_by, scene):
            yield _unknown_speaker(place, ("control", index, "claimed_by"), control.claimed_by, scene)


def _sides(record: Decoded, named: list, scene: Scene) -> Iterator[Finding]:  # type: ignore[type-arg]
    for loc, side in named:
        if side not in scene.sides and scene.content.sides:
            hint = _hint(side, scene.sides, say("sides: %(ids)s", ids=listed(scene.sides)))
            yield Finding(record.mark(*loc), say('no side is called "%(id)s"', id=side), hint)


@rule("speaker-unknown", Event)
def speaker_unknown(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """Whoever makes a claim has a file in speakers/."""
    for index, claim in enumerate(event.record.claims):
        if _no_speaker(claim.by, scene):
            yield _unknown_speaker(event, ("claims", index, "by"), claim.by, scene)


@rule("office-body-unknown", Speaker)
def office_body_unknown(speaker: Decoded[Speaker], scene: Scene) -> Iterator[Finding]:
    """The body that an office belongs to has a file in speakers/."""
    for index, office in enumerate(speaker.record.offices):
        if office.of and _no_speaker(office.of, scene):
            yield _unknown_speaker(speaker, ("offices", index, "of"), office.of, scene)


def _no_speaker(id_: str, scene: Scene) -> bool:
    return not scene.content.has("speakers", id_)


def _unknown_speaker(record: Decoded, loc: tuple[str | int, ...], id_: str, scene: Scene) -> Finding:  # type: ignore[type-arg]
    hint = suggestion(id_, scene.content.speakers) or say(
        "write a file speakers/%(id)s.yaml, for a person in office, a body, or a group without names", id=id_
    )
    return Finding(record.mark(*loc), say('no speaker is called "%(id)s"', id=id_), hint)


@rule("event-unknown", Event)
def event_unknown(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """Related, containing and superseded events exist, and no event is related to itself."""
    record = event.record
    named: list[tuple[Loc, str]] = [(("related", i), id_) for i, id_ in enumerate(record.related)]
    named += [(("supersedes", i), id_) for i, id_ in enumerate(record.supersedes)]
    named += [(("part_of",), record.part_of)] if record.part_of else []
    for loc, id_ in named:
        if id_ == event.id and loc[0] == "related":
            hint = say("name another event, or delete it")
            yield Finding(event.mark(*loc), say("the event names itself"), hint)
        elif _no_event(id_, scene):
            yield Finding(event.mark(*loc), *_unknown_event(id_, scene))


@rule("story-event-unknown", Story)
def story_event_unknown(story: Decoded[Story], scene: Scene) -> Iterator[Finding]:
    """Every event of a story, shown or cited, exists."""
    for index, step in enumerate(story.record.steps):
        named: list[tuple[Loc, str]] = [(("event",), step.event)] if step.event else []
        named += [(("cites", i, "event"), cite.event) for i, cite in enumerate(step.cites)]
        for loc, id_ in named:
            if _no_event(id_, scene):
                yield Finding(story.mark("steps", index, *loc), *_unknown_event(id_, scene))


def _unknown_event(id_: str, scene: Scene) -> tuple[str, str]:
    hint = suggestion(id_, scene.content.events) or say("the id is the file's name without .yaml")
    return say('no event is called "%(id)s"', id=id_), hint


def _no_event(id_: str, scene: Scene) -> bool:
    return not scene.content.has("events", id_)


@rule("event-cycle", Content)
def event_cycle(content: Content, scene: Scene) -> Iterator[Finding]:
    """No event is part of itself, or supersedes itself, by way of others."""
    parts = {id_: (e.record.part_of,) if e.record.part_of else () for id_, e in content.events.items()}
    newer = {id_: e.record.supersedes for id_, e in content.events.items()}
    for field, graph in (("part_of", parts), ("supersedes", newer)):
        for id_ in sorted(cycles(graph)):
            yield Finding(
                content.events[id_].mark(field),
                say('"%(field)s" leads from this event back to itself', field=field),
                say("delete it here, or in one of the events it leads through"),
            )


def cycles(graph: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Return one node of every circle in `graph` (node → nodes), the smallest by name."""
    found: set[str] = set()
    done: set[str] = set()
    for start in sorted(graph):
        path: dict[str, None] = {}
        pending = [(start, False)]
        while pending:
            node, leaving = pending.pop()
            if leaving:
                path.pop(node, None)
                done.add(node)
            elif node in path:
                names = list(path)
                found.add(min(names[names.index(node) :]))
            elif node not in done and node in graph:
                path[node] = None
                pending.append((node, True))
                pending.extend((after, False) for after in graph[node])
    return found
