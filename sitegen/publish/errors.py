"""What stops a publication, told to the person who can lift it."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class PublishError(Exception):
    """The site was not published; the message says why and what to do."""


class BusyError(PublishError):
    """Another build is writing the same folder."""


_FULL = "Free some space there, then build again."
_ELSEWHERE = "Make that possible, or choose another folder with -o."
_MOUNTED = (
    "It is a mount point or comes from a read-only image layer, so it cannot be swapped: "
    "choose a folder inside it with -o."
)
_CURES = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: "Raise the limit on the size of files, then build again.",
    errno.EROFS: _ELSEWHERE,
    errno.EACCES: _ELSEWHERE,
    errno.EPERM: _ELSEWHERE,
    errno.EBUSY: _MOUNTED,
    errno.EXDEV: _MOUNTED,
    errno.ENAMETOOLONG: "Choose a shorter name with -o.",
    errno.ENOTDIR: "A part of that path is a file: choose another folder with -o.",
    errno.EEXIST: "A part of that path is a file: choose another folder with -o.",
}


@contextmanager
def telling(target: Path) -> Iterator[None]:
    """Turn an `OSError` of the block, which has not touched `target`, into a `PublishError`."""
    try:
        yield
    except OSError as error:
        cure = _CURES.get(error.errno or 0, "Put that right, then build again.")
        raise PublishError(
            f"cannot publish to {target}: {reason(error)}. What was there is untouched. {cure}"
        ) from error


def reason(error: OSError) -> str:
    """Say what the system said, and of which file where it said so."""
    said = error.strerror or str(error)
    return f"{said} ({error.filename})" if error.filename else said
