"""What feeds tell: an entry for each event, correction and withdrawal, made once and shared by all feeds."""

from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from sitegen.feeds.days import published, updated
from sitegen.i18n import Passage
from sitegen.located import Located, Tombstone
from sitegen.model.event import Correction
from sitegen.pages.edition import Edition
from sitegen.pages.event import opening
from sitegen.pages.links import address
from sitegen.pages.vocabulary import REASONS
from sitegen.verdict import DISPUTED, LABELS, explain


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; `title` says how well it is confirmed, `words` who says so; days, since no record knows the hour."""

    id: str
    url: str
    title: Passage
    words: str
    published: date
    updated: date
    tags: tuple[str, ...] = ()


class Entries:
    """The entries of one language."""

    def __init__(self, edition: Edition) -> None:
        """Speak as `edition` does."""
        self._edition = edition
        self._made: dict[str, Entry] = {}

    def event(self, event: Located) -> Entry:
        """Return the entry of an event."""
        if event.id not in self._made:
            self._made[event.id] = self._event(event)
        return self._made[event.id]

    def corrections(self) -> list[Entry]:
        """Return an entry for each correction of each published event."""
        return [
            self._correction(event, number, correction)
            for event in self._edition.site.events
            for number, correction in enumerate(event.event.corrections, 1)
        ]

    def withdrawn(self) -> list[Entry]:
        """Return an entry for each withdrawn event; it has the id of the event's own, and so takes its place."""
        return [self._withdrawn(stone) for stone in self._edition.site.tombstones]

    def _event(self, event: Located) -> Entry:
        edition, record, now = self._edition, event.event, self._edition.site.now
        title = edition.t.text(record.title)
        named = edition.t.gettext("{title} ({verdict})").format(title=title.words, verdict=self._verdict(event))
        kinds = tuple(edition.plain(edition.site.kinds[id_].label) for id_ in (record.kind, *record.also))
        words = f"{opening(event, edition)}\n\n{self._explained(event)}"
        days = published(record, now), updated(record, now)
        return Entry(*self._place(event.id), Passage(named, title.lang), words, *days, kinds)

    def _correction(self, event: Located, number: int, correction: Correction) -> Entry:
        edition = self._edition
        title = edition.t.gettext("Corrected: {title}").format(title=edition.plain(event.event.title))
        was = f"{edition.plain(correction.was)} → " if correction.was else ""
        words = f"{edition.plain(correction.what)}: {was}{edition.plain(correction.now)}"
        why = f"\n\n{edition.plain(correction.why)}" if correction.why else ""
        place = self._place(event.id, f"#correction-{number}")
        return Entry(*place, Passage(title, edition.lang), words + why, correction.date, correction.date)

    def _withdrawn(self, stone: Tombstone) -> Entry:
        t = self._edition.t
        why = t.gettext("This entry was taken down {reason}.").format(reason=t.gettext(REASONS[stone.reason]))
        title = Passage(t.gettext("Entry withdrawn"), t.lang)
        return Entry(*self._place(stone.id), title, why, stone.date, stone.date)

    def _verdict(self, event: Located) -> str:
        t, verdict = self._edition.t, event.verdicts.event
        label = t.gettext(LABELS[verdict.level])
        return f"{label}, {t.gettext(DISPUTED)}" if verdict.disputed else label

    def _explained(self, event: Located) -> str:
        edition = self._edition
        sentence = explain(event.verdicts.event, edition.site.speakers, edition.site.sides)
        return sentence.say(edition.t.gettext, edition.plain, edition.t.join)

    def _place(self, event: str, part: str = "") -> tuple[str, str]:
        """Return the id and the address of an entry."""
        path = f"{self._edition.home}events/{event}.html{part}"
        return identity(self._edition, path), locate(self._edition, path)


def identity(edition: Edition, path: str) -> str:
    """Return the id that a path keeps for ever: its address, where the site has one, else a UUID of site and path."""
    site = edition.site
    if site.base_url:
        return address(site.base_url, path)
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{site.say(site.file.title)}/{path}')}"


def locate(edition: Edition, path: str) -> str:
    """Return the address of a page or feed, as a feed writes it: without a base URL relative to the feeds' folder."""
    base = edition.site.base_url
    return address(base, path) if base else "../" * (edition.home.count("/") + 1) + path
