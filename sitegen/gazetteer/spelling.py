"""Spellings of one name: what the usual romanisations share, and which ones look alike."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from unicodedata import normalize

from anyascii import anyascii
from rapidfuzz import fuzz, process

from sitegen.problems import say

# Romanisations of one Cyrillic letter differ by source language: dj (French), dzh (English), dsch (German), dž.
# Capitals stand for one letter each, so that a later line does not take them for something else: Q дж, C ч, X щ, S ш ж.
_FOLDS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
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
)
# Scientific letters, before anyascii drops their marks and ž and z become one.
_CARONS = str.maketrans({"š": "sh", "č": "ch", "ž": "zh", "Š": "sh", "Č": "ch", "Ž": "zh"})
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
