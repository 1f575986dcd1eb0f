"""The words on a share card: a title that wraps and shrinks until it fits, the date, the verdict, whose it is."""

from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageDraw

from sitegen.cards import paint
from sitegen.cards.fonts import font
from sitegen.cards.ground import LEFT
from sitegen.cards.paint import SMOOTH, Mark

_EDGE = 56
_WIDE = LEFT - 2 * _EDGE
_TITLE_TOP, _TITLE_END = 150, 455
_LEAST = 22
_SMALL, _SMALLEST = 30, 18
_LEADING = 1.22
_MEASURED = 200
"""Pixels of the size at which letters are measured once for all sizes; all of Noto's widths grow alike."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a card says, in one language; `colour` is the kind's."""

    kind: str
    date: str
    title: str
    verdict: str
    site: str
    mark: Mark
    colour: str


def lettered(ground: Image.Image, words: Words, largest: int) -> Image.Image:
    """Return a copy of `ground` with the words on it, the title no larger than `largest` pixels."""
    card = ground.copy()
    draw = ImageDraw.Draw(card)
    _head(card, draw, words)
    size, lines = fitted(words.title, range(largest, _LEAST, -2), _TITLE_END - _TITLE_TOP)
    for row, line in enumerate(lines):
        draw.text((_EDGE, _TITLE_TOP + row * round(size * _LEADING)), line, paint.INK, font(size, bold=True))
    draw.text((_EDGE, 480), words.verdict, paint.INK, font(_one_line(words.verdict), bold=True))
    draw.line([(_EDGE, 546), (LEFT - _EDGE, 546)], paint.RULE, 2)
    draw.text((_EDGE, 562), words.site, paint.SOFT, font(_one_line(words.site, 26)))
    return card


def _head(card: Image.Image, draw: ImageDraw.ImageDraw, words: Words) -> None:
    mark, pen = paint.canvas(40, 40, paint.PAPER)
    paint.draw_mark(pen, words.mark, (20 * SMOOTH, 20 * SMOOTH), 36 * SMOOTH, words.colour)
    card.paste(paint.smoothed(mark), (_EDGE, 54))
    left, room = _EDGE + 54, _WIDE - 54
    draw.text((left, 44), words.kind, paint.INK, font(_one_line(words.kind, 28, room)))
    draw.text((left, 82), words.date, paint.SOFT, font(_one_line(words.date, 26, room)))


def fitted(words: str, sizes: range, height: int) -> tuple[int, list[str]]:
    """Return the largest size, in pixels, at which `words` fit in `height`, and their lines; the last may be cut."""
    for size in sizes:
        lines = wrapped(words, size)
        most = max(1, int(height / (size * _LEADING)))
        if len(lines) <= most and all(_width(line, size) <= _WIDE for line in lines):
            return size, lines
    kept = [*lines[: most - 1], " ".join(lines[most - 1 :])] if len(lines) >= most else lines
    return size, [line if _width(line, size) <= _WIDE else _cut(line, size) for line in kept]


def wrapped(words: str, size: int) -> list[str]:
    """Break `words` into lines no wider than the column, between words."""
    lines: list[str] = []
    for word in words.split():
        if lines and _width(f"{lines[-1]} {word}", size) <= _WIDE:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _cut(line: str, size: int) -> str:
    while line and _width(line + "…", size) > _WIDE:
        line = line[:-1]
    return line.rstrip() + "…"


def _width(words: str, size: int) -> float:
    return sum(map(_letters, words)) * size / _MEASURED


@cache
def _letters(letter: str) -> float:
    return font(_MEASURED, bold=True).getlength(letter)


def _one_line(words: str, size: int = _SMALL, room: int = _WIDE) -> int:
    """Return the size at which `words` fit on one line, at most `size`."""
    return next((s for s in range(size, _SMALLEST, -1) if _width(words, s) <= room), _SMALLEST)
