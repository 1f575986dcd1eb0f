"""When, drawn: a day is a tick, a month a bar, "about" fades at both ends, an open end is an arrow."""

from collections.abc import Iterable
from html import escape

from sitegen.dates import Span
from sitegen.locator import axis as axes
from sitegen.locator import picture
from sitegen.locator.axis import WIDTH, Axis
from sitegen.locator.bars import bar, drawn
from sitegen.locator.words import Words

HEIGHT = 76
_TOP, _TALL, _AXIS = 26, 18, 50


def time_strip(span: Span, basis: str, words: Words, said: Iterable[Span] = ()) -> str:
    """Draw `span` on a labelled line of days, as HTML; `basis` is the word for what it is the date of.

    `said` are the dates at which claims were made: small marks on the line. Fades have a fixed width and stand
    for no number of days. `basis` is translated by the caller.
    """
    statements = sorted(set(said), key=lambda s: (s.start, s.end, s.written))
    axis = axes.around([span, *statements])
    title = f"{basis} {words.date(span)}" if basis else words.date(span)
    body = (
        _heading(title, bool(statements), words) + drawn(bar(span, axis, _TOP, _TALL)) + axes.draw(axis, _AXIS, words)
    )
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


def _statement(span: Span, axis: Axis) -> str:
    middle = (span.start.toordinal() + span.end.toordinal() + 1) / 2
    return f'<path class="said" d="{_diamond(round(axis.x(middle)), _AXIS)}"/>'


def _diamond(x: int, y: int) -> str:
    return f"M{x} {y - 5}l5 5 -5 5 -5 -5z"
