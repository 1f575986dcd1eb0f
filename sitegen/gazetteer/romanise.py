"""Cyrillic name → its Latin spellings in the known schemes: English, French, German, scientific, official ones.

Russian schemes are iuliia's. It has none for Ukrainian and no German ones: those four tables are ours, the English
one after the Cabinet of Ministers' resolution 55 of 2010, the others as atlases and agencies of the language write.
"""

import re
from functools import cache

import iuliia

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LETTERS = "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя’ʼ'"
_TABLES = {
    "uk": "a b v h g d e ie e zh z y i i i k l m n o p r s t u f kh ts ch sh shch - y - e iu ia - - -",
    "uk_scientific": "a b v h g d e je ë ž z y i ji j k l m n o p r s t u f ch c č š šč - y - e ju ja - - -",
    "uk_fr": "a b v h g d e ie e j z y i ï ï k l m n o p r s t ou f kh ts tch ch chtch - y - e iou ia - - -",
    "uk_de": "a b w h g d e je jo sch s y i ji j k l m n o p r s t u f ch z tsch sch schtsch - y - e ju ja - - -",
    "ru_de": "a b w g g d e je jo sch s i i ji i k l m n o p r s t u f ch z tsch sch schtsch - y - e ju ja - - -",
}
_BEGINNINGS = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}  # of words, in the official Ukrainian scheme


def _table(name: str) -> dict[int, str]:
    latin = ("" if word == "-" else word for word in _TABLES[name].split())
    return {ord(letter): word for letter, word in zip(_LETTERS, latin, strict=True)}


_OURS = {name: _table(name) for name in _TABLES}
_THEIRS = [scheme for _, scheme in iuliia.schemas.items()]


@cache
def romanised(name: str) -> tuple[str, ...]:
    """Return the distinct Latin spellings of a Cyrillic name in small letters, sorted; none for a Latin name."""
    if not _CYRILLIC.search(name):
        return ()
    small = name.lower()
    forms = {scheme.translate(small).lower() for scheme in _THEIRS}
    forms |= {small.translate(table) for table in _OURS.values()}
    forms.add(_official_ukrainian(small))
    return tuple(sorted(form for form in forms if not _CYRILLIC.search(form)))


def _official_ukrainian(small: str) -> str:
    words = small.replace("зг", "zgh").split()
    return " ".join(_BEGINNINGS.get(word[0], word[0]) + word[1:] for word in words).translate(_OURS["uk"])
