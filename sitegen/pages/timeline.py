"""The whole record in time: a year at a time, every event as surely as its date is known, and the way to the months."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sitegen.dates import Span, read_span
from sitegen.located import Located
from sitegen.locator import lanes
from sitegen.pages.edition import Edition
from sitegen.pages.gathered import Chart, chart
from sitegen.pages.groups import month_id
from sitegen.pages.listing import NEWEST, Item, Mark, item
from sitegen.pages.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Year:
    """One year: its chart from January to December, and its events by month where they are few enough to name."""

    id: str
    when: Span
    chart: Chart
    count: int
    named: dict[str, tuple[Item, ...]]


def timeline(edition: Edition) -> Sheet:
    """Return the page of all years, newest first; an event stands in the year its date ends in."""
    events, title = edition.site.events, edition.t.gettext("Timeline")
    words = edition.t.gettext("When everything in this record happened, as finely as it is known")
    years = [_year(id_, list(group), edition) for id_, group in groupby(events, lambda e: month_id(e)[:4])]
    values = {"title": title, "years": years, "count": len(events)}
    return Sheet("timeline.html", "timeline.html", title, words, values, edition.drawings, marks=_marks(years))


def _year(id_: str, events: Sequence[Located], edition: Edition) -> Year:
    year = int(id_)
    drawn = chart(events, edition, lanes.days(date(year, 1, 1), date(year, 12, 31)))
    assert drawn  # noqa: S101 - a year is only made of events
    named = len(edition.site.events) <= NEWEST
    months = {f"months/{month}.html": list(group) for month, group in groupby(events, month_id)} if named else {}
    rows = {path: tuple(item(event, edition) for event in group) for path, group in months.items()}
    return Year(id_, read_span(id_), drawn, len(events), rows)


def _marks(years: Sequence[Year]) -> tuple[Mark, ...]:
    rows = [row.mark for year in years for group in year.named.values() for row in group]
    return (*rows, *(lane.mark for year in years for lane in year.chart.lanes))
