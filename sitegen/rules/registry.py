"""How a rule is declared: one generator, whose docstring is the rule."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

from sitegen.content import Content
from sitegen.gazetteer import Gazetteer
from sitegen.model.fields import Record
from sitegen.problems import MOST, Mark, Problem, Severity, capped
from sitegen.rules.examples import EXAMPLES, Example


class Finding(NamedTuple):
    """What a rule yields: where, what was written, what to write instead."""

    mark: Mark
    message: str
    hint: str = ""


@dataclass(frozen=True)
class Scene:
    """What rules may look at besides the record in hand.

    `now` is the day the build stands at; `now_given` tells whether somebody stated it for this run. `only` are the
    paths whose findings are asked for, where it is not the whole content.
    """

    content: Content
    gazetteer: Gazetteer
    now: date
    now_given: bool = False
    only: tuple[str, ...] = ()

    def asked(self, path: str) -> bool:
        """Tell whether what is found in the file at `path` is asked for."""
        return not self.only or any(path == one or path.startswith(f"{one}/") for one in self.only)

    @cached_property
    def memo(self) -> dict[str, Any]:
        """What rules work out once for a run and share: the key is the name of the module that does."""
        return {}

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """Ids of kinds.yaml."""
        kinds = self.content.kinds.record.kinds if self.content.kinds else ()
        return tuple(dict.fromkeys(kind.id for kind in kinds))

    @cached_property
    def sides(self) -> tuple[str, ...]:
        """Ids of sides.yaml."""
        sides = self.content.sides.record.sides if self.content.sides else ()
        return tuple(dict.fromkeys(side.id for side in sides))


@dataclass(frozen=True)
class Rule:
    """A rule: `over` is the record it looks at, or Content for the whole folder.

    An event may state an exception to an `excusable` one; the others hold up what comes after them. `bad` and
    `good` are YAML fields laid over a valid record (see `tests/data/base`): the rule finds something in the first
    and nothing in the second.
    """

    id: str
    over: type[Any]
    severity: Severity
    check: Callable[[Any, Scene], Iterator[Finding]]
    excusable: bool
    bad: str = ""
    good: str = ""

    @property
    def words(self) -> str:
        """The rule itself."""
        return (self.check.__doc__ or "").strip()

    def problems(self, subject: Any, scene: Scene) -> Iterator[Problem]:
        """Apply the rule to one record, or to the whole content; a record stops at the first that are too many."""
        told = self.check(subject, scene)
        findings = list(told if isinstance(subject, Content) else islice(told, MOST + 1))
        # Nearly always there is nothing, for thousands of records and dozens of rules: nothing more is built then.
        return capped(self._problem(finding) for finding in findings) if findings else iter(())

    def _problem(self, found: Finding) -> Problem:
        return Problem(found.mark, self.id, found.message, found.hint, self.severity)


RULES: dict[str, Rule] = {}


def rule(
    id_: str,
    over: type[Record] | type[Content],
    severity: Severity = "problem",
    *,
    excusable: bool | None = None,
    bad: str = "",
    good: str = "",
) -> Callable[[Any], Any]:
    """Declare the decorated generator to be the rule `id_`; raise ValueError where the id is taken.

    Remarks are excusable and problems are not, unless `excusable` says otherwise.
    """

    def declare(
        check: Callable[[Any, Scene], Iterator[Finding]],
    ) -> Callable[[Any, Scene], Iterator[Finding]]:
        if id_ in RULES:
            raise ValueError(f"two rules are called {id_}")
        shown = Example(bad, good) if bad else EXAMPLES.get(id_, Example("", ""))
        RULES[id_] = Rule(id_, over, severity, check, severity == "remark" if excusable is None else excusable, *shown)
        return check

    return declare
