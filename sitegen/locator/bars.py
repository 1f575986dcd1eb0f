"""A span on a line of days: a day is a tick, a month a bar, "about" fades, an open end is an arrow."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sitegen.dates import Span
from sitegen.locator.axis import WIDTH, Axis

_FADE, _STEPS = 6, 4
_ARROW = 11


class Piece(NamedTuple):
    """A part of a bar: how it looks, and its outline as SVG path data."""

    css: str
    d: str


def drawn(pieces: Iterable[Piece]) -> str:
    """Draw pieces as SVG, those that look the same as one path: a page may hold thousands."""
    paths: dict[str, dict[str, None]] = defaultdict(dict)
    for css, d in pieces:
        paths[css][d] = None
    return "".join(f'<path class="bar {css}" d="{"".join(ds)}"/>' for css, ds in paths.items())


def bar(span: Span, axis: Axis, top: int, tall: int) -> Iterator[Piece]:
    """Yield what draws `span` on `axis`, `tall` pixels high; fades have a fixed width and stand for no days."""
    left_about, right_about = about(span)
    start, end = ends(span, axis)
    css = {"day": "day", "month": "sometime", "year": "sometime", "interval": "lasted"}[span.grain]
    css += " unsure" if span.doubt == "?" else ""
    yield _box(css, start, top, max(end - start, 2), tall)
    if left_about:
        yield from _fades(start, -1, top, tall)
    if right_about:
        yield from _fades(end, 1, top, tall)
    if span.first is None:
        yield _arrow(start, -1, top, tall)
    if span.last is None:
        yield _arrow(end, 1, top, tall)


def reach(span: Span, axis: Axis) -> tuple[int, int]:
    """Return the leftmost and rightmost pixel of what `bar` draws."""
    left_about, right_about = about(span)
    start, end = ends(span, axis)
    left = _FADE * _STEPS if left_about else _ARROW if span.first is None else 0
    right = _FADE * _STEPS if right_about else _ARROW if span.last is None else 0
    return start - left, max(end, start + 2) + right


def ends(span: Span, axis: Axis) -> tuple[int, int]:
    """Return the bar's left and right pixel; a day is four pixels around its noon, whatever the scale."""
    if span.grain == "day":
        noon = round(axis.x(span.start.toordinal() + 0.5))
        return noon - 2, noon + 2
    start = round(axis.x(span.first.toordinal())) if span.first else 12
    end = round(axis.x(span.last.toordinal() + 1)) if span.last else WIDTH - 12
    return start, end


def about(span: Span) -> tuple[bool, bool]:
    """Tell which ends of a span are only about there."""
    left, _, right = span.written.partition("/")
    return left.endswith("~"), (right or left).endswith("~")


def _box(css: str, left: int, top: int, wide: int, tall: int) -> Piece:
    return Piece(css, f"M{left} {top}h{wide}v{tall}h{-wide}z")


def _fades(x: int, way: int, top: int, tall: int) -> Iterator[Piece]:
    """Yield steps of falling opacity outwards from `x`: a fade without a gradient, hence without an id."""
    for i in range(_STEPS):
        left = x + way * _FADE * i - (_FADE if way < 0 else 0)
        yield _box(f"fade fade-{i + 1}", left, top, _FADE, tall)


def _arrow(x: int, way: int, top: int, tall: int) -> Piece:
    half = tall // 2 + 3
    return Piece("open", f"M{x} {top - 3}l{way * _ARROW} {half} {-way * _ARROW} {half}z")
