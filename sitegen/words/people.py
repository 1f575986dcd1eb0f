"""Words that stand for people in three languages: one or several, anybody or somebody's kin."""

from functools import cache, lru_cache
from typing import NamedTuple

from sitegen.words.lists import listed
from sitegen.words.morphology import known

# Endings of one, then of several; where an ending stands in both, the form alone does not tell.
_ENDINGS = {
    "m": ("- а у ом ем е", "и ы ов ев ей ам ами ах"),
    "ms": ("ь я ю ем е", "и ей ям ями ях"),
    "mc": ("ец ца цу цем це", "цы цев цам цами цах"),
    "f": ("а ы и е у ой ою ей ею я ю", "ы и - ам ами ах"),
    "fk": ("ка ки ке ку кой кою", "ки ек ок кам ками ках"),
    "fc": ("а ы е у ей ею", "ы - ам ами ах"),
    "adj": ("ый ий ой ого его ому ему ым им ом ем ая яя ей ую юю", "ые ие ых их ыми ими"),
    "uadj": ("ий ого ому им ім а ої ій у ою", "і их ими"),
    "um": ("- а у ові еві ом ем е", "и і ів їв ам ами ах"),
    "umc": ("ець ця цю цеві цем", "ці ців цям цями цях"),
    "ufk": ("ка ки ці ку кою ко", "ки ок кам ками ках"),
    "uf": ("а и і у ою о", "и - ам ами ах"),
    "ucja": ("я і ю ею", "і ь ям ями ях"),
}


class Person(NamedTuple):
    """What a word for people says: of one, of several (both where the form leaves it open), of somebody's kin."""

    one: bool
    several: bool
    kin: bool


NOBODY = Person(False, False, False)


def person(word: str) -> Person:
    """Return what a word in small letters says of people; `NOBODY` where it is no word for people that we know."""
    return _people().get(word) or _animate(word)


@lru_cache(maxsize=200_000)
def _animate(word: str) -> Person:
    """Take a word for a person where a dictionary knows it as nothing but somebody alive."""
    found = known(word) if word.isalpha() and not word.isascii() else ()
    if not found or not all(r.noun and r.animate and r.sort == "ordinary" for r in found):
        return NOBODY
    return Person(any(not r.plural for r in found), any(r.plural for r in found), False)


@cache
def _people() -> dict[str, Person]:
    found: dict[str, Person] = {}
    for group, words in listed("people").items():
        sort, _, way = group.partition(" ")
        for word, one, several in _forms(way, words):
            old = found.get(word, NOBODY)
            found[word] = Person(one or old.one, several or old.several, sort == "kin" or old.kin)
    return found


def _forms(way: str, words: tuple[str, ...]) -> list[tuple[str, bool, bool]]:
    if way == "words":
        parts = (word.partition("/") for word in words)
        written = ((one.split(",") if one else [], several.split(",") if several else []) for one, _, several in parts)
    elif way == "en":
        written = (([word], [_plural(word)]) for word in words)
    else:
        ones, severals = ([end.strip("-") for end in ends.split()] for ends in _ENDINGS[way])
        written = (([stem + end for end in ones], [stem + end for end in severals]) for stem in words)
    return [(form, form in one, form in several) for one, several in written for form in {*one, *several}]


def _plural(word: str) -> str:
    if word.endswith(("s", "ch", "sh", "x")):
        return word + "es"
    return word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeiou" else word + "s"
