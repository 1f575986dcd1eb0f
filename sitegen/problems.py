"""What a contributor can fix, and where: content mistakes are values, never exceptions."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Severity = Literal["problem", "remark"]


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
    def of(cls, problems: "list[Problem]") -> "Findings":
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


def quoted(value: object, limit: int = 60) -> str:
    """Show `value` as it was written, in double quotes, on one line, cut at `limit` characters."""
    text = " ".join(str(value).split())
    text = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
    return f'"{text[: limit - 1]}…"' if len(text) > limit else f'"{text}"'
