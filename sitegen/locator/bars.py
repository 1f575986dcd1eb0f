"""A span on a line of days: a day is a tick, a month a bar, "about" fades, an open end is an arrow."""

from sitegen.dates import Span
from sitegen.locator.axis import WIDTH, Axis

_FADE, _STEPS = 6, 4
_ARROW = 11


def bar(span: Span, axis: Axis, top: int, tall: int) -> str:
    """Draw `span` on `axis`, `tall` pixels high; fades have a fixed width and stand for no number of days."""
    left_about, right_about = about(span)
    start, end = ends(span, axis)
    css = {"day": "day", "month": "sometime", "year": "sometime", "interval": "lasted"}[span.grain]
    css += " unsure" if span.doubt == "?" else ""
    parts = [f'<rect class="bar {css}" x="{start}" y="{top}" width="{max(end - start, 2)}" height="{tall}"/>']
    parts += _fades(start, -1, top, tall) if left_about else []
    parts += _fades(end, 1, top, tall) if right_about else []
    parts += [_arrow(start, -1, top, tall)] if span.first is None else []
    parts += [_arrow(end, 1, top, tall)] if span.last is None else []
    return "".join(parts)


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


def _fades(x: int, way: int, top: int, tall: int) -> list[str]:
    """Draw steps of falling opacity outwards from `x`: a fade without a gradient, hence without an id."""
    lefts = ((i, x + way * _FADE * i - (_FADE if way < 0 else 0)) for i in range(_STEPS))
    return [
        f'<rect class="bar fade fade-{i + 1}" x="{left}" y="{top}" width="{_FADE}" height="{tall}"/>'
        for i, left in lefts
    ]


def _arrow(x: int, way: int, top: int, tall: int) -> str:
    half = tall // 2 + 3
    return f'<path class="bar open" d="M{x} {top - 3}l{way * _ARROW} {half} {-way * _ARROW} {half}z"/>'
