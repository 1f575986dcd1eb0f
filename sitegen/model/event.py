"""One event: what was said to happen, by whom, when, where, and on which sources."""

import datetime
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from sitegen.model.fields import (
    Count,
    Day,
    Id,
    Kilometres,
    Lang,
    Name,
    Record,
    Text,
    Url,
    When_,
    Words,
    YesNo,
)

About = Literal["event", "people", "place", "time", "route", "cause", "aim"]
Stance = Literal["states", "confirms", "denies", "concedes"]
Role = Literal["scene", "origin", "stay", "transit", "handover", "destination", "talks"]
Effect = Literal[
    "killed",
    "injured",
    "missing",
    "held",
    "taken",
    "returned",
    "exchanged",
    "evacuated",
    "displaced",
    "due_to_leave",
    "stayed",
    "separated",
    "reunited",
    "affected",
]
SourceKind = Literal[
    "outlet",
    "agency",
    "state-media",
    "official",
    "organisation",
    "aggregator",
    "copy",
    "encyclopedia",
    "social",
]


class When(Record):
    """When it happened, or when it was announced or reported."""

    date: When_ = Field(
        description="a date in one of the five forms", examples=["2024-11-22", "2024-08~", "2024-08/2024-10"]
    )
    basis: Literal["occurred", "announced", "reported"] = Field("occurred", description="what the date is the date of")
    note: Words | None = Field(None, description="how the date was derived")


def _when(value: Any) -> Any:
    return {"date": value} if isinstance(value, str) else value


class Where(Record):
    """One place of the event, as the source wrote it."""

    place: Name | None = Field(
        None,
        description="the toponym as the source wrote it; the gazetteer resolves it",
        examples=["Sudja district"],
    )
    within: Name | None = Field(
        None, description="a containing place, to tell homonyms apart", examples=["Sudzhansky District"]
    )
    role: Role = Field("scene", description="what the place was to the event")
    extent: Literal["within", "whole"] = Field("within", description="somewhere in it, or all of it")
    precision: Literal["near", "undisclosed"] | None = Field(None, description="only these two are written by hand")
    radius_km: Kilometres | None = Field(None, description="for `near`: how far from the place, in km (default 25)")
    claims: tuple[Id, ...] = Field((), description="ids of the claims that name this place")
    note: Words | None = None


class Counts(Record):
    """How many people a claim speaks of, for one effect."""

    effect: Effect = Field(description="what happened to them")
    total: Count | None = Field(None, description="a number, {min, best, max}, some or none", examples=["46", "some"])
    women: Count | None = None
    men: Count | None = None
    children: Count | None = None
    unknown: Count | None = Field(None, description="of unknown sex and age")
    of: Words | None = Field(None, description="a place or group, where counts add instead of competing")
    as_of: Day | None = Field(None, description="the day the number stood at; the newest of each speaker counts")

    @property
    def part(self) -> str | None:
        """The place or group in the words written first: counts with the same ones are of the same people."""
        return str(self.of) if self.of else None


class Claim(Record):
    """What one speaker says."""

    id: Id = Field(description="short, unique in the file", examples=["c1"])
    by: Id = Field(description="a speaker: the name of a file in speakers/", examples=["moskalkova"])
    said: When_ | None = Field(None, description="when it was said")
    says: Words = Field(description="what was said, in our own words")
    about: About | None = Field(None, description="the row of the matrix; `event` when left out")
    stance: Stance = Field("states", description="`confirms`, `denies` and `concedes` need `answers`")
    answers: Id | None = Field(None, description="the claim that this one answers; its `about` is taken over")
    supersedes: Id | None = Field(None, description="an earlier claim of the same speaker that this one replaces")
    retracted: Day | None = Field(None, description="the day the speaker took it back")
    counts: tuple[Counts, ...] = ()
    sources: tuple[Id, ...] = Field(min_length=1, description="ids of the sources that carry it")
    note: Words | None = None


class Looked(Record):
    """A search for a side's answer that found nothing."""

    side: Id = Field(description="whose answer was looked for")
    until: Day = Field(description="the last day it was looked for")
    about: tuple[About, ...] = Field(("event",), description="the rows it was looked for")
    sources: tuple[Id, ...] = Field((), description="sources that say so themselves")
    note: Words | None = None


