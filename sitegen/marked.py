"""YAML text → plain strings, lists and mappings as written, and where each stood.

Scalars are never interpreted (`no`, `12:30` and `012` stay those words); anchors, aliases, tags, duplicate keys
and second documents are problems. Events are read one by one, so that an alias bomb or 10,000 open brackets
stop at the first limit instead of growing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from sitegen.problems import Mark, Problem, quoted
from sitegen.yamlwords import plain_words

Loc = tuple[str | int, ...]

MAX_BYTES = 1_000_000
MAX_DEPTH = 24
MAX_NODES = 50_000
EMPTY = frozenset({"", "~", "null"})

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Marked:
    """A parsed file: `value` holds strings, lists and dicts only; empty values are left out."""

    path: str
    text: str
    value: Any
    bad: frozenset[Loc] = frozenset()

    @cached_property
    def _positions(self) -> dict[Loc, tuple[int, int]]:
        # Only files with a problem pay for positions: they are found by walking the text once more.
        walk = _Walk(self.path, self.text, positions={})
        walk.run()
        return walk.positions or {}

    def mark(self, loc: Loc) -> Mark:
        """Return where the value at `loc` stands, or the nearest enclosing value that was written."""
        while loc and loc not in self._positions:
            loc = loc[:-1]
        return Mark(self.path, *self._positions.get(loc, (1, 1)))

    def key_mark(self, loc: Loc) -> Mark:
        """Return where the key of the value at `loc` stands, else the value's own place."""
        key = (*loc, "\0key")
        return Mark(self.path, *self._positions[key]) if key in self._positions else self.mark(loc)


def parse(path: str, data: bytes) -> tuple[Marked | None, list[Problem]]:
    """Read the YAML of one file; None where nothing could be read, with the problems that say why."""
    text, problems = decode_text(path, data)
    if text is None:
        return None, problems
    if not text.strip():
        return None, [Problem(Mark(path), "file-empty", "the file is empty", "write the event, or delete it")]
    walk = _Walk(path, text)
    walk.run()
    if walk.failed:
        return None, walk.problems
    return Marked(path, text, walk.root, frozenset(walk.bad)), walk.problems


def decode_text(path: str, data: bytes) -> tuple[str | None, list[Problem]]:
    """Decode UTF-8 with or without BOM; too big, NUL and other encodings are problems."""
    if len(data) > MAX_BYTES:
        size = f"the file has {len(data):,} bytes; the limit is {MAX_BYTES:,}"
        return None, [Problem(Mark(path), "file-too-big", size, "an event is text: keep it short")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(path, data, error.start)]
    if found := _CONTROL.search(text):
        name = "NUL" if found[0] == "\0" else f"U+{ord(found[0]):04X}"
        mark = _mark_at(path, text[: found.start()])
        return None, [Problem(mark, "file-control", f"a control character ({name}) is in the text", "delete it")]
    return text, []


def _not_utf8(path: str, data: bytes, at: int) -> Problem:
    hint = "save the file as UTF-8"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        hint += " (it looks like UTF-16)"
    mark = _mark_at(path, data[:at].decode("utf-8-sig", "replace"))
    return Problem(mark, "file-encoding", f"byte 0x{data[at]:02x} is not UTF-8 text", hint)


