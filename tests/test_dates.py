"""Dates: the forms that are read, the days they cover, and what is said of everything else."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.dates import DateError, read_day, read_span

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


def iso(year: int, month: int, day: int) -> date:
    return date(year, month, day)


@pytest.mark.parametrize(
    ("written", "first", "last", "grain", "doubt"),
    [
        ("2024-11-22", iso(2024, 11, 22), iso(2024, 11, 22), "day", ""),
        ("2024-11-05?", iso(2024, 11, 5), iso(2024, 11, 5), "day", "?"),
        ("2024-11", iso(2024, 11, 1), iso(2024, 11, 30), "month", ""),
        ("2024-02", iso(2024, 2, 1), iso(2024, 2, 29), "month", ""),
        ("2023-02", iso(2023, 2, 1), iso(2023, 2, 28), "month", ""),
        ("1900-02", iso(1900, 2, 1), iso(1900, 2, 28), "month", ""),
        ("2024-08~", iso(2024, 8, 1), iso(2024, 8, 31), "month", "~"),
        ("2024", iso(2024, 1, 1), iso(2024, 12, 31), "year", ""),
        ("2024?", iso(2024, 1, 1), iso(2024, 12, 31), "year", "?"),
        ("2024-08/2024-10", iso(2024, 8, 1), iso(2024, 10, 31), "interval", ""),
        ("2024-08-06/2024-10-02", iso(2024, 8, 6), iso(2024, 10, 2), "interval", ""),
        ("2024-08~/2024-10-02", iso(2024, 8, 1), iso(2024, 10, 2), "interval", "~"),
        ("2024-08/2024-10?", iso(2024, 8, 1), iso(2024, 10, 31), "interval", "?"),
        ("2024-08/2024-08-15", iso(2024, 8, 1), iso(2024, 8, 15), "interval", ""),
        ("../2024-11-22", None, iso(2024, 11, 22), "interval", ""),
        ("2024-11/..", iso(2024, 11, 1), None, "interval", ""),
        ("0001", iso(1, 1, 1), iso(1, 12, 31), "year", ""),
        ("9999-12", iso(9999, 12, 1), iso(9999, 12, 31), "month", ""),
    ],
)
def test_what_is_read(written: str, first: date | None, last: date | None, grain: str, doubt: str) -> None:
    span = read_span(written)
    assert (span.first, span.last, span.grain, span.doubt) == (first, last, grain, doubt)
    assert str(span) == span.written == written


def test_an_open_end_is_sorted_by_the_end_that_is_known() -> None:
    assert read_span("../2024-11-22").start == iso(2024, 11, 22)
    assert read_span("2024-11/..").end == iso(2024, 11, 1)


# The strings of the notes on EDTF libraries: what these accept although it is no date, and what is EDTF and not ours.
@pytest.mark.parametrize(
    "written",
    [
        *("2024-XX", "2024-21", "2024-02-30", "2024-11-31", "2024-13", "2024-8", "3 May 2024", "20240811", ""),
        *("2023-02-29", "2024-11-22/2024-08-01", " 2024-11-22", "2024-11-22 ", "/2024-11", "2024-11/"),
        *("2024-11-22%", "2024-11-22T10:00", "2024-11-22/2024-11-23/2024-11-24", "../..", "..", "/", "0000", "2024-00"),
        *("-2024", "Y20240", "2024-1-01", "2024-01-1", "٢٠٢٤-١١-٢٢", "２０２４", "2024-11-22\n", "2024~~", "~2024"),
    ],
)
def test_what_is_not_read(written: str) -> None:
    with pytest.raises(DateError):
        read_span(written)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("3 May 2024", "write 2024-05-03, or 2024-05 if the day is unknown"),
        ("May 3, 2024", "write 2024-05-03, or 2024-05 if the day is unknown"),
        ("22nd November 2024", "write 2024-11-22, or 2024-11 if the day is unknown"),
        ("22 ноября 2024 г.", "write 2024-11-22, or 2024-11 if the day is unknown"),
        ("22 листопада 2024 року", "write 2024-11-22, or 2024-11 if the day is unknown"),
        ("Nov. 2024", "write 2024-11"),
        ("22.11.2024", "write 2024-11-22, or 2024-11 if the day is unknown"),
        ("05/11/2024", "write 2024-11-05, or 2024-05-11 if the month comes first"),
        ("11/22/2024", "write 2024-11-22, or 2024-11 if the day is unknown"),
        ("2024/11/22", "write 2024-11-22, or 2024-11 if the day is unknown"),
        ("2024/11", "write 2024-11"),
        ("11.2024", "write 2024-11"),
        ("20241122", "write 2024-11-22, or 2024-11 if the day is unknown"),
        ("2024-8-6", "write 2024-08-06, or 2024-08 if the day is unknown"),
        ("2024-11-XX", "write 2024-11"),
        ("2024-XX", "write 2024"),
        ("about 2024-11", "write 2024-11~"),
        ("before 22 November 2024", "write ../2024-11-22"),
        ("since August 2024", "write 2024-08/.."),
        ("/2024-11", "write ../2024-11"),
        ("2024-11/", "write 2024-11/.."),
        ("2024-08-06 – 2024-10-02", "write 2024-08-06/2024-10-02"),
        ("from 2024-08-06 to 2024-10-02", "write 2024-08-06/2024-10-02"),
    ],
)
def test_the_nearest_form_is_named(written: str, hint: str) -> None:
    with pytest.raises(DateError) as caught:
        read_span(written)
    assert caught.value.rule == "date-format"
    assert caught.value.hint == hint


@pytest.mark.parametrize(
    "written", ["last week", "autumn 2024", "24-11-22", "31.02.2024", "1" * 100_000, "May " * 30_000]
)
def test_no_form_is_guessed_where_none_is_near(written: str) -> None:
    with pytest.raises(DateError) as caught:
        read_span(written)
    assert caught.value.hint.startswith("write 2024-11-22, or 2024-11 if the day is unknown, or ")
    assert len(caught.value.message) < 100


def test_an_impossible_day_says_which_there_are() -> None:
    with pytest.raises(DateError, match="there is no date") as caught:
        read_span("2024-11-01/2024-11-31")
    assert (caught.value.rule, caught.value.hint) == ("date-impossible", "the days of 2024-11 run from 01 to 30")


def test_a_reversed_interval_is_turned_in_the_hint() -> None:
    with pytest.raises(DateError) as caught:
        read_span("2024-11/2024-08")
    assert caught.value.args[::2] == ("date-order", "did you mean 2024-08/2024-11?")


@pytest.mark.parametrize("written", ["2024-11", "2024-11-22~", "2024-11-21/2024-11-22", "2024"])
def test_a_day_is_a_single_sure_day(written: str) -> None:
    with pytest.raises(DateError, match=r"is not a single day|is not a date"):
        read_day(written)


@given(DAYS)
def test_every_day_comes_back(day: date) -> None:
    span = read_span(day.isoformat())
    assert span.first == span.last == day == read_day(day.isoformat())


@given(DAYS)
def test_a_month_holds_its_days_and_no_other(day: date) -> None:
    span = read_span(day.isoformat()[:7])
    assert span.first is not None
    assert span.last is not None
    assert span.first <= day <= span.last
    assert span.first.day == 1
    assert span.last == date.max or (span.last + timedelta(1)).day == 1


@given(DAYS, DAYS)
def test_an_interval_runs_forward_or_not_at_all(one: date, other: date) -> None:
    written = f"{one}/{other}"
    if one <= other:
        span = read_span(written)
        assert (span.first, span.last) == (one, other)
    else:
        with pytest.raises(DateError, match="ends before it starts"):
            read_span(written)


@given(st.text(alphabet="0123456789-/.~?XxTMay  мая–", max_size=40) | st.text())
def test_anything_is_a_span_or_a_date_error_whose_guess_can_be_read(text: str) -> None:
    error = _refused(text)
    if error is None:
        assert read_span(text).written == text
        return
    assert error.message.isprintable()
    for guess in error.hint.removeprefix("write ").split(", or "):
        if error.rule == "date-format" and guess[:1].isdigit() and " " not in guess:
            told = _refused(guess)  # a guess keeps the order that was written
            assert told is None or told.rule == "date-order", (text, error.hint)


def _refused(text: str) -> DateError | None:
    try:
        read_span(text)
    except DateError as error:
        return error
    return None
