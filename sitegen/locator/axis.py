"""A line of days in pixels, with ticks on round days, months or years."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil

from sitegen.dates import Span, read_span
from sitegen.locator.words import Words

WIDTH = 640
_EDGE = 16
_MOST_TICKS = 5
_LEAST_DAYS = 20
_LAST_MONTH = 10_000 * 12
_STEPS = (
    ("day", 1), ("day", 2), ("day", 7), ("day", 14), ("month", 1), ("month", 3), ("month", 6),
    ("year", 1), ("year", 2), ("year", 5), ("year", 10), ("year", 50), ("year", 200), ("year", 1000),
)  # fmt: skip
_DAYS = {"day": 1, "month": 30, "year": 365}

Tick = tuple[date, str]


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from `first` to before `last` (proleptic ordinals, fractions of a day) across 640 pixels."""

    first: float
    last: float

    def x(self, day: float) -> float:
        """Pixels from the left at which the day of this ordinal begins."""
        return _EDGE + (day - self.first) / (self.last - self.first) * (WIDTH - 2 * _EDGE)

    def ticks(self) -> list[Tick]:
        """Return the ticks: days and the EDTF date that names each, on the finest step that leaves room for words."""
        ticks: list[Tick] = []
        for unit, step in _STEPS:
            if (self.last - self.first) / (_DAYS[unit] * step) > _MOST_TICKS + 2:
                continue
            ticks = list(self._ticks(unit, step))
            if len(ticks) <= _MOST_TICKS:
                break
        return ticks

    def _ticks(self, unit: str, step: int) -> Iterator[Tick]:
        if unit == "day":
            for ordinal in range(ceil(self.first), ceil(self.last)):
                if ordinal % step == 1 % step:  # ordinal 1 was a Monday
                    yield date.fromordinal(ordinal), date.fromordinal(ordinal).isoformat()
            return
        months, form = (step, 7) if unit == "month" else (step * 12, 4)
        for month in range(self._first_month() // months * months, _LAST_MONTH, months):
            if month < 12 or (day := date(month // 12, month % 12 + 1, 1)).toordinal() < self.first:
                continue
            if day.toordinal() >= self.last:
                return
            yield day, day.isoformat()[:form]

    def _first_month(self) -> int:
        start = date.fromordinal(max(1, int(self.first)))
        return start.year * 12 + start.month - 1


def around(spans: list[Span], share: float = 0.2) -> Axis:
    """Return the axis that holds every known end of `spans`, with a share of room to both sides, at least 20 days."""
    firsts = [span.start.toordinal() for span in spans]
    lasts = [span.end.toordinal() + 1 for span in spans]
    first, last = min(firsts), max(lasts)
    room = max((last - first) * share, (_LEAST_DAYS - (last - first)) / 2, 4)
    earliest, latest = date.min.toordinal(), date.max.toordinal() + 1
    return Axis(max(first - room, earliest), min(last + room, latest))


def draw(axis: Axis, y: int, words: Words) -> str:
    """Draw the axis at `y`; of its labels all but the outer two may be hidden where room is scarce."""
    ticks = axis.ticks()
    line = f'<path class="axis" d="M0 {y}h{WIDTH}' + "".join(f"M{round(axis.x(d.toordinal()))} {y}v5" for d, _ in ticks)
    ends = {len(ticks) - 1: "tick last", 0: "tick first"}
    labels = [_label(axis, tick, y, words, ends.get(i, "tick inner")) for i, tick in enumerate(ticks)]
    return line + '"/>' + "".join(labels)


def _label(axis: Axis, tick: Tick, y: int, words: Words, css: str) -> str:
    day, written = tick
    x = round(axis.x(day.toordinal()))
    anchor = "start" if x < 70 else "end" if x > WIDTH - 70 else "middle"
    x = max(2, x - 20) if anchor == "start" else min(WIDTH - 2, x + 20) if anchor == "end" else x
    said = words.date(read_span(written))
    return f'<text class="{css}" x="{x}" y="{y + 19}" text-anchor="{anchor}">{said}</text>'
