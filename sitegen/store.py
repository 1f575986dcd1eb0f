"""What earlier builds made, kept outside the content by the SHA-256 of all that it was made of.

The store may be deleted at any time, also in the middle of a build; one that is damaged, locked, full or not to be
written is as good as none. Only its owner may read it: it holds what drafts say.
"""

import os
import sqlite3
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

FOLDER_VARIABLE = "SITEGEN_CACHE"
_KEEP, _RENEW = 8, 4
_FORGET_DAYS = 60
_DIGEST = 32
_AT_ONCE = 500
_BUFFER_BYTES = 8_000_000
_WAIT_SECONDS = 2.0
_TABLE = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, seen INTEGER, value BLOB)"


def folder() -> Path | None:
    """Return where everything is kept: SITEGEN_CACHE, else what the system gives for what can be made again.

    None where there is no home. https://specifications.freedesktop.org/basedir-spec; on macOS ~/Library/Caches.
    """
    if named := os.environ.get(FOLDER_VARIABLE):
        return Path(named)
    with suppress(RuntimeError):  # no home
        usual = Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")
        return Path(os.environ.get("XDG_CACHE_HOME") or usual) / "sitegen"
    return None


def of_content(content: Path) -> "Store":
    """Return the store of one content folder."""
    place = folder()
    return Store(place / f"content-{sha256(os.fsencode(content.resolve())).hexdigest()[:16]}.db" if place else None)


class Store:
    """Values by key, both bytes, in the file `path`; None: a store that is empty and stays so.

    For the process that made it: in a fork of it the store is empty. Any number of processes may use one file.
    What none of the last eight runs used is forgotten.
    """

    def __init__(self, path: Path | None) -> None:
        """Open the file, or make it with mode 0600."""
        self._path, self._owner = path, os.getpid()
        self._new: dict[bytes, bytes] = {}
        self._new_bytes = 0
        self._aging: set[bytes] = set()
        self._run = 0
        self._db: sqlite3.Connection | None = None
        if path:
            with self._forgiving():
                self._db = _opened(path)
                self._run = self._db.execute("PRAGMA user_version").fetchone()[0] + 1

    def get(self, keys: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """Yield (key, value) of those keys that there is a whole value of."""
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            for key, seen, data in self._asked(f"SELECT key, seen, value FROM kept WHERE key IN ({marks})", some):  # noqa: S608 - marks
                if isinstance(data, bytes) and _digest(key, data[_DIGEST:]) == data[:_DIGEST]:
                    self._aging |= {key} if seen <= self._run - _RENEW else set()
                    yield key, data[_DIGEST:]

    def put(self, key: bytes, value: bytes) -> None:
        """Keep a value."""
        if self._connection():
            self._new[key] = _digest(key, value) + value
            self._new_bytes += len(value)
            if self._new_bytes > _BUFFER_BYTES:
                self._write()

    def close(self) -> None:
        """Write what was put, and forget what has not been used for long."""
        self._write()
        if db := self._connection():
            with self._forgiving(), db:
                db.execute("BEGIN IMMEDIATE")
                db.executemany("UPDATE kept SET seen = ? WHERE key = ?", ((self._run, key) for key in self._aging))
                db.execute("DELETE FROM kept WHERE seen < ?", (self._run - _KEEP,))
                db.execute(f"PRAGMA user_version = {self._run}")
            self._drop()
            _forget_abandoned(self._path)

    def _connection(self) -> sqlite3.Connection | None:
        return self._db if os.getpid() == self._owner else None

    def _asked(self, words: str, values: Sequence[Any] = ()) -> list[Any]:
        if db := self._connection():
            with self._forgiving():
                return db.execute(words, values).fetchall()
        return []

    def _write(self) -> None:
        if (db := self._connection()) and self._new:
            with self._forgiving(), db:
                db.execute("BEGIN IMMEDIATE")
                rows = ((key, self._run, value) for key, value in self._new.items())
                db.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
        self._new, self._new_bytes = {}, 0

    @contextmanager
    def _forgiving(self) -> Iterator[None]:
        """Do without what cannot be had: another build is writing, the disk is full; delete what is damaged."""
        try:
            yield
        except (sqlite3.OperationalError, OSError):
            pass
        except sqlite3.Error:
            self._drop()
            if self._path:
                self._path.unlink(missing_ok=True)

    def _drop(self) -> None:
        if self._db:
            with suppress(sqlite3.Error):
                self._db.close()
        self._db = None


def _opened(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    db = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False)
    for words in ("PRAGMA page_size = 16384", "PRAGMA synchronous = OFF", _TABLE):
        db.execute(words)
    return db


def _digest(key: bytes, value: bytes) -> bytes:
    return sha256(key + value).digest()


def _forget_abandoned(path: Path | None) -> None:
    """Delete the stores beside `path` that nobody has written to for two months: of folders that are gone."""
    for other in path.parent.glob("*.db") if path else ():
        with suppress(OSError):
            if time.time() - other.stat().st_mtime > _FORGET_DAYS * 86_400:
                other.unlink()
