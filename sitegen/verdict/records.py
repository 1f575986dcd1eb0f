"""What a verdict says: the level, the flag, and who stands behind each."""

from dataclasses import dataclass
from typing import Literal, get_args

from sitegen.model.event import About
from sitegen.verdict.numbers import Numbers

Level = Literal["withdrawn", "refuted", "unconfirmed", "one-source", "one-side", "both-sides", "independent"]
LEVELS: tuple[Level, ...] = get_args(Level)  # from the weakest to the strongest
Part = Literal["party", "mediator", "organisation", "press", "witness", "channel"]


@dataclass(frozen=True, slots=True)
class Origin:
    """One origin, however many speakers, outlets and claims it has: ids, sorted.

    `part` is the role of its side, or `channel`: unnamed, or a speaker or side that no register knows.
    `side` is "" for an outlet known only as the end of a chain of reprints.
    """

    key: str
    part: Part
    side: str
    speakers: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How well one row is confirmed, and by whom.

    `asserting`: origins whose assertions stand, mediators and channels included though they lift nothing;
    `denying`: whose denials stand; `given_up`: who denied and has conceded or confirmed since; `taken_back`:
    who asserted and no longer does. `relayed`: ids of claims that only relay, and so count nowhere. `publishers`:
    who reports it, where no speaker is named. `numbers`: where two parties' numbers meet and where not (row
    `people` only). All are sorted: the order of claims is not seen.
    """

    about: About
    level: Level
    disputed: bool = False
    asserting: tuple[Origin, ...] = ()
    denying: tuple[Origin, ...] = ()
    given_up: tuple[Origin, ...] = ()
    taken_back: tuple[Origin, ...] = ()
    relayed: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    numbers: tuple[Numbers, ...] = ()

    @property
    def parties(self) -> tuple[str, ...]:
        """Ids of the parties' sides that assert: P is how many."""
        return tuple(sorted({origin.side for origin in self.asserting if origin.part == "party"}))

    @property
    def others(self) -> tuple[Origin, ...]:
        """Asserting origins that stand with no party, mediators and channels aside: O is how many."""
        return tuple(o for o in self.asserting if o.part in {"organisation", "press", "witness"})

    @property
    def mediators(self) -> tuple[Origin, ...]:
        """Mediators that assert: mentioned, never counted beside others."""
        return tuple(origin for origin in self.asserting if origin.part == "mediator")

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of the claims that assert the row."""
        return tuple(sorted({claim for origin in self.asserting for claim in origin.claims}))


@dataclass(frozen=True, slots=True)
class Verdicts:
    """A verdict for each row that has claims, in the model's order; row `event` is always there, as the first."""

    rows: tuple[Verdict, ...]

    @property
    def event(self) -> Verdict:
        """The event's own verdict: that of row `event`."""
        return self.rows[0]

    def get(self, about: About) -> Verdict | None:
        """Return the verdict of one row, None where nobody claims anything about it."""
        return next((verdict for verdict in self.rows if verdict.about == about), None)

    def __getitem__(self, about: About) -> Verdict:
        if (verdict := self.get(about)) is None:
            raise KeyError(about)
        return verdict
