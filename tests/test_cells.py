"""Small numbers of the living: whatever the table, a hidden number of one to four cannot be computed."""

from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.content import Content
from sitegen.decode import decode
from sitegen.gazetteer import Gazetteer
from sitegen.marked import parse
from sitegen.model.event import Event
from sitegen.rules import RULES, Scene

PARTS = ("women", "men", "children", "unknown")
RULES_ON_CELLS = ("small-cell", "small-difference")


def told(counts: str) -> set[str]:
    text = (
        "title: Somebody says\nkind: aid\nwhen: 2030-05\nwhere: [{place: Somewhere}]\n"
        f"claims: [{{id: c1, by: x, says: So., counts: [{counts}], sources: [a]}}]\n"
        'sources: [{id: a, publisher: Daily, url: "https://daily.example.org/1"}]\n'
    )
    marked, problems = parse("events/2030/2030-case.yaml", text.encode())
    assert marked
    assert not problems
    event, faults = decode(Event, "2030-case", marked)
    assert event
    assert not faults
    scene = Scene(Content(Path()), Gazetteer({}), date(2030, 12, 1))
    return {p.rule for name in RULES_ON_CELLS for p in RULES[name].problems(event, scene)}


def written(total: int | None, shown: dict[str, int | str], effect: str = "evacuated") -> str:
    fields = ([f"total: {total}"] if total is not None else []) + [f"{name}: {value}" for name, value in shown.items()]
    return "{" + ", ".join([f"effect: {effect}", *fields]) + "}"


def possible(total: int | None, shown: dict[str, int | str]) -> list[tuple[int, ...]]:
    """Every table that a reader can still think of: `some` is one or more, what is not written is anything."""
    numbers = [value for value in shown.values() if isinstance(value, int)]
    most = (total if total is not None else sum(numbers) + 12) - sum(numbers)
    ranges = []
    for name in PARTS:
        value = shown.get(name)
        ranges.append([value] if isinstance(value, int) else range(1 if value == "some" else 0, most + 1))
    return [table for table in product(*ranges) if total is None or sum(table) == total]


TABLES = st.tuples(*[st.integers(0, 9)] * 4)
SHOWN = st.tuples(*[st.sampled_from(["number", "some", "nothing"])] * 4)


@settings(max_examples=300, deadline=None)
@given(TABLES, SHOWN, st.booleans())
def test_a_hidden_cell_cannot_be_computed_from_what_is_printed(
    table: tuple[int, ...], how: tuple[str, ...], with_total: bool
) -> None:
    """Where the rules are silent, every part of one to four has at least two values that fit what is printed."""
    shown: dict[str, Any] = {}
    for name, value, form in zip(PARTS, table, how, strict=True):
        if form == "number":
            shown[name] = value
        elif form == "some" and value:
            shown[name] = "some"
    total = sum(table) if with_total else None
    if (total is None and not shown) or told(written(total, shown)):
        return
    fitting = possible(total, shown)
    assert table in fitting
    for index, value in enumerate(table):
        if 1 <= value <= 4:
            assert len({other[index] for other in fitting}) > 1, (total, shown, PARTS[index])


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 60), st.lists(st.integers(0, 30), min_size=1, max_size=3))
def test_groups_are_not_told_apart_by_subtraction(rest: int, groups: list[int]) -> None:
    """Everybody, less every group that is counted, leaves nobody or five and more."""
    rows = [written(sum(groups) + rest, {})] + [
        written(number, {"of": f"Group {chr(65 + index)}"}) for index, number in enumerate(groups)
    ]
    found = told(", ".join(rows))
    assert ("small-difference" in found) == (1 <= rest <= 4 and any(groups))


def test_deaths_are_counted_as_claimed() -> None:
    assert told(written(46, {"children": 3}, "killed")) == set()
    assert told(written(46, {"children": 44}, "killed")) == set()


def test_a_correction_is_no_difference() -> None:
    """A number that replaces another is not taken from it, and neither is one of another day."""
    later = "{effect: evacuated, total: 43, as_of: 2030-05-02}"
    assert told("{effect: evacuated, total: 46, as_of: 2030-05-01}, " + later) == set()
    assert told("{effect: evacuated, total: 46}, {effect: evacuated, total: 43}") == set()
