"""The map on a share card: where the event was, as surely as it is known, on the same ground as the small maps."""

from collections.abc import Iterator
from functools import lru_cache
from math import cos, pi, sin
from typing import Any

from PIL import Image, ImageChops, ImageDraw

from sitegen.basemap import Basemap
from sitegen.cards import paint
from sitegen.cards.paint import SMOOTH
from sitegen.geometry import Bounds, Plane, plane, seen
from sitegen.located import Located, Location, Shape
from sitegen.locator.areas import anchor, boxes
from sitegen.locator.frame import XY, Frame, fit
from sitegen.same import Same
from sitegen.site import Site

LEFT = 700
_WIDTH, _HEIGHT = paint.SIZE[0] - LEFT, paint.SIZE[1]
_MARK = 44
_HATCH = 20
_OFF = 3.0
"""Pixels that a line may be off: a card is seen small, and must weigh little."""


def panel(event: Located, site: Site, hatched: bool) -> Image.Image:
    """Return the card with its map at the right and nothing written yet; without a place the map is of the view.

    An area in which something lies somewhere is hatched, or else tinted, paler than one that is meant as a whole.
    """
    view = site.file.view
    found = [box for at in event.locations for box in boxes(at, site.outlines)]
    frame = _framed(found or [Bounds(view.west, view.south, view.east, view.north)])
    image = _ground(site, frame)
    kind, verdict = site.kinds[event.event.kind], event.verdicts.event
    within = Image.new("1", image.size)
    for at in event.locations:
        for shape in at.shapes:
            within = ImageChops.logical_or(within, _area(image, shape, at, site, frame, kind.colour))
    ground = paint.smoothed(image)
    _fill(ground, within.resize(ground.size), kind.colour, hatched)
    over = Image.new("RGBA", image.size)
    for middle in dict.fromkeys(_middles(event, site, frame)):
        mark = (kind.shape, verdict.level, verdict.disputed)
        paint.draw_mark(ImageDraw.Draw(over), mark, middle, _MARK * SMOOTH, kind.colour)
    marks = paint.smoothed(over)
    ground.paste(marks.convert("RGB"), mask=marks.getchannel("A"))
    card = Image.new("RGB", paint.SIZE, paint.PAPER)
    card.paste(ground, (LEFT, 0))
    return card


def _framed(found: list[Bounds]) -> Frame:
    """Return the window of the small maps, widened to the panel's shape."""
    small = fit(found)
    pixels = min(_WIDTH / small.width, _HEIGHT / small.height) * small.pixels * SMOOTH
    width, height = _WIDTH * SMOOTH, _HEIGHT * SMOOTH
    x = small.x + (small.width / small.pixels - width / pixels) / 2
    y = small.y - (small.height / small.pixels - height / pixels) / 2
    return Frame(x, y, pixels, width, height)


def _ground(site: Site, frame: Frame) -> Image.Image:
    """Draw land, water and borders; what lies beyond the basemap stays blank: nobody may take it for land.

    Borders are drawn in whole pixels of the card, for the soft edges of so long lines weigh as much as the title.
    """
    image, draw = paint.canvas(_WIDTH, _HEIGHT, paint.PAPER)
    known = next((sheet.view for sheet in site.basemap.sheets if sheet.view), None)
    if known:
        draw.rectangle([frame.at(known.west, known.north), frame.at(known.east, known.south)], paint.LAND)
    water, borders = _planes(Same(site.basemap))
    for points in seen(water, frame.window, _OFF):
        draw.polygon(points, paint.WATER)
    small = paint.smoothed(image)
    for points in seen(borders, frame.window, _OFF):
        ImageDraw.Draw(small).line([(round(x / SMOOTH), round(y / SMOOTH)) for x, y in points], paint.LINE, 1)
    return small.resize(image.size, Image.Resampling.NEAREST)


@lru_cache(maxsize=2)
def _planes(same: Same[Basemap]) -> tuple[Plane, Plane]:
    water, borders = same.it.sheet("water"), same.it.sheet("borders")
    shapes = [[feature.shape for feature in sheet.features] if sheet else [] for sheet in (water, borders)]
    return plane(shapes[0], filled=True), plane(shapes[1])


@lru_cache(maxsize=512)
def _outline(same: Same[Any]) -> Plane:
    return plane([same.it], filled=True)


def _line(draw: ImageDraw.ImageDraw, pixels: list[XY], colour: str, width: int) -> None:
    draw.line(pixels, colour, width * SMOOTH, joint="curve")


def _area(image: Image.Image, shape: Shape, at: Location, site: Site, frame: Frame, colour: str) -> Image.Image:
    """Draw one shape, filled where all of it is meant; return where it is to be hatched, as a mask."""
    draw, inside, nowhere = ImageDraw.Draw(image), Image.new("1", image.size), Image.new("1", image.size)
    if shape.line:
        _line(draw, [frame.at(*end) for end in shape.line], colour, 6)
    for ring in (rings := list(_rings(shape, site, frame))):
        one = Image.new("1", image.size)
        ImageDraw.Draw(one).polygon(ring, 1)
        inside = ImageChops.logical_xor(inside, one)
    whole = at.where.extent == "whole"
    if whole:
        image.paste(Image.blend(image, Image.new("RGB", image.size, colour), 0.3), mask=inside)
    for ring in rings:
        _line(draw, [*ring, ring[0]], colour, 2)
    return nowhere if whole else inside


def _fill(ground: Image.Image, within: Image.Image, colour: str, hatched: bool) -> None:
    if hatched:
        ground.paste(colour, mask=ImageChops.logical_and(within, _hatch(ground.size)))
        return
    # Water stays as it is: a tinted blue is none of the few colours that a card has.
    dry = ImageChops.difference(ground, Image.new("RGB", ground.size, paint.WATER)).convert("L").point(bool, "1")
    tint = Image.blend(ground, Image.new("RGB", ground.size, colour), 0.15)
    ground.paste(tint, mask=ImageChops.logical_and(within, dry))


def _hatch(size: tuple[int, int]) -> Image.Image:
    """Draw the hatch in whole pixels: soft edges would weigh several times as much."""
    lines = Image.new("1", size)
    draw = ImageDraw.Draw(lines)
    for start in range(0, sum(size), _HATCH):
        draw.line([(start, 0), (start - size[1], size[1])], 1)
    return lines


def _rings(shape: Shape, site: Site, frame: Frame) -> Iterator[list[XY]]:
    outline = site.outlines.get(shape.outline) if shape.outline else None
    if outline:
        yield from (list(points) for points in seen(_outline(Same(outline)), frame.window, _OFF))
    elif shape.anchor and shape.radius_m and shape.precision != "exact":
        (x, y), r = frame.at(*shape.anchor), frame.length(shape.radius_m, shape.anchor.lat)
        yield [(x + r * cos(2 * pi * i / 96), y + r * sin(2 * pi * i / 96)) for i in range(96)]


def _middles(event: Located, site: Site, frame: Frame) -> Iterator[XY]:
    for at in event.locations:
        for shape in at.shapes:
            if point := anchor(shape, site.outlines):
                x, y = frame.at(*point)
                yield round(x), round(y)
