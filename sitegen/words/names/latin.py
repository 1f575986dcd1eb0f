"""How much a Latin word looks like a part of a person's name: Slavic names romanised, and others from a list."""

import re
from functools import cache, lru_cache

from sitegen.words.lists import listed
from sitegen.words.morphology import Reading, known
from sitegen.words.names.back import cyrillic
from sitegen.words.names.looks import Look
from sitegen.words.names.sound import sound

_PATRONYMIC = re.compile(
    r"[a-z']{2,}(?:ovich|evich|yovych|iovych|ovych|evych|ovitch|evitch|owicz|ewicz|ovna|evna|ivna|yivna|iivna|ïvna|inichna|yinichna)"
    r"|(?:il[iy]ich|il[iy]inichna|kuz[']?mich|nikitich|nikitichna|illich|illivna)"
)
_NO_PATRONYMIC = frozenset({"verkhovna", "tsarivna", "korolivna"})
_SURE = re.compile(r"[a-z']{2,}(?:enko|enco|shvili)|[a-z']{3,}(?:chuk|tchouk|iuk|yuk|jchuk)")
_LIKELY = re.compile(
    r"[a-z']{2,}(?:ov|ova|ev|eva|yov|yova|iev|ieva|yev|yeva|off|in|ina|yn|yna|ine|sky|ski|skyi|skyy|skiy|skii|skij|ska"
    r"|skaya|skaia|skaja|tsky|tska|tskyi|zky|dzky|ko|uk|ak|yk|yak|iak|ik|ets|yts|vych|vich|vic|witz|wicz|dze|yan|iv|yshyn|ishin|vitch)"
)


@lru_cache(maxsize=200_000)
def look(word: str) -> Look:
    """Return how much a Latin word in small letters looks like a part of a name."""
    word = word.removesuffix("'s").removesuffix("'")
    if "-" in word:
        parts = [look(part) for part in word.split("-") if part]
        return (
            Look(*(max(values) for values in zip(*parts, strict=True)))
            if parts and all(p.named for p in parts)
            else Look()
        )
    place = _is_place(word)
    given = _given(word)
    return Look(given, 0 if place else _surname(word), _patronymic(word), given == 1, place)


def _given(word: str) -> int:
    if len(word) < 3:
        return 0
    if word in _weak():
        return 1
    if word in _foreign():
        return 2
    if word.endswith("iinka"):  # Mariinka is a town, Marinka a girl; they sound alike
        return 0
    heard = sound(word)
    return 1 if heard in _weak_sounds() else 3 if heard in _slavic() else 0


def _surname(word: str) -> int:
    if _SURE.fullmatch(word):
        return 3
    if word.endswith("s") and _SURE.fullmatch(word[:-1]):
        return 3
    if not _LIKELY.fullmatch(word) or len(word) < 4:
        return 0
    meant = _meant(word)
    if any(reading.sort == "surname" for reading in meant):
        sure = len(word) > 4 and word.endswith(("ov", "ova", "ev", "eva")) and all(r.sort != "ordinary" for r in meant)
        return 3 if sure else 2
    return 1


def _is_place(word: str) -> bool:
    """Tell whether a dictionary knows the word as a place, or as nothing but a thing: towns are things to it."""
    if word[-2:] in {"ko", "iy"} or not _LIKELY.fullmatch(word) or len(word) < 4:
        return False
    meant = _meant(word)
    places = any(r.sort == "place" for r in meant)
    things = any(r.sort == "ordinary" and not r.animate for r in meant)
    return places or (things and not any(r.sort == "surname" for r in meant))


def _patronymic(word: str) -> bool:
    return len(word) > 5 and bool(_PATRONYMIC.fullmatch(word)) and word not in _NO_PATRONYMIC


@lru_cache(maxsize=50_000)
def _meant(word: str) -> tuple[Reading, ...]:
    return tuple(reading for form in cyrillic(word) for reading in known(form) if reading.nominative)


@cache
def _slavic() -> frozenset[str]:
    names = {sound(name) for name in listed("given-cyrillic")["strong"]}
    return frozenset(name for name in names if len(name) > 2)


@cache
def _foreign() -> frozenset[str]:
    return frozenset(name.lower() for name in listed("given-latin")["strong"])


@cache
def _weak() -> frozenset[str]:
    return frozenset(name.lower() for name in listed("given-latin")["weak"])


@cache
def _weak_sounds() -> frozenset[str]:
    return frozenset(sound(name) for name in listed("given-cyrillic")["weak"])
