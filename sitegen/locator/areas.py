"""Drawn uncertainty: each shape of a place as a pin, a dot in a circle, a circle, an outline or a line."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import cos, pi, sin
from typing import Any

from sitegen.geometry import Bounds, Plane, bounds, label_point, plane, seen
from sitegen.located import Location, Shape
from sitegen.locator.frame import EARTH_M, XY, Frame
from sitegen.locator.paths import cut_ring, hatch, path
from sitegen.same import Same

COARSE = frozenset({"district", "region", "between", "country"})
_WIDE_M = 900_000
_REACH_M = 300_000
_SEEN, _SEEN_SITE = 9, 4

_ROUND = tuple((cos(2 * pi * i / 48), sin(2 * pi * i / 48)) for i in range(48))

Outlines = Mapping[str, Any]


def draw(location: Location, frame: Frame, outlines: Outlines, *, hatched: bool = True) -> str:
    """Draw the areas of `location`: filled for `whole`, for `within` `hatched` or bare; marks come later."""
    fill = "whole" if location.where.extent == "whole" else "within" if hatched else "bare"
    return "".join(_draw(shape, frame, outlines, fill) for shape in location.shapes)


def _draw(shape: Shape, frame: Frame, outlines: Outlines, fill: str) -> str:
    if shape.line:
        ends = [frame.at(*end) for end in shape.line]
        return f'<path class="between" d="{path(ends)}"/>'
    if outline := _outline(shape, outlines):
        return _area(Same(outline), frame, fill)
    if shape.radius_m and shape.anchor and shape.precision != "exact":
        return _circle(shape, frame, fill)
    return ""


@lru_cache(maxsize=512)
def _area(same: Same[Any], frame: Frame, fill: str) -> str:
    rings = seen(_plane(same), frame.window)
    edge = "".join(path(ring, closed=True) for ring in rings)
    return _filled(f'<path class="area {{}}" d="{edge}"/>', rings, fill) if edge else ""


@lru_cache(maxsize=128)
def _plane(same: Same[Any]) -> Plane:
    return plane([same.it], filled=True)


def _circle(shape: Shape, frame: Frame, fill: str) -> str:
    assert shape.anchor  # noqa: S101 - the caller looked
    x, y = frame.at(*shape.anchor)
    r = radius(shape, frame)
    if not r:
        return ""
    about = " about" if shape.about else ""
    edge = f'<circle class="area {{}}{about}" cx="{round(x)}" cy="{round(y)}" r="{round(r)}"/>'
    if shape.precision == "site":
        edge += f'<circle class="site-dot" cx="{round(x)}" cy="{round(y)}" r="3"/>'
    ring = [(x + r * across, y + r * down) for across, down in _ROUND]
    return _filled(edge, [cut_ring(ring, frame.box())], fill)


def radius(shape: Shape, frame: Frame) -> float:
    """Return the pixels of a circle's radius, 0 where it would hide beneath its mark."""
    pixels = frame.length(shape.radius_m, shape.anchor.lat) if shape.anchor else 0
    # The mark of a site stands above its circle, so that a small one is seen.
    return pixels if pixels >= (_SEEN_SITE if shape.precision == "site" else _SEEN) else 0


def _filled(edge: str, rings: Sequence[Sequence[XY]], fill: str) -> str:
    lines = f'<path class="hatch" d="{hatch(rings)}"/>' if fill == "within" else ""
    return edge.replace("{}", fill) + lines


def boxes(location: Location, outlines: Outlines) -> list[Bounds]:
    """Return what must be seen of `location`, in degrees: its shapes, and of very wide ones the middle."""
    return [box for shape in location.shapes if (box := _box(shape, outlines))]


def middles(location: Location, outlines: Outlines) -> list[Bounds]:
    """Return boxes without extent around the points at which the symbols of `location` stand."""
    points = (anchor(shape, outlines) for shape in location.shapes)
    return [around(point, 0) for point in points if point]


def _box(shape: Shape, outlines: Outlines) -> Bounds | None:
    if shape.line:
        (a, b), (c, d) = shape.line
        return Bounds(min(a, c), min(b, d), max(a, c), max(b, d))
    middle = anchor(shape, outlines)
    if outline := _outline(shape, outlines):
        box = bounds(outline)
        return box if _narrow(box) or middle is None else around(middle, _REACH_M)
    return around(middle, min(shape.radius_m, _WIDE_M)) if middle else None


def _narrow(box: Bounds) -> bool:
    metres = EARTH_M * pi / 180
    high = (box.north - box.south) * metres
    wide = (box.east - box.west) * metres * cos((box.south + box.north) / 2 * pi / 180)
    return max(high, wide) <= _WIDE_M


def around(point: XY, metres: float) -> Bounds:
    """Return the box that reaches `metres` to each side of a point in degrees."""
    lng, lat = point
    up = metres / EARTH_M * 180 / pi
    side = up / max(cos(lat * pi / 180), 0.05)
    return Bounds(lng - side, lat - up, lng + side, lat + up)


def anchor(shape: Shape, outlines: Outlines) -> XY | None:
    """Return where a symbol for `shape` stands, in degrees; None where nothing may be drawn."""
    if shape.anchor:
        return shape.anchor
    if shape.line:
        (a, b), (c, d) = shape.line
        return (a + c) / 2, (b + d) / 2
    outline = _outline(shape, outlines)
    return label_point(outline) if outline else None


def _outline(shape: Shape, outlines: Outlines) -> Any:
    return outlines.get(shape.outline) if shape.outline else None
