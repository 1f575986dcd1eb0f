"""A text as clauses of words that know whether they are a number, a person, or neither."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from sitegen.words.lists import listed
from sitegen.words.people import NOBODY, Person, person
from sitegen.words.singles.telling import begins
from sitegen.words.tokens import Token, tokens

_STOPS = frozenset(".!?;…")
_SHORT = frozenset({"г", "р", "н", "лет", "b"})  # "1950 г. р.", "1950 р. н.": their full stops end nothing


class Word(NamedTuple):
    """A word or sign: as written, in small letters without a possessive ending, and the person it stands for."""

    text: str
    lower: str
    who: Person
    owner: bool

    @property
    def sign(self) -> bool:
        """Whether it is a sign, not a word or a number."""
        return not self.text[0].isalnum()

    @property
    def begins(self) -> bool:
        """Whether what singles a person out can begin here."""
        return begins(self.lower)


Clause = Sequence[Word]
Span = tuple[int, int]


@cache
def group(name: str) -> frozenset[str]:
    """Return a group of the list of words that single a person out."""
    return frozenset(listed("singles")[name])


def clauses(text: str) -> Iterator[Clause]:
    """Yield the sentences of a text as words; numbers of several words and hyphens in ages come apart."""
    clause: list[Word] = []
    for token in tokens(text):
        if token.text in _STOPS and not (token.text == "." and clause and clause[-1].lower in _SHORT):
            if clause:
                yield clause
            clause = []
        else:
            clause += _words(token)
    if clause:
        yield clause


def _words(token: Token) -> Iterator[Word]:
    for text in _parts(token):
        small = text.lower()
        bare = small.removesuffix("'s")
        yield Word(text, bare, person(bare), bare != small)


def _parts(token: Token) -> list[str]:
    """Take "twelve-year-old" and "ребёнок-инвалид" apart, leave "mother-in-law" as it is."""
    small = token.lower
    if "-" not in small or person(small) is not NOBODY or small in group("state"):
        return [token.text]
    parts = small.split("-")
    if number_word(parts[0]) is not None or {"year", "old", "month", "week", "day"} & set(parts):
        return [part for part in parts if part]
    return (
        [part for part in token.text.split("-") if part]
        if any(person(p) is not NOBODY for p in parts)
        else [token.text]
    )


@cache
def _numbers() -> dict[str, int]:
    return {word: int(number) for number, words in listed("numbers").items() for word in words}


def number_word(word: str) -> int | None:
    """Return the number that a word or digits stand for."""
    if word.isdecimal():
        return int(word) if len(word) < 5 else None
    return _numbers().get(word)


def number(clause: Clause, index: int) -> tuple[int, int] | None:
    """Return the number that begins at `index`, at most four digits, and how many words it takes; None elsewhere."""
    if not 0 <= index < len(clause) or (found := number_word(clause[index].lower)) is None:
        return None
    after = index + 1
    if clause[index].lower.isdecimal() or found < 20 or found % 10:
        return found, 1
    if after < len(clause) and clause[after].text == "-":
        after += 1
    unit = number_word(clause[after].lower) if after < len(clause) and not clause[after].lower.isdecimal() else None
    return (found + unit, after + 1 - index) if unit and unit < 10 else (found, 1)


def lower(clause: Clause, index: int) -> str:
    """Return the word at `index` in small letters; "" outside the clause."""
    return clause[index].lower if 0 <= index < len(clause) else ""


def who(clause: Clause, index: int) -> Person:
    """Return the person that the word at `index` stands for."""
    return clause[index].who if 0 <= index < len(clause) else NOBODY


def beginnings(clause: Clause) -> list[int]:
    """Return where what singles a person out can begin."""
    return [index for index, word in enumerate(clause) if word.begins]
