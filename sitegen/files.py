"""The files of a content folder, and what is wrong with a file before it is read."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sitegen.gazetteer import slug
from sitegen.marked import MAX_BYTES
from sitegen.problems import Grouped, Mark, Problem, printable, quoted, say

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
    "events": "events/2024/2024-11-22-aid-convoy.yaml",
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
        said = say("the folder cannot be read (%(error)s)", error=error.strerror)
        closed.append(Problem(Mark(printable(path)), "file-unreadable", said, say("check its permissions")))

    for folder, folders, files in os.walk(root, onerror=tell):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = Path(folder).relative_to(root).as_posix()
        # A linked folder is not entered, and one with a file's ending was meant to be a file: both are told of.
        odd = [name for name in folders if name.endswith(_ENDINGS) or Path(folder, name).is_symlink()]
        for name in [*files, *odd]:
            if not name.startswith((".", "#")) and not name.endswith("~"):
                yield name if below == "." else f"{below}/{name}"


def _is_record(path: str, problem: Problem) -> bool:
    in_folder = path.partition("/")[0] in _RECORDS and "/" in path and path.endswith((".yaml", ".yml"))
    return in_folder and problem.rule in {"file-name", "file-folder"}


def _linked(inside: Path, path: str) -> Problem | None:
    # Linked folders are not entered, so that only the last step of a path can be a link.
    full = os.path.join(inside, path)  # noqa: PTH118  # three times as fast, and asked of every file
    if not os.path.islink(full):  # noqa: PTH114
        return None
    try:
        target = Path(full).resolve()
        if target.is_relative_to(inside) and not target.is_dir():
            return None
    except (OSError, RuntimeError):  # a circle of links
        pass
    said = say("this is a link that leads in a circle, to a folder, or out of the content folder")
    return Problem(Mark(printable(path)), "file-link", said, say("put the file itself here"))


def _misplaced(path: str) -> Problem | None:
    if path in _SINGLE or _RECORD.fullmatch(path) or _RAW.fullmatch(path):
        return None
    mark, folder = Mark(printable(path)), path.partition("/")[0]
    if found := _EVENT.fullmatch(path):
        if found[1] == found[3]:
            return None
        said = say("the id begins with %(year)s, the folder is %(folder)s", year=found[3], folder=found[1])
        hint = say("move it to %(path)s", path=f"events/{found[3]}/{found[2]}")
        return Problem(mark, "file-folder", said, hint)
    if path.endswith(".yml"):
        return Problem(mark, "file-name", say('the file\'s name ends in ".yml"'), say('let it end in ".yaml"'))
    if folder in _FORMS and "/" in path:
        name = quoted(path.rpartition("/")[2])
        said = say("%(name)s is not a name we read in %(folder)s/", name=name, folder=folder)
        return Problem(mark, "file-name", said, _like(folder, _form(folder, path)))
    said = say("no such file belongs here")
    return Problem(mark, "file-folder", said, say("folders here: %(folders)s", folders=", ".join(_FORMS)))


def _like(folder: str, form: str) -> str:
    if folder == "events" and form == _FORMS["events"]:
        return say("name it like %(form)s: the year, then the date and a few words in small letters", form=form)
    return say("name it like %(form)s", form=form)


def _form(folder: str, path: str) -> str:
    name = slug(path.removesuffix(".yaml").rpartition("/")[2]) if path.endswith(".yaml") else ""
    better = f"{folder}/{name}.yaml"
    if folder == "events":
        better = f"events/{name[:4]}/{name}.yaml"
    return better if _RECORD.fullmatch(better) or _EVENT.fullmatch(better) else _FORMS[folder]


def _read(inside: Path, path: str) -> tuple[File | None, Problem | None]:
    mark, full = Mark(printable(path)), os.path.join(inside, path)  # noqa: PTH118
    limit = MAX_BYTES if not path.endswith(".geojson") else MAX_OUTLINE_BYTES
    try:
        if not stat.S_ISREG(os.stat(full).st_mode):  # noqa: PTH116
            hint = say("put a file here, or delete it")
            return None, Problem(mark, "file-unreadable", say("this is not a file"), hint)
        # O_NONBLOCK: what turns into a pipe between the two calls must not hang the build.
        with os.fdopen(os.open(full, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as stream:
            data = stream.read(limit + 1)
    except OSError as error:
        said = say("the file cannot be read (%(error)s)", error=error.strerror)
        return None, Problem(mark, "file-unreadable", said, say("check its permissions"))
    if len(data) > limit:
        said = say("the file has more than %(limit)s bytes", limit=Grouped(limit))
        return None, Problem(mark, "file-too-big", said, say("keep records short"))
    return File(mark.path, data), None
