"""The whole site as data: what draw, render and export read, after nothing can fail on content any more."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Protocol

from sitegen.basemap import Basemap
from sitegen.gazetteer import Gazetteer
from sitegen.located import Located, Tombstone
from sitegen.model.fields import Text
from sitegen.model.site import Group, Kind, Side, SiteFile, Speaker, Story
from sitegen.problems import Findings


class Voice(Protocol):
    """Whoever speaks one language: a translator of the interface."""

    @property
    def lang(self) -> str:
        """The language spoken."""

    def gettext(self, msgid: str) -> str:
        """Return the interface's words for an English message."""

    def text(self, text: Text) -> tuple[str, str]:
        """Return a contributor's words and the language they are in."""


@dataclass(frozen=True)
class Site:
    """Everything a build publishes.

    `events` are newest first, without embargoed and withdrawn ones; places, speakers and stories that only those
    need are left out, too. `outlines` holds the outline (geometry, degrees WGS 84) of every place that is drawn as
    one, by place id. `prose` is Markdown by page name and language. `revision` is a hash of the content as read.
    `now` is the day the build stands at, `base_url` ends in "/".
    """

    file: SiteFile
    groups: tuple[Group, ...]
    kinds: Mapping[str, Kind]
    sides: Mapping[str, Side]
    speakers: Mapping[str, Speaker]
    gazetteer: Gazetteer
    events: tuple[Located, ...]
    tombstones: tuple[Tombstone, ...]
    stories: Mapping[str, Story]
    prose: Mapping[str, Mapping[str, str]]
    basemap: Basemap
    outlines: Mapping[str, Any]
    now: date
    revision: str
    base_url: str | None = None
    findings: Findings = field(default_factory=Findings)

    @property
    def first_language(self) -> str:
        """The language at the root of the site."""
        return self.file.languages[0]

    @cached_property
    def by_id(self) -> Mapping[str, Located]:
        """Published events by id."""
        return {event.id: event for event in self.events}

    def listed_by(self, keys: Callable[[Located], Iterable[str]]) -> dict[str, tuple[Located, ...]]:
        """Return the events under each of their keys, each event once a key, in the order of the site."""
        found: dict[str, list[Located]] = defaultdict(list)
        for event in self.events:
            for key in dict.fromkeys(keys(event)):
                found[key].append(event)
        return {key: tuple(events) for key, events in found.items()}

    def disclaimer(self, voice: Voice) -> tuple[str, str]:
        """Return what every map says about its lines and names, and in which language: the owner's words, else ours."""
        if self.file.map_disclaimer:
            return voice.text(self.file.map_disclaimer)
        return voice.gettext("Borders and names imply no opinion on the status of a place."), voice.lang

    def say(self, text: Text | None, lang: str | None = None) -> str:
        """Return `text` in `lang`, falling back as Text.get does; empty for None."""
        return text.get(lang or self.first_language, self.first_language)[0] if text else ""
