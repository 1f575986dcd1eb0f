"""YAML text → plain strings, lists and mappings as written, and where each stood.

Scalars are never interpreted (`no`, `12:30` and `012` stay those words); anchors, aliases, tags, duplicate keys
and second documents are problems.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sitegen.marked.comments import Comment, comments
from sitegen.marked.text import MAX_BYTES, decode_text
from sitegen.marked.walk import KEY, MAX_DEPTH, MAX_NODES, Loc, Walk
from sitegen.problems import Mark, Problem, capped, say

__all__ = ["MAX_BYTES", "MAX_DEPTH", "MAX_NODES", "Comment", "Loc", "Marked", "decode_text", "parse"]


@dataclass(frozen=True)
class Marked:
    """A parsed file: `value` holds strings, lists and dicts only.

    `empty` are the paths of values that were left blank and are not in `value`; `bad` those that a problem was
    told about already.
    """

    path: str
    text: str
    value: Any
    bad: frozenset[Loc] = frozenset()
    empty: frozenset[Loc] = frozenset()

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        """The notes behind #."""
        return comments(self.text)

    @cached_property
    def _positions(self) -> dict[Loc, tuple[int, int]]:
        # Only files with a problem pay for positions: they are found by walking the text once more.
        walk = Walk(self.path, self.text, positions={})
        walk.run()
        return walk.positions or {}

    def mark(self, loc: Loc) -> Mark:
        """Return where the value at `loc` stands, or the nearest enclosing value that was written."""
        while loc and loc not in self._positions:
            loc = loc[:-1]
        return Mark(self.path, *self._positions.get(loc, (1, 1)))

    def key_mark(self, loc: Loc) -> Mark:
        """Return where the key of the value at `loc` stands, else the value's own place."""
        key = (*loc, KEY)
        return Mark(self.path, *self._positions[key]) if key in self._positions else self.mark(loc)


def parse(path: str, data: bytes) -> tuple[Marked | None, list[Problem]]:
    """Read the YAML of one file; None where nothing could be read, with the problems that say why."""
    text, problems = decode_text(path, data)
    if text is None:
        return None, problems
    walk = Walk(path, text)
    walk.run()
    problems = list(capped(walk.problems))
    if walk.failed:
        return None, problems
    if walk.root is None:
        return None, [
            *problems,
            Problem(Mark(path), "file-empty", say("the file is empty"), say("write the record, or delete it")),
        ]
    return Marked(path, text, walk.root, frozenset(walk.bad), frozenset(walk.empty)), problems
