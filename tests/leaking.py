"""What a published tree gives away: positions finer than they are known, and words that were to stay unsaid.

Nothing here asks the code that publishes how it rounds: the true positions come from the content, the decimals from
the table of design.md.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise, product
from pathlib import Path
from typing import Any, NamedTuple

from sitegen.content import Content

DECIMALS = {
    "exact": 4, "site": 3, "neighbourhood": 3, "settlement": 2, "near": 2,
    "district": 1, "region": 1, "between": 1, "country": 0,
}  # fmt: skip
_NUMBER = re.compile(r"(?<![\d.])\d{1,3}\.\d+(?!\.?\d)|(?<![\d.])\d{1,8}(?!\.?\d)")
_APART = 16
_LOCATOR = re.compile(r'<svg class="locator.*?</svg>', re.DOTALL)
_SYMBOL = re.compile(r'(<g class="locator-mark [^>]*transform="translate\(\d+ \d+\))scale\([\d.]+\)">.*?</g>')
_DRAWN = re.compile(r' (?:d|cx|cy|r|x|y|x1|x2|y1|y2|width|height|points|transform|viewBox)="([^"]*)"')
_SCRIPT = re.compile(r"var FC=window\.FC\|\|\{\};.*?=((?:\{|\[).*);\n?\Z", re.DOTALL)

Pair = tuple[str, str]
XY = tuple[float, float]


class Known(NamedTuple):
    """A place as its file has it."""

    id: str
    lat: float
    lon: float
    decimals: int


class Public(NamedTuple):
    """Positions that anybody may have: vertices of lines and outlines, towns, and places as fine as they are known."""

    vertices: frozenset[XY]
    towns: frozenset[XY]
    coarse: frozenset[XY]

    @classmethod
    def of(cls, read: Content) -> "Public":
        """Gather what a content folder makes public."""
        drawn: dict[bool, set[XY]] = {True: set(), False: set()}
        for path, data in read.raw.items():
            if path.endswith(".geojson"):
                for x, y in _positions(json.loads(data)):
                    drawn["towns" in path] |= {at for n in (2, 3) for at in product(_grid(x, n), _grid(y, n))}
        rounded = frozenset((round(p.lon, p.decimals), round(p.lat, p.decimals)) for p in places(read))
        return cls(frozenset(drawn[False]), frozenset(drawn[True]), rounded)

    def has(self, a: float, b: float) -> bool:
        """Tell whether the position is one of these, in whichever order it is written."""
        every = (self.vertices, self.towns, self.coarse)
        return any((a, b) in some or (b, a) in some for some in every)


def _grid(number: float, decimals: int) -> set[float]:
    """Return the rounded number: both, where it lies half way between two."""
    return {round(number + little, decimals) for little in (-1e-9, 1e-9)}


def places(read: Content) -> Iterator[Known]:
    """Yield the places that have a point."""
    for id_, place in read.places.items():
        if point := place.record.point:
            yield Known(id_, point.lat, point.lon, DECIMALS[place.record.precision])


def _positions(value: Any) -> Iterator[XY]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _positions(inner)
    elif isinstance(value, list):
        if len(value) >= 2 and all(isinstance(n, int | float) for n in value):
            yield value[0], value[1]
        else:
            for inner in value:
                yield from _positions(inner)


def too_fine(files: Mapping[str, bytes], known: Iterable[Known], public: Public) -> list[str]:
    """Return "path: place as written" for each pair of numbers that is a place's true point to too many decimals."""
    whole: dict[tuple[int, int], list[Known]] = {}
    for place in known:
        for x in (-1, 0, 1):
            for y in (-1, 0, 1):
                whole.setdefault((int(place.lat) + x, int(place.lon) + y), []).append(place)
    found = []
    for path, data in files.items():
        for a, b in _pairs(path, data):
            key = int(float(a)), int(float(b))
            for place in (*whole.get(key, ()), *whole.get(key[::-1], ())):
                if _gives_away(a, b, place) and not public.has(float(a), float(b)):
                    found.append(f"{path}: {place.id} as {a}, {b}")
    return found


@cache
def _pairs(path: str, data: bytes) -> tuple[Pair, ...]:
    return tuple(dict.fromkeys(_side_by_side(path, data.decode("utf-8", "replace"))))


