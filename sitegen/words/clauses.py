"""A text as clauses of words that know whether they are a number, an age, a person, or neither."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from sitegen.words.lists import listed
from sitegen.words.morphology import available, known
from sitegen.words.people import NOBODY, Person, person
from sitegen.words.telling import begins
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
        yield Word(text, bare, _who(bare), bare != small)


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


@lru_cache(maxsize=100_000)
def _who(small: str) -> Person:
    return person(small)


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


def one_before(clause: Clause, index: int, reach: int = 30) -> bool | None:
    """Tell whether the nearest word for people before `index` means one (True) or several (False); None without any."""
    for at in range(index - 1, max(0, index - reach) - 1, -1):
        word = clause[at]
        if word.who.several or word.lower in group("they"):
            return _one_out_of(clause, at)
        if word.who.one or word.lower in group("he"):
            return True
    return None


def _one_out_of(clause: Clause, index: int) -> bool:
    """Tell whether "one of" stands before a word for several people."""
    return any(
        lower(clause, at) in group("one-of") and lower(clause, at + 1) in {"of", "из", "із", "з"}
        for at in range(max(0, index - 4), index)
    )


def single(clause: Clause, index: int) -> bool:
    """Tell whether the word at `index` may stand for one person: "girl", "одному из вернувшихся"."""
    person_there = who(clause, index)
    return person_there.one or (person_there.several and _one_out_of(clause, index))


def heads(clause: Clause, index: int, reach: int = 4) -> bool:
    """Tell whether an adjective that ends before `index` describes one person.

    True where the noun that follows is one person or a name, or where none follows ("a 12-year-old was"); False
    where it is a thing or several people.
    """
    last: bool | None = None
    for at in range(index, min(len(clause), index + reach)):
        verdict = _head(clause, at)
        if verdict is None:
            break
        last = verdict == "one" if verdict in {"one", "other"} else last
        if verdict == "one":
            break
        if verdict == "other" and not clause[at].lower.isascii():
            break
    return True if last is None else last


def _head(clause: Clause, at: int) -> str | None:
    """Say what the word at `at` adds to a noun phrase: "one" person, "other" noun, "more" to come, None: its end."""
    word = clause[at]
    if word.who.several and not word.who.one:
        return "other"
    if word.who.one:
        return "one"
    if word.sign or word.lower.isdecimal() or word.lower in group("function") | group("link"):
        return None
    if word.lower in group("adjective") or (word.lower.isascii() and word.lower.endswith("ed")):
        return "more"
    if word.lower.isascii():
        return _english_head(word)
    return _slavic_head(word)


def _english_head(word: Word) -> str:
    if word.text[0].isupper():
        return "one"
    agent = word.lower.endswith(("ist", "ee", "ian", "man", "woman", "nurse")) and word.lower not in group("thing")
    return "one" if agent else "other"


def _slavic_head(word: Word) -> str | None:
    if word.text[0].isupper():
        return "one"
    if not available():
        return "other"
    nouns = [reading for reading in known(word.lower) if reading.noun]
    others = [reading for reading in known(word.lower) if not reading.noun]
    things = {reading.lemma for reading in nouns if not reading.animate}
    if any(r.animate and r.sort == "ordinary" and r.lemma not in things for r in nouns):
        return "one"
    if nouns and not others:
        return "other"
    return "more" if word.lower.endswith(_ADJECTIVES) else None


_ADJECTIVES = (
    "ый",
    "ий",
    "ой",
    "ая",
    "яя",
    "ого",
    "его",
    "ому",
    "ему",
    "ую",
    "юю",
    "им",
    "ым",
    "ій",
    "ої",
    "ська",
    "на",
)


def beginnings(clause: Clause) -> list[int]:
    """Return where what singles a person out can begin."""
    return [index for index, word in enumerate(clause) if word.begins]
