"""The new tree, written beside the target under names that are checked as they come."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from sitegen.publish.target import GITIGNORE, MARKER

_FILE, _FOLDER = 0o644, 0o755


class Staging:
    """A new folder that takes files, each path once and none outside it."""

    def __init__(self, folder: Path, old: Path | None = None) -> None:
        """Make the folder, which must not be there; raises `OSError`.

        A file that holds the same in the folder `old` is not written again: it gets a second name.
        """
        self._root, self._old = folder, old
        self._files: set[str] = set()
        self._folders = {""}
        _make(folder)

    def add(self, path: str, data: bytes) -> None:
        """Write one file; raises `ValueError` for a path that cannot be, `OSError` where the disk refuses."""
        _check(path)
        if path in self._files or path in self._folders:
            raise ValueError(f"the tree holds {path!r} twice")
        self._enter(path.rpartition("/")[0])
        self._files.add(path)
        place = self._at(path)
        if self._old is None or not _shared(self._old / os.fsdecode(path.encode()), data, place):
            with place.open("xb") as file:
                file.write(data)
            _set_mode(place, _FILE)

    def refuse_reserved(self, path: str) -> None:
        """Raise `ValueError` for the two files at the top that are the publisher's own."""
        if path in (MARKER, GITIGNORE):
            raise ValueError(f"{path!r} is written by the publisher itself")

    def _enter(self, folder: str) -> None:
        if folder in self._files:
            raise ValueError(f"the tree holds {folder!r} as a file and as a folder")
        if folder not in self._folders:
            self._enter(folder.rpartition("/")[0])
            _make(self._at(folder))
            self._folders.add(folder)

    def _at(self, path: str) -> Path:
        # Names are UTF-8 on the disk whatever the locale: a host serves them as the links spell them.
        return self._root / os.fsdecode(path.encode())


def _check(path: str) -> None:
    parts = path.split("/")
    if any(part in ("", ".", "..") for part in parts) or "\\" in path or "\0" in path:
        raise ValueError(f"{path!r} is not a relative path inside the tree")


def _shared(old: Path, data: bytes, place: Path) -> bool:
    """Give the file `old` the name `place` too, if it is one of ours that holds just `data`, read to the last byte.

    Nobody writes into a published file, and the old name goes with the old tree.
    """
    with suppress(OSError, NotImplementedError):
        opened = os.open(old, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(opened, "rb") as file:
            found = os.fstat(opened)
            alone = stat.S_ISREG(found.st_mode) and stat.S_IMODE(found.st_mode) == _FILE and found.st_nlink == 1
            if not alone or found.st_size != len(data) or file.read() != data:
                return False
            os.link(old, place, follow_symlinks=False)
        if os.path.samestat(found, place.lstat()):
            return True
        place.unlink()  # another file has taken the name meanwhile
    return False


def _make(folder: Path) -> None:
    folder.mkdir()
    _set_mode(folder, _FOLDER)


def _set_mode(place: Path, mode: int) -> None:
    # Undoes the umask. What is new is ours: "not permitted" can only mean a filesystem without modes.
    with suppress(PermissionError):
        place.chmod(mode)
