"""The parser's messages in plain words: what everyone gets wrong in YAML, and what to write instead."""

import re
from dataclasses import dataclass
from typing import Any

from sitegen.problems import Mark, Problem, quoted, say

Said = tuple[int, int, str, str, str]
"""Line and column from 0, rule id, what is wrong, what to write."""

_FIELD = re.compile(r"^(?P<before>[ \t]*(?:- )*[\w.-]+ *:[ \t]+)(?P<text>\S.*?)\s*$")
_CONFLICT = re.compile(r"^(<{7}|>{7}|={7})( |$)")
_CLOSERS = {"[": "]", "{": "}"}
_QUOTES = {'"': '"', "'": "'", "“": "”", "„": "“", "«": "»", "‘": "’"}


@dataclass(frozen=True, slots=True)
class _Error:
    """What the parser said, and the lines it said it about."""

    said: str
    context: str
    lines: list[str]
    row: int
    column: int
    opened: tuple[int, int] | None
    last: Any
    inside: Any

    @property
    def line(self) -> str:
        return self.lines[self.row]

    @property
    def char(self) -> str:
        return self.line[self.column : self.column + 1]


def plain_words(path: str, text: str, error: Any, last: Any = None, inside: Any = None) -> Problem:
    """Turn a `yaml.MarkedYAMLError` into a problem a contributor understands.

    `last` is the last scalar event before it, `inside` the mark where the innermost list or mapping begins.
    """
    lines = re.split(r"\r\n|\r|\n", text)
    at = error.problem_mark or error.context_mark
    row, column = (at.line, at.column) if at else (0, 0)
    if row >= len(lines):
        row, column = len(lines) - 1, len(lines[-1])
    opened = (error.context_mark.line, error.context_mark.column) if error.context_mark else None
    given = _Error(error.problem or "", error.context or "", lines, row, column, opened, last, inside)
    row, column, rule, message, hint = next(filter(None, (explain(given) for explain in _EXPLAIN)))
    return Problem(Mark(path, row + 1, column + 1), rule, message, hint)


def _conflict(e: _Error) -> Said | None:
    row = next((row for row, line in enumerate(e.lines) if _CONFLICT.match(line)), None)
    if row is None or row > e.row + 1:
        return None
    hint = say("keep one of the two versions, and delete the lines of <<<<<<<, ======= and >>>>>>>")
    return row, 0, "yaml-conflict", say("two versions of the file were not merged"), hint


def _colon(e: _Error) -> Said | None:
    if "mapping values are not allowed" not in e.said:
        return None
    found = _FIELD.match(e.line)
    if found and e.column >= found.end("before"):
        return e.row, e.column, "yaml-colon", say("a colon stands inside the text"), _put_quotes(e.line)
    above = next((row for row in range(e.row - 1, -1, -1) if e.lines[row].strip()), None)
    if (
        above is not None
        and e.last is not None
        and e.last.start_mark.line <= above
        and not _FIELD.match(e.lines[above])
    ):
        return _no_colon(e, above)
    return (
        e.row,
        len(e.line) - len(e.line.lstrip()),
        "yaml-indent",
        say("this line is indented as if it went on with the text above: %(line)s", line=quoted(e.line)),
        say("begin it in the same column as its neighbours; text with a colon goes in double quotes"),
    )


def _no_colon(e: _Error, row: int) -> Said:
    name = re.match(r"\s*(?:- )*([\w.-]*)", e.lines[row])
    said = say("this line does not begin with a field's name, a colon and a space: %(line)s", line=quoted(e.lines[row]))
    hint = say("write it like %(field)s: …", field=name[1] if name and name[1] else "title")
    return row, len(e.lines[row]) - len(e.lines[row].lstrip()), "yaml-field", said, hint


def _key(e: _Error) -> Said | None:
    return _no_colon(e, e.opened[0]) if "could not find expected ':'" in e.said and e.opened else None


def _tab(e: _Error) -> Said | None:
    indent = e.line[: len(e.line) - len(e.line.lstrip())]
    if "\t" not in indent:
        return None
    return (
        e.row,
        indent.index("\t"),
        "yaml-tab",
        say("a tab stands at the beginning of this line"),
        say("use spaces: two for each level"),
    )


def _escape(e: _Error) -> Said | None:
    if e.context != "while parsing a quoted scalar":
        return None
    said = say("inside double quotes, a backslash (\\) begins a code")
    return e.row, e.column - 1, "yaml-escape", said, say("write two backslashes for one")


