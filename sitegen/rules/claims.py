"""Claims and sources of one event: ids, answers, counts, addresses."""

import re
from collections import Counter
from collections.abc import Iterator

from sitegen.counts import Contradiction, contradictions, voices
from sitegen.decode import Decoded
from sitegen.gazetteer import suggestion
from sitegen.model.event import Event
from sitegen.problems import Said, listed, quoted, say
from sitegen.rules.references import cycles
from sitegen.rules.registry import Finding, Scene, rule

Loc = tuple[str | int, ...]
_NUMBER = re.compile(r"(?<![a-z0-9])\d+(?![a-z0-9])")


@rule("id-numbers", Event, excusable=True)
def id_numbers(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """No number of people stands in an event's id: the id is for ever, the number is a claim."""
    words = re.sub(r"^\d{4}(-\d\d(-\d\d)?)?", "", event.id)
    if found := _NUMBER.search(words):
        yield Finding(
            event.mark(),
            say('the file\'s name holds the number "%(number)s"', number=found[0]),
            say("leave it out: numbers are corrected, ids are not"),
        )


@rule("id-twice", Event)
def id_twice(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """No two claims and no two sources of an event share an id."""
    for field in ("claims", "sources"):
        seen: set[str] = set()
        for index, item in enumerate(getattr(event.record, field)):
            if item.id in seen:
                yield Finding(
                    event.mark(field, index, "id"),
                    say('"%(id)s" is already the id of another of the %(field)s', id=item.id, field=field),
                    say("give it an id of its own"),
                )
            seen.add(item.id)


@rule("claim-unknown", Event)
def claim_unknown(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """Every claim that is answered, superseded or named by a place is one of the event's own."""
    known = dict.fromkeys(claim.id for claim in event.record.claims)
    here = say("claims here: %(ids)s", ids=listed(known)) if known else say("this file has no claims")
    named: list[tuple[Loc, str]] = [
        (("where", i, "claims", j), id_) for i, w in enumerate(event.record.where) for j, id_ in enumerate(w.claims)
    ]
    for index, claim in enumerate(event.record.claims):
        named += [
            (("claims", index, f), id_)
            for f, id_ in (("answers", claim.answers), ("supersedes", claim.supersedes))
            if id_
        ]
    for loc, id_ in named:
        if id_ not in known:
            yield Finding(
                event.mark(*loc),
                say('no claim here is called "%(id)s"', id=id_),
                suggestion(id_, known) or here,
            )


@rule("source-unknown", Event)
def source_unknown(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """Every source that a claim or a search names is one of the event's own."""
    known = dict.fromkeys(source.id for source in event.record.sources)
    for loc, id_ in _named_sources(event.record):
        if id_ not in known:
            yield Finding(
                event.mark(*loc),
                say('no source here is called "%(id)s"', id=id_),
                suggestion(id_, known) or say("sources here: %(ids)s", ids=listed(known)),
            )


@rule("source-unused", Event, "remark")
def source_unused(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """Where an event has claims, every source carries one of them."""
    used = Counter(id_ for _, id_ in _named_sources(event.record))
    for index, source in enumerate(event.record.sources):
        if event.record.claims and not used[source.id]:
            yield Finding(
                event.mark("sources", index, "id"),
                say('no claim names the source "%(id)s"', id=source.id),
                say("name it in a claim, or delete it"),
            )


def _named_sources(event: Event) -> Iterator[tuple[Loc, str]]:
    for field in ("claims", "looked"):
        for index, item in enumerate(getattr(event, field)):
            for position, id_ in enumerate(item.sources):
                yield (field, index, "sources", position), id_


_UNANSWERED = {
    "confirms": 'the claim "%(id)s" confirms another, and does not say which',
    "denies": 'the claim "%(id)s" denies another, and does not say which',
    "concedes": 'the claim "%(id)s" concedes another, and does not say which',
}


@rule("answer-missing", Event)
def answer_missing(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """A claim that confirms, denies or concedes names the claim it answers."""
    for index, claim in enumerate(event.record.claims):
        if claim.stance != "states" and not claim.answers:
            others = [other.id for other in event.record.claims if other is not claim]
            one = say("write %(example)s", example=f"answers: {others[0]}") if len(others) == 1 else None
            yield Finding(
                event.mark("claims", index, "stance"),
                say(_UNANSWERED[claim.stance], id=claim.id),
                one or say("write answers: and the id of that claim"),
            )  # fmt: skip


@rule("claim-cycle", Event)
def claim_cycle(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """No claim answers or supersedes itself, also not by way of others."""
    places = {claim.id: index for index, claim in enumerate(event.record.claims)}
    for field in ("answers", "supersedes"):
        graph = {c.id: (getattr(c, field),) if getattr(c, field) else () for c in event.record.claims}
        for id_ in sorted(cycles(graph)):
            yield Finding(
                event.mark("claims", places[id_], field),
                say('"%(field)s" leads from the claim "%(id)s" back to itself', field=field, id=id_),
                say("name another claim, or delete the line"),
            )


@rule("supersedes-other", Event)
def supersedes_other(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """A claim supersedes only claims of its own speaker: others are answered, never replaced.

    A body and its head are one speaker here, as they are one voice in counts and confirmation.
    """
    speakers = {claim.id: claim.by for claim in event.record.claims}
    for index, claim in enumerate(event.record.claims):
        other = speakers.get(claim.supersedes or "")
        if other and not _one_voice(other, claim.by, scene):
            yield Finding(
                event.mark("claims", index, "supersedes"),
                say('"%(id)s" is a claim of %(speaker)s', id=claim.supersedes, speaker=other),
                say("write answers: and a stance instead"),
            )


def _one_voice(one: str, other: str, scene: Scene) -> bool:
    known = {id_: speaker.record for id_, speaker in scene.content.speakers.items()} if one != other else {}
    shared = voices((one, other), known)
    return shared[one] == shared[other]


@rule("counts-impossible", Event, excusable=True)
def counts_impossible(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """The parts of a count fit into its total: children, women and men are among the people."""
    for index, claim in enumerate(event.record.claims):
        for position, counts in enumerate(claim.counts):
            for found in contradictions(counts):
                part = found.fields if len(found.fields) == 1 else ()
                yield Finding(
                    event.mark("claims", index, "counts", position, *part),
                    _sentence(found),
                    say("check the numbers against the source"),
                )


_IMPOSSIBLE = {
    "part-over-total": "%(fields)s are %(parts)s, more than the total of %(total)s",
    "parts-over-total": "%(fields)s are together %(parts)s, more than the total of %(total)s",
    "parts-under-total": "%(fields)s are together at most %(parts)s, less than the total of %(total)s",
}


def _sentence(found: Contradiction) -> Said:
    *others, last = found.fields
    several = say("%(words)s and %(last)s", words=", ".join(others), last=last)
    fields = several if others else last
    return say(_IMPOSSIBLE[found.kind], fields=fields, parts=found.parts, total=found.total)


@rule("url-http", Event, "remark")
def url_http(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """Addresses begin with https where the site offers it: plain http tells the network what is read."""
    for field, inner in (("sources", "url"), ("sources", "archive"), ("external", "url")):
        for index, item in enumerate(getattr(event.record, field)):
            url = getattr(item, inner) or ""
            if url.lower().startswith("http:"):
                said = say("%(url)s is plain http", url=quoted(url))
                hint = say("write https:// if the page opens with it too")
                yield Finding(event.mark(field, index, inner), said, hint)
