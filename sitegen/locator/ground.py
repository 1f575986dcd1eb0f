"""The ground of a small map: sea, rivers, regions, borders, a few towns and a scale, cut to its window."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from sitegen.basemap import Basemap
from sitegen.geometry import Bounds, Plane, Shape, plane, seen
from sitegen.locator import labels
from sitegen.locator.frame import XY, Frame
from sitegen.locator.paths import cut_ring, path
from sitegen.locator.words import Words
from sitegen.same import Same

_MOST_TOWNS = 9
_TOWN = 12
_LINES = (("rivers", "river"), ("regions", "region"), ("borders", "border"))
_UP_TO_KM = {"river": 600.0, "region": 1200.0}
"""The width of a map beyond which these lines are more noise than help."""
_COARSER = {"region": 2.0, "river": 2.0, "water": 1.5}
"""Pixels that a line may be off, where it is not one."""


def land(basemap: Basemap | None, frame: Frame) -> str:
    """Draw land, sea, lakes, rivers, regions and borders inside `frame`; nothing without a basemap.

    What lies outside the basemap's view stays blank: nobody may take it for land.
    """
    return _land(Same(basemap), frame) if basemap and basemap.sheets else ""


@lru_cache(maxsize=512)
def _land(same: Same[Basemap], frame: Frame) -> str:
    drawn = [_known(same.it, frame)]
    wide = frame.width / frame.length(1000, frame.middle_latitude)
    for css, lines in _planes(same).items():
        if wide <= _UP_TO_KM.get(css, wide):
            pieces = seen(lines, frame.window, _COARSER.get(css, 1.0))
            d = "".join(path(points, closed=lines.filled) for points in pieces)
            drawn.append(f'<path class="{css}" d="{d}"/>' if d else "")
    return "".join(drawn)


def _known(basemap: Basemap, frame: Frame) -> str:
    view = next((sheet.view for sheet in basemap.sheets if sheet.view), None)
    corners = _corners(view or frame.bounds(), frame)
    return f'<path class="land" d="{path(cut_ring(corners, frame.box()), closed=True)}"/>'


def _corners(box: Bounds, frame: Frame) -> list[XY]:
    (left, top), (right, bottom) = frame.at(box.west, box.north), frame.at(box.east, box.south)
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


@lru_cache(maxsize=2)
def _planes(same: Same[Basemap]) -> dict[str, Plane]:
    """Lay the basemap on Mercator's plane once, by how it is drawn."""
    shapes: dict[str, list[Shape]] = {"river": [], "region": [], "disputed": [], "border": []}
    for name, css in _LINES:
        for kind, shape in _features(same.it, name):
            shapes["disputed" if kind == "disputed" else css].append(shape)
    water = plane((shape for _, shape in _features(same.it, "water")), filled=True)
    return {"water": water, **{css: plane(lines) for css, lines in shapes.items()}}


def _features(basemap: Basemap, name: str) -> Iterator[tuple[str, Shape]]:
    sheet = basemap.sheet(name)
    for feature in sheet.features if sheet else ():
        yield str(feature.properties.get("kind", "")), feature.shape


def _meets(a: Bounds, b: Bounds) -> bool:
    return a.west <= b.east and b.west <= a.east and a.south <= b.north and b.south <= a.north


def towns(basemap: Basemap | None, frame: Frame, words: Words, sheet: labels.Sheet) -> str:
    """Draw the largest towns that find room for a dot and a name on `sheet`."""
    drawn: list[str] = []
    for at, name in _towns(basemap, frame, words.lang):
        if len(drawn) == _MOST_TOWNS:
            break
        if not sheet.free((at[0] - 4, at[1] - 4, at[0] + 4, at[1] + 4)):
            continue
        if seat := sheet.seat(at, labels.width(name, _TOWN), _TOWN, 6):
            sheet.take(at, 3)
            dot = f'<circle class="town-dot" cx="{round(at[0])}" cy="{round(at[1])}" r="2"/>'
            drawn.append(dot + labels.text(seat[0], name, "town", seat[1]))
    return "".join(drawn)


def _towns(basemap: Basemap | None, frame: Frame, lang: str) -> Iterator[tuple[XY, str]]:
    for at, names in _inside(Same(basemap), frame) if basemap else ():
        if name := names.get(lang) or names.get("en"):
            yield at, str(name)


@lru_cache(maxsize=512)
def _inside(same: Same[Basemap], frame: Frame) -> list[tuple[XY, Mapping[str, Any]]]:
    box = frame.bounds()
    inside = ((lng, lat, names) for lng, lat, names in _ranked(same) if _meets(Bounds(lng, lat, lng, lat), box))
    return [(frame.at(lng, lat), names) for lng, lat, names in inside]


@lru_cache(maxsize=2)
def _ranked(same: Same[Basemap]) -> list[tuple[float, float, Mapping[str, Any]]]:
    found = same.it.sheet("towns")
    ranked = sorted(found.features if found else (), key=lambda f: int(f.properties.get("rank", 0)))
    return [(*f.shape.bounds[:2], f.properties) for f in ranked]


def scale(frame: Frame, words: Words, sheet: labels.Sheet) -> str:
    """Draw a bar of a round number of kilometres in the lower left corner, and take its room."""
    kilometres = _round_kilometres(frame)
    length = round(frame.length(kilometres * 1000, frame.middle_latitude))
    x, y = 12, frame.height - 12
    sheet.taken.append((0, y - 22, x + length + 10, frame.height))
    said = words.gettext("{n} km").format(n=words.number(kilometres))
    bar = f'<path class="scale" d="M{x} {y - 5}v5h{length}v-5"/>'
    return bar + labels.text((x + 4, y - 5), said, "scale-text")


def _round_kilometres(frame: Frame) -> int:
    """Return the largest of 1, 2, 5, 10, … km that is drawn no longer than a quarter of the width."""
    steps = [one * 10**power for power in range(5) for one in (1, 2, 5)]
    fitting = [km for km in steps if frame.length(km * 1000, frame.middle_latitude) <= frame.width / 4]
    return fitting[-1] if fitting else 1
