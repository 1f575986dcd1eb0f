"""When, drawn: a day is a tick, a month a bar, "about" fades at both ends, an open end is an arrow."""

from collections.abc import Iterable
from html import escape

from sitegen.dates import Span
from sitegen.locator import axis as axes
from sitegen.locator import picture
from sitegen.locator.axis import WIDTH, Axis
from sitegen.locator.words import Words

HEIGHT = 76
_TOP, _TALL, _AXIS = 26, 18, 50
_FADE, _STEPS = 6, 4


def time_strip(span: Span, basis: str, words: Words, said: Iterable[Span] = ()) -> str:
    """Draw `span` on a labelled line of days, as HTML; `basis` is the word for what it is the date of.

    `said` are the dates at which claims were made: small marks on the line. Fades have a fixed width and stand
    for no number of days. `basis` is translated by the caller.
    """
    statements = sorted(set(said), key=lambda s: (s.start, s.end, s.written))
    axis = axes.around([span, *statements])
    title = f"{basis} {words.date(span)}" if basis else words.date(span)
    body = _heading(title, bool(statements), words) + _bar(span, axis) + axes.draw(axis, _AXIS, words)
    marks = "".join(_statement(one, axis) for one in statements)
    return picture.figure(
        f'<svg class="locator-time" role="img" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
        f"<title>{escape(_described(title, statements, words))}</title>{body}{marks}</svg>"
    )


def _described(title: str, statements: list[Span], words: Words) -> str:
    if not statements:
        return title
    days = ", ".join(dict.fromkeys(words.date(span) for span in statements))
    return words.gettext("{title}; statements: {days}").format(title=title, days=days)


def _heading(title: str, statements: bool, words: Words) -> str:
    said = f'<text class="time-text" x="2" y="14">{escape(title)}</text>'
    if not statements:
        return said
    key = escape(words.gettext("statements"))
    text = f'<text class="time-text time-key" x="{WIDTH - 16}" y="14" text-anchor="end">{key}</text>'
    return f'{said}<path class="said time-key" d="{_diamond(WIDTH - 6, 10)}"/>{text}'


def _bar(span: Span, axis: Axis) -> str:
    left_about, right_about = _about(span)
    start, end = _ends(span, axis)
    css = {"day": "day", "month": "sometime", "year": "sometime", "interval": "lasted"}[span.grain]
    css += " unsure" if span.doubt == "?" else ""
    parts = [f'<rect class="bar {css}" x="{start}" y="{_TOP}" width="{max(end - start, 2)}" height="{_TALL}"/>']
    parts += _fades(start, -1) if left_about else []
    parts += _fades(end, 1) if right_about else []
    parts += [_arrow(start, -1)] if span.first is None else []
    parts += [_arrow(end, 1)] if span.last is None else []
    return "".join(parts)


def _ends(span: Span, axis: Axis) -> tuple[int, int]:
    """Return the bar's left and right pixel; a day is four pixels around its noon, whatever the scale."""
    if span.grain == "day":
        noon = round(axis.x(span.start.toordinal() + 0.5))
        return noon - 2, noon + 2
    start = round(axis.x(span.first.toordinal())) if span.first else 12
    end = round(axis.x(span.last.toordinal() + 1)) if span.last else WIDTH - 12
    return start, end


def _about(span: Span) -> tuple[bool, bool]:
    left, _, right = span.written.partition("/")
    return left.endswith("~"), (right or left).endswith("~")


def _fades(x: int, way: int) -> list[str]:
    """Draw steps of falling opacity outwards from `x`: a fade without a gradient, hence without an id."""
    lefts = ((i, x + way * _FADE * i - (_FADE if way < 0 else 0)) for i in range(_STEPS))
    return [
        f'<rect class="bar fade fade-{i + 1}" x="{left}" y="{_TOP}" width="{_FADE}" height="{_TALL}"/>'
        for i, left in lefts
    ]


def _arrow(x: int, way: int) -> str:
    return f'<path class="bar open" d="M{x} {_TOP - 3}l{way * 11} {_TALL // 2 + 3} {-way * 11} {_TALL // 2 + 3}z"/>'


def _statement(span: Span, axis: Axis) -> str:
    middle = (span.start.toordinal() + span.end.toordinal() + 1) / 2
    return f'<path class="said" d="{_diamond(round(axis.x(middle)), _AXIS)}"/>'


def _diamond(x: int, y: int) -> str:
    return f"M{x} {y - 5}l5 5 -5 5 -5 -5z"
