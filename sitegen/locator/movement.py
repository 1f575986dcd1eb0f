"""Where people were moved: soft arrows from origin over what lies between to destination. They are not routes."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import hypot

from sitegen.located import Location
from sitegen.locator.areas import COARSE
from sitegen.locator.frame import XY

_BETWEEN = frozenset({"stay", "transit", "handover"})
_BOW = 0.14
_CLEAR = 15
_LEAST = 44
_HEAD = 9

Leg = tuple[int, int]


def legs(locations: Sequence[Location]) -> tuple[Leg, ...]:
    """Return pairs of indexes: every origin → each stop in the order written → every destination.

    Scenes and talks are not joined; neither is a movement of which only one end is known.
    """
    origins = [i for i, place in enumerate(locations) if place.where.role == "origin"]
    stops = [[i] for i, place in enumerate(locations) if place.where.role in _BETWEEN]
    ends = [i for i, place in enumerate(locations) if place.where.role == "destination"]
    stages = [stage for stage in (origins, *stops, ends) if stage]
    return tuple((a, b) for here, there in pairwise(stages) for a in here for b in there)


def arrows(locations: Sequence[Location], at: Mapping[int, XY]) -> str:
    """Draw the legs between the points `at` (pixels, by index); dashed where an end is known only coarsely."""
    drawn = (
        _arrow(at[a], at[b], coarse=bool({locations[a].precision, locations[b].precision} & COARSE))
        for a, b in legs(locations)
        if a in at and b in at
    )
    return "".join(drawn)


def _arrow(start: XY, end: XY, *, coarse: bool) -> str:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy)
    if length < _LEAST:
        return ""
    bend = (start[0] + end[0]) / 2 + dy * _BOW, (start[1] + end[1]) / 2 - dx * _BOW
    tail, head = _towards(start, bend, _CLEAR), _towards(end, bend, _CLEAR)
    curve = f"M{_whole(tail)}Q{_whole(bend)} {_whole(head)}"
    css = "move coarse" if coarse else "move"
    return f'<path class="{css}" d="{curve}"/><path class="move-head" d="{_chevron(bend, head)}"/>'


def _chevron(bend: XY, tip: XY) -> str:
    x, y = _towards(tip, bend, _HEAD)
    across = (tip[1] - y) * 0.6, (x - tip[0]) * 0.6
    left, right = (x + across[0], y + across[1]), (x - across[0], y - across[1])
    return f"M{_whole(left)}L{_whole(tip)}L{_whole(right)}"


def _towards(point: XY, goal: XY, pixels: float) -> XY:
    dx, dy = goal[0] - point[0], goal[1] - point[1]
    share = pixels / (hypot(dx, dy) or 1)
    return point[0] + dx * share, point[1] + dy * share


def _whole(point: XY) -> str:
    return f"{round(point[0])} {round(point[1])}"
