"""Names of people in free text: words that look like parts of a name, judged by what stands beside them."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from sitegen.words import cyrillic, latin
from sitegen.words.lists import listed
from sitegen.words.looks import NOTHING, Look
from sitegen.words.people import person
from sitegen.words.register import Register
from sitegen.words.tokens import Token, tokens

_BETWEEN = frozenset({",", "and", "и", "і", "й", "та"})


class NameFound(NamedTuple):
    """A name in a text: its words as written, without stress marks and the like."""

    words: str


class _Seen(NamedTuple):
    """A word of the text, how it looks, and whether it belongs to something that may be named."""

    token: Token
    look: Look
    allowed: bool


def names_in(text: str, register: Register) -> tuple[NameFound, ...]:
    """Return the names of people in a text who are not in the register, in the order of the text, each once.

    Words that have another meaning need a second sign: a further part of a name, or who somebody is.
    """
    words = tokens(text)
    seen = _look(words, _allowed(words, register))
    found = [name for name in _joined(seen, _marked(seen), register) if not register.official(name)]
    called = {name.lower() for name in _called_by_office(words, register)}
    found = [name for name in found if not called.issuperset(word.lower() for word in name)]
    return tuple(dict.fromkeys(NameFound(" ".join(name)) for name in found))


def _called_by_office(words: Sequence[Token], register: Register) -> Iterator[str]:
    """Yield given names that stand right after the office of who bears them."""
    for office, given in pairwise(words):
        if look(given).given and office.word and register.called_by_office(office.text, given.text):
            yield given.text


def look(token: Token) -> Look:
    """Return how a capitalised word looks; a word in small letters, or in capitals only as an acronym is, nothing."""
    if not token.capital or token.initial or len(token.text) < 2:
        return NOTHING
    if token.text.isupper() and len(token.text) < 5:
        return NOTHING
    return cyrillic.look(token.lower) if token.cyrillic else latin.look(token.lower)


def _look(words: Sequence[Token], allowed: set[int]) -> list[_Seen]:
    return [_Seen(token, look(token), index in allowed) for index, token in enumerate(words)]


def _allowed(words: Sequence[Token], register: Register) -> set[int]:
    """Return the words that belong to places, bodies, and things named after people."""
    found: set[int] = set()
    for index, token in enumerate(words):
        if token.capital:
            found.update(range(index, index + register.length(words[index : index + 12])))
        if token.lower.removesuffix("'s") in _cues("eponym") and not _beside_given(words, index):
            found.add(index)
    return found | set(_things(words))


def _beside_given(words: Sequence[Token], index: int) -> bool:
    before = words[index - 1] if index else None
    return before is not None and (before.initial or look(before).given > 0)


def _things(words: Sequence[Token]) -> Iterator[int]:
    """Yield the words of names that things bear: "Pirogov hospital", "улица Ивана Петренко", "Saint Nicholas"."""
    for index, token in enumerate(words):
        after = range(index + 1, _end_of_run(words, index + 1))
        if token.lower in _cues("saint") | _cues("place-en") | _cues("place"):
            yield from (index, *after)
        if token.lower == "имени" and index and words[index - 1].lower == "по":
            continue
        if _is_thing(token) and not any(look(words[i]).subject and not words[i].first for i in after):
            yield from after
        elif token.word and not token.cyrillic and token.lower in _cues("thing-en"):
            yield from range(_start_of_run(words, index), index)
        elif token.lower in {"after", "of"} and index and words[index - 1].lower in {"named", "monument", "memory"}:
            yield from after


def _is_thing(token: Token) -> bool:
    small = token.lower
    return token.cyrillic and (small in _cues("thing") or any(small[:-cut] in _cues("thing") for cut in (1, 2, 3)))


def _end_of_run(words: Sequence[Token], index: int) -> int:
    while index < len(words) and (words[index].capital or (words[index].text in {'"', "«", "“", "„"})):
        index += 1
    return index


def _start_of_run(words: Sequence[Token], index: int) -> int:
    while index and words[index - 1].capital and (index < 2 or not words[index].first):
        index -= 1
    return index


def _marked(seen: Sequence[_Seen]) -> set[int]:
    """Return the words that are parts of somebody's name."""
    return {index for index in range(len(seen)) if _speaks_of_somebody(seen, index)}


def _speaks_of_somebody(seen: Sequence[_Seen], index: int) -> bool:
    here = seen[index]
    if here.token.initial:
        return _with_initials(seen, index)
    if not here.token.capital or (here.allowed and not _between_names(seen, index)):
        return False
    return (
        here.look.patronymic
        or (_alone(here) and not _among_places(seen, index))
        or any(_pair(here, seen[i]) for i in _beside(seen, index))
        or _introduced(seen, index)
    )


def _between_names(seen: Sequence[_Seen], index: int) -> bool:
    """Tell whether a place's name is a given name here: "Владимир Петренко"."""
    here = seen[index]
    return here.look.given > 1 and any(seen[i].look.surname > 1 and not seen[i].allowed for i in _beside(seen, index))


def _alone(here: _Seen) -> bool:
    if here.token.quoted and here.token.first:
        return False
    if here.look.ordinary and here.token.first:
        return False
    return here.look.given == 3 or (here.look.surname == 3 and not here.look.place)


