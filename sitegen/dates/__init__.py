"""The five EDTF forms we write, and the span of days each one means.

`2024-11-22`, `2024-11`, `2024` (each with `~` or `?`), `A/B`, and `../B` or `A/..`: EDTF level 1 (ISO 8601-2:2019)
without seasons, masked digits and long years.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sitegen.dates.meant import meant
from sitegen.problems import quoted, say

Grain = Literal["day", "month", "year", "interval"]

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?]?)", re.ASCII)


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

    @property
    def is_open(self) -> bool:
        """Whether one end of an interval is open: until B, since A."""
        return self.grain == "interval" and (self.first is None or self.last is None)

    def __str__(self) -> str:
        return self.written


class DateError(ValueError):
    """`args` are the rule id, what is wrong, and what to write instead."""

    def __init__(self, rule: str, message: str, hint: str) -> None:
        super().__init__(rule, message, hint)
        self.rule, self.message, self.hint = rule, message, hint


def read_span(text: str) -> Span:
    """Read one of the five forms; raise DateError for anything else."""
    left, slash, right = text.partition("/")
    if not slash or "/" in right or left == right == "..":
        return _single(text, text)
    first, last = _end_of(left, text), _end_of(right, text)
    if first and last and first.start > last.end:
        said = say("%(date)s ends before it starts", date=quoted(text))
        raise DateError("date-order", said, say("did you mean %(date)s?", date=f"{right}/{left}"))
    doubt = (first and first.doubt) or (last and last.doubt) or ""
    return Span(text, first.first if first else None, last.last if last else None, "interval", doubt)


def read_day(text: str) -> date:
    """Read a single day, `2024-11-22`; raise DateError for anything else."""
    span = _single(text, text)
    if span.grain != "day" or span.doubt or span.first is None:
        said = say("%(date)s is not a single day", date=quoted(text))
        raise DateError("date-format", said, say("write a day such as 2024-11-22"))
    return span.first


def _end_of(text: str, whole: str) -> Span | None:
    return None if text == ".." else _single(text, whole)


def _single(text: str, whole: str) -> Span:
    found = _DATE.fullmatch(text)
    if not found:
        raise DateError("date-format", say("%(date)s is not a date we can read", date=quoted(whole)), meant(whole))
    year, month, day, doubt = int(found[1]), int(found[2] or 0), int(found[3] or 0), found[4]
    try:
        if found[3]:
            only = date(year, month, day)
            return Span(whole, only, only, "day", doubt)
        if found[2]:
            return Span(whole, date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month", doubt)
        return Span(whole, date(year, 1, 1), date(year, 12, 31), "year", doubt)
    except (ValueError, IndexError):
        said = say("there is no date %(date)s", date=quoted(text))
        raise DateError("date-impossible", said, _possible(year, month)) from None


def _possible(year: int, month: int) -> str:
    if year < 1:
        return say("years run from 0001")
    if not 1 <= month <= 12:
        return say("months run from 01 to 12, after the year: 2024-11-22")
    last = monthrange(year, month)[1]
    return say("the days of %(month)s run from 01 to %(last)s", month=f"{year:04d}-{month:02d}", last=last)
