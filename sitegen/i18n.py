"""The interface in a reader's language: catalogues, dates, numbers, plurals, and which words fell back."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.languages import get_official_languages
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from sitegen.dates import Span, read_span
from sitegen.model.fields import Text

CATALOGUES = Path(__file__).resolve().parent / "locales"
_ENGLISH = "en_GB"  # day before month, as in "22 November 2024"


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

    def text(self, text: Text) -> Passage:
        """Return a contributor's words in this language, else in the site's first, else in any."""
        return Passage(*text.get(self.lang, self.first))

    def number(self, n: float) -> str:
        """Write a number with this language's grouping and decimal mark."""
        return str(format_decimal(n, locale=self._locale))

    def day(self, day: datetime.date) -> str:
        """Write a day: 22 November 2024."""
        return format_date(day, "long", locale=self._locale)

    def date(self, span: Span) -> str:
        """Write a span as finely as it was written, with its doubt: "about November 2024"."""
        template, ends = self.date_parts(span)
        return template.format(**{name: self.moment(end) for name, end in ends.items()})

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

    def moment(self, span: Span) -> str:
        """Write a single day, month or year with its doubt."""
        words = self._plain(span)
        if span.doubt == "~":
            return self.gettext("about {date}").format(date=words)
        return self.gettext("{date} (uncertain)").format(date=words) if span.doubt else words

    def month(self, day: datetime.date) -> str:
        """Write the month a day is in: November 2024."""
        return format_date(day, "LLLL y", locale=self._locale)

    def join(self, words: Sequence[str]) -> str:
        """Write a list: names, images and ages."""
        return str(format_list(words, locale=self._locale)) if words else ""

    def country(self, code: str) -> str:
        """Return the name of a country, by its ISO 3166 code."""
        return str(self._locale.territories.get(code, code))

    def language(self, code: str) -> str:
        """Return the name of a language, by its code."""
        return str(self._locale.languages.get(code.replace("-", "_"), code))

    @property
    def direction(self) -> str:
        """The direction of the script: ltr or rtl."""
        return str(self._locale.text_direction)

    def _plain(self, span: Span) -> str:
        if span.grain == "day":
            return self.day(span.start)
        return self.month(span.start) if span.grain == "month" else format_date(span.start, "y", locale=self._locale)

    @cached_property
    def _locale(self) -> Locale:
        try:
            return Locale.parse(_ENGLISH if self.lang == "en" else self.lang, sep="-" if "-" in self.lang else "_")
        except (UnknownLocaleError, ValueError):
            return Locale.parse(_ENGLISH)

    @cached_property
    def _catalogue(self) -> NullTranslations:
        path = CATALOGUES / f"{self.lang}.po"
        if not path.is_file():
            return NullTranslations()
        with path.open("rb") as file:
            catalogue = read_po(file, locale=self._locale)
        compiled = BytesIO()
        write_mo(compiled, catalogue)
        compiled.seek(0)
        return GNUTranslations(compiled)


def language_of(country: str) -> str:
    """Return the most spoken official language of a country (ISO 3166 code), or nothing."""
    return next(iter(get_official_languages(country, de_facto=True)), "")


def mark(msgid: str) -> str:
    """Mark an English message for the catalogues without translating it yet."""
    return msgid
