"""A staged folder takes the target's place; what a killed swap left is put right."""

import errno
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sitegen.publish import syscalls
from sitegen.publish.errors import PublishError, reason
from sitegen.publish.target import GITIGNORE, is_placeholder, kept


@dataclass(frozen=True, slots=True)
class Spots:
    """A target and the hidden names beside it; fixed names, because only the holder of the lock uses them."""

    target: Path

    @property
    def new(self) -> Path:
        """Where a tree is staged; at any other time it is litter."""
        return self._beside("new")

    @property
    def aside(self) -> Path:
        """Where the old tree waits between two renames: whole whenever it is there."""
        return self._beside("old")

    @property
    def lock(self) -> Path:
        """The lock file."""
        return self._beside("lock")

    def littered(self) -> bool:
        """Say whether a build was killed here, or one is running."""
        return any(os.path.lexists(spot) for spot in (self.new, self.aside, self.lock))

    def _beside(self, what: str) -> Path:
        return self.target.parent / f".{self.target.name}.sitegen-{what}"


def replace(spots: Spots) -> None:
    """Flush what is staged to the disk and put it where the target is; the old tree becomes litter.

    Raises `OSError`, and then `clean` makes the target what it was.
    """
    syscalls.flush_filesystem(spots.new)
    if not spots.target.exists():
        spots.new.rename(spots.target)
        return
    try:
        if not syscalls.exchange(spots.new, spots.target):
            spots.target.rename(spots.aside)
            spots.new.rename(spots.target)
    except OSError as error:
        if error.errno != errno.EXDEV or not is_placeholder(spots.target):
            raise
        _replace_placeholder(spots)


def _replace_placeholder(spots: Spots) -> None:
    # An output folder that came with a container image (overlayfs) cannot be moved. This one holds no site
    # that could be lost, and a folder may be renamed onto an empty one.
    old = kept(spots.target)
    (spots.target / GITIGNORE).unlink(missing_ok=True)
    try:
        spots.new.rename(spots.target)
    except OSError:
        for name, data in old.items():
            (spots.target / name).write_bytes(data)
        raise


def _put_back(spots: Spots) -> None:
    if os.path.lexists(spots.aside) and not os.path.lexists(spots.target):
        spots.aside.rename(spots.target)


def clean(spots: Spots) -> None:
    """Put back an old tree that was set aside and not replaced, delete other leftovers; raises `OSError`."""
    _put_back(spots)
    _delete(spots.new)
    if os.path.lexists(spots.aside):
        # First another name: what is called "old" is whole, even if the deleting is cut short.
        spots.aside.rename(spots.new)
        _delete(spots.new)


def settle(spots: Spots) -> None:
    """After a swap, make it last and delete the old tree; raises `PublishError` where that cannot be."""
    try:
        syscalls.flush_folder(spots.target.parent)
        clean(spots)
    except OSError as error:
        raise PublishError(
            f"the new site is in {spots.target}, but what was there before could not be deleted: "
            f"{reason(error)}. Delete {spots.new} by hand."
        ) from error


def _delete(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
        return
    with suppress(FileNotFoundError):
        shutil.rmtree(folder)
