"""A parsed file → a record, or the problems that stand in the way, in a contributor's words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from sitegen.decode.fields import names
from sitegen.decode.words import explain, unknown_field
from sitegen.marked import Loc, Marked
from sitegen.model.fields import Record
from sitegen.problems import Mark, Problem, capped

T = TypeVar("T", bound=Record)

_LOOKED_AT = 1_000  # what a program got wrong a thousand times is told well enough


@dataclass(frozen=True)
class Decoded(Generic[T]):
    """A record, its id (the file's name) and where each of its values stood."""

    id: str
    record: T
    marked: Marked

    @property
    def path(self) -> str:
        """The file, relative to the content folder."""
        return self.marked.path

    def mark(self, *loc: str | int) -> Mark:
        """Return where the value at `loc` was written, or what encloses it."""
        return self.marked.mark(loc)


def decode(model: type[T], id_: str, marked: Marked) -> tuple[Decoded[T] | None, list[Problem]]:
    """Type the values of a file as `model`; None with the problems where that cannot be done."""
    blank = [unknown_field(model, marked, loc, "") for loc in _blank_unknown(model, marked)]
    try:
        record = model.model_validate(marked.value)
    except ValidationError as error:
        faults = error.errors(include_url=False)[:_LOOKED_AT]
        told = [explain(model, marked, fault) for fault in _first_causes(faults, marked)]
        return None, list(capped(_without_renamed(blank + told)))
    return (None, list(capped(blank))) if blank else (Decoded(id_, record, marked), [])


def _blank_unknown(model: type[Record], marked: Marked) -> list[Loc]:
    """Return the fields that were written without a value and that no record has: pydantic never sees them."""
    blank = (loc for loc in marked.empty if loc and isinstance(loc[-1], str))
    unknown = [loc for loc in blank if (known := names(model, loc[:-1])) and loc[-1] not in known]
    return sorted(unknown, key=repr)[:_LOOKED_AT]


def _first_causes(faults: list[Any], marked: Marked) -> Iterator[Any]:
    """Leave out what only repeats: values already refused, and lists that are short because their items failed."""
    parents = {fault["loc"][:depth] for fault in faults for depth in range(len(fault["loc"]))}
    for fault in faults:
        loc = fault["loc"]
        repeats = fault["type"] == "too_short" and loc in parents
        if not repeats and not any(loc[:depth] in marked.bad for depth in range(len(loc) + 1)):
            yield fault


def _without_renamed(problems: list[Problem]) -> Iterator[Problem]:
    """Leave out that a field is missing where another is told to be its misspelling."""
    meant = {problem.hint for problem in problems if problem.rule == "unknown-field"}
    for problem in problems:
        name = problem.message.removesuffix(" is missing")
        if problem.rule != "missing-field" or f"did you mean {name}?" not in meant:
            yield problem
