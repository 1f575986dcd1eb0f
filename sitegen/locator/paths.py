"""Lines and rings in pixels: cut at a box, thinned to what can be seen, written as SVG paths of whole pixels."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import ceil, hypot

from sitegen.locator.frame import XY

Box = tuple[float, float, float, float]
_FINE_HATCH, _OPEN_HATCH, _LARGE = 9, 14, 160
"""Pixels between two lines of a hatch along the edge, and the size of an area from which it is the open one."""


def cut_line(points: Sequence[XY], box: Box) -> Iterator[list[XY]]:
    """Yield the stretches of a line inside `box` (Liang and Barsky, 1984, for each segment)."""
    stretch: list[XY] = []
    for a, b in pairwise(points):
        inside = _segment(a, b, box)
        if inside is None:
            continue
        start, end = inside
        if not stretch or stretch[-1] != start:
            if len(stretch) > 1:
                yield stretch
            stretch = [start]
        stretch.append(end)
    if len(stretch) > 1:
        yield stretch


def cut_ring(ring: Sequence[XY], box: Box) -> list[XY]:
    """Return the part of a polygon's ring inside `box` (Sutherland and Hodgman, 1974), without a closing point."""
    west, north, east, south = box
    points = list(ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring)
    for axis, limit, sign in ((0, west, 1), (0, east, -1), (1, north, 1), (1, south, -1)):
        points = _half_plane(points, axis, limit, sign)
    return points


def thinned(points: Sequence[XY], tolerance: float = 1.0) -> list[XY]:
    """Leave out points that lie within `tolerance` pixels of the line without them (Douglas and Peucker, 1973)."""
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        index, distance = _farthest(points, first, last)
        if distance > tolerance:
            keep.add(index)
            spans += [(first, index), (index, last)]
    return [points[i] for i in sorted(keep) if i >= 0]


def path(points: Iterable[XY], *, closed: bool = False) -> str:
    """Write whole-pixel points as one relative SVG path; empty where fewer than two differ."""
    whole = _whole(points)
    if len(whole) < 2:
        return ""
    (x, y), *rest = whole
    steps = []
    for to_x, to_y in rest:
        steps.append(_pair(to_x - x, to_y - y))
        x, y = to_x, to_y
    numbers = "".join(step if step[0] == "-" or not i else f" {step}" for i, step in enumerate(steps))
    return f"M{_pair(*whole[0])}l{numbers}" + ("z" if closed else "")


def hatch(rings: Sequence[Sequence[XY]]) -> str:
    """Write rising 45° lines that fill the rings (even–odd), wider apart in large areas; no pattern, hence no id."""
    heights = [y for ring in rings for _, y in ring] or [0]
    gap = _OPEN_HATCH if max(heights) - min(heights) > _LARGE else _FINE_HATCH
    crossings: dict[int, list[float]] = {}
    for ring in rings:
        for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], *ring[:1]), strict=True):
            _cross(crossings, (x0, y0), (x1, y1), gap)
    lines = []
    for rank in sorted(crossings):
        xs = sorted(crossings[rank])
        for a, b in zip(xs[::2], xs[1::2], strict=False):
            run = round(b) - round(a)
            if run > 1:
                lines.append(f"M{_pair(round(a), rank * gap - round(a))}l{_pair(run, -run)}")
    return "".join(lines)


def _cross(crossings: dict[int, list[float]], a: XY, b: XY, gap: int) -> None:
    low, high = sorted((sum(a), sum(b)))
    for rank in range(ceil(low / gap), ceil(high / gap)):
        share = (rank * gap - sum(a)) / (sum(b) - sum(a))
        crossings.setdefault(rank, []).append(a[0] + share * (b[0] - a[0]))


def _segment(a: XY, b: XY, box: Box) -> tuple[XY, XY] | None:
    (x, y), dx, dy = a, b[0] - a[0], b[1] - a[1]
    enter, leave = 0.0, 1.0
    for step, room in ((-dx, x - box[0]), (dx, box[2] - x), (-dy, y - box[1]), (dy, box[3] - y)):
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            enter = max(enter, room / step)
        else:
            leave = min(leave, room / step)
    if enter >= leave:
        return None
    start = a if enter == 0 else (x + enter * dx, y + enter * dy)
    return start, b if leave == 1 else (x + leave * dx, y + leave * dy)


def _half_plane(points: list[XY], axis: int, limit: float, sign: int) -> list[XY]:
    kept: list[XY] = []
    for a, b in zip((*points[-1:], *points[:-1]), points, strict=True):
        before, after = (a[axis] - limit) * sign >= 0, (b[axis] - limit) * sign >= 0
        if before != after:
            share = (limit - a[axis]) / (b[axis] - a[axis])
            kept.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
        if after:
            kept.append(b)
    return kept


def _farthest(points: Sequence[XY], first: int, last: int) -> tuple[int, float]:
    (x0, y0), (x1, y1) = points[first], points[last]
    dx, dy = x1 - x0, y1 - y0
    length = hypot(dx, dy)
    best, distance = first, -1.0
    for i in range(first + 1, last):
        x, y = points[i]
        off = abs(dx * (y - y0) - dy * (x - x0)) / length if length else hypot(x - x0, y - y0)
        if off > distance:
            best, distance = i, off
    return best, distance


def _whole(points: Iterable[XY]) -> list[tuple[int, int]]:
    whole: list[tuple[int, int]] = []
    for x, y in points:
        point = round(x), round(y)
        if not whole or whole[-1] != point:
            whole.append(point)
    return whole


def _pair(x: int, y: int) -> str:
    return f"{x}{y}" if y < 0 else f"{x} {y}"
