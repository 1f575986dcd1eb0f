"""How much a Cyrillic word looks like a part of a person's name."""

import re
from functools import cache, lru_cache

from sitegen.words.lists import listed
from sitegen.words.morphology import Reading, readings
from sitegen.words.names.looks import NOTHING, Look

_PATRONYMIC = re.compile(
    r"\w{2,}(?:ович|евич|йович|ьович|єйович)(?:|а|у|ем|ом|е|еві)"
    r"|\w{2,}(?:овн|евн|івн|ївн)(?:а|ы|е|у|ой|ою|и|і|о)"
    r"|\w{2,}(?:иничн|ьиничн|кузьмичн|саввичн|ильинишн|никитичн|лукичн|фоминичн)(?:а|ы|е|у|ой|ою)"
    r"|(?:ильич|кузьмич|фомич|лукич|саввич|никитич|ілліч|іллівн\w|лукич)(?:|а|у|ом|ем|е)"
)
_NO_PATRONYMIC = re.compile(r"(?:цар|корол|княз|корол)[её]?[ивеі]вн\w+")
# Endings that hardly any word but a surname has, and those that many places and adjectives share.
_SURE = re.compile(r"\w{2,}(?:енк(?:о|а|у|ом|ові|е)|[чш]енк(?:о|а|у|ом)|швили|швілі)")
_LIKELY = re.compile(
    r"\w{2,}(?:[оеёє]в(?:|а|у|ым|им|е|ой|ою|ої|ій|і|ы)|[иіїы]н(?:|а|у|ым|им|е|ой|ою|ої|ій|і|ы)"
    r"|[чнр]ук(?:|а|у|ом|ові|е)|[юь]к(?:|а|у|ом|ові|е)|[яа]к(?:|а|у|ом|ові|е)|ськ(?:ий|ого|ому|им|а|ої|ій|у|ою)"
    r"|[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ий)|дзе|ян(?:|а|у|ом|е)|их|ых|ик(?:|а|у|ом|ові|е)|ко|ець|ц[яюе]м?|ишин\w*)"
)


@lru_cache(maxsize=200_000)
def look(word: str) -> Look:
    """Return how much a Cyrillic word in small letters looks like a part of a name; its parts' sum with a hyphen."""
    if len(word) < 3 and word not in _given_lists()[0] | _given_lists()[1]:
        return NOTHING
    parts = [part for part in word.split("-") if len(part) > 1]
    if len(parts) > 1:
        looks = [look(part) for part in parts]
        whole = [reading for reading in readings(word) if reading.known]
        if any(reading.sort in {"place", "ordinary"} for reading in whole):
            return Look(ordinary=True, place=any(reading.sort == "place" for reading in whole))
        strongest = Look(*(max(values) for values in zip(*looks, strict=True)))
        return strongest if all(part.named for part in looks) else NOTHING
    known = tuple(reading for reading in readings(word) if reading.known)
    place = any(reading.sort == "place" for reading in known)
    given, surname = _given(word, known), _surname(word, known)
    ordinary = _ordinary(word, known)
    nominative = [r.nominative for r in known if r.sort == "given"] or [False]
    return Look(given, surname, _patronymic(word, known), ordinary, place, all(nominative))


def _ordinary(word: str, known: tuple[Reading, ...]) -> bool:
    """Tell whether the word also means something else; the Ukrainian dictionary repeats most names as things."""
    names = {reading.lemma for reading in known if reading.sort == "given"} - _given_lists()[1]
    return not _SURE.fullmatch(word) and any(r.sort == "ordinary" and r.lemma not in names for r in known)


def _given(word: str, known: tuple[Reading, ...]) -> int:
    strong, weak = _given_lists()
    names = {reading.lemma for reading in readings(word) if reading.sort == "given"} | {word}
    if names & _never():
        return 0
    if names & strong:
        return 3
    if names & weak:
        return 1
    if any(reading.sort == "given" for reading in known):
        return 1 if any(r.sort in {"place", "ordinary"} for r in known) else 2
    return 0


def _surname(word: str, known: tuple[Reading, ...]) -> int:
    if any(reading.sort == "surname" for reading in known):
        other = any(r.sort in {"place", "given"} for r in known) or _ordinary(word, known)
        return 2 if other else 3
    if known:
        return 0
    if _SURE.fullmatch(word):
        return 3
    return 1 if _LIKELY.fullmatch(word) else 0


def _patronymic(word: str, known: tuple[Reading, ...]) -> bool:
    if any(reading.sort == "patronymic" for reading in known):
        return True
    if not _PATRONYMIC.fullmatch(word) or _NO_PATRONYMIC.fullmatch(word):
        return False
    return all(r.sort in {"surname", "given"} or (r.sort == "ordinary" and r.animate) for r in known)


@cache
def _never() -> frozenset[str]:
    return frozenset(name.lower() for name in listed("given-cyrillic")["never"])


@cache
def _given_lists() -> tuple[frozenset[str], frozenset[str]]:
    names = listed("given-cyrillic")
    strong, weak = (frozenset(name.lower() for name in names[group]) for group in ("strong", "weak"))
    return strong - weak, weak
