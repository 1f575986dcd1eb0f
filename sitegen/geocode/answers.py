"""What becomes of a question: one answer, a choice for a person, nothing, or nobody to ask."""

from dataclasses import dataclass, replace
from typing import Literal

from sitegen.geocode.candidates import Candidate, distinct
from sitegen.geocode.context import Context, Lies
from sitegen.geocode.questions import Question
from sitegen.geometry import distance_m
from sitegen.problems import quoted, say

Outcome = Literal["found", "ambiguous", "nothing", "outage"]
_ORDER: tuple[Lies, ...] = ("inside", "unsure", "outside")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A candidate beside a question: does it bear the name, does it lie in the context, how far off is it (km).

    `lies_in` is what contains it, from the inside out: as the provider says, else what our own outlines tell.
    """

    candidate: Candidate
    bears_name: bool
    lies: Lies
    lies_in: tuple[str, ...]
    away_km: float | None

    @property
    def fits(self) -> bool:
        """Whether nothing speaks against it."""
        return self.bears_name and self.lies == "inside"

    @property
    def why_not(self) -> str:
        """What speaks against it, or that another was chosen."""
        if self.lies == "outside":
            return "outside the stated area"
        if not self.bears_name:
            return "another name"
        return "not sure to lie in the stated area" if self.lies == "unsure" else "another one was chosen"


@dataclass(frozen=True, slots=True)
class Answer:
    """The outcome for a question; `proposals` are best first, `why` says (`problems.say`) how it came to be."""

    question: Question
    outcome: Outcome
    proposals: tuple[Proposal, ...] = ()
    why: str = ""

    def as_outage(self, why: str) -> "Answer":
        """Return the same proposals for a person, and that somebody who might know more did not answer."""
        return replace(self, outcome="outage", why=why)


def answer(question: Question, candidates: list[Candidate], context: Context) -> Answer:
    """Accept exactly one candidate that bears the name inside the stated context; leave everything else to a person."""
    proposals = tuple(sorted((_proposal(c, question, context) for c in distinct(candidates)), key=_best_first))
    if not proposals:
        return Answer(question, "nothing", (), say("nobody knows a place of this name"))
    why = _doubt(question, proposals, context)
    sure = say("one place of this name in this context")
    return Answer(question, "ambiguous" if why else "found", proposals, why or sure)


def _doubt(question: Question, proposals: tuple[Proposal, ...], context: Context) -> str:
    if not context.chain and question.within:
        return say("%(place)s is not known itself, so that any of these could be meant", place=quoted(question.within))
    if not context.chain:
        return say("no containing place is stated (within:), so that any of these could be meant")
    fitting = [p for p in proposals if p.fits]
    if len(fitting) > 1:
        return say("%(count)s of the places of this name lie in this context", count=len(fitting))
    if not fitting:
        return say("no place of exactly this name is sure to lie in this context")
    if not fitting[0].candidate.complete:
        who = fitting[0].candidate.provider
        return say("%(provider)s knows only some of the villages here: there may be another one", provider=who)
    possible = [p for p in proposals if p.bears_name and p.lies == "unsure"]
    return say("another place of this name may lie in this context, too") if possible else ""


def _proposal(candidate: Candidate, question: Question, context: Context) -> Proposal:
    away = min((distance_m(candidate.point, point) / 1000 for point in question.near), default=None)
    bears_name, lies_in = candidate.bears(question.toponym), context.around(candidate)
    return Proposal(candidate, bears_name, context.lies(candidate), lies_in, away)


def _best_first(proposal: Proposal) -> tuple[int, bool, bool, float, int, str]:
    return (
        _ORDER.index(proposal.lies),
        not proposal.bears_name,
        proposal.away_km is None,
        proposal.away_km or 0.0,
        -proposal.candidate.population,
        proposal.candidate.ref,
    )
