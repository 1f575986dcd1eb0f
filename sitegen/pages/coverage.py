"""The page that says what the site covers, with every figure computed and every entry behind a figure listed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sitegen import coverage
from sitegen.coverage import Coverage, Share, Voice
from sitegen.located import Located
from sitegen.model.fields import Text
from sitegen.pages.edition import Edition
from sitegen.pages.listing import NEWEST
from sitegen.pages.prose import text_of
from sitegen.pages.sheet import Sheet
from sitegen.verdict import LABELS


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a table: `id` names its list of entries, `page` is where more is told of it, or empty.

    `percent` is of all entries, or of all statements; `events` are (entry, fragment on its page), `more` are not shown.
    """

    id: str
    label: Text
    page: str
    count: int
    percent: int
    events: tuple[tuple[Located, str], ...]
    more: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that count by one thing; `single`: each entry stands in one row."""

    id: str
    title: str
    head: str
    rows: tuple[Bar, ...]
    single: bool = True


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One side: how many speakers are heard, its statements, and the entries it speaks in."""

    bar: Bar
    speakers: int
    entries: int


def coverage_page(edition: Edition) -> Sheet:
    """Return the page on what the site covers."""
    found, t = coverage.coverage(edition.site), edition.t
    text, lang = text_of("coverage", edition)
    title = text.title or t.gettext("Coverage")
    words = t.gettext("What is watched, since when, and what the entries are about: figures computed from the records")
    values = {
        "title": title, "title_lang": lang if text.title else edition.lang, "body": text.html, "body_lang": lang,
        "total": len(found.events), "tables": tuple(_tables(found, edition)),
        "voices": tuple(_voice(voice, found, edition) for voice in found.voices),
        "statements": sum(voice.count for voice in found.voices),
        "disputed": _bar("level", found.disputed, len(found.events), t.own(t.gettext("disputed"))),
    }  # fmt: skip
    return Sheet("coverage.html", "coverage.html", title, words, values, (edition.assets.path("coverage.css"),))


def _tables(found: Coverage, edition: Edition) -> Iterator[Table]:
    t, site = edition.t, edition.site
    kinds = _rows("kind", found.kinds, found, lambda key: site.kinds[key].label, "kinds/{}.html")
    yield Table("kind", t.gettext("By kind"), t.gettext("Kind"), kinds)
    levels = _rows("level", found.levels, found, lambda key: t.own(t.gettext(LABELS[key])))  # type: ignore[index]
    yield Table("level", t.gettext("By confirmation"), t.gettext("Level"), levels)
    yield Table("year", t.gettext("By year"), t.gettext("Year"), _rows("year", found.years, found, t.own))
    states = _rows("state", found.states, found, lambda key: t.own(t.country(key)))
    yield Table("state", t.gettext("By state"), t.gettext("State"), states, single=False)
    regions = _rows(
        "region", found.regions, found, lambda key: site.gazetteer.entries[key].place.name, "places/{}.html"
    )
    if found.elsewhere.events:
        regions = (
            *regions,
            _bar("region", found.elsewhere, len(found.events), t.own(t.gettext("in no single region"))),
        )
    yield Table("region", t.gettext("By region"), t.gettext("Region"), regions, single=False)


def _rows(
    by: str, shares: Iterable[Share], found: Coverage, label: Callable[[str], Text], page: str = ""
) -> tuple[Bar, ...]:
    total = len(found.events)
    return tuple(_bar(by, share, total, label(share.key), page.format(share.key)) for share in shares)


def _bar(by: str, share: Share, total: int, label: Text, page: str = "") -> Bar:
    listed = tuple((event, "") for event in share.events[:NEWEST])
    count = len(share.events)
    return Bar(f"{by}-{share.key or 'other'}", label, page, count, _percent(count, total), listed, count - len(listed))


def _voice(voice: Voice, found: Coverage, edition: Edition) -> VoiceRow:
    """Link each entry at the side's first statement in it."""
    listed = tuple((event, f"#claim-{claims[0].id}") for event, claims in voice.statements[:NEWEST])
    statements = sum(other.count for other in found.voices)
    entries = len(voice.statements)
    bar = Bar(
        f"side-{voice.side.id}", voice.side.label, "", voice.count, _percent(voice.count, statements),
        listed, entries - len(listed),
    )  # fmt: skip
    return VoiceRow(bar, voice.speakers, entries)


def _percent(count: int, total: int) -> int:
    return (200 * count + total) // (2 * total) if total else 0
