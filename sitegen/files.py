"""The files of a content folder, and what is wrong with a file before it is read."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sitegen.gazetteer import slug
from sitegen.marked import MAX_BYTES
from sitegen.problems import Mark, Problem, printable, quoted

MAX_OUTLINE_BYTES = 8_000_000
_ID = "[a-z0-9]+(-[a-z0-9]+)*"
_MONTH, _DAY = "-(0[1-9]|1[0-2])", r"-(0[1-9]|[12]\d|3[01])"
_WORD = "-[a-z0-9]*[a-z][a-z0-9]*"  # not digits alone: 2024-13-40 is no date, and no words either
_EVENT = re.compile(rf"events/(\d{{4}})/((\d{{4}})({_MONTH}{_DAY}|({_MONTH})?{_WORD})(-[a-z0-9]+)*\.yaml)", re.ASCII)
_RECORD = re.compile(rf"(places|speakers|stories)/{_ID}\.yaml")
_RAW = re.compile(rf"(areas|basemap)/{_ID}\.geojson|pages/{_ID}\.[a-z]{{2,3}}\.md")
_SINGLE = frozenset({"site.yaml", "kinds.yaml", "sides.yaml"})
_SCHEMA_PATH = re.compile(r"schema/[a-z0-9-]+\.json")  # what `sitegen schema` writes for editors
_PAPERS = frozenset({"README.md", "LICENSE.md", "LICENSE", "CREDITS.md"})
_FORMS = {
    "events": "events/2024/2024-11-22-aid-convoy.yaml: the year, then the date and a few words in small letters",
    "places": "places/sudzha.yaml",
    "speakers": "speakers/red-cross.yaml",
    "stories": "stories/a-return.yaml",
    "pages": "pages/about.en.md",
    "areas": "areas/some-district.geojson",
    "basemap": "basemap/rivers.geojson",
}
_RECORDS = frozenset({"events", "places", "speakers", "stories"})
_ENDINGS = (".yaml", ".yml", ".md", ".geojson")


class File(NamedTuple):
    """A file that can be read: posix path below the content folder, and its bytes."""

    path: str
    data: bytes

    @property
    def folder(self) -> str:
        """The first folder of the path."""
        return self.path.partition("/")[0]

    @property
    def stem(self) -> str:
        """The file's name without its ending: the record's id."""
        return self.path.rpartition("/")[2].rpartition(".")[0]


def walk(root: Path) -> Iterator[tuple[File | None, list[Problem]]]:
    """Yield every file below `root` in the order of paths, with what is wrong with its name or its reading.

    A record under a wrong name is read all the same, so that everything is told at once.
    """
    inside, closed = root.resolve(), list[Problem]()
    for path in sorted(_paths(root, closed)):
        if path in _PAPERS or _SCHEMA_PATH.fullmatch(path):
            continue
        problem = _linked(inside, path) or _misplaced(path)
        if problem and not _is_record(path, problem):
            yield None, [problem]
            continue
        file, unread = _read(inside, path)
        yield file, [found for found in (problem, unread) if found]
    yield None, closed


def _paths(root: Path, closed: list[Problem]) -> Iterator[str]:
    def tell(error: OSError) -> None:
        path = Path(os.fsdecode(error.filename)).relative_to(root).as_posix()
        said = f"the folder cannot be read ({error.strerror})"
        closed.append(Problem(Mark(printable(path)), "file-unreadable", said, "check its permissions"))

    for folder, folders, files in os.walk(root, onerror=tell):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = Path(folder).relative_to(root)
        # A linked folder is not entered, and one with a file's ending was meant to be a file: both are told of.
        odd = [name for name in folders if name.endswith(_ENDINGS) or Path(folder, name).is_symlink()]
        for name in [*files, *odd]:
            if not name.startswith((".", "#")) and not name.endswith("~"):
                yield (below / name).as_posix()


def _is_record(path: str, problem: Problem) -> bool:
    in_folder = path.partition("/")[0] in _RECORDS and "/" in path and path.endswith((".yaml", ".yml"))
    return in_folder and problem.rule in {"file-name", "file-folder"}


def _linked(inside: Path, path: str) -> Problem | None:
    try:
        target = (inside / path).resolve()
    except (OSError, RuntimeError):  # a circle of links
        target = None
    if target and target.is_relative_to(inside) and not ((inside / path).is_symlink() and target.is_dir()):
        return None
    said = "this is a link that leads in a circle, to a folder, or out of the content folder"
    return Problem(Mark(printable(path)), "file-link", said, "put the file itself here")


def _misplaced(path: str) -> Problem | None:
    if path in _SINGLE or _RECORD.fullmatch(path) or _RAW.fullmatch(path):
        return None
    mark, folder = Mark(printable(path)), path.partition("/")[0]
    if found := _EVENT.fullmatch(path):
        if found[1] == found[3]:
            return None
        said = f"the id begins with {found[3]}, the folder is {found[1]}"
        return Problem(mark, "file-folder", said, f"move it to events/{found[3]}/{found[2]}")
    if path.endswith(".yml"):
        return Problem(mark, "file-name", 'the file\'s name ends in ".yml"', 'let it end in ".yaml"')
    if folder in _FORMS and "/" in path:
        said = f"{quoted(path.rpartition('/')[2])} is not a name we read in {folder}/"
        return Problem(mark, "file-name", said, f"name it like {_form(folder, path)}")
    return Problem(mark, "file-folder", "no such file belongs here", "folders here: " + ", ".join(_FORMS))


def _form(folder: str, path: str) -> str:
    name = slug(path.removesuffix(".yaml").rpartition("/")[2]) if path.endswith(".yaml") else ""
    better = f"{folder}/{name}.yaml"
    if folder == "events":
        better = f"events/{name[:4]}/{name}.yaml"
    return better if _RECORD.fullmatch(better) or _EVENT.fullmatch(better) else _FORMS[folder]


def _read(inside: Path, path: str) -> tuple[File | None, Problem | None]:
    mark, full = Mark(printable(path)), inside / path
    limit = MAX_BYTES if not path.endswith(".geojson") else MAX_OUTLINE_BYTES
    try:
        if not stat.S_ISREG(full.stat().st_mode):
            return None, Problem(mark, "file-unreadable", "this is not a file", "put a file here, or delete it")
        # O_NONBLOCK: what turns into a pipe between the two calls must not hang the build.
        with os.fdopen(os.open(full, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as stream:
            data = stream.read(limit + 1)
    except OSError as error:
        said = f"the file cannot be read ({error.strerror})"
        return None, Problem(mark, "file-unreadable", said, "check its permissions")
    if len(data) > limit:
        return None, Problem(mark, "file-too-big", f"the file has more than {limit:,} bytes", "keep records short")
    return File(mark.path, data), None