def _side_by_side(path: str, text: str) -> Iterator[Pair]:
    """Yield numbers that stand side by side, or side by side in two columns of the map's data."""
    tokens = [(m.start(), m.end(), _as_degrees(m[0])) for m in _NUMBER.finditer(text)]
    for (_, end, a), (start, _, b) in pairwise(tokens):
        if start - end <= _APART and ("." in a or "." in b):
            yield a, b
    if path.startswith("assets/data/"):
        for found in filter(None, map(_SCRIPT.search, text.splitlines(keepends=True))):  # a line a kind
            shapes = json.loads(found[1]).get("shapes", {}) if found[1].startswith("{") else {}
            for lng, lat in zip(shapes.get("lng", ()), shapes.get("lat", ()), strict=True):
                yield str(lng), str(lat)


def _as_degrees(number: str) -> str:
    """Read 51190 as 51.190: a scaled position is one, too."""
    return number if len(number) < 4 or "." in number else f"{number[:2]}.{number[2:]}"


def _gives_away(a: str, b: str, place: Known) -> bool:
    return any(_both(lat, lon, place) for lat, lon in ((a, b), (b, a)) if "None" not in {a, b})


def _both(lat: str, lon: str, place: Known) -> bool:
    given, finest = ((lat, place.lat), (lon, place.lon)), 0
    for text, true in given:
        decimals = len(text.partition(".")[2])
        if not _is(float(text), true, decimals) or (decimals < place.decimals and float(text) != true):
            return False
        finest = max(finest, decimals)
    return finest > place.decimals


def _is(value: float, true: float, decimals: int) -> bool:
    unit = 10.0**-decimals
    return abs(value - true) <= unit / 2 + 1e-9 or 0 <= true - value < unit


def fractions_in_pictures(files: Mapping[str, bytes]) -> list[str]:
    """Return what is not a whole pixel in the locators: a fraction could be turned back into degrees."""
    return [
        f"{path}: {drawn[1]}"
        for path, data in files.items()
        if path.endswith(".html")
        for picture in _LOCATOR.finditer(data.decode())
        for drawn in _DRAWN.finditer(_SYMBOL.sub(r'\1">', picture[0]))
        if "." in drawn[1]
    ]


def foreign_vertices(files: Mapping[str, bytes], public: Public) -> list[str]:
    """Return vertices of published polygons that are none of a public line or outline."""
    found: list[str] = []
    for path, data in files.items():
        if path.endswith((".geojson", ".json")) and "schema" not in path:
            rings = _rings(json.loads(data))
        elif re.fullmatch(r"assets/data/(basemap|outlines)\..*js", path):
            rings = _unpacked(json.loads(_SCRIPT.search(data.decode())[1]))  # type: ignore[index]
        else:
            continue
        found += [f"{path}: {x}, {y}" for ring in rings for x, y in ring if not public.has(x, y)]
    return found


def _rings(value: Any) -> Iterator[list[XY]]:
    if isinstance(value, dict) and value.get("type") in {"Polygon", "MultiPolygon"}:
        yield list(_positions(value["coordinates"]))
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _rings(inner)


def _unpacked(value: Any) -> Iterator[list[XY]]:
    """Add up the steps of packed rings: whole thousandths of a degree."""
    if isinstance(value, list) and len(value) > 3 and all(isinstance(n, int) for n in value):
        x, y, ring = 0, 0, []
        for dx, dy in zip(value[::2], value[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x / 1000, y / 1000))
        yield ring
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _unpacked(inner)


def said(files: Mapping[str, bytes], words: Iterable[str]) -> list[str]:
    """Return "path: word" for each word that stands in a file or a path, however it is written there."""
    texts = {path: f"{path}\n{data.decode('utf-8', 'replace')}".casefold() for path, data in files.items()}
    once, every = lines(texts.values()), "\0".join(texts.values())
    forms = {word: [form.casefold() for form in _forms(word)] for word in dict.fromkeys(words)}
    found = [word for word, all_ in forms.items() if any(form in (every if "\n" in form else once) for form in all_)]
    return [f"{p}: {word}" for word in found for p, text in texts.items() if any(form in text for form in forms[word])]


def lines(texts: Iterable[str]) -> str:
    """Return every line of these texts once: most of a page stands on others, too."""
    return "\n".join(dict.fromkeys(line for text in texts for line in text.split("\n")))


def _forms(word: str) -> set[str]:
    ascii_ = json.dumps(word)[1:-1]
    return {word, html.escape(word), html.escape(word, quote=False), json.dumps(word, ensure_ascii=False)[1:-1], ascii_}


def machine(root: Path) -> set[str]:
    """Return what tells on which machine something was made: folders and names of user and host."""
    import getpass
    import platform
    import tempfile

    words = {str(Path.home()), str(root), tempfile.gettempdir(), platform.node(), f"/{getpass.getuser()}/"}
    return {word for word in words if len(word) > 3}
