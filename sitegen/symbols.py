"""The marks of kinds and confirmation: one shape a kind, hollow, half or full, crossed where disputed.

All are drawn in a 24 × 24 box, from points, so that list, legend, map, timeline and cards show the same mark
without ids, gradients or inline styles.
"""

from functools import cache
from math import cos, pi, sin
from typing import Literal

from sitegen.model.site import Shape

Fill = Literal["hollow", "half", "full"]
XY = tuple[float, float]

BOX = 24
_MIDDLE = BOX / 2
FILLS: dict[str, Fill] = {
    "unconfirmed": "hollow",
    "refuted": "hollow",
    "one-source": "hollow",
    "one-side": "half",
    "both-sides": "full",
    "independent": "full",
}


def _regular(corners: int, radius: float, turn: float = 0.0, inner: float | None = None) -> tuple[XY, ...]:
    """Return a regular polygon, or a star where every second corner lies at `inner`."""
    count = corners * 2 if inner else corners
    radii = [radius if inner is None or i % 2 == 0 else inner for i in range(count)]
    angles = [2 * pi * (i / count) - pi / 2 + turn for i in range(count)]
    return tuple((_MIDDLE + r * cos(a), _MIDDLE + r * sin(a)) for r, a in zip(radii, angles, strict=True))


SHAPES: dict[Shape, tuple[XY, ...]] = {
    "circle": _regular(28, 9),
    "square": ((4, 4), (20, 4), (20, 20), (4, 20)),
    "diamond": _regular(4, 10.5),
    "triangle": ((12, 2.5), (21.5, 20), (2.5, 20)),
    "triangle-down": ((2.5, 4), (21.5, 4), (12, 21.5)),
    "pentagon": _regular(5, 10),
    "hexagon": _regular(6, 10),
    "star": _regular(5, 11, inner=5),
    "cross": (
        (8.5, 2.5),
        (15.5, 2.5),
        (15.5, 8.5),
        (21.5, 8.5),
        (21.5, 15.5),
        (15.5, 15.5),
        (15.5, 21.5),
        (8.5, 21.5),
        (8.5, 15.5),
        (2.5, 15.5),
        (2.5, 8.5),
        (8.5, 8.5),
    ),
    "chevron": ((2.5, 4), (12, 4), (21.5, 12), (12, 20), (2.5, 20), (10, 12)),
    "hourglass": ((3.5, 3), (20.5, 3), (14, 12), (20.5, 21), (3.5, 21), (10, 12)),
    "bar": ((2.5, 7.5), (21.5, 7.5), (21.5, 16.5), (2.5, 16.5)),
}


def outline(shape: Shape) -> str:
    """Return the SVG path of a shape's edge."""
    return _path(SHAPES[shape])


def left_half(shape: Shape) -> str:
    """Return the SVG path of the part left of the middle: what `half` fills."""
    return _path(left(shape))


def left(shape: Shape) -> tuple[XY, ...]:
    """Return the corners of the part left of the middle."""
    return _clip_left(SHAPES[shape])


def _clip_left(points: tuple[XY, ...]) -> tuple[XY, ...]:
    """Cut a polygon at the vertical middle line (Sutherland and Hodgman, 1974, for one edge)."""
    kept: list[XY] = []
    for (x0, y0), (x1, y1) in zip((*points[-1:], *points[:-1]), points, strict=True):
        if (x0 < _MIDDLE) != (x1 < _MIDDLE):
            kept.append((_MIDDLE, y0 + (y1 - y0) * (_MIDDLE - x0) / (x1 - x0)))
        if x1 < _MIDDLE:
            kept.append((x1, y1))
    return tuple(kept)


def _path(points: tuple[XY, ...]) -> str:
    return "M" + "L".join(f"{x:.4g} {y:.4g}" for x, y in points) + "Z"


@cache
def markup(shape: Shape, fill: Fill, *, crossed: bool = False) -> str:
    """Return the inner SVG of a mark; classes `mark-edge`, `mark-fill` and `mark-cross` take their colour from CSS."""
    parts = [f'<path class="mark-edge" d="{outline(shape)}"/>']
    if fill != "hollow":
        parts.append(f'<path class="mark-fill" d="{outline(shape) if fill == "full" else left_half(shape)}"/>')
    if crossed:
        parts.append('<path class="mark-cross" d="M3 3L21 21M21 3L3 21"/>')
    return "".join(parts)
