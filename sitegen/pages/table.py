"""The events as columns for the front page's scripts: which event goes with which choice, and when it was."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sitegen.dates import Span
from sitegen.located import Located
from sitegen.maps.files import script
from sitegen.pages.filters import Panel

_EPOCH = date(1970, 1, 1)
_DAY = len("2024-11-22")


def table(events: Sequence[Located], panels: Iterable[Panel]) -> bytes:
    """Write FC.table: `ids` by rank; `first` and `last` day since 1970-01-01, None at an open end; `facets`.

    A facet is a list of (choice, ranks) by id, the same in every language; ranks are steps from the one before.
    `vague` are the ranks of dates that are not given to the day, `about` of those that are doubted.
    """
    ranks = {event.id: rank for rank, event in enumerate(events)}
    spans = [event.event.when.date for event in events]
    value = {
        "ids": [event.id for event in events],
        "first": [_day(span.first) for span in spans],
        "last": [_day(span.last) for span in spans],
        "vague": steps(rank for rank, span in enumerate(spans) if is_vague(span)),
        "about": steps(rank for rank, span in enumerate(spans) if span.doubt),
        "facets": {
            id_: sorted([choice.id, steps(ranks[event.id] for event in choice.events)] for choice in choices)
            for panel in panels
            for id_, choices in panel.facets.items()
        },
    }
    return script(("table",), value)


def steps(ranks: Iterable[int]) -> list[int]:
    """Write rising numbers as the first and the distances to the next."""
    found: list[int] = []
    before = 0
    for rank in ranks:
        found.append(rank - before)
        before = rank
    return found


def is_vague(span: Span) -> bool:
    """Tell whether an end of a span is written less finely than as a day: a month is some time in it."""
    return any(end != ".." and len(end.rstrip("~?")) < _DAY for end in span.written.split("/"))


def _day(day: date | None) -> Any:
    return (day - _EPOCH).days if day else None
