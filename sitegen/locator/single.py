"""The map of one event: each of its places, numbered as the page's list numbers them."""

from collections.abc import Mapping, Sequence

from sitegen.geometry import Bounds
from sitegen.located import Located, Location
from sitegen.locator import ground, labels, marks, names, picture
from sitegen.locator.areas import boxes, draw
from sitegen.locator.frame import LEAST_KM, Frame, fit
from sitegen.locator.movement import arrows
from sitegen.locator.spots import Spot, middle, spots
from sitegen.locator.words import Words
from sitegen.model.site import Kind
from sitegen.site import Site

_FINE_KM = 40.0
_FINE = frozenset({"exact", "site", "neighbourhood"})

Spots = Mapping[int, Sequence[Spot]]


def place_map(site: Site, located: Located, words: Words, view: Bounds | None = None) -> str:
    """Draw where the event was, as HTML: an SVG of at most 640 pixels and a sentence on what it does not show.

    Each location bears its number, counted from 1 in the order of `located.locations`, where there are several.
    `view` is the window in degrees, else what its places need. Empty where the event has neither a place to draw nor
    one to withhold.
    """
    places = located.locations
    frame = _frame(site, places, view)
    if frame is None:
        return picture.figure("", picture.withheld(places, words))
    found = {i: here for i, p in enumerate(places) if (here := spots(p, frame, site.outlines))}
    moves = arrows(places, {i: middle(here) for i, here in found.items()})
    svg = _map(site, located, words, frame, found, moves)
    said = (picture.not_routes(words) if moves else "", picture.withheld(places, words))
    return picture.figure(svg, *said, below=picture.disclaimer(site, words))


def window(site: Site, located: Located) -> Bounds | None:
    """Return the window of an event's map in degrees; None where it has no place to draw."""
    frame = _frame(site, located.locations, None)
    return frame.bounds() if frame else None


def _frame(site: Site, places: Sequence[Location], view: Bounds | None) -> Frame | None:
    drawn = [box for place in places for box in boxes(place, site.outlines)]
    if not drawn:
        return None
    return fit([view]) if view else fit(drawn, _least_km(places))


def _least_km(places: Sequence[Location]) -> float:
    return _FINE_KM if any(place.precision in _FINE for place in places) else LEAST_KM


def _map(site: Site, located: Located, words: Words, frame: Frame, found: Spots, moves: str) -> str:
    places, kind = located.locations, site.kinds[located.event.kind]
    sheet = labels.Sheet(frame.width, frame.height)
    stand = [spot for here in found.values() for spot in here]
    half = (marks.PIN_SIZE if any(spot.pin for spot in stand) else marks.SIZE) / 2
    for spot in stand:
        sheet.take(spot.mark, half + 1)
    scale = ground.scale(frame, words, sheet)
    written = names.beside(places, {i: middle(here) for i, here in found.items()}, half + 4, words, sheet)
    areas = "".join(draw(place, frame, site.outlines) for place in places)
    body = (
        ground.land(site.basemap, frame) + f'<g class="k-{kind.id}">{areas}{moves}</g>',
        ground.towns(site.basemap, frame, words, sheet),
        _marks(located, kind, found) + written + scale,
    )
    return picture.svg(frame, names.title(places, words), "".join(body))


def _marks(located: Located, kind: Kind, found: Spots) -> str:
    inner = marks.symbol(located, kind)
    put = dict.fromkeys(spot for here in found.values() for spot in here)
    return "".join(
        marks.pin(inner, spot.at, kind.id) if spot.pin else marks.mark(inner, spot.mark, kind.id) for spot in put
    )
