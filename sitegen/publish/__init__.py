"""A tree of files, replaced whole or not at all.

The new tree is staged beside the target, flushed to the disk and swapped in; then the old one is
deleted. Killed at any moment, the old site or the new one is there whole. Only where the system cannot
swap two folders in one step is there a moment without a target: the old site then stands whole beside
it, and `recover`, or the next `publish`, puts it back.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from sitegen.publish.archive import check_archive, pack
from sitegen.publish.errors import BusyError, PublishError, telling
from sitegen.publish.lock import held
from sitegen.publish.staging import Staging
from sitegen.publish.swap import Spots, clean, replace, settle
from sitegen.publish.target import MARKER, MARKER_TEXT, check_target, kept, real_path, refuse_foreign

__all__ = [
    "MARKER",
    "BusyError",
    "Files",
    "PublishError",
    "check_archive",
    "check_target",
    "pack",
    "publish",
    "recover",
]

Files = Mapping[str, bytes] | Iterable[tuple[str, bytes]]


def publish(files: Files, target: Path, *, force: bool = False, content: Path | None = None) -> None:
    """Make `target` hold exactly `files` (POSIX relative path → bytes), or leave it as it was.

    Besides the files, the tree gets the marker that says it is sitegen's, and keeps the `.gitignore` at
    its top. Files have mode 0644 and folders 0755 whatever the umask. Pairs are taken one by one, so they
    may be made as they are written; an exception of their maker goes through, the target left as it was.

    Raises `PublishError` where the target must not or cannot be replaced, or another build is at it;
    `ValueError` for a path that is absolute, leaves the tree, or is there twice.
    """
    recover(target)
    place = check_target(target, content, force=force)
    spots = Spots(place)
    with telling(place):
        place.parent.mkdir(parents=True, exist_ok=True)
    with held(spots.lock, place):
        with telling(place):
            clean(spots)
        refuse_foreign(place, force=force)  # again: what was put back may not be what was checked
        _stage_and_swap(files, spots)
        settle(spots)


def _stage_and_swap(files: Files, spots: Spots) -> None:
    try:
        _stage(files, spots)
        with telling(spots.target):
            replace(spots)
    except BaseException:
        with suppress(OSError):  # what went wrong first is what the person must hear
            clean(spots)
        raise


def _stage(files: Files, spots: Spots) -> None:
    with telling(spots.target):
        staging = Staging(spots.new, spots.target)
        for path, data in kept(spots.target).items():
            staging.add(path, data)
        staging.add(MARKER, MARKER_TEXT)
    for path, data in files.items() if isinstance(files, Mapping) else files:
        staging.refuse_reserved(path)
        with telling(spots.target):
            staging.add(path, data)


def recover(target: Path) -> None:
    """Put right what a killed build left beside `target`; nothing left, or a build at work: do nothing.

    For the start of a build that may end before it publishes, and before `check_target`. Raises
    `PublishError` where it cannot.
    """
    place = real_path(target)
    spots = Spots(place)
    if spots.littered():
        with suppress(BusyError), held(spots.lock, place), telling(place):
            clean(spots)
