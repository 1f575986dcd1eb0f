"""The free words of every record, gathered once for all the rules that look at words."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from sitegen.decode import Decoded
from sitegen.problems import Mark
from sitegen.rules.registry import Scene
from sitegen.rules.texts import Loc, free

_WORD = re.compile(r"[^\W\d_]+(?:[-’'ʼ][^\W\d_]+)*")
_LONG = re.compile(r"\d(?:[ \t().\-–‑/\u00a0\u202f№]{0,3}\d){4}")
NOTE = "#"
"""The first step to a note in the file, before its line and column: a note is in no field, and as public as one."""

_NUMBERS = frozenset({"id", "ref", "query"})  # of other systems: not words of ours


class Passage(NamedTuple):
    """One text of a record: where it stands, its language ("" is the site's first), and the words."""

    record: Decoded[Any]
    loc: Loc
    lang: str
    words: str

    @property
    def mark(self) -> Mark:
        """Where it was written."""
        if self.loc[0] == NOTE:
            return Mark(self.record.path, *map(int, self.loc[1:]))
        return self.record.mark(*self.loc)


class Sheet(NamedTuple):
    """All passages of one record, their texts joined by line breaks, and its distinct words in small letters.

    `long_number`: five digits or more stand together somewhere, as in a telephone number or a passport's.
    """

    record: Decoded[Any]
    passages: tuple[Passage, ...]
    text: str
    words: frozenset[str]
    long_number: bool


def sheets(scene: Scene) -> tuple[Sheet, ...]:
    """Return a sheet for each event, place, speaker and story that is asked for."""
    if __name__ not in scene.memo:
        content = scene.content
        folders = (content.events, content.places, content.speakers, content.stories)
        scene.memo[__name__] = tuple(
            _sheet(record) for folder in folders for record in folder.values() if scene.asked(record.path)
        )
    found: tuple[Sheet, ...] = scene.memo[__name__]
    return found


def _sheet(record: Decoded[Any]) -> Sheet:
    passages = tuple(_passages(record))
    text = "\n".join(passage.words for passage in passages)
    words = frozenset(_WORD.findall(text.casefold()))
    return Sheet(record, passages, text, words, _LONG.search(text) is not None)


def _passages(record: Decoded[Any]) -> Iterator[Passage]:
    for loc, lang, words in free(record.record):
        if loc[-1] not in _NUMBERS:
            yield Passage(record, loc, lang, words)
    for note in record.marked.comments:
        yield Passage(record, (NOTE, note.line, note.column), "", note.words)


def meets(sheet: Sheet, scene: Scene, stems: re.Pattern[str]) -> bool:
    """Tell whether a word of the record begins as `stems` says; every word of the vocabulary is looked at once."""
    plain: set[str] = scene.memo.setdefault(f"{__name__}: {stems.pattern}", set())
    for word in sheet.words - plain:
        if stems.match(word):
            return True
        plain.add(word)
    return False


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters, in their order; a hyphen or apostrophe inside joins."""
    return _WORD.findall(text.casefold())


def spotted(
    scene: Scene, worth: Callable[[Sheet, Scene], object], find: Callable[[str], Iterable[str]]
) -> Iterator[tuple[Passage, str]]:
    """Yield what `find` sees in each passage of the records that `worth` lets through, each finding once a passage."""
    for sheet in sheets(scene):
        if worth(sheet, scene):
            for passage in sheet.passages:
                for found in dict.fromkeys(find(passage.words)):
                    yield passage, found


def masked(found: str) -> str:
    """Show how something that must not be repeated begins, in double quotes: reports are read by many too."""
    shown = " ".join(found.split())
    return f'"{shown[: min(3, len(shown) // 2)]}…"'
