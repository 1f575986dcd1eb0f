"""Which texts are worth a close look: most hold no word that could begin a name or single anybody out."""

import re
import unicodedata
from functools import cache, lru_cache

from sitegen.words.lists import listed
from sitegen.words.names import cyrillic, latin
from sitegen.words.singles.telling import spoken_numbers, tells
from sitegen.words.tokens import normal, one_script

_WORD = re.compile("[^\\W\\d_](?:[^\\W\\d_]|['’ʼ\u0300\u0301\u00ad\u200b\u200c\u200d\u2060\ufeff-])+")
_INITIALS = re.compile(r"(?<!\w)[A-ZА-ЯЄІЇҐЁ]\.")


def may_name(text: str) -> bool:
    """Tell whether a text may hold a person's name; False is certain."""
    return bool(_INITIALS.search(text)) or any(_hints(word) for word in _words(text))


def _words(text: str) -> list[str]:
    composed = text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
    return _WORD.findall(composed)


@lru_cache(maxsize=200_000)
def _hints(written: str) -> bool:
    word = one_script(normal(written))
    small = word.lower()
    if small in _introducing():
        return True
    return word[0].isupper() and (latin if small.isascii() else cyrillic).look(small).named


@cache
def _introducing() -> frozenset[str]:
    return frozenset(listed("cues")["title"] + listed("cues")["called"])


def may_single_out(text: str) -> bool:
    """Tell whether a text may single a person out; False is certain."""
    return any(_tells(word) for word in _words(text)) or bool(_beside_number().search(text))


@lru_cache(maxsize=200_000)
def _tells(written: str) -> bool:
    return tells(normal(written).lower().removesuffix("'s"))


@cache
def _beside_number() -> re.Pattern[str]:
    """Find a number where an age would stand: "a girl, 7,", "a man (87)", "a boy of six", "1951 г. р."."""
    number = rf"(?:\d{{1,3}}(?!\d)|(?:{'|'.join(sorted(spoken_numbers()))})(?!\w))"
    about = r"(?:about |around |only |just |some |nearly |almost )?"
    ages = rf"[,(]\s*{number}\s*(?:[,)—–]|$)|\b(?:of|is|was) {about}{number}|\d{{4}}\s?[гр]\.|\(b\."
    return re.compile(ages, re.IGNORECASE)
