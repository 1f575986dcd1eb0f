"""Trees to publish, and children that publish until they are killed."""

import os
import signal
import stat
import sys
from contextlib import suppress
from itertools import count
from pathlib import Path

from sitegen.publish import MARKER, BusyError, publish, syscalls

Tree = dict[str, bytes]


def tree(version: str, files: int) -> Tree:
    """A site whose every file tells its version; each version also has one file that the others lack."""
    pages = {f"events/{n % 7}/page-{n}.html": f"{version} {n}\n".encode() * 40 for n in range(files)}
    return {"index.html": version.encode(), f"only-{version}/here.txt": b"", **pages}


def read_tree(folder: Path) -> Tree:
    """Every file below a folder, except the marker."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if name != MARKER}


def modes(folder: Path) -> dict[str, int]:
    return {str(path.relative_to(folder)): stat.S_IMODE(path.lstat().st_mode) for path in folder.rglob("*")}


def cannot_exchange(one: Path, other: Path) -> bool:
    """What `syscalls.exchange` answers on a system that cannot swap two folders in one step."""
    return False


def publish_for_ever(target: Path, trees: list[Tree], exchange: bool) -> None:
    if not exchange:
        syscalls.exchange = cannot_exchange
    for turn in count():
        with suppress(BusyError):
            publish(trees[turn % len(trees)], target)


def publish_and_die(target: Path, new: Tree, exchange: bool, step: int) -> None:
    """Publish, and be killed before the step-th time that Python asks the system for something."""
    if not exchange:
        syscalls.exchange = cannot_exchange
    steps = count()

    def die(_event: str, _arguments: object) -> None:
        if next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(die)
    publish(new, target)
    os._exit(0)
