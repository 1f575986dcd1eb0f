"""Names of people in ids and in web addresses: small Latin letters with hyphens between."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote, urlsplit

from sitegen.words.lists import listed
from sitegen.words.names import cyrillic, latin
from sitegen.words.names.looks import Look
from sitegen.words.names.register import Register
from sitegen.words.people import NOBODY, person
from sitegen.words.tokens import tokens

_BREAK = re.compile(r"[^\w']|_|\d")
_SHORTEST = 3


def names_in_slug(slug: str, register: Register) -> tuple[str, ...]:
    """Return the names of people in an id or a part of an address, who are not in the register.

    Without capitals only two parts of a name side by side, a patronymic, a name nobody could take for a word, or
    a word for a person with a name after it count.
    """
    words = [word for word in _BREAK.split(slug.lower()) if word]
    allowed = _allowed(words, register)
    marked = {i for i in range(len(words)) if i not in allowed and _names(words, i)}
    return tuple(name for name in _joined(words, marked) if not register.official(name.split()))


def names_in_address(url: str, register: Register) -> tuple[str, ...]:
    """Return the names of people in the path and the query of a web address, who are not in the register."""
    parts = urlsplit(url)
    sections = unquote(f"{parts.path}/{parts.query}/{parts.fragment}").replace("+", "-")
    return tuple(name for part in re.split(r"[/=&.?#]", sections) for name in names_in_slug(part, register))


def _allowed(words: Sequence[str], register: Register) -> set[int]:
    found: set[int] = set()
    written = [tokens(word)[0] for word in words if word[0].isalpha()]
    if len(written) != len(words):
        return found
    things, eponyms = listed("cues")["thing-en"], listed("cues")["eponym"]
    for index in range(len(words)):
        found.update(range(index, index + register.length(written[index : index + 12])))
        if words[index] in eponyms:
            found.add(index)
        if index and words[index] in things:
            found.add(index - 1)
    return found


def _look(word: str) -> Look:
    if len(word) < _SHORTEST or word in listed("cues")["capital-en"]:
        return Look()
    return latin.look(word) if word.isascii() else cyrillic.look(word)


def _names(words: Sequence[str], index: int) -> bool:
    here = _look(words[index])
    if here.patronymic or here.surname == 3:
        return True
    beside = [_look(words[i]) for i in (index - 1, index + 1) if 0 <= i < len(words)]
    if any(_pair(here, other) or _pair(other, here) for other in beside):
        return True
    if here.given > 1 and _could_be(words, index + 1):
        return True
    if index and _look(words[index - 1]).given > 1 and _could_be(words, index):
        return True
    if index and person(words[index - 1]).one and (here.given > 1 or here.surname > 1):
        return True
    return here.given == 3 and not here.ordinary and not here.place and len(words[index]) > 5


def _could_be(words: Sequence[str], index: int) -> bool:
    """Tell whether the word after a given name may be a surname: nothing that a headline is made of."""
    if index >= len(words) or len(words[index]) < 4 or not words[index].isascii():
        return False
    cues = listed("cues")
    plain = {*cues["capital-en"], *cues["thing-en"], *cues["speech"], *listed("singles")["function"]}
    ending = words[index].endswith(("ed", "ing", "s", "tion", "ment"))
    return not (ending or words[index] in plain or latin.look(words[index]).place or person(words[index]) != NOBODY)


def _pair(one: Look, other: Look) -> bool:
    if one.given > 1:
        return bool(other.surname or other.patronymic)
    return bool(one.given) and other.surname > 1


def _joined(words: Sequence[str], marked: set[int]) -> Iterator[str]:
    name: list[str] = []
    for index, word in enumerate([*words, ""]):
        if index in marked:
            name.append(word)
        elif name:
            yield " ".join(name)
            name = []
