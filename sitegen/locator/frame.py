"""The window of a small map: degrees → pixels in Web Mercator, as wide as what is to be seen."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.geometry import LAST_LATITUDE, Bounds, Window

XY = tuple[float, float]

EARTH_M = 6_371_008.8
"""Mean radius of the Earth in metres (IUGG); a map of 640 pixels cannot tell it from the ellipsoid."""

LONGEST = 640
LEAST_KM = 110.0
_MARGIN = 0.12
_LEAST_ASPECT, _MOST_ASPECT = 0.45, 1.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A window of `width` × `height` pixels; `x`, `y` are its north-west corner in radians of Mercator's plane."""

    x: float
    y: float
    pixels: float
    width: int
    height: int

    def at(self, lng: float, lat: float) -> XY:
        """Pixels from the top left of a point in degrees, on the turn of the globe nearest to the window."""
        x, y = _mercator(lng, lat)
        x -= math.tau * round((x - self.x - self.width / self.pixels / 2) / math.tau)
        return (x - self.x) * self.pixels, (self.y - y) * self.pixels

    def length(self, metres: float, lat: float) -> float:
        """Pixels of so many metres on the ground at latitude `lat`."""
        return metres / EARTH_M / math.cos(math.radians(_kept(lat))) * self.pixels

    @property
    def middle_latitude(self) -> float:
        """Degrees of latitude half way down the window."""
        return math.degrees(2 * math.atan(math.exp(self.y - self.height / self.pixels / 2)) - math.pi / 2)

    @property
    def window(self) -> Window:
        """The window as `sitegen.geometry` cuts shapes to it."""
        return Window(self.x, self.y, self.pixels, self.width, self.height)

    def bounds(self) -> Bounds:
        """Return the window in degrees; its sides may lie beyond ±180."""
        east, south = self.x + self.width / self.pixels, self.y - self.height / self.pixels
        return Bounds(math.degrees(self.x), _latitude(south), math.degrees(east), _latitude(self.y))

    def box(self, beyond: float = 8) -> tuple[float, float, float, float]:
        """Return the window in pixels and a little `beyond`, so that edges cut there are not seen."""
        return -beyond, -beyond, self.width + beyond, self.height + beyond


def fit(boxes: Sequence[Bounds], least_km: float = LEAST_KM) -> Frame:
    """Return the window around `boxes` (degrees), with a margin, at least `least_km` across.

    The longer edge has 640 pixels; the shape is between 1 : 0.45 and 1 : 1, by what is in it.
    """
    west, south, east, north = _around(boxes)
    lat = math.degrees(2 * math.atan(math.exp((south + north) / 2)) - math.pi / 2)
    least = least_km * 1000 / EARTH_M / math.cos(math.radians(lat))
    width = max((east - west) * (1 + 2 * _MARGIN), least)
    height = max((north - south) * (1 + 2 * _MARGIN), least * _LEAST_ASPECT)
    aspect = min(max(height / width, _LEAST_ASPECT), _MOST_ASPECT)
    width = max(width, height / aspect)
    height = width * aspect
    x, y = (west + east) / 2 - width / 2, (south + north) / 2 + height / 2
    return Frame(x, y, LONGEST / width, LONGEST, round(LONGEST * aspect))


def _around(boxes: Sequence[Bounds]) -> tuple[float, float, float, float]:
    turn = (boxes[0].west + boxes[0].east) / 2
    corners: list[XY] = []
    for box in boxes:
        shift = 360 * round((turn - (box.west + box.east) / 2) / 360)
        corners += [_mercator(box.west + shift, box.south), _mercator(box.east + shift, box.north)]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _mercator(lng: float, lat: float) -> XY:
    return math.radians(lng), math.log(math.tan(math.pi / 4 + math.radians(_kept(lat)) / 2))


def _latitude(y: float) -> float:
    return math.degrees(2 * math.atan(math.exp(y)) - math.pi / 2)


def _kept(lat: float) -> float:
    return max(-LAST_LATITUDE, min(LAST_LATITUDE, lat))