class Source(Record):
    """A page that carries a claim."""

    id: Id = Field(description="short, unique in the file", examples=["lenta"])
    publisher: Name = Field(description="who publishes the page; link texts show this and never the page's title")
    url: Url = Field(description="the address of the page", examples=["https://example.org/news"])
    archive: Url | None = Field(None, description="an archived copy")
    published: When_ | None = None
    lang: Lang | None = Field(None, description="the language of the page")
    kind: SourceKind = Field("outlet", description="what it is; an outlet that relays is a source, not a claim")
    side: Id | None = Field(None, description="the side that controls the publisher, if one does")
    republishes: Name | None = Field(None, description="the wire or outlet whose text this is")
    names_private_people: YesNo = Field("false", description="true: only the publisher is shown, with a warning")
    graphic: YesNo = Field("false", description="true: a warning stands before the link")
    note: Words | None = None


class Correction(Record):
    """A dated correction: the only history a page shows."""

    date: Day
    what: Words
    was: Words | None = None
    now: Words
    why: Words | None = None


class Exemption(Record):
    """A rule that rightly does not hold here."""

    rule: Name
    why: Words
    by: Name = Field(description="a role, never a name", examples=["maintainer"])


class Withdrawn(Record):
    """Taken down: a tombstone remains."""

    date: Day
    reason: Literal["request", "harm", "error", "duplicate", "legal"]


class External(Record):
    """The same event in another database."""

    system: Name = Field(examples=["ACLED", "UCDP", "Airwars"])
    id: Name
    url: Url | None = None


class Event(Record):
    """One event file; the file's name is the event's id, for ever."""

    title: Words = Field(description="one line, with who says it where one side only does")
    summary: Words | None = Field(None, description="a few sentences in our own words")
    kind: Id = Field(description="an id of kinds.yaml: the layer the event is drawn in", examples=["return"])
    also: tuple[Id, ...] = Field((), description="further kinds that filters find it by")
    when: Annotated[When, BeforeValidator(_when, json_schema_input_type=When_ | When)] = Field(examples=["2024-11-22"])
    over: Day | None = Field(None, description="the day it had ended")
    where: tuple[Where, ...] = Field(min_length=1)
    claims: tuple[Claim, ...] = Field(
        (), description="who says what; without any, each source stands for one unattributed statement"
    )
    looked: tuple[Looked, ...] = ()
    withheld: tuple[Literal["names", "images", "ages", "health", "ties", "places", "routes"], ...] = Field(
        (), description="what is left out on purpose"
    )
    sources: tuple[Source, ...] = Field(min_length=1)
    corrections: tuple[Correction, ...] = ()
    exceptions: tuple[Exemption, ...] = ()
    related: tuple[Id, ...] = ()
    part_of: Id | None = None
    supersedes: tuple[Id, ...] = Field((), description="events that this one replaces")
    withdrawn: Withdrawn | None = None
    embargo_until: Day | None = Field(
        None, description="for private repositories: nothing is published before; a public one shows the file at once"
    )
    graphic: YesNo = "false"
    external: tuple[External, ...] = ()

    def is_embargoed(self, now: datetime.date) -> bool:
        """Tell whether nothing of the event may be known on the day `now`, not even that it was withdrawn."""
        return self.embargo_until is not None and self.embargo_until > now

    @property
    def modified(self) -> datetime.date | None:
        """The day of the latest correction; None where nothing was corrected."""
        return max((correction.date for correction in self.corrections), default=None)

    def about(self, claim: Claim) -> About:
        """Return the row a claim belongs to: its own, else that of what it answers, else `event`."""
        seen: set[str] = set()
        by_id = {c.id: c for c in self.claims}
        while claim.about is None and claim.answers in by_id and claim.id not in seen:
            seen.add(claim.id)
            claim = by_id[claim.answers]
        return claim.about or "event"


__all__ = [
    "About",
    "Claim",
    "Correction",
    "Counts",
    "Effect",
    "Event",
    "Looked",
    "Role",
    "Source",
    "Text",
    "When",
    "Where",
]
