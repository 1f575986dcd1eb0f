"""claims.csv: a row a claim, who makes it, what it answers, what it counts, and which pages carry it."""

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.exports.people import FIELDS
from sitegen.exports.table import Cell, Column
from sitegen.exports.terms import page
from sitegen.located import Located
from sitegen.model.event import Claim, Counts, Source
from sitegen.model.fields import Quantity
from sitegen.model.site import Speaker
from sitegen.site import Site

NAME = "claims.csv"
KEY = ("event", "claim")


@dataclass(frozen=True, slots=True)
class Row:
    """A claim, its speaker and the event it is about."""

    event: Located
    claim: Claim
    speaker: Speaker

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources that carry the claim."""
        return tuple(source for source in self.event.event.sources if source.id in self.claim.sources)


def rows(site: Site) -> Iterator[Row]:
    """Yield the claims of each event, newest event first, in the order written."""
    for event in site.events:
        for claim in event.event.claims:
            yield Row(event, claim, site.speakers[claim.by])


def columns(site: Site) -> tuple[Column[Row], ...]:
    """Return the columns."""
    return (
        Column("event", "#event+id", "the event's id", lambda row: row.event.id),
        Column("claim", "#meta+id", "the claim's id, unique in the event", lambda row: row.claim.id),
        Column("url", "#meta+url", "the event's page", lambda row: page(site, row.event.id), "anyURI"),
        *_who(site),
        *_what(),
        *(_says(site, lang) for lang in site.file.languages),
        Column("counts", "#affected+text", "the numbers of people it gives", lambda row: _counts(row.claim)),
        Column("sources", "#meta+source+id", "ids of its sources", lambda row: " ".join(row.claim.sources)),
        Column("publishers", "#meta+source+name", "who publishes them", _publishers),
        Column("urls", "#meta+source+url", "their pages, without those that name private people", _urls),
    )


def _who(site: Site) -> tuple[Column[Row], ...]:
    return (
        Column("speaker", "#contact+id", "the speaker's id", lambda row: row.claim.by),
        Column("speaker_name", "#contact+name", "the speaker", lambda row: site.say(row.speaker.name)),
        Column("speaker_kind", "#contact+type", "person, body, group or channel", lambda row: row.speaker.kind),
        Column("side", "#org+id", "the side the speaker stands with", lambda row: row.speaker.side),
        Column("side_role", "#org+type", "what that side is", lambda row: site.sides[row.speaker.side].role),
    )


def _what() -> tuple[Column[Row], ...]:
    return (
        Column("stance", "#meta+stance", "states, confirms, denies or concedes", lambda row: row.claim.stance),
        Column("answers", "#meta+answers", "the claim it answers", lambda row: row.claim.answers),
        Column("about", "#meta+about", "what it is about", lambda row: row.event.event.about(row.claim)),
        Column("said", "#date+said", "when it was said, as EDTF", _said),
        Column("supersedes", "#meta+supersedes", "the claim it replaces", lambda row: row.claim.supersedes),
        Column("retracted", "#date+retracted", "the day it was taken back", _retracted, "date"),
    )


def _says(site: Site, lang: str) -> Column[Row]:
    def says(row: Row) -> Cell:
        said = {code or site.first_language: words for code, words in row.claim.says.values}
        return said.get(lang)

    holds = f"what was said, in this site's words, in {lang} where there are any"
    return Column(f"says_{lang}", f"#description+i_{lang}", holds, says)


def _said(row: Row) -> Cell:
    return row.claim.said.written if row.claim.said else None


def _retracted(row: Row) -> Cell:
    return row.claim.retracted.isoformat() if row.claim.retracted else None


def _publishers(row: Row) -> Cell:
    return "; ".join(dict.fromkeys(source.publisher for source in row.sources))


def _urls(row: Row) -> Cell:
    return " ".join(source.url for source in row.sources if source.names_private_people != "true")


def _counts(claim: Claim) -> Cell:
    """Write "returned: total 46, children 12 (as of 2024-11-22)", an effect after another."""
    return "; ".join(map(_effect, claim.counts))


def _effect(counts: Counts) -> str:
    given = ((field, getattr(counts, field)) for field in FIELDS)
    numbers = ", ".join(f"{field} {_number(quantity)}" for field, quantity in given if quantity is not None)
    of = f" of {counts.part}" if counts.part else ""
    as_of = f" (as of {counts.as_of})" if counts.as_of else ""
    return f"{counts.effect}{of}: {numbers}{as_of}"


def _number(quantity: Quantity) -> str:
    if quantity.some:
        return "some"
    if quantity.min == quantity.max:
        return str(quantity.best)
    best = f" best {quantity.best}" if quantity.best is not None else ""
    return f"{_end(quantity.min)}-{_end(quantity.max)}{best}"


def _end(number: int | None) -> str:
    return "?" if number is None else str(number)
