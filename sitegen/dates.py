"""The five EDTF forms we write, and the span of days each one means.

`2024-11-22`, `2024-11`, `2024` (each with `~` or `?`), `A/B`, and `../B` or `A/..`: EDTF level 1 (ISO 8601-2:2019)
without seasons, masked digits and long years.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

Grain = Literal["day", "month", "year", "interval"]

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?]?)", re.ASCII)
_LOOSE = re.compile(r"(\d{4})[-./ ](\d{1,2})(?:[-./ ](\d{1,2}))?", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})", re.ASCII)
_WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]{3,9})\.?\s+(?:(\d{1,2}),?\s+)?(\d{4})", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Span:
    """The days a written date covers: inclusive, None at an open end.

    `grain` is how it was written: a day, some time in a month or year, or an interval that lasted.
    `doubt` is "" or EDTF's `~` (about) or `?` (uncertain), of either end.
    """

    written: str
    first: date | None
    last: date | None
    grain: Grain
    doubt: str = ""

    @property
    def start(self) -> date:
        """The first day, or the last where the beginning is open: what lists are sorted by."""
        return self.first or self.last or date.min

    @property
    def end(self) -> date:
        """The last day, or the first where the end is open."""
        return self.last or self.first or date.max

    def __str__(self) -> str:
        return self.written


class DateError(ValueError):
    """`args` are the rule id, what is wrong, and what to write instead."""

    def __init__(self, rule: str, message: str, hint: str) -> None:
        super().__init__(rule, message, hint)
        self.rule, self.message, self.hint = rule, message, hint


def read_span(text: str) -> Span:
    """Read one of the five forms; raise DateError for anything else."""
    if "/" not in text or _DAY_FIRST.match(text):
        return _single(text)
    left, _, right = text.partition("/")
    if "/" in right or (left, right) == ("..", ".."):
        raise DateError("date-format", f'"{text}" is not a date we can read', "write 2024-08-06/2024-10-02")
    first, last = _end_of(left), _end_of(right)
    if first and last and first.start > last.end:
        raise DateError("date-order", f'"{text}" ends before it starts', f"did you mean {right}/{left}?")
    doubt = (first and first.doubt) or (last and last.doubt) or ""
    return Span(text, first.first if first else None, last.last if last else None, "interval", doubt)


def read_day(text: str) -> date:
    """Read a single day, `2024-11-22`; raise DateError for anything else."""
    span = _single(text)
    if span.grain != "day" or span.doubt or span.first is None:
        raise DateError("date-format", f'"{text}" is not a single day', "write 2024-11-22")
    return span.first


def _end_of(text: str) -> Span | None:
    return None if text == ".." else _single(text)


def _single(text: str) -> Span:
    found = _DATE.fullmatch(text)
    if not found:
        raise DateError("date-format", f'"{text}" is not a date we can read', _nearest(text))
    year, month, day, doubt = int(found[1]), int(found[2] or 0), int(found[3] or 0), found[4]
    try:
        if found[3]:
            only = date(year, month, day)
            return Span(text, only, only, "day", doubt)
        if found[2]:
            return Span(text, date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month", doubt)
        return Span(text, date(year, 1, 1), date(year, 12, 31), "year", doubt)
    except (ValueError, IndexError):
        raise DateError("date-impossible", f'there is no date "{text}"', _possible(year, month)) from None


def _possible(year: int, month: int) -> str:
    if year < 1 or not 1 <= month <= 12:
        return "months run from 01 to 12: write 2024-11, or 2024-11-22"
    return f"{year:04d}-{month:02d} has {monthrange(year, month)[1]} days"


def _nearest(text: str) -> str:
    """Guess the form that was meant and say it, else list the forms."""
    for form in (_from_numbers, _from_words):
        guess = form(text.strip())
        if guess:
            return guess
    return "write 2024-11-22, or 2024-11 if the day is unknown, or 2024-08-06/2024-10-02 if it lasted"


def _from_numbers(text: str) -> str:
    if found := _LOOSE.match(text):
        year, month, day = int(found[1]), int(found[2]), int(found[3] or 0)
        if month <= 12:
            return f"write {year}-{month:02d}" + (f"-{day:02d}" if day else "")
    if found := _DAY_FIRST.match(text):
        first, second, year = int(found[1]), int(found[2]), int(found[3])
        if second <= 12 < first:
            return f"write {year}-{second:02d}-{first:02d}"
        if first <= 12 and second <= 12 and first != second:
            return f"write {year}-{second:02d}-{first:02d} (or {year}-{first:02d}-{second:02d})"
    return ""


def _from_words(text: str) -> str:
    found = _WORDS.fullmatch(text)
    if not found or found[2][:3].lower() not in _MONTHS:
        return ""
    month, day = _MONTHS.index(found[2][:3].lower()) + 1, found[1] or found[3]
    write = f"write {found[4]}-{month:02d}"
    return write + f"-{int(day):02d}, or {write[6:]} if the day is unknown" if day else write
