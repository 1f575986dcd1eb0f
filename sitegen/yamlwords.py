"""The parser's messages in plain words: what everyone gets wrong in YAML, and what to write instead."""

import re
from typing import Any

from sitegen.problems import Mark, Problem, quoted

_TWO_COLONS = re.compile(r"^\s*(?:- )*[\w\"']+\s*:\s+\S.*?:(?:\s|$)")


def plain_words(path: str, text: str, error: Any) -> Problem:
    """Turn a `yaml.MarkedYAMLError` into a problem a contributor understands."""
    problem_mark = error.problem_mark or error.context_mark
    lines = text.splitlines() or [""]
    row = min(problem_mark.line, len(lines) - 1) if problem_mark else 0
    column = problem_mark.column if problem_mark else 0
    rule, message, hint = _explain(error, lines, row, column)
    opened = rule in {"yaml-quote", "yaml-bracket"} and error.context_mark is not None
    if (opened and "end of stream" in (error.problem or "")) or rule == "yaml-bracket":
        row, column = error.context_mark.line, error.context_mark.column
    return Problem(Mark(path, row + 1, column + 1), rule, message, hint)


def _explain(error: Any, lines: list[str], row: int, column: int) -> tuple[str, str, str]:
    said, context = error.problem or "", error.context or ""
    line = lines[row]
    if "mapping values are not allowed" in said:
        return _colon_or_indent(line)
    if "\t" in line[: column + 1] or "\t" in line[: len(line) - len(line.lstrip())]:
        return "yaml-tab", "a tab is used to indent this line", "use spaces: two for each level"
    if "cannot start any token" in said:
        char = line[column : column + 1]
        return (
            "yaml-quote-needed",
            f"text cannot begin with {quoted(char)}",
            "put the whole text in double quotes",
        )
    if "quoted scalar" in context and "end of stream" in said:
        return "yaml-quote", "a quote is opened here and never closed", "close it with the same kind of quote"
    if "escape" in said:
        return (
            "yaml-escape",
            "a backslash in double quotes begins a code we do not know",
            "write the backslash twice",
        )
    if "quoted scalar" in context or (("expected key" in said or "indicator" in said) and _quote_before(line)):
        return (
            "yaml-quote",
            "text goes on after a closing quote",
            ('put the whole text in double quotes, and inside them write \\" for a quote'),
        )
    if "flow" in context:
        return (
            "yaml-bracket",
            "a bracket is opened here and not closed properly",
            "close it, with commas between the items",
        )
    if "indicator" in said or "expected key" in said or "could not find expected ':'" in said:
        return (
            "yaml-indent",
            f"this line does not fit the lines above: {quoted(line.strip())}",
            ('begin it in the same column as its neighbours, and write "name: value"'),
        )
    return (
        "yaml-syntax",
        f"this is not YAML we can read ({said or context})",
        "compare with content/README.md",
    )


def _colon_or_indent(line: str) -> tuple[str, str, str]:
    if _TWO_COLONS.match(line):
        return (
            "yaml-colon",
            f"a colon inside the text: {quoted(line.strip())}",
            ('put the whole text in double quotes: title: "Aid: a convoy"'),
        )
    return (
        "yaml-indent",
        f"this line is indented as if it continued the one above: {quoted(line.strip())}",
        ("begin it in the same column as the field before it"),
    )


def _quote_before(line: str) -> bool:
    return line.count("'") > 1 or line.count('"') > 1
