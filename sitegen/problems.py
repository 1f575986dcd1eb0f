"""What a contributor can fix, and where: content mistakes are values, never exceptions."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal, NamedTuple

Severity = Literal["problem", "remark"]

MOST = 100
"""Problems of one rule in one file that are shown: nobody makes more by hand, and a program's must not flood."""

_BLANKS = re.compile(r"[ \t\r\n]+")


class Said(str):
    """English words that remember their template and what was filled in, so that a report can translate them."""

    __slots__ = ("params", "template")
    template: str
    params: dict[str, object]


class Grouped(int):
    """A number that is written with separators between thousands, each language's own."""

    def __str__(self) -> str:
        return f"{int(self):,}"


def say(template: str, **params: object) -> Said:
    """Fill `%(name)s` of an English template; the template is the message id of the catalogues."""
    said = Said(template % params)
    said.template, said.params = template, params
    return said


class Mark(NamedTuple):
    """A place in a file: posix path relative to the content folder, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1


class Problem(NamedTuple):
    """One thing to fix: a `problem` stops publication, a `remark` is for the reviewer.

    `message` quotes what was written, `hint` says what to write instead. The field order is the order in
    which problems are shown: by file, line and column.
    """

    mark: Mark
    rule: str
    message: str
    hint: str = ""
    severity: Severity = "problem"


@dataclass(frozen=True, slots=True)
class Findings:
    """The sorted, distinct problems and remarks of one run."""

    all: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, problems: Iterable[Problem]) -> "Findings":
        """Sort and deduplicate `problems`."""
        return cls(tuple(sorted(set(problems))))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Those that stop publication."""
        return tuple(p for p in self.all if p.severity == "problem")

    @property
    def remarks(self) -> tuple[Problem, ...]:
        """Those that are only for the reviewer."""
        return tuple(p for p in self.all if p.severity == "remark")


def capped(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Pass on the first `MOST` problems of each rule in each file, then one that says that more follow."""
    counts: Counter[tuple[str, str]] = Counter()
    for problem in problems:
        key = problem.mark.path, problem.rule
        counts[key] += 1
        if counts[key] <= MOST:
            yield problem
        elif counts[key] == MOST + 1:
            yield problem._replace(
                message=say("more of the same follow; the first %(most)s are shown", most=MOST),
                hint=say("mend these, then check again"),
            )


def quoted(value: object, limit: int = 60) -> str:
    """Show `value` as it was written, in double quotes, on one line, cut at `limit` characters."""
    text = printable(_BLANKS.sub(" ", str(value)[: 4 * limit])).strip()
    return f'"{text[: limit - 1]}…"' if len(text) > limit else f'"{text}"'


def listed(words: Iterable[str], limit: int = 12) -> str:
    """Show `words` with commas between them, no more than `limit`."""
    shown = list(islice(words, limit + 1))
    return ", ".join(printable(word[:60]) for word in shown[:limit]) + (" …" if len(shown) > limit else "")


def printable(text: str) -> str:
    """Show what cannot be seen (line breaks, blanks that are no space, lone surrogates) as its number."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
