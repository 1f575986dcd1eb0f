"""YAML events → plain strings, lists and mappings, one event at a time.

Nothing is built that was not written: an alias bomb or 10,000 open brackets stop at the first limit.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from sitegen.marked.text import control_words, unseen
from sitegen.problems import Grouped, Mark, Problem, quoted, say
from sitegen.yamlwords import plain_words

Loc = tuple[str | int, ...]

MAX_DEPTH = 24
MAX_NODES = 50_000
KEY = "\0key"
"""The last step of the path under which the position of a key is kept; no text holds a NUL."""

_TWICE = "\0twice"
_EMPTY = frozenset({"", "~", "null"})
_HASH = re.compile(r"[ \t]+(#[^\s#].*)")


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read: `key` waits for its value, `keys` are all that stood in it."""

    container: Any
    loc: Loc
    start: Any
    key: str | None = None
    keys: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Walk:
    """One pass over the events of a text; `positions` are kept only where a dict is given for them."""

    path: str
    text: str
    positions: dict[Loc, tuple[int, int]] | None = None
    problems: list[Problem] = field(default_factory=list)
    bad: set[Loc] = field(default_factory=set)
    empty: set[Loc] = field(default_factory=set)
    root: Any = None
    failed: bool = False
    _stack: list[_Open] = field(default_factory=list)
    _nodes: int = 0
    _documents: int = 0
    _hashes: bool = False
    _last: Any = None

    def run(self) -> None:
        """Read the text to its end, or to the first thing that leaves nothing to read on."""
        self._hashes = " #" in self.text or "\t#" in self.text
        try:
            for event in yaml.parse(self.text, Loader=yaml.CBaseLoader):
                self._take(event)
                if self.failed:
                    return
        except yaml.MarkedYAMLError as error:
            inside = self._stack[-1].start if self._stack else None
            self._fail(plain_words(self.path, self.text, error, self._last, inside))
        except yaml.YAMLError:
            self._fail(Problem(Mark(self.path), "yaml-syntax", say("this is not YAML we can read")))

    def _fail(self, problem: Problem) -> None:
        self.failed = True
        self.problems.append(problem)

    def _take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._check(event)
            self._scalar(event)
            self._last = event
        elif kind is yaml.MappingStartEvent:
            self._check(event)
            self._begin(event, {})
        elif kind is yaml.SequenceStartEvent:
            self._check(event)
            self._begin(event, [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._stack.pop()
        elif kind is yaml.AliasEvent:
            self._alias(event)
        elif kind is yaml.DocumentStartEvent:
            self._document(event)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            said, hint = say('a second record begins here ("---")'), say("one file holds one: make a second file")
            self._fail(Problem(self._mark(event), "yaml-documents", said, hint))

    def _alias(self, event: Any) -> None:
        said = say("%(alias)s stands for text elsewhere in the file", alias=quoted("*" + event.anchor))
        hint = say("write the text out here, or put the whole text in double quotes")
        self._tell(event, "yaml-alias", said, hint)
        if self._wants_key():
            self.failed = True
        else:
            self.bad.add(self._put(event, f"*{event.anchor}"))

    def _check(self, event: Any) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            said = say("the file has more than %(limit)s values", limit=Grouped(MAX_NODES))
            self._fail(Problem(self._mark(event), "file-too-big", said, say("split it up")))
        if event.anchor:
            said = say("%(anchor)s would be an anchor, which is not read", anchor=quoted("&" + event.anchor))
            self._tell(event, "yaml-anchor", said, say("delete it, or put the whole text in double quotes"))
        if event.tag and event.tag != "!":
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            said = say("%(tag)s would be a tag, which is not read", tag=quoted(tag))
            self._tell(event, "yaml-tag", said, say("delete it, or put the whole text in double quotes"))

    def _begin(self, event: Any, container: Any) -> None:
        if len(self._stack) >= MAX_DEPTH:
            said = say("more than %(limit)s levels stand in each other", limit=MAX_DEPTH)
            self._fail(Problem(self._mark(event), "yaml-depth", said, say("no record nests that far")))
        elif self._wants_key():
            hint = say('begin the line with a field\'s name and a colon; text that begins with "[" or "{" needs quotes')
            said = say("brackets stand where a field's name should")
            self._fail(Problem(self._mark(event), "yaml-key", said, hint))
        else:
            self._stack.append(_Open(container, self._put(event, container), event.start_mark))

    def _wants_key(self) -> bool:
        return bool(self._stack) and type(self._stack[-1].container) is dict and self._stack[-1].key is None

    def _scalar(self, event: Any) -> None:
        if event.style == '"' and (found := unseen(event.value)):
            self._tell(event, "file-control", *control_words(found[0]))
        if self._wants_key():
            self._new_key(event)
        elif not event.style and event.value in _EMPTY:
            self.empty.add(self._put(event, None))
        else:
            self._put(event, event.value)
        if self._hashes and not event.style:
            self._hash(event)

    def _hash(self, event: Any) -> None:
        if found := _HASH.match(self.text, event.end_mark.index):
            mark = Mark(self.path, event.end_mark.line + 1, event.end_mark.column + 1)
            hint = say("put the whole text in double quotes, or write a space after # if it is a note to yourself")
            said = say("%(words)s is left out: # begins a note", words=quoted(found[1]))
            self.problems.append(Problem(mark, "yaml-hash", said, hint, "remark"))

    def _new_key(self, event: Any) -> None:
        frame, key = self._stack[-1], event.value
        if key in frame.keys:
            said = say("%(key)s stands here a second time", key=quoted(key))
            self._tell(event, "yaml-duplicate-key", said, say("keep one of the two"))
            self.bad.add((*frame.loc, key))
            key = _TWICE
        elif self.positions is not None:
            self.positions[(*frame.loc, key, KEY)] = (event.start_mark.line + 1, event.start_mark.column + 1)
        frame.keys.add(key)
        frame.key = key

    def _put(self, event: Any, value: Any) -> Loc:
        """Hang `value` into the container that is open, and return its path."""
        loc: Loc = ()
        if self._stack:
            loc = _hang(self._stack[-1], value)
        else:
            self.root = value
        if self.positions is not None and loc[-1:] != (_TWICE,):
            self.positions.setdefault(loc, (event.start_mark.line + 1, event.start_mark.column + 1))
        return loc

    def _mark(self, event: Any) -> Mark:
        return Mark(self.path, event.start_mark.line + 1, event.start_mark.column + 1)

    def _tell(self, event: Any, rule: str, message: str, hint: str) -> None:
        self.problems.append(Problem(self._mark(event), rule, message, hint))


def _hang(frame: _Open, value: Any) -> Loc:
    if frame.key is None:
        if value is not None:
            frame.container.append(value)
        return (*frame.loc, len(frame.container) - 1)
    key, frame.key = frame.key, None
    if value is not None and key != _TWICE:
        frame.container[key] = value
    return (*frame.loc, key)
