"""Findings for a pull request: annotations on the lines, and the job summary, which holds everything."""

import os
import subprocess
from collections.abc import Collection, Mapping
from pathlib import Path

from sitegen.i18n import Translator
from sitegen.problems import Findings, Problem, printable
from sitegen.report.spoken import ENGLISH, summary

ANNOTATIONS = 10  # GitHub shows no more errors and no more warnings than this for one step
SUMMARY_BYTES = 900_000  # GitHub drops a job summary of more than 1 MiB whole
_SECONDS = 20


def as_github(findings: Findings, prefix: str = "", changed: Collection[str] = ()) -> str:
    """Return workflow commands, problems before remarks, ten of each, of `changed` files first; all text is escaped."""
    ordered = changed_first(findings, prefix, changed)
    lines = [_command("error", p, prefix) for p in ordered.problems[:ANNOTATIONS]]
    lines += [_command("warning", p, prefix) for p in ordered.remarks[:ANNOTATIONS]]
    return "".join(line + "\n" for line in lines)


def changed_first(findings: Findings, prefix: str, changed: Collection[str]) -> Findings:
    """Put what concerns the files at `changed` paths before the rest, each in the order it had."""
    return Findings(tuple(sorted(findings.all, key=lambda p: prefix + p.mark.path not in changed)))


def changed_files(environ: Mapping[str, str]) -> frozenset[str]:
    """Return the paths, seen from here, that a pull request changes; none where git does not know."""
    base = environ.get("GITHUB_BASE_REF", "")
    if not base or base.startswith("-"):
        return frozenset()
    command = ["git", "diff", "--name-only", "--relative", "-z", f"origin/{base}...HEAD", "--"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    return frozenset(path for path in done.stdout.decode("utf-8", "replace").split("\0") if path)


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


def as_markdown(findings: Findings, prefix: str = "", t: Translator = ENGLISH) -> str:
    """Return the findings as a Markdown list in code spans: the job summary of a pull request, of a size it takes."""
    lines, size = [f"### {summary(findings, t)}", ""], 0
    for count, p in enumerate(findings.all):
        where = _code(f"{prefix}{p.mark.path}:{p.mark.line}:{p.mark.column}")
        line = f"- {where} {_code(' · '.join(filter(None, (p.message, p.rule, p.hint))))}"
        size += len(line.encode()) + 1
        if size > SUMMARY_BYTES:
            lines.append("- " + t.gettext("… and %(count)s more") % {"count": t.number(len(findings.all) - count)})
            break
        lines.append(line)
    return "\n".join(lines) + "\n"


def _code(words: str) -> str:
    return "`" + printable(words).replace("`", "'") + "`"


def write_summary(findings: Findings, prefix: str, t: Translator = ENGLISH) -> None:
    """Append every finding to the job summary, where GitHub Actions names a file for it."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if path and findings.all:
        with Path(path).open("a", encoding="utf-8") as stream:
            stream.write(as_markdown(findings, prefix, t))
