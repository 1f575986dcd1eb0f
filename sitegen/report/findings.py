"""Findings for a person at a terminal, and for a program."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal

from sitegen.i18n import Translator
from sitegen.problems import Findings, Problem, printable
from sitegen.report.spoken import ENGLISH, summary

Format = Literal["text", "github", "json"]

_MESSAGE_COLUMN = 58


def as_json(findings: Findings, prefix: str = "") -> str:
    """Return `{"problems": […], "count": n}`; `count` counts what stops publication."""
    rows = [
        {
            "path": prefix + printable(p.mark.path),
            "line": p.mark.line,
            "column": p.mark.column,
            "rule": p.rule,
            "severity": p.severity,
            "message": printable(p.message),
            "hint": printable(p.hint),
        }
        for p in findings.all
    ]
    return json.dumps({"problems": rows, "count": len(findings.problems)}, ensure_ascii=False, indent=1) + "\n"


def as_text(
    findings: Findings, prefix: str = "", after: str = "", t: Translator = ENGLISH
) -> Iterator[tuple[str, str]]:
    """Yield (style, line) for a terminal: findings by file, then the summary and `after`."""
    for path, problems in groupby(findings.all, key=lambda p: p.mark.path):
        yield "bold", prefix + printable(path)
        for p in problems:
            yield "yellow" if p.severity == "remark" else "red", _line(p, t)
            if p.hint:
                yield "dim", " " * 10 + printable(p.hint)
        yield "", ""
    yield "bold" if findings.problems else "", " ".join(filter(None, (summary(findings, t), after)))


def _line(problem: Problem, t: Translator) -> str:
    at = f"  {problem.mark.line}:{problem.mark.column}".ljust(10)
    remark = t.gettext("%(rule)s (remark)") % {"rule": problem.rule}
    label = problem.rule if problem.severity == "problem" else remark
    return f"{at}{printable(problem.message).ljust(_MESSAGE_COLUMN)}  {label}"


def print_text(lines: Iterable[tuple[str, str]]) -> None:
    """Print (style, line) pairs: coloured on a terminal, plain in a pipe, never wrapped."""
    from rich.console import Console  # on demand: `sitegen --help` needs none of it

    console = Console()
    if not console.is_terminal:
        console.file.writelines(f"{line}\n" for _, line in lines)
        return
    for style, line in lines:
        console.print(line, style=style or None, markup=False, highlight=False, emoji=False, soft_wrap=True)
