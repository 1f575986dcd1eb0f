"""The map on a share card: where the event was, as surely as it is known, on the same ground as the small maps."""

from collections.abc import Iterator
from math import cos, pi, sin

from PIL import Image, ImageChops, ImageDraw

from sitegen.cards import paint
from sitegen.cards.paint import SMOOTH
from sitegen.geometry import Bounds
from sitegen.located import Located, Location, Shape
from sitegen.locator.areas import anchor, boxes
from sitegen.locator.frame import XY, Frame, fit
from sitegen.locator.shapes import lines_of, rings_of
from sitegen.site import Site

LEFT = 700
_WIDTH, _HEIGHT = paint.SIZE[0] - LEFT, paint.SIZE[1]
_MARK = 44
_HATCH = 13
_COARSER = 3
"""Powers of two by which lines are simpler than a pixel could show: a card is seen small, and must weigh little."""


def panel(event: Located, site: Site) -> Image.Image:
    """Return the card with its map at the right and nothing written yet; without a place the map is of the view."""
    view = site.file.view
    found = [box for at in event.locations for box in boxes(at, site.outlines)]
    frame = _framed(found or [Bounds(view.west, view.south, view.east, view.north)])
    image, draw = paint.canvas(_WIDTH, _HEIGHT, paint.PAPER)
    _ground(draw, site, frame)
    kind, verdict = site.kinds[event.event.kind], event.verdicts.event
    within = Image.new("1", image.size)
    for at in event.locations:
        for shape in at.shapes:
            within = ImageChops.logical_or(within, _area(image, shape, at, site, frame, kind.colour))
    ground = paint.smoothed(image)
    ground.paste(kind.colour, mask=ImageChops.logical_and(within.resize(ground.size), _hatched(ground.size)))
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


def _ground(draw: ImageDraw.ImageDraw, site: Site, frame: Frame) -> None:
    """Draw land, water and borders; what lies beyond the basemap stays blank: nobody may take it for land."""
    box = frame.bounds()
    known = next((sheet.view for sheet in site.basemap.sheets if sheet.view), None)
    if known:
        draw.rectangle([frame.at(known.west, known.north), frame.at(known.east, known.south)], paint.LAND)
    for name, colour, width in (("water", paint.WATER, 0), ("borders", paint.LINE, 1)):
        sheet = site.basemap.sheet(name)
        for feature in sheet.features if sheet else ():
            for points in (
                rings_of(feature.shape, frame.detail + _COARSER)
                if not width
                else lines_of(feature.shape, frame.detail + _COARSER)
            ):
                if _seen(points, box):
                    pixels = [frame.at(*point) for point in points]
                    _line(draw, pixels, colour, width) if width else draw.polygon(pixels, colour)


def _seen(points: list[XY], box: Bounds) -> bool:
    lngs, lats = [lng for lng, _ in points], [lat for _, lat in points]
    return min(lngs) <= box.east and box.west <= max(lngs) and min(lats) <= box.north and box.south <= max(lats)


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


def _hatched(size: tuple[int, int]) -> Image.Image:
    """Draw the hatch in whole pixels: it then weighs next to nothing."""
    lines = Image.new("1", size)
    draw = ImageDraw.Draw(lines)
    for start in range(0, sum(size), _HATCH):
        draw.line([(start, 0), (start - size[1], size[1])], 1)
    return lines


def _rings(shape: Shape, site: Site, frame: Frame) -> Iterator[list[XY]]:
    outline = site.outlines.get(shape.outline) if shape.outline else None
    if outline:
        for ring in rings_of(outline, frame.detail + _COARSER):
            yield [frame.at(*point) for point in ring]
    elif shape.anchor and shape.radius_m and shape.precision != "exact":
        (x, y), r = frame.at(*shape.anchor), frame.length(shape.radius_m, shape.anchor.lat)
        yield [(x + r * cos(2 * pi * i / 96), y + r * sin(2 * pi * i / 96)) for i in range(96)]


def _middles(event: Located, site: Site, frame: Frame) -> Iterator[XY]:
    for at in event.locations:
        for shape in at.shapes:
            if point := anchor(shape, site.outlines):
                x, y = frame.at(*point)
                yield round(x), round(y)
