"""Two words side by side that are a name together."""

from collections.abc import Iterator, Sequence

from sitegen.words.names.looks import Look
from sitegen.words.names.seen import Seen, cues
from sitegen.words.people import person


def beside(seen: Sequence[Seen], index: int) -> Iterator[int]:
    """Yield the words right after and before, in the same sentence."""
    if index + 1 < len(seen) and not seen[index + 1].token.first:
        yield index + 1
    if index and not seen[index].token.first:
        yield index - 1


def pair(here: Seen, other: Seen) -> bool:
    """Tell whether two words side by side are a given name and what follows it, in either order."""
    if other.allowed and not other.look.given:
        return False
    one, two = here.look, other.look
    if (one.given and two.patronymic) or (one.given and two.surname) or (two.given and one.surname):
        return max(one.given, two.given) > 1 or max(one.surname, two.surname) > 1 or two.patronymic
    if two.patronymic and (one.surname or could_be(here)):
        return True
    return _named_with(one, other) or (_named_with(two, here) and not here.token.first)


def _named_with(name: Look, other: Seen) -> bool:
    """Tell whether a given name makes the word beside it a surname; one that only a dictionary knows needs more."""
    return name.given > 1 and could_be(other) and (name.given > 2 or not other.look.ordinary)


def could_be(seen: Seen) -> bool:
    """Tell whether a capitalised word that no list knows may be a surname beside a given name."""
    token = seen.token
    if not token.capital or token.initial or len(token.text) < 2 or seen.allowed or seen.look.place:
        return False
    if token.text.isupper() and len(token.text) < 5:
        return False
    if token.cyrillic:
        return not token.first
    return token.lower.removesuffix("'s") not in cues("capital-en") | cues("thing-en") and not token.first


def with_initials(seen: Sequence[Seen], index: int) -> bool:
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
    if before and before.token.lower in cues("letter"):
        return False
    if end - start > 1:
        return after.token.lower not in cues("capital-en")
    return bool(after.look.surname or after.look.given) or bool(before and person(before.token.lower).one)
