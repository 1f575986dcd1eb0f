"""What may be named: places, bodies, and things that bear the name of a person."""

from collections.abc import Iterator, Sequence

from sitegen.words.names.register import Register
from sitegen.words.names.seen import cues, look
from sitegen.words.tokens import Token


def allowed(words: Sequence[Token], register: Register) -> set[int]:
    """Return the words that belong to places, bodies, and things named after people."""
    found: set[int] = set()
    for index, token in enumerate(words):
        if token.capital:
            found.update(range(index, index + register.length(words[index : index + 12])))
        if token.lower.removesuffix("'s") in cues("eponym") and not _beside_given(words, index):
            found.add(index)
    return found | set(_things(words))


def _beside_given(words: Sequence[Token], index: int) -> bool:
    before = words[index - 1] if index else None
    return before is not None and (before.initial or look(before).given > 0)


def _things(words: Sequence[Token]) -> Iterator[int]:
    """Yield the words of names that things bear: "Pirogov hospital", "улица Ивана Петренко", "Saint Nicholas"."""
    for index, token in enumerate(words):
        after = range(index + 1, _end_of_run(words, index + 1))
        if token.lower in cues("saint") | cues("place-en") | cues("place"):
            yield from (index, *after)
        if token.lower == "имени" and index and words[index - 1].lower == "по":
            continue
        if _is_thing(token) and not any(look(words[i]).subject and not words[i].first for i in after):
            yield from after
        elif token.word and not token.cyrillic and token.lower in cues("thing-en"):
            yield from range(_start_of_run(words, index), index)
        elif token.lower in {"after", "of"} and index and words[index - 1].lower in {"named", "monument", "memory"}:
            yield from after


def _is_thing(token: Token) -> bool:
    small = token.lower
    return token.cyrillic and (small in cues("thing") or any(small[:-cut] in cues("thing") for cut in (1, 2, 3)))


def _end_of_run(words: Sequence[Token], index: int) -> int:
    while index < len(words) and (words[index].capital or (words[index].text in {'"', "«", "“", "„"})):
        index += 1
    return index


def _start_of_run(words: Sequence[Token], index: int) -> int:
    while index and words[index - 1].capital and (index < 2 or not words[index].first):
        index -= 1
    return index
