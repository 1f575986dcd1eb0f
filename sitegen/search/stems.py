"""Words → what they are found by: endings stripped, spellings of a name made alike. The browser does the same.

`TABLE` holds all that is particular to languages and goes into the index as it stands; what the script
`search-words.js` does with it is what this module does.
"""

import re
from functools import lru_cache
from typing import Any
from unicodedata import category, normalize

from sitegen.gazetteer import CARONS, FOLDS, letters

# Of nouns and adjectives, as Russian and Ukrainian decline them, and the commonest of English. Not grammar: an ending
# too many does no harm as long as questions and pages lose the same one.
_ENDINGS = """
    а я о е є ё у ю ы и і ї й ь
    ам ям ах ях ом ем ём єм їм ой ей ёй єй ов ев ёв єв ів їв ою ею єю йо
    ий ый ій ая яя яю ую юю ое ее ёе ые ие ії ія ію ия ию іх их ых їх ым им ього ьому ьої
    ої єї ами ями ого его ому ему ими ыми іми ієї ією иям іям иях іях ием ієм ием иею ием ость ості
    ння нню нні нням ннях ннями нь
    s es ed e ing y ies
"""
# They stand in every text and tell nothing: a sixth of the index would say where.
_LITTLE = """
    a an and are as at be been by for from had has in is it its no not of on or that the they to was were who with
    а без в во до же за и из или к как ко на не ни но о об от по под при про с со то у что это
    або але від з зі із і й ні од під та це що як
"""
_LEAST = 3
"""Letters that are left of a word at least."""


_CARONS = {ord(letter): latin for letter, latin in CARONS.items()}


def _plain(text: str) -> str:
    """Return a text in small letters, their marks dropped."""
    spread = normalize("NFKD", text.lower().translate(_CARONS))
    return "".join(c for c in spread if not category(c).startswith("M")).lower()


TABLE: dict[str, Any] = {
    "carons": CARONS,
    "apostrophes": "'’ʼ‘`´′",
    "endings": sorted({_plain(ending) for ending in _ENDINGS.split()}),
    "little": sorted({_plain(word) for word in _LITTLE.split()}),
    "least": _LEAST,
    "letters": {letter: latin for letter, latin in letters().items() if _plain(letter) == letter},
    "folds": [(pattern, re.sub(r"\\(\d)", r"$\1", to)) for pattern, to in FOLDS],
}
"""What `search-words.js` is given: JSON, with regular expressions that mean the same to both."""

_APOSTROPHES = re.compile(f"[{TABLE['apostrophes']}]")
_WORD = re.compile(r"[^\W_]+")
_ENDS = frozenset(TABLE["endings"])
_IS_LITTLE = frozenset(TABLE["little"])
_LONGEST = max(map(len, _ENDS))
_LETTERS = str.maketrans(TABLE["letters"])
_FOLDS = tuple((re.compile(pattern), to) for pattern, to in FOLDS)


def words(text: str) -> list[str]:
    """Return the words of a text in small letters without marks and apostrophes, in their order."""
    return _WORD.findall(_plain(_APOSTROPHES.sub("", text)))


def telling(found: list[str]) -> list[str]:
    """Return those of `words` that tell something; all of them where none does."""
    return [word for word in found if word not in _IS_LITTLE] or found


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return a word of `words` without its longest ending that leaves three letters."""
    for size in range(min(_LONGEST, len(word) - _LEAST), 0, -1):
        if word[-size:] in _ENDS:
            return word[:-size]
    return word


def latin(word: str) -> str:
    """Return a word of `words` with its Cyrillic letters, and Latin ones beyond ASCII, in ASCII."""
    return word.translate(_LETTERS)


@lru_cache(maxsize=100_000)
def key(word: str) -> str:
    """Return what the usual spellings of a name share, in Cyrillic or Latin letters: суджа, Sudzha, Soudja.

    A word of `words` in another script is its own key.
    """
    folded = latin(word)
    if not folded.isascii():
        return word
    for pattern, to in _FOLDS:
        folded = pattern.sub(to, folded)
    return folded
