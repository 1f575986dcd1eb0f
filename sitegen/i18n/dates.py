"""Locales: which one speaks for a language, and how it writes a day and a month."""

import datetime
import re
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.languages import get_official_languages

_ENGLISH = "en_GB"  # day before month, as in "22 November 2024"
_WORD_AFTER = re.compile(r"\s*'[^']*'\.?$")


@lru_cache(maxsize=500)
def locale_of(lang: str) -> Locale:
    """Return the locale of a language, that of British English for one that nobody knows."""
    try:
        return Locale.parse(_ENGLISH if lang == "en" else lang, sep="-" if "-" in lang else "_")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_ENGLISH)


@lru_cache(maxsize=50_000)
def day_words(day: datetime.date, locale: Locale) -> str:
    """Write a day: 22 November 2024. The word for "year" that some languages add would end a sentence twice."""
    return format_date(day, _WORD_AFTER.sub("", locale.date_formats["long"].pattern), locale=locale)


@lru_cache(maxsize=10_000)
def month_words(day: datetime.date, locale: Locale, *, governed: bool = False) -> str:
    """Write the month a day is in: November 2024; `governed` by a preposition it takes the form that dates have."""
    return format_date(day, "MMMM y" if governed else "LLLL y", locale=locale)


@lru_cache(maxsize=5_000)
def year_words(day: datetime.date, locale: Locale) -> str:
    """Write the year a day is in."""
    return format_date(day, "y", locale=locale)


@cache
def language_of(country: str) -> str:
    """Return the most spoken official language of a country (ISO 3166 code), or nothing."""
    return next(iter(get_official_languages(country, de_facto=True)), "")
