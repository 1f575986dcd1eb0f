"""Findings for a person at a terminal, for a pull request, and for a program."""

import json
import os
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Literal

from sitegen.problems import Findings, Problem, printable

Format = Literal["text", "github", "json"]

ANNOTATIONS = 10  # GitHub shows no more errors and no more warnings than this for one step
SUMMARY_BYTES = 900_000  # GitHub drops a job summary of more than 1 MiB whole
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


def as_github(findings: Findings, prefix: str = "") -> str:
    """Return workflow commands, problems before remarks, ten of each; all text is escaped."""
    lines = [_command("error", p, prefix) for p in findings.problems[:ANNOTATIONS]]
    lines += [_command("warning", p, prefix) for p in findings.remarks[:ANNOTATIONS]]
    return "".join(line + "\n" for line in lines)


def _command(level: str, problem: Problem, prefix: str) -> str:
    mark = problem.mark
    path = _property(prefix + printable(mark.path))
    where = f"file={path},line={mark.line},col={mark.column},title={_property(problem.rule)}"
    words = "\n".join(printable(line) for line in (problem.message, problem.hint) if line)
    return f"::{level} {where}::{_escaped(words)}"


def _escaped(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _escaped(words).replace(":", "%3A").replace(",", "%2C")


def as_markdown(findings: Findings, prefix: str = "") -> str:
    """Return the findings as a Markdown list in code spans: the job summary of a pull request, of a size it takes."""
    lines, size = [f"### {summary(findings)}", ""], 0
    for count, p in enumerate(findings.all):
        where = _code(f"{prefix}{p.mark.path}:{p.mark.line}:{p.mark.column}")
        line = f"- {where} {_code(' · '.join(filter(None, (p.message, p.rule, p.hint))))}"
        size += len(line.encode()) + 1
        if size > SUMMARY_BYTES:
            lines.append(f"- … and {len(findings.all) - count:,} more")
            break
        lines.append(line)
    return "\n".join(lines) + "\n"


def _code(words: str) -> str:
    return "`" + printable(words).replace("`", "'") + "`"


def as_text(findings: Findings, prefix: str = "", after: str = "") -> Iterator[tuple[str, str]]:
    """Yield (style, line) for a terminal: findings by file, then the summary and `after`."""
    for path, problems in groupby(findings.all, key=lambda p: p.mark.path):
        yield "bold", prefix + printable(path)
        for p in problems:
            yield "yellow" if p.severity == "remark" else "red", _line(p)
            if p.hint:
                yield "dim", " " * 10 + printable(p.hint)
        yield "", ""
    yield "bold" if findings.problems else "", " ".join(filter(None, (summary(findings), after)))


def _line(problem: Problem) -> str:
    at = f"  {problem.mark.line}:{problem.mark.column}".ljust(10)
    label = problem.rule if problem.severity == "problem" else f"{problem.rule} (remark)"
    return f"{at}{printable(problem.message).ljust(_MESSAGE_COLUMN)}  {label}"


def summary(findings: Findings) -> str:
    """Return a sentence such as '2 problems and 1 remark in 1 file.'."""
    if not findings.all:
        return "No problems."
    counts = [
        _plural(len(found), word)
        for found, word in ((findings.problems, "problem"), (findings.remarks, "remark"))
        if found
    ]
    return f"{' and '.join(counts)} in {_plural(len({p.mark.path for p in findings.all}), 'file')}."


def _plural(count: int, word: str) -> str:
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"


def print_text(lines: Iterable[tuple[str, str]]) -> None:
    """Print (style, line) pairs: coloured on a terminal, plain in a pipe, never wrapped."""
    from rich.console import Console  # on demand: `sitegen --help` needs none of it

    console = Console()
    if not console.is_terminal:
        console.file.writelines(f"{line}\n" for _, line in lines)
        return
    for style, line in lines:
        console.print(line, style=style or None, markup=False, highlight=False, emoji=False, soft_wrap=True)


def write_summary(findings: Findings, prefix: str) -> None:
    """Append every finding to the job summary, where GitHub Actions names a file for it."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if path and findings.all:
        with Path(path).open("a", encoding="utf-8") as stream:
            stream.write(as_markdown(findings, prefix))
