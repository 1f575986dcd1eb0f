"""Spellings of one name: what the usual romanisations share, and which ones look alike."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from unicodedata import normalize

from anyascii import anyascii
from rapidfuzz import fuzz, process

from sitegen.problems import say

# Romanisations of one Cyrillic letter differ by source language: dj (French), dzh (English), dsch (German), dž.
# Capitals stand for one letter each, so that a later line does not take them for something else: Q дж, C ч, X щ, S ш ж.
FOLDS: tuple[tuple[str, str], ...] = (
    (r"[^a-z0-9 ]", ""),
    (r"shch|schtsch|chtch|szcz", "X"),
    (r"dzh|dsch|dj|dz(?=[aeiouy])", "Q"),
    (r"tch|tsch|cz|ch", "C"),
    (r"zh|sch|sh|sz", "S"),
    (r"kh", "h"),
    (r"ou", "u"),
    (r"w", "v"),
    (r"[yij]([aeou])", r"\1"),
    (r"[yj]", "i"),
    (r"(.)\1", r"\1"),
)
"""(pattern, replacement), in this order, on a name in small ASCII letters; patterns are such as browsers know, too."""
_FOLDS = tuple((re.compile(pattern), to) for pattern, to in FOLDS)
CARONS = {"š": "sh", "č": "ch", "ž": "zh"}
"""Scientific letters, to be written out before marks are dropped and ž and z become one."""
_CARONS = str.maketrans(CARONS | {letter.upper(): latin for letter, latin in CARONS.items()})
_LATIN_AND_CYRILLIC = (*range(0xC0, 0x180), *range(0x400, 0x500))
_LONGEST = 200  # of a name that is compared: longer than any place's


def fold(name: str) -> str:
    """Reduce a spelling to a key that the usual romanisations of one Cyrillic name share; "" if nothing is left."""
    return _fold(name[:_LONGEST])


@lru_cache(maxsize=100_000)
def _fold(name: str) -> str:
    key = anyascii(normalize("NFC", name).translate(_CARONS)).lower().replace("-", " ")
    for pattern, to in _FOLDS:
        key = pattern.sub(to, key)
    return " ".join(key.split())


@cache
def letters() -> Mapping[str, str]:
    """Return how each small Cyrillic letter, and each Latin one that is no ASCII, is written in ASCII."""
    small = (letter for letter in map(chr, _LATIN_AND_CYRILLIC) if letter.islower())
    return {letter: re.sub(r"[^a-z0-9]", "", anyascii(letter).lower()) for letter in small}


def slug(name: str) -> str:
    """Return the id that a name suggests: small Latin letters, digits and single hyphens; "" if none is left."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(name[:_LONGEST]).lower().replace("'", "")).strip("-")[:80].strip("-")


def plain(name: str) -> str:
    """Return the name as it is compared exactly: without regard to capitals and the number of blanks."""
    return " ".join(name.split()).casefold()


def nearest(word: str, keys: Mapping[str, str], count: int = 3) -> tuple[str, ...]:
    """Return the names of `keys` (name → folded form) most like `word`, best first, none below 75 %."""
    key = fold(word)
    if not key or len(word) > _LONGEST:
        return ()
    hits = process.extract(key, keys, scorer=fuzz.ratio, limit=count * 3, score_cutoff=75)
    best = sorted(hits, key=lambda hit: (-hit[1], hit[2]))
    return tuple(hit[2] for hit in best[:count])


def suggestion(word: str, names: Iterable[str]) -> str:
    """Return 'did you mean "x"?' for the name most like `word`, or nothing."""
    found = nearest(word, {name: fold(name) for name in names}, 1)
    return say('did you mean "%(name)s"?', name=found[0]) if found else ""
