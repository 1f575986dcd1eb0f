"""Which folders may be replaced, and what of them is kept."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from sitegen.publish.errors import PublishError, telling

MARKER = ".sitegen"
MARKER_TEXT = (
    b"This folder is made by sitegen, which replaces it whole at every build.\n"
    b"Keep nothing of your own here, except a .gitignore at the top.\n"
)
GITIGNORE = ".gitignore"


def check_target(target: Path, content: Path | None = None, *, force: bool = False) -> Path:
    """Return the real path of a folder that may be made or replaced; a symlink stands for its folder.

    Raises `PublishError` for a file, a symlink that leads nowhere, a repository, a folder inside `content`,
    one that holds `content`, the home folder or the current folder, and (unless `force`) one that sitegen
    did not make.
    """
    place = real_path(target)
    if target.is_symlink() and not target.exists():
        raise PublishError(f"{target} is a symlink that leads nowhere: delete it, or choose a folder with -o.")
    with telling(place):
        _refuse_precious(place, content)
        refuse_foreign(place, force=force)
    return place


def refuse_foreign(place: Path, *, force: bool) -> None:
    """Raise `PublishError` for a file and, unless `force`, for a folder that sitegen did not make."""
    if not os.path.lexists(place):
        return
    if not place.is_dir():
        raise PublishError(f"{place} is a file, not a folder: delete it, or choose a folder with -o.")
    if not (force or (place / MARKER).is_file() or is_placeholder(place)):
        raise PublishError(
            f"{place} was not made by sitegen and is not empty, so it is left alone: "
            "choose another folder with -o, or add --force to delete all that is in it."
        )


def is_placeholder(place: Path) -> bool:
    """Say whether a folder holds nothing, or nothing but `.gitignore`; raises `OSError`."""
    return {entry.name for entry in place.iterdir()} <= {GITIGNORE}


def kept(place: Path) -> dict[str, bytes]:
    """Return what of an old tree goes into the new one: path → bytes; raises `OSError`."""
    file = place / GITIGNORE
    if file.is_symlink() or not file.is_file():
        return {}
    return {GITIGNORE: file.read_bytes()}


def real_path(target: Path) -> Path:
    """Return `target` without symlinks, there or not; raises `PublishError` where they lead in a circle."""
    try:
        return target.resolve()
    except (OSError, RuntimeError) as error:  # RuntimeError: the circle, up to Python 3.12
        raise PublishError(f"{target} cannot be found: {error}. Choose another folder with -o.") from error


def _refuse_precious(place: Path, content: Path | None) -> None:
    for what, folder in _precious(content):
        if _is_within(folder, place):
            raise PublishError(f"{place} holds {what} and would be deleted: choose another folder with -o.")
    if content is not None and _is_within(place, content.resolve()):
        raise PublishError(f"{place} lies inside the content folder: choose a folder outside it with -o.")
    if os.path.lexists(place / ".git"):
        raise PublishError(f"{place} is a git repository and would be deleted: choose a folder inside it with -o.")


def _precious(content: Path | None) -> Iterator[tuple[str, Path]]:
    if content is not None:
        yield "the content folder", content.resolve()
    with suppress(RuntimeError):  # nobody's home
        yield "your home folder", Path.home().resolve()
    with suppress(FileNotFoundError):  # deleted under our feet
        yield "the folder that you are in", Path.cwd()


def _is_within(inner: Path, outer: Path) -> bool:
    return any(_is_same(folder, outer) for folder in (inner, *inner.parents))


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)  # one folder can have two spellings: case, bind mounts
    except OSError:
        return one == other
