"""events.csv: a row an event, and one for each that was withdrawn."""

from collections.abc import Sequence

from sitegen.exports.events_people import people
from sitegen.exports.events_rows import Row, of_event, of_stone
from sitegen.exports.events_where import where
from sitegen.exports.table import Cell, Column
from sitegen.exports.terms import page
from sitegen.located import Located
from sitegen.site import Site

NAME = "events.csv"
KEY = ("id",)


def columns(site: Site) -> tuple[Column[Row], ...]:
    """Return the columns; numbers of people only for effects that some event of the site has."""
    gone = of_stone(lambda stone: stone.date.isoformat())
    return (
        Column("id", "#event+id", "the event's id, for ever", lambda row: row.id),
        Column("url", "#meta+url", "the event's page", lambda row: page(site, row.id), "anyURI"),
        *(_title(site, lang) for lang in site.file.languages),
        *_what(),
        *where(site),
        *people(site),
        *_sources(),
        Column("modified", "#date+modified", "the day it was last corrected, or withdrawn", _modified, "date"),
        Column("withdrawn", "#date+withdrawn", "the day it was withdrawn", gone, "date"),
        Column("withdrawn_reason", "#status+withdrawn", "why it was withdrawn", of_stone(lambda stone: stone.reason)),
    )


def _title(site: Site, lang: str) -> Column[Row]:
    def title(event: Located) -> Cell:
        said = {code or site.first_language: words for code, words in event.event.title.values}
        return said.get(lang)

    return Column(f"title_{lang}", f"#event+name+i_{lang}", f"the title in {lang}, where there is one", of_event(title))


def _what() -> tuple[Column[Row], ...]:
    first, last = (of_event(lambda e: _iso(e.event.when.date.first)), of_event(lambda e: _iso(e.event.when.date.last)))
    disputed = of_event(lambda e: e.verdicts.event.disputed)
    return (
        Column("kind", "#event+type", "an id of kinds.yaml", of_event(lambda e: e.event.kind)),
        Column("also", "#event+type+also", "further kinds", of_event(lambda e: " ".join(e.event.also))),
        Column("date", "#date+edtf", "the date as EDTF", of_event(lambda e: e.event.when.date.written)),
        Column("date_first", "#date+start", "the first day it covers, if known", first, "date"),
        Column("date_last", "#date+end", "the last day it covers, if known", last, "date"),
        Column("date_basis", "#date+basis", "occurred, announced or reported", of_event(lambda e: e.event.when.basis)),
        Column("level", "#status+level", "how well it is confirmed", of_event(lambda e: e.verdicts.event.level)),
        Column("disputed", "#status+disputed", "whether somebody denies it", disputed, "boolean"),
    )


def _modified(row: Row) -> Cell:
    return _iso(row.event.event.modified if row.event else row.stone and row.stone.date)


def _iso(day: object) -> Cell:
    return str(day) if day else None


def _sources() -> Sequence[Column[Row]]:
    def urls(event: Located) -> Cell:
        return " ".join(s.url for s in event.event.sources if s.names_private_people != "true")

    def publishers(event: Located) -> Cell:
        return "; ".join(dict.fromkeys(source.publisher for source in event.event.sources))

    claims = of_event(lambda event: len(event.event.claims))
    return (
        Column("claims", "#meta+claims+num", "how many claims it has", claims, "integer"),
        Column("publishers", "#meta+source+name", "who publishes its sources", of_event(publishers)),
        Column("urls", "#meta+source+url", "the sources, without those that name private people", of_event(urls)),
    )
