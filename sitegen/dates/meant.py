"""Dates as people write them → the EDTF form that was meant: only ever a suggestion, never read."""

import re
from calendar import monthrange

from sitegen.problems import say

_FORMS = say("write 2024-11-22, or 2024-11 if the day is unknown, or 2024-08-06/2024-10-02 if it lasted")
_LONGEST = 60
_MONTHS = (
    ("jan", "янв", "січ"),
    ("feb", "фев", "лют"),
    ("mar", "мар", "берез"),
    ("apr", "апр", "квіт"),
    ("may", "май", "мая", "трав"),
    ("jun", "июн", "черв"),
    ("jul", "июл", "лип"),
    ("aug", "авг", "серп"),
    ("sep", "сен", "верес"),
    ("oct", "окт", "жовт"),
    ("nov", "ноя", "листоп"),
    ("dec", "дек", "груд"),
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[-–./ ]?(\d\d?|XX|xx)(?:[-–./ ]?(\d\d?|XX|xx))?([~?]?)(?:[T ]\d.*)?", re.ASCII)
_YEAR_LAST = re.compile(r"(?:(\d\d?)[-–./ ])?(\d\d?)[-–./ ](\d{4})", re.ASCII)
_DAY_MONTH = re.compile(r"(?:(\d\d?)(?:st|nd|rd|th|-?го)? )?([^\W\d_]{3,})\.?,? (\d{4})(?: ?(?:года|року|[гр]\.?))?")
_MONTH_DAY = re.compile(r"([^\W\d_]{3,})\.? (\d\d?)(?:st|nd|rd|th)?,? (\d{4})")
_ABOUT = re.compile(r"(?:about|around|circa|ca?\.?|approx\.?|около|близько|~) ?(.+)", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?:(?:from|between|с|з|від) )?(.+?)(?: ?/ ?| ?\.\. ?| - | ?[–—] ?| (?:to|until|till|and|по|до) )(.+)"
)
_UNTIL = re.compile(r"(?:before|until|till|by|to|до|/|<) ?(.+)", re.IGNORECASE)
_SINCE = re.compile(r"(?:after|since|from|с|з|від|после|після|>) ?(.+)", re.IGNORECASE)


def meant(text: str) -> str:
    """Say what to write for `text`, which is in no form we read: the nearest form, else the list of forms."""
    words = " ".join(text.split())
    guess = _guess(words) if len(words) <= _LONGEST else ""
    if not guess:
        return _FORMS
    if other := _month_first(words):
        return say("write %(date)s, or %(other)s if the month comes first", date=guess, other=other)
    if _DAY.fullmatch(guess):
        return say("write %(date)s, or %(month)s if the day is unknown", date=guess, month=guess[:7])
    return say("write %(example)s", example=guess)


def _month_first(words: str) -> str:
    found = _YEAR_LAST.fullmatch(words)
    if not found or not found[1] or found[1] == found[2] or int(found[2]) > 12:
        return ""
    return _form(found[3], found[1], found[2])


def _guess(words: str) -> str:
    for guess in (_single(words), _marked(words)):
        if guess:
            return guess
    if found := _BETWEEN.fullmatch(words):
        first, last = _end(found[1]), _end(found[2])
        if first and last and (first, last) != ("..", ".."):
            return f"{first}/{last}"
    return ""


def _end(words: str) -> str:
    return ".." if words.strip(". ") in {"", "?", "now"} else _single(words)


def _marked(words: str) -> str:
    for pattern, form in ((_ABOUT, "{}~"), (_UNTIL, "../{}"), (_SINCE, "{}/..")):
        if (found := pattern.fullmatch(words)) and (guess := _single(found[1].strip())):
            return form.format(guess.rstrip("~?") if form == "{}~" else guess)
    if words.endswith("/") and (guess := _single(words[:-1].strip())):
        return f"{guess}/.."
    return ""


def _single(words: str) -> str:
    if re.fullmatch(r"\d{4}[~?]?", words, re.ASCII):
        return words
    if found := _YEAR_FIRST.fullmatch(words):
        return _form(found[1], found[2], found[3], found[4])
    if found := _YEAR_LAST.fullmatch(words):
        day, month, year = found.groups()
        # Day first is how both languages of the area write it; 11/22/2024 can only be month first.
        return _form(year, month, day) or _form(year, day, month or None)
    if found := _DAY_MONTH.fullmatch(words):
        return _form(found[3], _month(found[2]), found[1])
    if found := _MONTH_DAY.fullmatch(words):
        return _form(found[3], _month(found[1]), found[2])
    return ""


def _month(word: str) -> str:
    word = word.casefold()
    return next((str(number) for number, stems in enumerate(_MONTHS, 1) if word.startswith(stems)), "")


def _form(year: str, month: str | None, day: str | None, doubt: str = "") -> str:
    """Put the parts together, or return nothing where there is no such day; XX stands for an unknown part."""
    if month in {"XX", "xx"}:
        return year + doubt
    if not month or not month.isdecimal() or not 1 <= int(month) <= 12 or int(year) < 1:
        return ""
    if day in {None, "XX", "xx"}:
        return f"{year}-{int(month):02d}{doubt}"
    if not 1 <= int(day or 0) <= monthrange(int(year), int(month))[1]:
        return ""
    return f"{year}-{int(month):02d}-{int(day or 0):02d}{doubt}"
