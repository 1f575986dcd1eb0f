"""Shapes on Mercator's plane: cut to a window and thinned to what its pixels show, many at once."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from sitegen.geometry.globe import Shape
from sitegen.geometry.lazy import np, shapely

LAST_LATITUDE = 85.0
"""Degrees beyond which Mercator's plane is not drawn."""

XY = tuple[float, float]


class Window(NamedTuple):
    """A rectangle of Mercator's plane: its north-west corner (radians), `pixels` to a radian, and its size."""

    x: float
    y: float
    pixels: float
    width: int
    height: int


@dataclass(frozen=True, slots=True, eq=False)
class Plane:
    """The lines of some shapes, or the rings of their areas, on Mercator's plane (radians), with their boxes."""

    parts: Any
    boxes: Any
    filled: bool


def plane(shapes: Iterable[Shape], *, filled: bool = False) -> Plane:
    """Lay the lines of `shapes` (degrees WGS 84) on the plane, or, `filled`, every ring of their areas, holes too."""
    parts = shapely.get_parts(np.array(list(shapes), dtype=object))
    parts = shapely.get_parts(parts)
    wanted = shapely.get_dimensions(parts) == (2 if filled else 1)
    laid = shapely.transform(parts[wanted], _mercator)
    rings = shapely.polygons(shapely.get_rings(laid)) if filled else laid
    return Plane(rings, shapely.bounds(rings), filled)


def _mercator(degrees: Any) -> Any:
    kept = np.clip(degrees[:, 1], -LAST_LATITUDE, LAST_LATITUDE)
    return np.column_stack((np.radians(degrees[:, 0]), np.log(np.tan(math.pi / 4 + np.radians(kept) / 2))))


def seen(drawn: Plane, window: Window, off: float = 1.0, beyond: float = 8.0) -> list[list[XY]]:
    """Return what of the plane lies in `window` and `beyond` pixels around it, in pixels from its top left.

    Lines are lists of points, rings end where they begin (filled even–odd they are the areas); both leave out
    corners that lie within `off` pixels (Douglas and Peucker, 1973). Turns of the globe to either side are seen too.
    """
    return [points for turn in (-1, 0, 1) for points in _turn(drawn, window, math.tau * turn, off, beyond)]


def _turn(drawn: Plane, window: Window, shift: float, off: float, beyond: float) -> Iterable[list[XY]]:
    room = beyond / window.pixels
    west, north = window.x - shift - room, window.y + room
    east = window.x - shift + window.width / window.pixels + room
    south = window.y - window.height / window.pixels - room
    boxes = drawn.boxes
    meets = (boxes[:, 0] <= east) & (boxes[:, 2] >= west) & (boxes[:, 1] <= north) & (boxes[:, 3] >= south)
    if not meets.any():
        return []
    cut = shapely.get_parts(shapely.clip_by_rect(drawn.parts[meets], west, south, east, north))
    thin = shapely.simplify(cut, off / window.pixels, preserve_topology=False)
    rings = shapely.get_rings(thin) if drawn.filled else thin
    return _points(rings, window, shift)


def _points(lines: Any, window: Window, shift: float) -> Iterable[list[XY]]:
    coordinates, index = shapely.get_coordinates(lines, return_index=True)
    pixels = (coordinates - np.array((window.x - shift, window.y))) * (window.pixels, -window.pixels)
    starts = np.flatnonzero(np.diff(index)) + 1
    return ([(x, y) for x, y in part.tolist()] for part in np.split(pixels, starts) if len(part) > 1)
