"""What a site is made of, piece by piece: each is made anew only where something that it is made of has changed."""

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from itertools import islice
from typing import NamedTuple, TypeAlias

from sitegen import cores
from sitegen.located import Located
from sitegen.store import Store

Material: TypeAlias = "Located | str | int | Sequence[Material] | None"

_JOBS = 48
"""Enough that no core waits long for the last one."""
_AT_ONCE = 500
_LONG = 20


class Page(NamedTuple):
    """A file of the site: its path from the root, its bytes, and whether it is a page for search engines to list."""

    path: str
    data: bytes
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Files that are made together: `path` names one of them, `make` makes them all.

    `of` are the events they are made of, and whatever else comes from the content's events. All else that `make`
    reads must be the ground, the same for all pieces of a site: settings, places, speakers, texts, code.
    """

    path: str
    of: Material
    make: Callable[[], Iterable[Page]]


@dataclass(slots=True)
class Kept:
    """Where pieces are kept and by what they are known: `ground` is the digest of what all are made of.

    `prints` are the digests of what each event, by id, was read from.
    """

    store: Store = field(default_factory=lambda: Store(None))
    ground: bytes = b""
    prints: Mapping[str, bytes] = field(default_factory=dict)
    _lists: dict[int, tuple[object, bytes]] = field(default_factory=dict)

    def key(self, piece: Piece) -> bytes:
        """Return the digest of everything that a piece is made of."""
        return sha256(self.ground + self._print(piece.path) + self._print(piece.of)).digest()

    def _print(self, of: Material) -> bytes:
        """Return a digest for a list, else what tells a value apart from all others."""
        if isinstance(of, Located):
            return b"@" + self.prints.get(of.id, b"")
        if isinstance(of, tuple | list):
            return self._print_of_list(of)
        return f"{type(of).__name__} {of!r}\n".encode()

    def _print_of_list(self, of: Sequence[Material]) -> bytes:
        """Remember the long ones: a list of events is what several pieces in every language are made of."""
        known = self._lists.get(id(of))
        if known is None:
            known = of, b"#" + sha256(b"".join(map(self._print, of))).digest()
            if len(of) > _LONG:
                self._lists[id(of)] = known  # with the list, so that no other one gets its number
        return known[1]


def made(pieces: Sequence[Piece], kept: Kept) -> Iterator[Page]:
    """Yield the files of every piece, in no particular order: from the store what it has, the others made and kept."""
    missing: list[tuple[bytes, Piece]] = []
    waiting = iter(pieces)
    while some := list(islice(waiting, _AT_ONCE)):
        keyed = {kept.key(piece): piece for piece in some}
        for key, value in kept.store.get(list(keyed)):
            del keyed[key]
            yield from _read(value)
        missing += keyed.items()
    jobs = [partial(_made, missing[start::_JOBS]) for start in range(min(_JOBS, len(missing)))]
    for key, files in cores.shared(jobs):
        kept.store.put(key, marshal.dumps([tuple(file) for file in files]))
        yield from files


def _made(pieces: Iterable[tuple[bytes, Piece]]) -> Iterator[tuple[bytes, list[Page]]]:
    for key, piece in pieces:
        yield key, list(piece.make())


def _read(value: bytes) -> Iterator[Page]:
    return (Page(*file) for file in marshal.loads(value))  # noqa: S302 - nothing but bytes and strings, and our own
