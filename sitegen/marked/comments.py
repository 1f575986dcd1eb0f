"""The notes that stand behind # in a YAML file: no record holds them, and the repository publishes them."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

_HASH = re.compile(r"(?:^|(?<=[ \t]))#", re.MULTILINE)
_HEAD = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*")
_ENDS = re.compile(r"[.!?:;…]$")
_FIELD = re.compile(r"-\s|[\w-]+:(?:\s|$)")


class Comment(NamedTuple):
    """One note: its words, and where its # stands, counted from 1."""

    words: str
    line: int
    column: int


def comments(text: str) -> tuple[Comment, ...]:
    """Return the notes of a YAML text that can be parsed; a sentence that runs over several lines is one note."""
    return tuple(_joined(text)) if "#" in text else ()


def _joined(text: str) -> Iterator[Comment]:
    waiting, last = Comment("", 0, 0), 0
    for at in _starts(text):
        begin = text.rfind("\n", 0, at) + 1
        line, words = text.count("\n", 0, at) + 1, text[at + 1 : _line_end(text, at)].strip()
        alone = not text[begin:at].strip()
        goes_on = waiting.words and not _ENDS.search(waiting.words) and not _FIELD.match(words)
        if goes_on and alone and line == last + 1:
            waiting = waiting._replace(words=f"{waiting.words}\n{words}".strip())
        else:
            yield from (waiting,) if waiting.words else ()
            waiting = Comment(words, line, at - begin + 1)
        last = line
    yield from (waiting,) if waiting.words else ()


def _starts(text: str) -> Iterator[int]:
    """Yield where notes begin: each # above the first value, and below it those that stand in no value."""
    head = _HEAD.match(text)
    below = head.end() if head else 0
    done = 0
    for at in (found.start() for found in (*_HASH.finditer(text, 0, below), *_outside(text, below))):
        if at >= done:
            yield at
            done = _line_end(text, at)


def _outside(text: str, below: int) -> Iterator[re.Match[str]]:
    rest = list(_HASH.finditer(text, below))
    # Most files end here: only where a # stands further down must the values be found, by reading once more.
    spans = _values(text) if rest else iter(())
    start = end = below
    for found in rest:
        while end <= found.start():
            start, end = next(spans, (len(text), len(text) + 1))
        if found.start() < start:
            yield found


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _values(text: str) -> Iterator[tuple[int, int]]:
    events: Iterator[Any] = yaml.parse(text, Loader=yaml.CBaseLoader)
    for event in events:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            yield event.start_mark.index, event.end_mark.index