def _mark_at(path: str, before: str) -> Mark:
    return Mark(path, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


@dataclass
class _Walk:
    """One pass over the events of a text, building the tree on an explicit stack."""

    path: str
    text: str
    positions: dict[Loc, tuple[int, int]] | None = None
    problems: list[Problem] = field(default_factory=list)
    bad: set[Loc] = field(default_factory=set)
    root: Any = None
    failed: bool = False
    _stack: list[tuple[Any, Loc]] = field(default_factory=list)
    _key: list[str | None] = field(default_factory=list)
    _nodes: int = 0
    _documents: int = 0

    def run(self) -> None:
        try:
            for event in self._events():
                self._take(event)
                if self.failed:
                    return
        except yaml.MarkedYAMLError as error:
            self.failed = True
            self.problems.append(plain_words(self.path, self.text, error))
        except yaml.YAMLError as error:
            self.failed = True
            self.problems.append(Problem(Mark(self.path), "yaml-syntax", f"this is not YAML: {quoted(error)}"))

    def _events(self) -> Iterator[Any]:
        return yaml.parse(self.text, Loader=yaml.CBaseLoader)

    def _take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._check(event)
            self._scalar(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._check(event)
            self._open(event, {} if kind is yaml.MappingStartEvent else [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._stack.pop()
            self._key.pop()
        elif kind is yaml.AliasEvent:
            self._tell(
                event,
                "yaml-alias",
                f'"*{event.anchor}" refers to text elsewhere in the file',
                "write the text out here",
            )
            self._put(event, f"*{event.anchor}")
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                self._tell(
                    event,
                    "yaml-documents",
                    'a second document begins here ("---")',
                    "one file holds one record: make a second file",
                )
                self.failed = True

    def _check(self, event: Any) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._tell(event, "file-too-big", f"the file has more than {MAX_NODES:,} values", "split it up")
            self.failed = True
        if event.anchor:
            self._tell(
                event,
                "yaml-anchor",
                f'"&{event.anchor}" is an anchor',
                "delete it: text is written where it stands",
            )
        if event.tag and event.tag != "!":
            self._tell(
                event,
                "yaml-tag",
                f"{quoted(event.tag)} is a tag",
                "delete it: every value is read as written",
            )

    def _open(self, event: Any, container: Any) -> None:
        if len(self._stack) >= MAX_DEPTH:
            self._tell(event, "yaml-depth", f"more than {MAX_DEPTH} levels deep", "no record nests that far")
            self.failed = True
            return
        loc = self._put(event, container)
        self._stack.append((container, loc))
        self._key.append(None)

    def _scalar(self, event: Any) -> None:
        if self._stack and isinstance(self._stack[-1][0], dict) and self._key[-1] is None:
            self._new_key(event)
        elif event.style is None and event.value in EMPTY:
            self._put(event, None)
        else:
            self._put(event, event.value)

    def _new_key(self, event: Any) -> None:
        container, loc = self._stack[-1]
        key = event.value
        if (*loc, key) in self.bad or key in container:
            self._tell(
                event,
                "yaml-duplicate-key",
                f"{quoted(key)} stands here a second time",
                "keep one of the two",
                at=(*loc, key),
            )
            key = "\0duplicate"
        elif self.positions is not None:
            self.positions[(*loc, key, "\0key")] = (event.start_mark.line + 1, event.start_mark.column + 1)
        self._key[-1] = key

    def _put(self, event: Any, value: Any) -> Loc:
        loc = self._place(value)
        if self.positions is not None and loc[-1:] != ("\0duplicate",):
            self.positions.setdefault(loc, (event.start_mark.line + 1, event.start_mark.column + 1))
        return loc

    def _place(self, value: Any) -> Loc:
        """Hang `value` into the container that is open, and return its path."""
        if not self._stack:
            self.root = value
            return ()
        container, loc = self._stack[-1]
        if isinstance(container, list):
            if value is not None:
                container.append(value)
            return (*loc, len(container) - 1)
        key = self._key[-1]
        self._key[-1] = None
        if key is None:  # a list or mapping stands where a key should: nothing can be made of this file
            self.failed = True
            self.problems.append(
                Problem(
                    Mark(self.path),
                    "yaml-key",
                    "a list or mapping is used as a field name",
                    "begin the line with a plain word and a colon",
                )
            )
            return loc
        if value is not None and key != "\0duplicate":
            container[key] = value
        return (*loc, key)

    def _tell(self, event: Any, rule: str, message: str, hint: str, at: Loc | None = None) -> None:
        mark = Mark(self.path, event.start_mark.line + 1, event.start_mark.column + 1)
        self.problems.append(Problem(mark, rule, message, hint))
        if at is None and self._stack:
            container, loc = self._stack[-1]
            at = (*loc, len(container) if isinstance(container, list) else self._key[-1] or "")
        if rule in {"yaml-alias", "yaml-duplicate-key"} and at is not None:
            self.bad.add(at)
