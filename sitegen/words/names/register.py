"""Whom and what a site may name: its speakers in office, its places, its bodies, in every case form."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sitegen.model.place import Place
from sitegen.model.site import Speaker
from sitegen.same import Same
from sitegen.words.morphology import lemmas
from sitegen.words.names.sound import sound
from sitegen.words.tokens import Token, tokens

_LONGEST = 12

Keys = frozenset[str]


@lru_cache(maxsize=200_000)
def keys(word: str) -> Keys:
    """Return what two spellings or case forms of one word share: its dictionary forms, or its folded Latin form."""
    small = word.lower().removesuffix("'s")
    if small.isascii():
        return frozenset({sound(small)})
    return lemmas(small).union(*(lemmas(part) for part in small.split("-"))) if "-" in small else lemmas(small)


@lru_cache(maxsize=50_000)
def _both(word: str) -> Keys:
    return keys(word) | {sound(word)}


@dataclass(frozen=True)
class _Official:
    given: Keys
    surname: Keys
    letters: frozenset[str]
    speaker: Same[Speaker]


class Register:
    """Names that may stand in texts; `texts` is for what was found in some with it: other names in other registers."""

    texts: dict[str, tuple[str, ...]]

    def __init__(self, speakers: Mapping[str, Speaker], places: Mapping[str, Place]) -> None:
        """Index the persons among `speakers`, and the words of every other name."""
        self.texts = {}
        persons = [speaker for speaker in speakers.values() if speaker.kind == "person"]
        self._officials = tuple(official for speaker in persons for official in _spelled(speaker))
        self._words: dict[str, list[tuple[str, ...]]] = {}
        others: list[Speaker | Place] = [speaker for speaker in speakers.values() if speaker.kind != "person"]
        for name in dict.fromkeys(n for record in [*others, *places.values()] for n in _names(record)):
            self._add(name)

    def _add(self, name: str) -> None:
        phrase = tuple(token.text for token in tokens(name)[:_LONGEST] if token.word)
        for key in _both(phrase[0]) if phrase else ():
            self._words.setdefault(key, []).append(phrase)

    def official(self, words: Sequence[str]) -> bool:
        """Tell whether the words name one speaker in office: the surname, with nothing that is another's."""
        return any(_fits(official, words) for official in self._officials)

    def bears(self, words: Sequence[str]) -> bool:
        """Tell whether all the words are parts of one speaker's name, a given name alone too."""
        return any(all(_belongs(official, word) for word in words) for official in self._officials)

    def called_by_office(self, office: str, given: str) -> bool:
        """Tell whether `office` and the given name after it mean one speaker: "the governor Sergei"."""
        return any(keys(given) & one.given and keys(office) & _office(one.speaker) for one in self._officials)

    def length(self, words: Sequence[Token]) -> int:
        """Return how many of the first `words` name a place or a body; 0 where none does."""
        found = 0
        for key in keys(words[0].text):
            for phrase in self._words.get(key, ()):
                if len(phrase) > found and _same(phrase, words):
                    found = len(phrase)
        return found


def _same(phrase: tuple[str, ...], words: Sequence[Token]) -> bool:
    return len(phrase) <= len(words) and all(
        _both(part) & keys(token.text) for part, token in zip(phrase, words, strict=False)
    )


def _spelled(speaker: Speaker) -> Iterable[_Official]:
    for name in _names(speaker):
        words = [token.text for token in tokens(name) if token.word]
        if words:
            given = frozenset[str]().union(*(_both(word) for word in words[:-1]))
            letters = frozenset(word[0].lower() for word in words[:-1])
            yield _Official(given, _both(words[-1]), letters, Same(speaker))


@lru_cache(maxsize=10_000)
def _office(same: Same[Speaker]) -> Keys:
    titles = [words for office in same.it.offices for _, words in office.title.values]
    words = [token.text for title in titles for token in tokens(title) if len(token.text) > 4]
    return frozenset[str]().union(*map(keys, words))


def _names(record: Speaker | Place) -> Iterable[str]:
    return [*(words for _, words in record.name.values), *record.spellings]


def _fits(official: _Official, words: Sequence[str]) -> bool:
    return any(keys(word) & official.surname for word in words) and all(_belongs(official, word) for word in words)


def _belongs(official: _Official, word: str) -> bool:
    if len(word.rstrip(".")) == 1:
        return word[0].lower() in official.letters or not official.letters
    return bool(keys(word) & (official.surname | official.given))
