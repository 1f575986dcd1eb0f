"""How the Russian and Ukrainian dictionaries read a word; the one module that knows pymorphy3."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import Any, Literal, NamedTuple

Sort = Literal["given", "surname", "patronymic", "place", "ordinary"]

# Other letters stop pymorphy3 with an error where Unicode has no name for one.
_CYRILLIC = re.compile(r"[\u0400-\u04ff'-]+")
_PACKAGES = ("pymorphy3", "pymorphy3_dicts_ru", "pymorphy3_dicts_uk")
_SORTS: tuple[tuple[str, Sort], ...] = (
    ("Name", "given"),
    ("Surn", "surname"),
    ("Patr", "patronymic"),
    ("Geox", "place"),
)


class Reading(NamedTuple):
    """One reading of a word: its dictionary form, and what it is a word for.

    `known` tells the dictionary's own words from guesses by ending; `nominative` whether it can be a subject.
    """

    lemma: str
    sort: Sort
    known: bool
    nominative: bool
    animate: bool
    noun: bool
    plural: bool


@cache
def available() -> bool:
    """Whether the dictionaries are installed (the extra `[words]`)."""
    return all(find_spec(package) is not None for package in _PACKAGES)


@cache
def _dictionaries() -> tuple[Any, ...]:
    import pymorphy3  # an optional extra: without it names are not checked

    # How probable a reading is tells us nothing: all of them count.
    return tuple(pymorphy3.MorphAnalyzer(lang=lang, probability_estimator_cls=None) for lang in ("ru", "uk"))


@lru_cache(maxsize=200_000)
def known(word: str) -> tuple[Reading, ...]:
    """Return the readings of a Cyrillic word in small letters that a dictionary lists; far quicker than guesses."""
    if not available() or not _CYRILLIC.fullmatch(word):
        return ()
    found = (_reading(lemma, tag, known=True) for one in _dictionaries() for lemma, tag in _listed(one, word))
    return tuple(dict.fromkeys(reading for reading in found if reading))


def _listed(one: Any, word: str) -> Iterator[tuple[str, Any]]:
    """Yield dictionary form and tag of each entry: what `parse` finds for a listed word, in one look-up."""
    entries = one.dictionary
    for form, places in entries.words.similar_items(word, one.char_substitutes):
        for paradigm, index in places:
            yield entries.build_normal_form(paradigm, index, form), entries.build_tag_info(paradigm, index)


@lru_cache(maxsize=200_000)
def readings(word: str) -> tuple[Reading, ...]:
    """Return every reading of a Cyrillic word in small letters, guesses where no dictionary lists it.

    Names inflect, and surnames of one language stand in texts of the other, so both always read.
    """
    if known(word) or not available() or not _CYRILLIC.fullmatch(word):
        return known(word)
    found = (
        _reading(parse.normal_form, parse.tag, known=parse.is_known)
        for dictionary in _dictionaries()
        for parse in dictionary.parse(word)
    )
    return tuple(dict.fromkeys(reading for reading in found if reading))


def _reading(lemma: str, tag: Any, *, known: bool) -> Reading | None:
    """Read a tag; None for one that tells nothing."""
    meant = _meant(tag)
    return Reading(lemma.lower(), meant[0], known, *meant[1:]) if meant else None


@cache
def _meant(tag: Any) -> tuple[Sort, bool, bool, bool, bool] | None:
    grammemes = tag.grammemes
    # "Иванов" is neither "Ivan's" nor "of several Ivans" but a surname; what cannot be read at all tells nothing.
    if "Poss" in grammemes or "UNKN" in grammemes or ("plur" in grammemes and grammemes & {"Name", "Patr"}):
        return None
    sort: Sort = next((sort for grammeme, sort in _SORTS if grammeme in grammemes), "ordinary")
    if {"Geox", "plur"} <= grammemes and "Pltm" not in grammemes:
        return None
    nominative = "nomn" in grammemes or "Fixd" in grammemes
    return sort, nominative, "anim" in grammemes, "NOUN" in grammemes, "plur" in grammemes


@lru_cache(maxsize=200_000)
def lemmas(word: str) -> frozenset[str]:
    """Return the dictionary forms that a Cyrillic word in small letters can have, and the word itself."""
    return frozenset({word, *(reading.lemma for reading in readings(word))})
