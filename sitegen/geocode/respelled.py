"""Latin toponym → the spellings under which a geocoder without fuzzy matching may know it: English, then Cyrillic.

Only for asking: what comes back is compared with the toponym as written, so that a wrong guess finds nothing.
"""

import re

# German, French and scientific letters for one sound → the English ones; longest first.
_ENGLISH = (
    ("schtsch", "shch"),
    ("chtch", "shch"),
    ("tsch", "ch"),
    ("dsch", "dzh"),
    ("tch", "ch"),
    ("sch", "sh"),
    ("šč", "shch"),
    ("dž", "dzh"),
    ("dj", "dzh"),
    ("ou", "u"),
    ("ž", "zh"),
    ("č", "ch"),
    ("š", "sh"),
    ("w", "v"),
    ("ï", "i"),
    ("ja", "ya"),
    ("ju", "yu"),
    ("je", "e"),
    ("j", "y"),
)
_CYRILLIC = (
    ("shch", "щ"),
    ("yo", "ё"),
    ("yu", "ю"),
    ("ya", "я"),
    ("zh", "ж"),
    ("kh", "х"),
    ("ts", "ц"),
    ("ch", "ч"),
    ("sh", "ш"),
    *zip("abvgdezijklmnoprstufhcyx'", "абвгдезийклмнопрстуфхцых" + "ь", strict=True),
)


def respelled(toponym: str) -> tuple[str, ...]:
    """Return at most two other spellings of a Latin toponym, likeliest first; none for a Cyrillic one."""
    small = toponym.lower()
    if re.search("[\u0400-\u04ff]", small):
        return ()
    english = _replaced(small, _ENGLISH)
    cyrillic = _replaced(english, _CYRILLIC)
    return tuple(form.title() for form in (english, cyrillic) if form != small)


def _replaced(text: str, table: tuple[tuple[str, str], ...]) -> str:
    out, at = [], 0
    while at < len(text):
        letters, sound = next((pair for pair in table if text.startswith(pair[0], at)), (text[at], text[at]))
        out.append(sound)
        at += len(letters)
    return "".join(out)
