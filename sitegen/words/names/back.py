"""Latin words back in Cyrillic letters: every word that one may romanise."""

import re
from functools import lru_cache
from itertools import product

# Letters and what a romanised one can stand for; the longest first.
_BACK = {
    "shch": "щ",
    "zh": "ж",
    "kh": "х",
    "ts": "ц",
    "ch": "ч",
    "sh": "ш",
    "yu": "ю",
    "iu": "ю",
    "ya": "яа",
    "ia": "яа",
    "yo": "ё",
    "ye": "е",
    "ie": "е",
    "yi": "ї",
    "iy": "ий",
    "yy": "ый",
    "a": "а",
    "b": "б",
    "v": "в",
    "w": "в",
    "g": "г",
    "h": "г",
    "d": "д",
    "e": "еэ",
    "z": "з",
    "i": "иі",
    "y": "ийі",
    "j": "й",
    "k": "к",
    "l": "л",
    "m": "м",
    "n": "н",
    "o": "о",
    "p": "п",
    "r": "р",
    "s": "с",
    "t": "т",
    "u": "у",
    "f": "ф",
    "c": "к",
    "x": "х",
    "q": "к",
    "'": "ь",
}
_PIECE = re.compile("|".join(sorted(map(re.escape, _BACK), key=len, reverse=True)))
_MOST = 24


@lru_cache(maxsize=50_000)
def cyrillic(word: str) -> tuple[str, ...]:
    """Return up to 24 Cyrillic words that a Latin one in small letters may romanise; none where it cannot."""
    pieces = _PIECE.findall(word)
    if "".join(pieces) != word:
        return ()
    choices = [_BACK[piece] if len(_BACK[piece]) > 1 and len(piece) == 1 else (_BACK[piece],) for piece in pieces]
    found: list[str] = []
    for letters in product(*choices):
        found.append("".join(letters))
        if len(found) == _MOST:
            break
    # "sky" is "ский" and "ський", and a soft sign is seldom written.
    endings = [
        form.removesuffix("ски") + end for form in found[:4] if form.endswith("ски") for end in ("ский", "ський")
    ]
    softer = [form.removesuffix("ска") + "ська" for form in found[:4] if form.endswith("ска")]
    return tuple(dict.fromkeys(found + endings + softer))
