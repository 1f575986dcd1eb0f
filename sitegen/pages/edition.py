"""The site in one language, and which pages each event belongs on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from typing import Any

from sitegen.assets import Assets
from sitegen.gazetteer import Entry
from sitegen.i18n import Translator
from sitegen.located import Located
from sitegen.model.event import Claim, Event
from sitegen.model.fields import Text
from sitegen.model.site import Step
from sitegen.pages.groups import grouped
from sitegen.pages.nearby import nearby
from sitegen.site import Site


@dataclass(frozen=True, slots=True)
class Index:
    """Events by the pages that list them, newest first; a place's include those of the places inside it.

    `related` is what an event names or is named by, `statements` what each speaker said, by event. `stories_of_…` are
    the ids of the stories that show or cite an event, or that lead to a place. `by` holds further lists, by what events
    have in common (a key of `sitegen.pages.groups.KEYS`) and then by id; `nearby` are the places with events around
    each place.
    """

    by_place: Mapping[str, tuple[Located, ...]]
    by_kind: Mapping[str, tuple[Located, ...]]
    statements: Mapping[str, tuple[tuple[Located, tuple[Claim, ...]], ...]]
    related: Mapping[str, tuple[str, ...]]
    stories_of_event: Mapping[str, tuple[str, ...]]
    stories_of_place: Mapping[str, tuple[str, ...]]
    by: Mapping[str, Mapping[str, tuple[Located, ...]]]
    nearby: Mapping[str, tuple[Entry, ...]]

    @classmethod
    def of(cls, site: Site) -> "Index":
        """Sort the events of a site once."""
        by_place = site.listed_by(partial(_places, site))
        by_kind = site.listed_by(lambda event: (event.event.kind, *event.event.also))
        told, around = _told(site), nearby(site.gazetteer, by_place)
        said, related = _statements(site), _related(site)
        return cls(by_place, by_kind, said, related, *told, grouped(site), around)


def _places(site: Site, event: Located) -> Iterator[str]:
    """Yield the ids of the event's places and of everything that contains or is made of them."""
    for location in event.locations:
        if location.entry:
            yield from (entry.id for entry in site.gazetteer.chain(location.entry.id))
            yield from location.entry.place.members


def _statements(site: Site) -> dict[str, tuple[tuple[Located, tuple[Claim, ...]], ...]]:
    said: dict[str, list[tuple[Located, tuple[Claim, ...]]]] = defaultdict(list)
    for event in site.events:
        claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in event.event.claims:
            claims[claim.by].append(claim)
        for speaker, theirs in claims.items():
            said[speaker].append((event, tuple(theirs)))
    return {speaker: tuple(events) for speaker, events in said.items()}


def _related(site: Site) -> dict[str, tuple[str, ...]]:
    """Relations hold both ways, and lead only to what is published."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for event in site.events:
        part_of = (event.event.part_of,) if event.event.part_of else ()
        for other in (*part_of, *event.event.related, *event.event.supersedes):
            if other in site.by_id and other != event.id:
                found[event.id][other] = None
                found[other][event.id] = None
    ranks = {event.id: rank for rank, event in enumerate(site.events)}
    return {id_: tuple(sorted(others, key=ranks.__getitem__)) for id_, others in found.items()}


def _told(site: Site) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Return the stories by the events they show or cite, and by the places of their steps."""
    of_event: dict[str, dict[str, None]] = defaultdict(dict)
    of_place: dict[str, dict[str, None]] = defaultdict(dict)
    for id_, story in site.stories.items():
        for step in story.steps:
            for event in filter(None, (step.event, *(cite.event for cite in step.cites))):
                of_event[event][id_] = None
            for place in _led_to(site, step):
                of_place[place][id_] = None
    return {key: tuple(ids) for key, ids in of_event.items()}, {key: tuple(ids) for key, ids in of_place.items()}


def _led_to(site: Site, step: Step) -> Iterator[str]:
    named = site.gazetteer.resolve(step.place) if step.place else None
    if isinstance(named, Entry):
        yield named.id
    if step.event:
        yield from (at.entry.id for at in site.by_id[step.event].locations if at.entry)


@dataclass(frozen=True)
class Edition:
    """The site in one language: what every view and template reads.

    `rows` is what `listing.item` has worked out, an event stands in many lists.
    """

    site: Site
    assets: Assets
    t: Translator
    index: Index
    rows: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def lang(self) -> str:
        """The language of the edition."""
        return self.t.lang

    @cached_property
    def home(self) -> str:
        """The folder the edition stands in: "" for the site's first language, else "uk/"."""
        return "" if self.lang == self.site.first_language else f"{self.lang}/"

    @cached_property
    def title(self) -> str:
        """The site's title in this language."""
        return self.plain(self.site.file.title)

    def plain(self, text: Text) -> str:
        """Return a contributor's words without saying which language they are in: for titles and descriptions."""
        return self.t.text(text).words

    def place_name(self, entry: Entry) -> str:
        """Return a place's name in this language."""
        return self.plain(entry.place.name)

    def speaker_name(self, id_: str) -> str:
        """Return a speaker's name in this language."""
        return self.plain(self.site.speakers[id_].name)

    def speakers_of(self, event: Event, claims: Iterable[str]) -> list[tuple[Text, str]]:
        """Return (name, claim id) of whoever is behind some claims of an event: each speaker once."""
        by_id = {claim.id: claim for claim in event.claims}
        first = {by_id[id_].by: id_ for id_ in reversed(list(claims))}
        return [(self.site.speakers[by].name, id_) for by, id_ in reversed(first.items())]

    def as_of(self, event: Event, claim: str, effect: str, of: str) -> date | None:
        """Return the day a claim says its numbers of one effect and part stood at, where it says so."""
        counts = next(one.counts for one in event.claims if one.id == claim)
        days = [one.as_of for one in counts if (one.effect, one.part or "") == (effect, of) and one.as_of]
        return max(days, default=None)

    def part_name(self, event: Event, of: str) -> Text:
        """Return the place or group that numbers are of: as the gazetteer names it, else in the event's words."""
        if isinstance(found := self.site.gazetteer.resolve(of), Entry):
            return found.place.name
        written = (counts.of for claim in event.claims for counts in claim.counts if counts.of and counts.part == of)
        return max(written, key=lambda text: len(text.values))

    def language_name(self, code: str) -> str:
        """Return a language's name in this language."""
        return self.t.language(code)

    def language_names(self, codes: Iterable[str]) -> str:
        """Return several languages' names, joined."""
        return self.t.join([self.t.language(code) for code in sorted(codes)])

    @cached_property
    def drawings(self) -> tuple[str, ...]:
        """What pages with small maps and charts load beside the pages' own styles."""
        return (self.assets.path("locator.css"),)

    @cached_property
    def listed_places(self) -> tuple[Entry, ...]:
        """The places that get a page: all of the gazetteer, by id."""
        return tuple(self.site.gazetteer.entries.values())
