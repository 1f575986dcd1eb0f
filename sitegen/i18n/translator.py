"""Whoever speaks for the site: the interface's words, dates, numbers, and contributors' words that may fall back."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from gettext import NullTranslations
from typing import NamedTuple

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal

from sitegen.dates import Span, read_span
from sitegen.i18n import catalogues
from sitegen.i18n.dates import day_words, locale_of, month_words, year_words
from sitegen.model.fields import Text
from sitegen.problems import Grouped, Said


class Passage(NamedTuple):
    """Words and the language they are in, which may not be the one that was asked for."""

    words: str
    lang: str


@dataclass(frozen=True)
class Translator:
    """Speaks `lang`; contributors' words fall back to `first`, the site's first language."""

    lang: str
    first: str = "en"

    def gettext(self, msgid: str) -> str:
        """Return the interface's words for an English message."""
        return self._catalogue.gettext(msgid)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Return the form of an English message that goes with `n`."""
        return self._catalogue.ngettext(one, many, n)

    def said(self, words: str) -> str:
        """Return what was said in English (`sitegen.problems.say`) in this language; other words stay as they are."""
        if not isinstance(words, Said):
            return words
        return self.gettext(words.template) % {name: self._filled(value) for name, value in words.params.items()}

    def _filled(self, value: object) -> object:
        if isinstance(value, Grouped):
            return self.number(int(value))
        return self.said(value) if isinstance(value, Said) else value

    def text(self, text: Text) -> Passage:
        """Return a contributor's words in this language, else in the site's first, else in any."""
        return Passage(*text.get(self.lang, self.first))

    def own(self, words: str) -> Text:
        """Return words of the interface as a text: to stand beside those of contributors in one list."""
        return Text(((self.lang, words),))

    def number(self, n: float) -> str:
        """Write a number with this language's grouping and decimal mark."""
        return _number(n, self._locale)

    def day(self, day: datetime.date) -> str:
        """Write a day: 22 November 2024."""
        return day_words(day, self._locale)

    def date(self, span: Span) -> str:
        """Write a span as finely as it was written, with its doubt: "about November 2024"."""
        template, ends = self.date_parts(span)
        return template.format(**{name: self.moment(end, governed=span.is_open) for name, end in ends.items()})

    def date_parts(self, span: Span) -> tuple[str, dict[str, Span]]:
        """Return the words around a span's ends, `{date}` or `{first} – {last}`, and these ends."""
        if span.grain != "interval":
            return "{date}", {"date": span}
        left, right = span.written.split("/")
        if left == "..":
            return self.gettext("until {date}"), {"date": read_span(right)}
        if right == "..":
            return self.gettext("since {date}"), {"date": read_span(left)}
        ends = {"first": read_span(left), "last": read_span(right)}
        return self.gettext("{first} – {last}"), ends

    def moment(self, span: Span, *, governed: bool = False) -> str:
        """Write a single day, month or year with its doubt; `governed`: as it stands after "from" or "until"."""
        words = self._plain(span, governed=governed)
        if span.doubt == "~":
            return self.gettext("about {date}").format(date=words)
        return self.gettext("{date} (uncertain)").format(date=words) if span.doubt else words

    def month(self, day: datetime.date) -> str:
        """Write the month a day is in: November 2024."""
        return month_words(day, self._locale)

    def join(self, words: Sequence[str]) -> str:
        """Write a list: names, images and ages."""
        return _list(tuple(words), self._locale) if words else ""

    def country(self, code: str) -> str:
        """Return the name of a country, by its ISO 3166 code."""
        return str(self._locale.territories.get(code, code))

    def language(self, code: str) -> str:
        """Return the name of a language, by its code."""
        return str(self._locale.languages.get(code.replace("-", "_"), code))

    def own_name(self, code: str) -> str:
        """Return the name that a language has for itself: Українська."""
        name = str(locale_of(code).languages.get(code.replace("-", "_"), code))
        return name[:1].upper() + name[1:]

    @property
    def direction(self) -> str:
        """The direction of the script: ltr or rtl."""
        return str(self._locale.text_direction)

    def direction_of(self, code: str) -> str:
        """Return the direction of another language's script."""
        return str(locale_of(code).text_direction)

    def _plain(self, span: Span, *, governed: bool) -> str:
        if span.grain == "day":
            return self.day(span.start)
        if span.grain == "month":
            return month_words(span.start, self._locale, governed=governed)
        return year_words(span.start, self._locale)

    @cached_property
    def _locale(self) -> Locale:
        return locale_of(self.lang)

    @cached_property
    def _catalogue(self) -> NullTranslations:
        return catalogues.catalogue(self.lang, catalogues.CATALOGUES)


@lru_cache(maxsize=50_000, typed=True)
def _number(n: float, locale: Locale) -> str:
    return str(format_decimal(n, locale=locale))


@lru_cache(maxsize=50_000)
def _list(words: tuple[str, ...], locale: Locale) -> str:
    return str(format_list(words, locale=locale))


def mark(msgid: str) -> str:
    """Mark an English message for the catalogues without translating it yet."""
    return msgid