def _quote(e: _Error) -> Said | None:
    if "quoted scalar" in e.context and e.opened:
        hint = say("close it where its text ends, with the same kind of quote")
        return *e.opened, "yaml-quote", say("a quote is opened here and never closed"), hint
    if "flow" in e.context or e.last is None or e.last.style not in {"'", '"'} or not _after(e):
        return None
    if e.last.start_mark.line < e.row:
        said = say(
            "the quote opened here is closed only in line %(line)s, before %(rest)s",
            line=e.row + 1, rest=quoted(e.line[e.column :]),
        )  # fmt: skip
        return e.last.start_mark.line, e.last.start_mark.column, "yaml-quote", said, say("close it where its text ends")
    return (
        e.row,
        e.column,
        "yaml-quote",
        say("text goes on after a closing quote: %(rest)s", rest=quoted(e.line[e.column :])),
        say("put quotes of the other kind around the whole text: %(line)s", line=_whole(e.line)),
    )


def _after(e: _Error) -> bool:
    end = e.last.end_mark
    return bool(end.line == e.row and not e.line[end.column : e.column].strip() and e.char not in {"", *",]}:"})


def _first(e: _Error) -> Said | None:
    """Text that begins with a character that means something in YAML."""
    row, start = _beginning(e)
    line = e.lines[row]
    char = line[start : start + 1]
    found = _FIELD.match(line)
    hint: str
    if char == "*" and not found:
        hint = say('begin the items of a list with "- "')
    elif found and start == found.end("before"):
        hint = _put_quotes(line)
    else:
        hint = say("put the whole text in double quotes")
    known = char in {*"[]{}&*!|>%@`,?-"} and (e.row, e.column) >= (row, start) and line[start : start + 2] != "- "
    known = known or bool(found and char == "-")
    said = say("text cannot begin with %(char)s", char=quoted(char))
    return (row, start, "yaml-quote-needed", said, hint) if known else None


def _beginning(e: _Error) -> tuple[int, int]:
    """Return where the text begins that the parser could not read."""
    if "cannot start" in e.said:
        return e.row, e.column
    if e.opened and any(word in e.context for word in ("an alias", "an anchor", "a tag", "a node", "a directive")):
        return e.opened
    found = _FIELD.match(e.line)
    start = len(found["before"]) if found else len(e.line) - len(e.line.lstrip())
    odd = "flow" in e.context or e.char in {*"]}"} - {e.line[start : start + 1]}
    return e.row, len(e.line) if odd else start


def _bracket(e: _Error) -> Said | None:
    if e.char in {*"]}"} and "flow" not in e.context and "scanning" not in e.context:
        said = say("%(char)s closes a bracket that was not opened", char=quoted(e.char))
        return e.row, e.column, "yaml-bracket", said, say("delete it")
    if "flow" not in e.context or e.inside is None:
        return None
    row, column = e.inside.line, e.inside.column
    opener = e.lines[row][column : column + 1]
    if opener in _CLOSERS and (e.row > row or e.char in {"", *"]}"}):
        said = say("%(char)s is opened here and not closed", char=quoted(opener))
        return row, column, "yaml-bracket", said, say("close it with %(char)s", char=quoted(_CLOSERS[opener]))
    said = say("a comma is missing, or text needs double quotes, before %(rest)s", rest=quoted(e.line[e.column :]))
    hint = say("put commas between items, and double quotes around text with a colon, comma or bracket")
    return e.row, e.column, "yaml-comma", said, hint


def _document(e: _Error) -> Said | None:
    if "document start" not in e.said:
        return None
    hint = say("one file holds one: delete the line with dots above, or make a second file")
    return e.row, e.column, "yaml-documents", say("a second record begins here"), hint


def _indent(e: _Error) -> Said | None:
    if not any(words in e.said for words in ("indicator", "expected key", "not allowed")):
        return None
    said = say("this line does not fit the lines above: %(line)s", line=quoted(e.line))
    return e.row, e.column, "yaml-indent", said, say("begin it in the same column as its neighbours")


def _other(e: _Error) -> Said:
    return (
        e.row,
        e.column,
        "yaml-syntax",
        say("this is not YAML we can read"),
        say("compare it with an example in content/README.md"),
    )


def _put_quotes(line: str) -> str:
    return say("put the whole text in quotes: %(line)s", line=_whole(line))


def _whole(line: str) -> str:
    """Write the line again with its text in quotes."""
    found = _FIELD.match(line)
    before, text = (found["before"].strip() + " ", found["text"]) if found else ("", line.strip())
    if len(text) > 1 and _QUOTES.get(text[0]) == text[-1]:
        text = text[1:-1]
    if len(text) > 50:
        text = text[:49] + "…"
    if '"' not in text:
        return f'{before}"{text.replace(chr(92), chr(92) * 2)}"'
    return before + "'" + text.replace("'", "''") + "'"


_EXPLAIN = (_conflict, _colon, _key, _tab, _escape, _quote, _bracket, _first, _document, _indent, _other)
