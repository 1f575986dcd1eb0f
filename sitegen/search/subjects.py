"""What can be found beside events: places, speakers and kinds, each with the events that are reached through it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.gazetteer import spellings
from sitegen.i18n import Translator
from sitegen.located import Located
from sitegen.model.fields import Text
from sitegen.site import Site


@dataclass(frozen=True, slots=True)
class Subject:
    """One page that is no event's: its `folder`, `id` and title, and whatever it is called.

    `note` tells two of one name apart; `inside` is the id of the place that a place lies in; `events` are numbers in
    the order of `Site.events`, of a place without those of the places inside it.
    """

    folder: str
    id: str
    title: str
    note: str
    names: tuple[str, ...]
    events: tuple[int, ...]
    inside: str | None = None


def subjects(site: Site, t: Translator) -> Iterator[Subject]:
    """Yield places, speakers and kinds, in the order in which equal ones are shown."""
    at = _reached(site)
    for id_, entry in site.gazetteer.entries.items():
        outer = [t.text(outside.place.name).words for outside in site.gazetteer.chain(id_)[1:]]
        title, events = t.text(entry.place.name).words, at["places", id_]
        yield Subject("places", id_, title, ", ".join(outer), spellings(entry), events, entry.place.within)
    for id_, speaker in site.speakers.items():
        names = (*_every(speaker.name), *speaker.spellings)
        side = t.text(site.sides[speaker.side].label).words
        yield Subject("speakers", id_, t.text(speaker.name).words, side, names, at["speakers", id_])
    for id_, kind in site.kinds.items():
        yield Subject("kinds", id_, t.text(kind.label).words, "", _every(kind.label), at["kinds", id_])


def _every(text: Text) -> tuple[str, ...]:
    return tuple(words for _, words in text.values)


def _reached(site: Site) -> Mapping[tuple[str, str], tuple[int, ...]]:
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, event in enumerate(site.events):
        for subject in dict.fromkeys(_of(event)):
            found[subject].append(number)
    return defaultdict(tuple, {subject: tuple(numbers) for subject, numbers in found.items()})


def _of(event: Located) -> Iterator[tuple[str, str]]:
    for location in event.locations:
        if location.entry:
            yield "places", location.entry.id
            yield from (("places", member) for member in location.entry.place.members)
    yield from (("speakers", claim.by) for claim in event.event.claims)
    yield from (("kinds", kind) for kind in (event.event.kind, *event.event.also))
