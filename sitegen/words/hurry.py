"""Which texts are worth a close look: most hold no word that could begin a name or single anybody out."""

import re
from functools import cache, lru_cache

from sitegen.words import cyrillic, latin
from sitegen.words.lists import listed
from sitegen.words.people import person

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ʼ\u0301\u00ad-])+")
_INITIALS = re.compile(r"(?<!\w)[A-ZА-ЯЄІЇҐЁ]\.")
_STEMS = re.compile(
    r"(?:новоро|новонар|сам(?:ый|ая|ого|ой|ому|ую|ым)$|старейш|юнейш|найст|наймол|наймен|найюн|единственн|последн|єдин|останн"
    r"|родил|народи|рожд|прик|лишил|потерял|втрати|ампут|ампутув|старш|младш|молодш|многодет|багатодіт|одинок|самотн|год|лет"
    r"|літ|рок|рік|місяц|месяц|недел|тиж|візк|коляс|кресл|крісл|милиц|костыл|wheelchair|crutch|birth|born)"
)
_AGE = re.compile(r"\w*(?:летн|літн|річн|годовал|месячн|місячн|недельн|тижнев|дневн|денн)\w{1,3}")


def may_name(text: str) -> bool:
    """Tell whether a text may hold a person's name; False is certain."""
    return bool(_INITIALS.search(text)) or any(_hints(word) for word in _WORD.findall(text))


@lru_cache(maxsize=200_000)
def _hints(word: str) -> bool:
    small = word.replace("’", "'").replace("ʼ", "'").replace("\u0301", "").replace("\u00ad", "").lower()
    if small in _introducing():
        return True
    if not word[0].isupper():
        return False
    return (latin if small.isascii() else cyrillic).look(small).named or small.strip("'").isupper()


@cache
def _introducing() -> frozenset[str]:
    return frozenset(listed("cues")["title"] + listed("cues")["called"])


def may_single_out(text: str) -> bool:
    """Tell whether a text may single a person out; False is certain."""
    return bool(_beside_number().search(text)) or any(_tells(word) for word in _WORD.findall(text))


@cache
def _beside_number() -> re.Pattern[str]:
    """A number where an age would stand: "a girl, 7,", "a man (87)", "a boy of six", "1951 г. р."."""
    spoken = "|".join(sorted(word for words in listed("numbers").values() for word in words))
    number = rf"(?:\d{{1,3}}(?!\d)|(?:{spoken})(?!\w))"
    about = r"(?:about |around |only |just |some |nearly |almost )?"
    return re.compile(
        rf"[,(]\s*{number}\s*(?:[,)—–]|$)|\b(?:of|is|was) {about}{number}|\d{{4}}\s?[гр]\.|\(b\.", re.IGNORECASE
    )


@lru_cache(maxsize=200_000)
def _tells(word: str) -> bool:
    small = word.replace("’", "'").lower().removesuffix("'s")
    parts = {small, *small.split("-")}
    return any(
        part in _telling() or person(part).kin or _STEMS.match(part) or _AGE.fullmatch(part) for part in parts
    ) or any(part.startswith(listed("singles")["ailing"]) for part in parts)


@cache
def _telling() -> frozenset[str]:
    groups = [
        "year",
        "month",
        "turned",
        "aged",
        "decade",
        "ordinal",
        "oldest",
        "only",
        "illness",
        "state",
        "sufferer",
        "rare-kin",
        "twin",
        "lost",
        "he",
        "one-of",
    ]
    return frozenset(word for group in groups for word in listed("singles")[group]) | {"newborn", "user", "couple"}
