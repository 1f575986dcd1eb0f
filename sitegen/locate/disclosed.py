"""What of a content folder is published: hidden events take along what only they name."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sitegen.content import Content
from sitegen.decode import Decoded
from sitegen.gazetteer import Entry, Gazetteer
from sitegen.model.event import Event
from sitegen.model.place import Place
from sitegen.model.site import Speaker, Story

References = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Disclosed:
    """The records that are published, by id, with the gazetteer of the places among them."""

    events: Mapping[str, Decoded[Event]]
    stories: Mapping[str, Story]
    gazetteer: Gazetteer
    speakers: Mapping[str, Speaker]


def disclosed(read: Content, known: Gazetteer, now: date) -> Disclosed:
    """Leave out embargoed and withdrawn events, stories that tell of them, and places and speakers only they name.

    A place page without an event would tell that something happened there, and a new speaker that one spoke.
    `known` is the gazetteer of all places, `now` the day the build stands at.
    """
    events = {id_: event for id_, event in read.events.items() if _is_open(event.record, now)}
    stories = {id_: story for id_, story in read.stories.items() if _tells(story.record) <= set(events)}
    hidden = [event.record for id_, event in read.events.items() if id_ not in events]
    untold = [story.record for id_, story in read.stories.items() if id_ not in stories]
    shown = [event.record for event in events.values()]
    told = {id_: story.record for id_, story in stories.items()}
    places = _places(known, _named(known, hidden, untold), _named(known, shown, told.values()))
    speakers = _speakers(read, _heard(hidden), (*_heard(shown), *_claimants(places)))
    return Disclosed(events, told, Gazetteer(places), speakers)


def _is_open(event: Event, now: date) -> bool:
    return event.withdrawn is None and not event.is_embargoed(now)


def _tells(story: Story) -> set[str]:
    shown = {step.event for step in story.steps if step.event}
    return shown | {cite.event for step in story.steps for cite in step.cites}


def _named(known: Gazetteer, events: Iterable[Event], stories: Iterable[Story]) -> set[str]:
    names = {(where.place, where.within) for event in events for where in event.where if where.place}
    names |= {(step.place, None) for story in stories for step in story.steps if step.place}
    found = (known.resolve(*name) for name in names)
    return {entry.id for entry in found if isinstance(entry, Entry)}


def _places(known: Gazetteer, hidden: Iterable[str], shown: Iterable[str]) -> dict[str, Place]:
    places = {id_: entry.place for id_, entry in known.entries.items()}
    needs = {id_: (p.within or "", *p.members, *(p.between or ())) for id_, p in places.items()}
    kept = _kept(needs, hidden, shown)
    return {id_: place for id_, place in places.items() if id_ in kept}


def _speakers(read: Content, hidden: Iterable[str], shown: Iterable[str]) -> dict[str, Speaker]:
    speakers = {id_: speaker.record for id_, speaker in read.speakers.items()}
    needs = {id_: tuple(office.of or "" for office in speaker.offices) for id_, speaker in speakers.items()}
    kept = _kept(needs, hidden, shown)
    return {id_: speaker for id_, speaker in speakers.items() if id_ in kept}


def _heard(events: Iterable[Event]) -> Iterator[str]:
    return (claim.by for event in events for claim in event.claims)


def _claimants(places: Mapping[str, Place]) -> Iterator[str]:
    return (control.claimed_by or "" for place in places.values() for control in place.control)


def _kept(needs: References, hidden: Iterable[str], shown: Iterable[str]) -> set[str]:
    """Return all ids but those that only `hidden` ones lead to; what a kept one needs is kept."""
    gone = _reached(needs, hidden) - _reached(needs, shown)
    return _reached(needs, needs.keys() - gone)


def _reached(needs: References, start: Iterable[str]) -> set[str]:
    reached: set[str] = set()
    pending = list(start)
    while pending:
        id_ = pending.pop()
        if id_ in needs and id_ not in reached:
            reached.add(id_)
            pending += needs[id_]
    return reached