def _among_places(seen: Sequence[_Seen], index: int) -> bool:
    """Tell whether a word that could be a surname stands in a list of capitalised words that are none: towns."""
    if seen[index].look.given:
        return False
    listed_too = 0
    for step in (-1, 1):
        at = index + 2 * step
        while 0 <= at < len(seen) and seen[at - step].token.lower in _BETWEEN and seen[at].token.capital:
            listed_too += not seen[at].look.named and not seen[at].token.first
            at += 2 * step
    return listed_too > 1


def _beside(seen: Sequence[_Seen], index: int) -> Iterator[int]:
    if index + 1 < len(seen) and not seen[index + 1].token.first:
        yield index + 1
    if index and not seen[index].token.first:
        yield index - 1


def _pair(here: _Seen, other: _Seen) -> bool:
    """Tell whether two words side by side are a given name and what follows it, in either order."""
    if other.allowed and not other.look.given:
        return False
    one, two = here.look, other.look
    if (one.given and two.patronymic) or (one.given and two.surname) or (two.given and one.surname):
        return max(one.given, two.given) > 1 or max(one.surname, two.surname) > 1 or two.patronymic
    if two.patronymic and (one.surname or _could_be(here)):
        return True
    return _named_with(one, other) or (_named_with(two, here) and not here.token.first)


def _named_with(name: Look, other: _Seen) -> bool:
    """Tell whether a given name makes the word beside it a surname; one that only a dictionary knows needs more."""
    return name.given > 1 and _could_be(other) and (name.given > 2 or not other.look.ordinary)


def _could_be(seen: _Seen) -> bool:
    """Tell whether a capitalised word that no list knows may be a surname beside a given name."""
    token = seen.token
    if not token.capital or token.initial or len(token.text) < 2 or seen.allowed or seen.look.place:
        return False
    if token.text.isupper() and len(token.text) < 5:
        return False
    if token.cyrillic:
        return not token.first
    return token.lower.removesuffix("'s") not in _cues("capital-en") | _cues("thing-en") and not token.first


def _with_initials(seen: Sequence[_Seen], index: int) -> bool:
    """Tell whether an initial belongs to a surname: "И. И. Петренко", "Петренко О."."""
    start, end = index, index + 1
    while start and seen[start - 1].token.initial:
        start -= 1
    while end < len(seen) and seen[end].token.initial:
        end += 1
    before, after = (seen[i] if 0 <= i < len(seen) else None for i in (start - 1, end))
    if before and not before.allowed and before.look.surname > (end - start == 1):
        return True
    if after is None or not after.token.capital or after.allowed or after.look.place:
        return False
    if before and before.token.lower in _cues("letter"):
        return False
    if end - start > 1:
        return after.token.lower not in _cues("capital-en")
    return bool(after.look.surname or after.look.given) or bool(before and person(before.token.lower).one)


def _introduced(seen: Sequence[_Seen], index: int) -> bool:
    """Tell whether the words beside say that somebody is meant: who it is, a title, or that it speaks."""
    here = seen[index]
    before = [seen[i].token.lower for i in range(max(0, index - 3), index)]
    after = [seen[i].token.lower for i in range(index + 1, min(len(seen), index + 4))]
    known = here.look.given or here.look.surname
    if before and before[-1] in _cues("title") and not here.look.place:
        return bool(known) or here.token.lower not in _cues("capital-en")
    if before and before[-1] in _cues("called") and not here.look.place:
        return bool(known) or any(person(word).one for word in before)
    if known and (here.look.given or here.look.surname > 1) and _speaks(before, after):
        return not here.look.place
    if _somebody(before) and (here.look.given or here.look.surname):
        return not here.look.place or here.look.given > 1
    return bool(here.look.given) and _appositive(after)


def _speaks(before: list[str], after: list[str]) -> bool:
    return bool((before and before[-1] in _cues("speech")) or (after and after[0] in _cues("speech")))


def _somebody(before: list[str]) -> bool:
    """Tell whether a word for one person stands right before, with a comma at most."""
    words = [word for word in before if word not in {",", "«", '"', "“", "—", "–"}]
    return bool(words) and before[-1] not in {"."} and person(words[-1]).one


def _appositive(after: list[str]) -> bool:
    """Tell whether an age or a word for a person follows after a comma: "Vera, 7,", "Надежда, жительница …"."""
    if len(after) < 2 or after[0] not in {",", "(", "—", "–"}:
        return False
    rest = [word for word in after[1:] if word not in {"a", "an", "the", "his", "her", "её", "его", "її", "його"}]
    return bool(rest) and (person(rest[0]).one or (rest[0].isdecimal() and int(rest[0]) < 110))


def _joined(seen: Sequence[_Seen], marked: set[int], register: Register) -> Iterator[list[str]]:
    """Yield the words of each name: what was marked, and what belongs to it on either side."""
    name: list[str] = []
    for index, here in enumerate(seen):
        part = index in marked or (not here.allowed and _extends(seen, index, marked, register))
        if name and (not part or (here.token.first and not seen[index - 1].token.initial)):
            yield name
            name = []
        if part:
            name.append(here.token.text)
    if name:
        yield name


def _extends(seen: Sequence[_Seen], index: int, marked: set[int], register: Register) -> bool:
    here = seen[index]
    beside = [i for i in _beside(seen, index) if i in marked]
    if not beside:
        return False
    if here.token.capital and register.bears([here.token.text]):
        return True
    return bool(here.look.named) or here.token.initial or (_could_be(here) and any(seen[i].look.given for i in beside))


@cache
def _cues(group: str) -> frozenset[str]:
    return frozenset(listed("cues").get(group, ()))
