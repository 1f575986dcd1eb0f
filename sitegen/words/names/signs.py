"""Signs that a word is a part of somebody's name: the word itself, or what stands beside it."""

from collections.abc import Sequence

from sitegen.words.names.pairs import beside, pair, with_initials
from sitegen.words.names.seen import Seen, cues
from sitegen.words.people import person

_BETWEEN = frozenset({",", "and", "и", "і", "й", "та"})


def marked(seen: Sequence[Seen]) -> set[int]:
    """Return the words that are parts of somebody's name."""
    return {index for index in range(len(seen)) if _speaks_of_somebody(seen, index)}


def _speaks_of_somebody(seen: Sequence[Seen], index: int) -> bool:
    here = seen[index]
    if here.token.initial:
        return with_initials(seen, index)
    if not here.token.capital or (here.allowed and not _between_names(seen, index)):
        return False
    return (
        here.look.patronymic
        or (_alone(here) and not _among_places(seen, index))
        or any(pair(here, seen[i]) for i in beside(seen, index))
        or _introduced(seen, index)
    )


def _between_names(seen: Sequence[Seen], index: int) -> bool:
    """Tell whether a place's name is a given name here: "Владимир Петренко"."""
    here = seen[index]
    return here.look.given > 1 and any(seen[i].look.surname > 1 and not seen[i].allowed for i in beside(seen, index))


def _alone(here: Seen) -> bool:
    if here.token.quoted and here.token.first:
        return False
    if here.look.ordinary and here.token.first:
        return False
    return here.look.given == 3 or (here.look.surname == 3 and not here.look.place)


def _among_places(seen: Sequence[Seen], index: int) -> bool:
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


def _introduced(seen: Sequence[Seen], index: int) -> bool:
    """Tell whether the words beside say that somebody is meant: who it is, a title, or that it speaks."""
    here = seen[index]
    before = [seen[i].token.lower for i in range(max(0, index - 3), index)]
    after = [seen[i].token.lower for i in range(index + 1, min(len(seen), index + 4))]
    known = here.look.given or here.look.surname
    if before and before[-1] in cues("title") and not here.look.place:
        return bool(known) or here.token.lower not in cues("capital-en")
    if before and before[-1] in cues("called") and not here.look.place:
        return bool(known) or any(person(word).one for word in before)
    if known and (here.look.given or here.look.surname > 1) and _speaks(before, after):
        return not here.look.place
    if _somebody(before) and (here.look.given or here.look.surname):
        return not here.look.place or here.look.given > 1
    return bool(here.look.given) and _appositive(after)


def _speaks(before: list[str], after: list[str]) -> bool:
    return bool((before and before[-1] in cues("speech")) or (after and after[0] in cues("speech")))


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
