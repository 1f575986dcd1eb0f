"""The map of many events: their marks heaped where they lie together, their areas drawn once."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from sitegen.geometry import Bounds
from sitegen.located import Located, Location
from sitegen.locator import ground, labels, marks, names, picture
from sitegen.locator.areas import boxes, draw, middles
from sitegen.locator.frame import XY, Frame, fit
from sitegen.locator.spots import Spot, spots
from sitegen.locator.words import Words
from sitegen.same import Same
from sitegen.site import Site

_CELL = 34
_STEP = 19
_SIZE = 15
_ROW = 3

Seen = tuple[Located, Location]


class Heap(NamedTuple):
    """Marks that lie together: where, how many of each (kind, inner SVG), and the places they stand for."""

    at: tuple[int, int]
    marks: Mapping[tuple[str, str], int]
    places: Mapping[str, Location]


class Picture(NamedTuple):
    """What a map shows in any language: its window, its marks, and its areas as SVG."""

    frame: Frame
    heaps: Sequence[Heap]
    areas: str


def events_map(
    site: Site, events: Iterable[Located], words: Words, place: str | None = None, view: Bounds | None = None
) -> str:
    """Draw where `events` were, as HTML; with `place`, only what they did in that place and inside it.

    `view` is the window in degrees, else what their places need. Equal marks on one spot are drawn once with their
    number. Empty where nothing can be drawn.
    """
    seen, drawn = _picture(Same(site), tuple(event.id for event in events), place, view)
    svg = _map(site, seen, words, drawn) if drawn else ""
    said = picture.withheld((at for _, at in seen), words)
    return picture.figure(svg, said, below=picture.disclaimer(site, words))


@lru_cache(maxsize=2048)
def _picture(
    same: Same[Site], ids: Sequence[str], place: str | None, view: Bounds | None
) -> tuple[Sequence[Seen], Picture | None]:
    """Draw once what does not depend on the language; the pages of several languages ask for it."""
    site = same.it
    events = (site.by_id[id_] for id_ in ids)
    seen = [(event, at) for event in events for at in event.locations if _inside(site, at, place)]
    if not (drawn := _boxes(site, seen, place)):
        return seen, None
    frame = fit([view] if view else drawn)
    return seen, Picture(frame, _heaps(site, seen, frame), _areas(site, seen, frame, place))


def _inside(site: Site, location: Location, place: str | None) -> bool:
    if place is None:
        return True
    return location.entry is not None and any(e.id == place for e in site.gazetteer.chain(location.entry.id))


def _boxes(site: Site, seen: Sequence[Seen], place: str | None) -> list[Bounds]:
    """Return what must be seen: of countries the middle only, unless it is the country's own page."""
    distinct = {_key(at): at for _, at in seen if at.shapes}
    found: list[Bounds] = []
    for at in distinct.values():
        whole = at.precision != "country" or _called(at) == place
        found += boxes(at, site.outlines) if whole else middles(at, site.outlines)
    return found


def _key(location: Location) -> tuple[object, ...]:
    return location.entry and location.entry.id, location.where.extent, location.shapes


def _map(site: Site, seen: Sequence[Seen], words: Words, drawn: Picture) -> str:
    frame, heaps, areas = drawn
    sheet = labels.Sheet(frame.width, frame.height)
    for heap in heaps:
        sheet.take(heap.at, _half(heap))
    scale = ground.scale(frame, words, sheet)
    written = _names(heaps, words, sheet)
    body = (
        ground.land(site.basemap, frame) + areas,
        ground.towns(site.basemap, frame, words, sheet),
        "".join(map(_heap, heaps)) + written + scale,
    )
    return picture.svg(frame, _title(seen, words), "".join(body))


def _areas(site: Site, seen: Sequence[Seen], frame: Frame, place: str | None) -> str:
    """Draw each area once, in no kind's colour; of countries only the page's own."""
    distinct = {_key(at): at for _, at in seen if at.precision != "country" or _called(at) == place}
    drawn = (draw(at, frame, site.outlines, hatched=False) for at in distinct.values())
    return f'<g class="locator-areas">{"".join(dict.fromkeys(drawn))}</g>'


def _called(location: Location) -> str:
    return location.entry.id if location.entry else ""


def _heaps(site: Site, seen: Sequence[Seen], frame: Frame) -> list[Heap]:
    """Heap up what lies closer together than marks are wide, in the order of the events."""
    heaps: list[tuple[Spot, list[tuple[Seen, Spot]]]] = []
    found: dict[XY, list[tuple[Seen, Spot]]] = {}  # new heaps come last, so that a point's first one stays its first
    for event, at in seen:
        for spot in spots(at, frame, site.outlines):
            if (near := found.get(spot.at)) is None:
                near = next((members for first, members in heaps if _close(first, spot)), None)
                if near is None:
                    heaps.append((spot, near := []))
                found[spot.at] = near
            near.append(((event, at), spot))
    return [_gather(site, members) for _, members in heaps]


def _close(a: Spot, b: Spot) -> bool:
    return max(abs(a.at[0] - b.at[0]), abs(a.at[1] - b.at[1])) < _CELL


def _gather(site: Site, members: Sequence[tuple[Seen, Spot]]) -> Heap:
    order = {kind: i for i, kind in enumerate(site.kinds)}
    events = {event.id: event for (event, _), _ in members}.values()
    counted = Counter(
        (event.event.kind, marks.symbol(event, site.kinds[event.event.kind]))
        for event in sorted(events, key=lambda event: order[event.event.kind])
    )
    x, y = (round(sum(axis) / len(members)) for axis in zip(*(spot.at for _, spot in members), strict=True))
    return Heap((x, y), counted, {at.entry.id: at for (_, at), _ in members if at.entry})


def _names(heaps: Sequence[Heap], words: Words, sheet: labels.Sheet) -> str:
    """Name the only place of a heap, and a place of several parts at the first of them that has room for it."""
    written: dict[str, str] = {}
    for heap in heaps:
        place = "".join(heap.places)
        if not written.get(place):
            written[place] = names.once(heap.places, heap.at, _half(heap) + 3, words, sheet)
    return "".join(written.values())


def _half(heap: Heap) -> float:
    return min(len(heap.marks), _ROW) * _STEP / 2 + 3


def _heap(heap: Heap) -> str:
    """Lay the marks of a heap in rows of three around its middle, each with its number where that is not one."""
    count = len(heap.marks)
    rows = ceil(count / _ROW)
    drawn = []
    for i, ((kind, inner), n) in enumerate(heap.marks.items()):
        row, column = divmod(i, _ROW)
        across = min(count - row * _ROW, _ROW)
        x = heap.at[0] + round((column - (across - 1) / 2) * _STEP)
        y = heap.at[1] + round((row - (rows - 1) / 2) * _STEP)
        drawn.append(marks.mark(inner, (x, y), kind, _SIZE))
        if n > 1:
            drawn.append(labels.text((x + 8, y + 10), str(n), "locator-count", "middle"))
    return "".join(drawn)


def _title(seen: Sequence[Seen], words: Words) -> str:
    events = len({event.id for event, at in seen if at.shapes})
    places = len({_key(at)[0] for _, at in seen if at.shapes})
    said = words.ngettext("Map of one event", "Map of {n} events at {places} places", events)
    return said.format(n=words.number(events), places=words.number(places))
