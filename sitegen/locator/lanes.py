"""When many things happened: a lane for each sort of them, every date as surely as it is known, over one axis."""

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape

from sitegen.dates import Span
from sitegen.locator import axis as axes
from sitegen.locator.axis import WIDTH, Axis
from sitegen.locator.bars import Piece, bar, drawn, reach
from sitegen.locator.words import Words

_TALL, _ROW, _MOST_ROWS = 12, 18, 4
_LINE = 6
_HEIGHT = 32
_ROOM = 0.05


def lane(spans: Iterable[Span], axis: Axis) -> str:
    """Draw dates as an SVG of 640 pixels across, to be stretched; those that would overlap stand in up to four rows.

    It has no words and is hidden from screen readers: the page's list and table say the same. Dates that fall on
    the same pixels are drawn once.
    """
    rows: list[int] = []
    pieces: list[Piece] = []
    for span in sorted(set(spans), key=lambda s: (s.start, s.end, s.written)):
        left, right = reach(span, axis)
        row = _row(rows, left)
        rows[row] = max(rows[row], right)
        pieces += bar(span, axis, row * _ROW + 3, _TALL)
    height = max(len(rows), 1) * _ROW
    return (
        f'<svg class="locator-lane rows-{max(len(rows), 1)}" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}"'
        f' height="{height}" preserveAspectRatio="none" aria-hidden="true">{drawn(pieces)}</svg>'
    )


def _row(rows: list[int], left: int) -> int:
    """Return the first row that is free from `left` on, a new one where there may be more, else the emptiest."""
    for row, taken in enumerate(rows):
        if taken < left:
            return row
    if len(rows) < _MOST_ROWS:
        rows.append(-WIDTH)
        return len(rows) - 1
    return rows.index(min(rows))


def line_of_days(axis: Axis, words: Words, title: str, watched: date) -> str:
    """Draw the days under the lanes: the line is thick from the day `watched` on, from which the site looks."""
    start = round(max(axis.x(watched.toordinal()), 0))
    thick = f'<path class="watched" d="M{start} {_LINE}H{WIDTH}"/>' if start < WIDTH else ""
    return (
        f'<svg class="locator-time locator-days" role="img" viewBox="0 0 {WIDTH} {_HEIGHT}" width="{WIDTH}"'
        f' height="{_HEIGHT}"><title>{escape(title)}</title>{axes.draw(axis, _LINE, words)}{thick}</svg>'
    )


def days(first: date, last: date) -> Axis:
    """Return an axis from `first` to `last`, both included."""
    return Axis(first.toordinal(), last.toordinal() + 1)


def around(spans: Sequence[Span]) -> Axis:
    """Return an axis that holds every known end of `spans`, with room to both sides."""
    return axes.around(list(spans), _ROOM)
