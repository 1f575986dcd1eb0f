"""Lines and rings in pixels: cut at a box, hatched, written as SVG paths of whole pixels."""

from collections.abc import Iterable, Sequence
from math import ceil

from sitegen.locator.frame import XY

Box = tuple[float, float, float, float]
_FINE_HATCH, _OPEN_HATCH, _LARGE = 9, 14, 160
"""Pixels between two lines of a hatch along the edge, and the size of an area from which it is the open one."""


def cut_ring(ring: Sequence[XY], box: Box) -> list[XY]:
    """Return the part of a polygon's ring inside `box` (Sutherland and Hodgman, 1974), without a closing point."""
    west, north, east, south = box
    points = list(ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring)
    if all(west <= x <= east and north <= y <= south for x, y in points):
        return points  # most are nowhere near the edge
    for axis, limit, sign in ((0, west, 1), (0, east, -1), (1, north, 1), (1, south, -1)):
        points = _half_plane(points, axis, limit, sign)
    return points


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


def _whole(points: Iterable[XY]) -> list[tuple[int, int]]:
    whole: list[tuple[int, int]] = []
    for x, y in points:
        point = round(x), round(y)
        if not whole or whole[-1] != point:
            whole.append(point)
    return whole


def _pair(x: int, y: int) -> str:
    return f"{x}{y}" if y < 0 else f"{x} {y}"
