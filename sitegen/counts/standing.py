"""Which claims still stand: read each in the light of those it answers, replaces or takes back."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple

from sitegen.counts.voices import voices
from sitegen.model.event import About, Claim, Event
from sitegen.model.site import Speaker

State = Literal["stands", "replaced", "taken-back", "given-up"]


class _Sense(NamedTuple):
    """What a claim is about, the claim at the end of its chain of answers, and whether it denies that one."""

    about: About
    root: str
    denies: bool


@dataclass(frozen=True, slots=True)
class Said:
    """One claim and what has become of it.

    `voice` is the same for a body and its head. `root` is the claim it is about in the end: its own id unless
    it answers another. `denies` follows the whole chain: who confirms a denial denies, who denies one asserts.
    `state`: it stands, its speaker replaced it, took it back, or (a denial only) has given it up since.
    """

    claim: Claim
    voice: str
    about: About
    root: str
    denies: bool
    state: State = "stands"


def standing(event: Event, speakers: Mapping[str, Speaker]) -> tuple[Said, ...]:
    """Read every claim of `event`, in the order written; the result does not depend on that order.

    - Replaced: a claim of the same voice names it in `supersedes`. If that one denies, it is taken back.
    - Taken back: `retracted`, whatever the day.
    - A denial is given up once the same voice concedes or confirms in that row since. Where days are unknown
      or touch, a concession is taken for the later word, a confirmation is not: in doubt the denial stands.
    - A denial that stands takes back what the same voice asserted on that very claim (its own included).
    - Claims that answer each other in a ring are read as if they answered nothing.
    """
    senses = _senses(event.claims)
    shared = voices((claim.by for claim in event.claims), speakers)
    said = [Said(claim, shared[claim.by], *senses[claim.id]) for claim in event.claims]
    return tuple(_after_denials(_after_retractions(said)))


def _senses(claims: tuple[Claim, ...]) -> dict[str, _Sense]:
    by_id = {claim.id: claim for claim in claims}
    known: dict[str, _Sense] = {}
    for claim in claims:
        path: dict[str, Claim] = {}
        step: Claim | None = claim
        while step and step.id not in known and step.id not in path:
            path[step.id] = step
            step = by_id.get(step.answers or "")
        if step and step.id in path:
            ring = list(path)[list(path).index(step.id) :]
            known.update((member, _sense(path[member], None)) for member in ring)
        for answer in reversed(path.values()):
            known.setdefault(answer.id, _sense(answer, known.get(answer.answers or "")))
    return known


def _sense(claim: Claim, answered: _Sense | None) -> _Sense:
    about = claim.about or (answered.about if answered else "event")
    if answered is None or claim.stance == "states":
        return _Sense(about, claim.id, claim.stance == "denies")
    return _Sense(about, answered.root, answered.denies != (claim.stance == "denies"))


def _after_retractions(said: list[Said]) -> list[Said]:
    later: dict[tuple[str, str], bool] = defaultdict(bool)
    for one in said:
        if one.claim.supersedes not in {None, one.claim.id}:
            later[one.voice, str(one.claim.supersedes)] |= one.denies
    return [_after(one, later.get((one.voice, one.claim.id))) for one in said]


def _after(one: Said, replaced_by_denial: bool | None) -> Said:
    if one.claim.retracted or (replaced_by_denial and not one.denies):
        return replace(one, state="taken-back")
    return one if replaced_by_denial is None else replace(one, state="replaced")


def _after_denials(said: list[Said]) -> list[Said]:
    yielded = _acceptances(said)
    said = [
        replace(one, state="given-up") if _denies(one) and _since(one, yielded[one.voice, one.about]) else one
        for one in said
    ]
    denied = {(one.voice, one.about, one.root) for one in said if _denies(one)}
    return [
        replace(one, state="taken-back")
        if one.state == "stands" and not one.denies and (one.voice, one.about, one.root) in denied
        else one
        for one in said
    ]


def _denies(one: Said) -> bool:
    return one.denies and one.state == "stands"


class _Latest(NamedTuple):
    conceded: date = date.min
    confirmed: date = date.min


def _acceptances(said: list[Said]) -> dict[tuple[str, About], _Latest]:
    """Return the latest possible day of a concession, and the latest sure day of a confirmation."""
    latest: dict[tuple[str, About], _Latest] = defaultdict(_Latest)
    for one in said:
        if one.denies or one.state != "stands" or one.claim.stance == "states":
            continue
        conceded, confirmed = latest[one.voice, one.about]
        first, last = _days(one.claim)
        if one.claim.stance == "concedes":
            conceded = max(conceded, last)
        confirmed = max(confirmed, first)
        latest[one.voice, one.about] = _Latest(conceded, confirmed)
    return latest


def _since(denial: Said, yielded: _Latest) -> bool:
    first, last = _days(denial.claim)
    conceded = yielded.conceded > date.min and yielded.conceded >= first
    return conceded or yielded.confirmed >= last


def _days(claim: Claim) -> tuple[date, date]:
    """Return the first and the last day it may have been said: all days where that is not known."""
    said = claim.said
    return (said and said.first) or date.min, (said and said.last) or date.max
