"""Names on a small map that do not lie over each other."""

from dataclasses import dataclass, field
from html import escape
from typing import Literal

from sitegen.locator.frame import XY

LETTER = 0.58
"""Width of an average letter of the system fonts, in parts of the font's size; wide enough for Cyrillic."""

Anchor = Literal["start", "middle", "end"]


@dataclass
class Sheet:
    """What is taken on a map of `width` × `height` pixels, as boxes of (left, top, right, bottom)."""

    width: int
    height: int
    taken: list[tuple[float, float, float, float]] = field(default_factory=list)

    def take(self, at: XY, half: float) -> None:
        """Keep the square of ± `half` pixels around `at` free of names."""
        self.taken.append((at[0] - half, at[1] - half, at[0] + half, at[1] + half))

    def free(self, box: tuple[float, float, float, float]) -> bool:
        """Tell whether `box` lies on the map and over nothing."""
        left, top, right, bottom = box
        if left < 2 or top < 2 or right > self.width - 2 or bottom > self.height - 2:
            return False
        return all(right <= a or left >= c or bottom <= b or top >= d for a, b, c, d in self.taken)

    def seat(self, at: XY, length: float, size: int, gap: float) -> tuple[XY, Anchor] | None:
        """Find and take room for `length` pixels of text beside `at`: right, left, above, below, else None."""
        x, y = at
        drop = size * 0.35
        seats: tuple[tuple[float, float, Anchor], ...] = (
            (x + gap, y + drop, "start"), (x - gap, y + drop, "end"),
            (x, y - gap - 2, "middle"), (x, y + gap + size, "middle"),
            (x + gap, y - gap, "start"), (x + gap, y + gap + drop, "start"),
            (x - gap, y - gap, "end"), (x - gap, y + gap + drop, "end"),
        )  # fmt: skip
        for sx, sy, anchor in seats:
            left = sx - {"start": 0.0, "middle": length / 2, "end": length}[anchor]
            box = (left - 2, sy - size * 0.8, left + length + 2, sy + size * 0.3)
            if self.free(box):
                self.taken.append(box)
                return (sx, sy), anchor
        return None


def width(text: str, size: int) -> float:
    """Estimate the pixels that `text` takes at a font of `size` pixels."""
    return len(text) * size * LETTER


def text(at: XY, words: str, css: str, anchor: Anchor = "start") -> str:
    """Write an SVG text; `words` are escaped here."""
    return raw_text(at, escape(words), css, anchor)


def raw_text(at: XY, markup: str, css: str, anchor: Anchor = "start") -> str:
    """Write an SVG text around ready markup."""
    side = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text class="{css}" x="{round(at[0])}" y="{round(at[1])}"{side}>{markup}</text>'
