"""Words that begin what singles a person out; a text without any needs no closer look."""

import re
from functools import cache, lru_cache

from sitegen.words.lists import listed
from sitegen.words.people import NOBODY, person

_STEMS = re.compile(
    r"(?:новоро|новонар|сам(?:ый|ая|ого|ой|ому|ую|ым)$|старейш|юнейш|найст|наймол|наймен|найюн|единственн|последн"
    r"|єдин|останн|родил|народи|рожд|прик|лишил|потерял|втрати|ампут|старш|младш|молодш|многодет|багатодіт|одинок"
    r"|самотн|год|лет|літ|рок|рік|місяц|месяц|недел|тиж|візк|возик|коляс|кресл|крісл|милиц|костыл|wheelchair|crutch"
    r"|birth|born)"
)
_AGE = re.compile(r"[\w']*(?:летн|літн|річн|годовал|месячн|місячн|недельн|тижнев|дневн|денн)\w{1,3}")
_GROUPS = "year month turned aged decade ordinal oldest only illness state sufferer rare-kin twin lost he one-of"
_MORE = frozenset(("newborn", "new-born", "user", "couple"))
_BEGIN = "his their own big lost many-mother seat begin"


@lru_cache(maxsize=200_000)
def tells(small: str) -> bool:
    """Tell whether a word in small letters may belong to what singles a person out; a person alone does not."""
    return any(_part_tells(part) for part in {small, *small.split("-")})


def _part_tells(part: str) -> bool:
    if part in _groups(_GROUPS) or part in _MORE or person(part).kin:
        return True
    return bool(_STEMS.match(part) or _AGE.fullmatch(part)) or part.startswith(listed("singles")["ailing"])


@lru_cache(maxsize=200_000)
def begins(small: str) -> bool:
    """Tell whether what singles a person out can begin with this word or sign."""
    if small.isdecimal() or small in _groups(_BEGIN) or small in spoken_numbers():
        return True
    return person(small) != NOBODY or tells(small)


@cache
def spoken_numbers() -> frozenset[str]:
    """Return numbers as words."""
    return frozenset(word for words in listed("numbers").values() for word in words)


@cache
def _groups(names: str) -> frozenset[str]:
    return frozenset(word for name in names.split() for word in listed("singles")[name])
