"""A content folder → records and problems; nothing stops at the first mistake."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from sitegen.decode import Decoded, decode
from sitegen.files import File, walk
from sitegen.marked import Marked, decode_text, parse
from sitegen.model.event import Event
from sitegen.model.fields import Record
from sitegen.model.place import Place
from sitegen.model.site import KindsFile, SidesFile, SiteFile, Speaker, Story
from sitegen.problems import Mark, Problem, say

T = TypeVar("T", bound=Record)

_SINGLE: dict[str, type[Record]] = {"site.yaml": SiteFile, "kinds.yaml": KindsFile, "sides.yaml": SidesFile}
_FOLDERS: dict[str, type[Record]] = {"events": Event, "places": Place, "speakers": Speaker, "stories": Story}

_Read = tuple[Decoded[Record] | None, Marked | None, list[Problem]]


@dataclass(eq=False)
class Content:
    """What could be read of a content folder, by id; `raw` holds prose, areas and basemap files by path.

    `unread` are the records that are none because of a mistake in them, by folder and id, with what could be
    parsed: nobody is told that an id is unknown when its file is there. `prints` are the SHA-256 of all files by path.
    """

    root: Path
    site: Decoded[SiteFile] | None = None
    kinds: Decoded[KindsFile] | None = None
    sides: Decoded[SidesFile] | None = None
    events: dict[str, Decoded[Event]] = field(default_factory=dict)
    places: dict[str, Decoded[Place]] = field(default_factory=dict)
    speakers: dict[str, Decoded[Speaker]] = field(default_factory=dict)
    stories: dict[str, Decoded[Story]] = field(default_factory=dict)
    raw: dict[str, bytes] = field(default_factory=dict)
    unread: dict[tuple[str, str], Marked | None] = field(default_factory=dict)
    prints: dict[str, bytes] = field(default_factory=dict)
    revision: str = ""

    def of(self, model: type[T]) -> Mapping[str, Decoded[T]]:
        """Return the records of one model: events, places, speakers or stories, by id."""
        return {Event: self.events, Place: self.places, Speaker: self.speakers, Story: self.stories}[model]  # type: ignore[return-value]

    def has(self, folder: str, id_: str) -> bool:
        """Tell whether `folder` holds a file for the id, be it a record or one with a mistake."""
        return id_ in getattr(self, folder) or (folder, id_) in self.unread


@dataclass
class Known:
    """What each record file of the last reading said, by path: for a process that reads a folder again and again."""

    files: dict[str, tuple[bytes, _Read]] = field(default_factory=dict)

    def decoded(self, model: type[Record], file: File) -> _Read:
        """Return what the file says, decoded only where its bytes are new."""
        data, found = self.files.get(file.path, (None, None))
        if found is None or data != file.data:
            found = _decoded(model, file)
            self.files[file.path] = file.data, found
        return found

    def forget_others(self, paths: Iterable[str]) -> None:
        """Forget the files that are no longer there."""
        for path in self.files.keys() - set(paths):
            del self.files[path]


def read(root: Path, known: Known | None = None) -> tuple[Content, list[Problem]]:
    """Read everything below `root`; content mistakes come back as problems, in any order."""
    content, digest, known = Content(root), hashlib.sha256(), known or Known()
    problems: list[Problem] = []
    paths: dict[tuple[str, str], str] = {}
    for file, found in walk(root):
        problems += found
        if file is not None:
            digest.update(f"{file.path}\0{len(file.data)}\0".encode() + file.data)
            content.prints[file.path] = hashlib.sha256(file.data).digest()
            first = paths.setdefault((file.folder, file.stem), file.path)
            twin = first != file.path and file.folder in _FOLDERS
            problems += [_twin(file, first)] if twin else _take(content, file, known)
    known.forget_others(paths.values())
    content.revision = digest.hexdigest()[:12]
    return content, problems + list(_missing(content))


def _take(content: Content, file: File, known: Known) -> list[Problem]:
    if file.path in _SINGLE:
        return _take_single(content, file, known)
    if file.folder in _FOLDERS:
        return _take_record(content, file, known)
    content.raw[file.path] = file.data
    return decode_text(file.path, file.data)[1] if file.folder == "pages" else []


def _take_single(content: Content, file: File, known: Known) -> list[Problem]:
    record, problems = _taken(_SINGLE[file.path], content, file, known)
    setattr(content, file.stem, record)
    return problems


def _take_record(content: Content, file: File, known: Known) -> list[Problem]:
    record, problems = _taken(_FOLDERS[file.folder], content, file, known)
    if record is not None:
        getattr(content, file.folder)[file.stem] = record
    return problems


def _taken(
    model: type[Record], content: Content, file: File, known: Known
) -> tuple[Decoded[Record] | None, list[Problem]]:
    record, marked, problems = known.decoded(model, file)
    if record is None:
        content.unread[(file.folder, file.stem)] = marked
    return record, problems


def _decoded(model: type[Record], file: File) -> _Read:
    marked, problems = parse(file.path, file.data)
    record, more = decode(model, file.stem, marked) if marked else (None, [])
    return record, marked, problems + more


def _twin(file: File, first: str) -> Problem:
    said = say('"%(id)s" is already the id of %(path)s', id=file.stem, path=first)
    return Problem(Mark(file.path), "file-twin", said, say("give one of the two another name, or delete it"))


def _missing(content: Content) -> Iterator[Problem]:
    for name, there in (("site.yaml", content.site), ("kinds.yaml", content.kinds), ("sides.yaml", content.sides)):
        if there is None and (name, name.removesuffix(".yaml")) not in content.unread:
            hint = say("begin with a copy of the one in the content folder of this project")
            yield Problem(Mark(name), "file-missing", say("there is no %(name)s", name=name), hint)
