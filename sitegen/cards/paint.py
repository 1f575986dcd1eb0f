"""The canvas of a share card: its size, its colours, how smooth lines are drawn, and its PNG."""

import struct
import zlib
from collections.abc import Sequence
from functools import cache

from PIL import Image, ImageColor, ImageDraw

from sitegen.model.site import Shape
from sitegen.symbols import BOX, FILLS, SHAPES, XY, left

SIZE = (1200, 630)
SMOOTH = 2
"""Lines are drawn so many times as large and then made smaller: Pillow draws none with smooth edges."""

MOST_BYTES = 20_000

PAPER, INK, SOFT, RULE = "#fcfbf8", "#1c1d1f", "#55575c", "#d8d3c8"
LAND, WATER, LINE = "#f6f4ee", "#d3e2ea", "#8f8b82"

Mark = tuple[Shape, str, bool]
"""Shape of the kind, level of confirmation, whether it is disputed."""


def canvas(width: int, height: int, colour: str) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """Return an image of pixels that are still to be made smaller by SMOOTH, and what draws on it."""
    image = Image.new("RGB", (width * SMOOTH, height * SMOOTH), colour)
    return image, ImageDraw.Draw(image)


def smoothed(image: Image.Image) -> Image.Image:
    """Make an image smaller by SMOOTH."""
    return image.reduce(SMOOTH)


def draw_mark(draw: ImageDraw.ImageDraw, mark: Mark, middle: XY, size: float, colour: str) -> None:
    """Draw a mark of `size` pixels around `middle`: shape and colour of the kind, filled as far as it is confirmed."""
    shape, level, disputed = mark
    edge, fill = SHAPES[shape], FILLS.get(level, "hollow")
    width = round(2.4 * size / BOX)
    draw.polygon(_placed(edge, middle, size), PAPER)
    if fill != "hollow":
        draw.polygon(_placed(edge if fill == "full" else left(shape), middle, size), colour)
    outline = _placed(edge, middle, size)
    draw.line([*outline, *outline[:2]], colour, width, joint="curve")
    if disputed:
        for line in (((3, 3), (21, 21)), ((21, 3), (3, 21))):
            draw.line(_placed(line, middle, size), INK, width)


def _placed(points: Sequence[XY], middle: XY, size: float) -> list[XY]:
    scale = size / BOX
    return [(middle[0] + (x - BOX / 2) * scale, middle[1] + (y - BOX / 2) * scale) for x, y in points]


def encoded(image: Image.Image, colour: str) -> bytes:
    """Write a PNG of thirteen colours: those of the ground and the letters, and `colour`, each with its soft edges."""
    few = image.quantize(palette=_palette(colour), dither=Image.Dither.NONE)
    pixels, wide = few.tobytes("raw", "P;4"), SIZE[0] // 2
    rows = [_row(pixels[start : start + wide]) for start in range(0, len(pixels), wide)]
    header = struct.pack(">IIBBBBB", *SIZE, 4, 3, 0, 0, 0)
    colours = bytes(_palette(colour).getpalette() or ())[: 3 * 13]
    parts = ((b"IHDR", header), (b"PLTE", colours), (b"IDAT", _packed(b"".join(rows))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _row(pixels: bytes) -> bytes:
    """Write a row without a filter (PNG, third edition, section 9): with few colours that is the shortest."""
    return b"\0" + pixels


def _packed(data: bytes) -> bytes:
    # Pillow's own PNG is a seventh larger: it leaves zlib less memory.
    pack = zlib.compressobj(9, zlib.DEFLATED, 15, 9)
    return pack.compress(data) + pack.flush()


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


@cache
def _palette(colour: str) -> Image.Image:
    mixed = [(INK, PAPER, 0), (INK, PAPER, 0.45), (INK, PAPER, 0.8), (SOFT, PAPER, 0)]
    mixed += [(one, one, 0) for one in (PAPER, LAND, WATER, RULE, LINE)]
    mixed += [(colour, LAND, share) for share in (0, 0.4, 0.7, 0.85)]
    palette = Image.new("P", (1, 1))
    palette.putpalette([channel for of in mixed for channel in _mix(*of)])
    return palette


def _mix(colour: str, ground: str, share: float) -> list[int]:
    pairs = zip(ImageColor.getrgb(colour)[:3], ImageColor.getrgb(ground)[:3], strict=True)
    return [round(a + (b - a) * share) for a, b in pairs]
