"""Names of people in free text: words that look like parts of a name, judged by what stands beside them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sitegen.words.names.pairs import beside, could_be
from sitegen.words.names.register import Register
from sitegen.words.names.seen import Seen, look
from sitegen.words.names.signs import marked
from sitegen.words.names.things import allowed
from sitegen.words.tokens import Token, tokens


class NameFound(NamedTuple):
    """A name in a text: its words as written, without stress marks and the like."""

    words: str


def names_in(text: str, register: Register) -> tuple[NameFound, ...]:
    """Return the names of people in a text who are not in the register, in the order of the text, each once.

    Words that have another meaning need a second sign: a further part of a name, or who somebody is.
    """
    words = tokens(text)
    seen = _seen(words, allowed(words, register))
    found = [name for name in _joined(seen, marked(seen), register) if not register.official(name)]
    called = {name.lower() for name in _called_by_office(words, register)}
    found = [name for name in found if not called.issuperset(word.lower() for word in name)]
    return tuple(dict.fromkeys(NameFound(" ".join(name)) for name in found))


def _called_by_office(words: Sequence[Token], register: Register) -> Iterator[str]:
    """Yield given names that stand right after the office of who bears them."""
    for office, given in pairwise(words):
        if look(given).given and office.word and register.called_by_office(office.text, given.text):
            yield given.text


def _seen(words: Sequence[Token], may: set[int]) -> list[Seen]:
    return [Seen(token, look(token), index in may) for index, token in enumerate(words)]


def _joined(seen: Sequence[Seen], parts: set[int], register: Register) -> Iterator[list[str]]:
    """Yield the words of each name: what was marked, and what belongs to it on either side."""
    name: list[str] = []
    for index, here in enumerate(seen):
        part = index in parts or (not here.allowed and _extends(seen, index, parts, register))
        if name and (not part or (here.token.first and not seen[index - 1].token.initial)):
            yield name
            name = []
        if part:
            name.append(here.token.text)
    if name:
        yield name


def _extends(seen: Sequence[Seen], index: int, parts: set[int], register: Register) -> bool:
    here = seen[index]
    neighbours = [i for i in beside(seen, index) if i in parts]
    if not neighbours:
        return False
    if here.token.capital and register.bears([here.token.text]):
        return True
    if here.look.named or here.token.initial:
        return True
    return could_be(here) and any(seen[i].look.given for i in neighbours)
