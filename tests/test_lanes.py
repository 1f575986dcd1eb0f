"""Many dates on one line: each as surely as it is known, none hidden by another, whatever they are."""

import re
from datetime import date
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from sitegen.dates import read_span
from sitegen.i18n import Translator
from sitegen.locator import lanes
from sitegen.locator.axis import WIDTH
from sitegen.locator.bars import reach

DAYS = st.dates(date(2022, 1, 1), date(2026, 12, 31))
WRITTEN = st.one_of(
    DAYS.map(str),
    DAYS.map(lambda day: f"{day:%Y-%m}~"),
    DAYS.map(lambda day: f"{day:%Y}"),
    DAYS.map(lambda day: f"../{day}"),
    st.tuples(DAYS, DAYS).map(lambda two: "/".join(map(str, sorted(two)))),
)


def boxes(svg: ET.Element) -> list[tuple[int, int]]:
    """Return top and height of every box drawn."""
    found = re.findall(r"M-?\d+ (\d+)h\d+v(\d+)", " ".join(path.get("d", "") for path in svg.iter("path")))
    return [(int(top), int(tall)) for top, tall in found]


@given(st.lists(WRITTEN, min_size=1, max_size=40))
def test_a_lane_draws_every_date_inside_its_height(written: list[str]) -> None:
    spans = [read_span(one) for one in written]
    axis = lanes.around(spans)
    svg = ET.fromstring(lanes.lane(spans, axis))  # noqa: S314 - ours
    height = float(svg.get("height", "0"))
    bars = boxes(svg)
    assert bars
    assert all(0 <= top <= height - tall for top, tall in bars)
    for left, right in (reach(span, axis) for span in spans):
        assert left < right
        assert -40 <= left < WIDTH + 40


def test_dates_that_would_overlap_stand_beneath_each_other_and_equal_ones_once() -> None:
    spans = [read_span(one) for one in ("2024-01", "2024-01-15", "2024-01-15", "2024-06-01")]
    svg = ET.fromstring(lanes.lane(spans, lanes.around(spans)))  # noqa: S314 - ours
    assert sorted(top for top, _ in boxes(svg)) == [3, 3, 21]


def test_bars_that_look_the_same_are_one_path() -> None:
    spans = [read_span(f"2024-{month:02d}-{day:02d}") for month in range(1, 13) for day in range(1, 29)]
    svg = ET.fromstring(lanes.lane(spans, lanes.around(spans)))  # noqa: S314 - ours
    assert [path.get("class") for path in svg] == ["bar day"]
    assert len(boxes(svg)) == len(spans)


def test_the_line_of_days_is_thick_only_where_the_site_watches() -> None:
    axis = lanes.days(date(2024, 1, 1), date(2024, 12, 31))
    half, none = (
        lanes.line_of_days(axis, Translator("en"), "2024", day) for day in (date(2024, 7, 1), date(2025, 6, 1))
    )
    assert 'class="watched"' in half
    assert 'class="watched"' not in none
