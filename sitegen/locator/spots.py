"""The points of a map at which symbols stand, and where their marks go so that nothing small is covered."""

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from sitegen.located import Location, Shape
from sitegen.locator import marks
from sitegen.locator.areas import Outlines, anchor, radius
from sitegen.locator.frame import XY, Frame


class Spot(NamedTuple):
    """A symbol's point in whole pixels, where the middle of its mark goes, and whether it is a pin's tip."""

    at: tuple[int, int]
    mark: tuple[int, int]
    pin: bool


def spots(place: Location, frame: Frame, outlines: Outlines) -> list[Spot]:
    """Return a spot for each shape of `place`, each point once."""
    found = [_spot(shape, frame.at(*point), frame) for shape in place.shapes if (point := anchor(shape, outlines))]
    return list(dict.fromkeys(found))


def _spot(shape: Shape, at: XY, frame: Frame) -> Spot:
    x, y = round(at[0]), round(at[1])
    if shape.precision == "exact":
        return Spot((x, y), (x, y - marks.PIN_RISE), pin=True)
    if shape.precision == "site" and (r := radius(shape, frame)):
        rise = round(r) + marks.SIZE // 2 + 3
        return Spot((x, y), (x, y - rise), pin=False)
    return Spot((x, y), (x, y), pin=False)


def middle(found: Sequence[Spot]) -> XY:
    """Return the mean of where the marks are."""
    return fsum(s.mark[0] for s in found) / len(found), fsum(s.mark[1] for s in found) / len(found)
