"""The names and numbers of an event's places on its map."""

from collections.abc import Mapping, Sequence
from html import escape

from sitegen.located import Location
from sitegen.locator import labels
from sitegen.locator.frame import XY
from sitegen.locator.words import Words

_SIZE = 14
_SAME = 12


def title(places: Sequence[Location], words: Words) -> str:
    """Name the map by what is on it: "Map: 1 Sudzhansky District, 2 Belarus"."""
    shown = [(i, _called(place, words)) for i, place in enumerate(places, 1) if place.shapes]
    named = [f"{i} {name}" if len(places) > 1 else name for i, name in shown]
    return words.gettext("Map: {places}").format(places=", ".join(named))


def beside(places: Sequence[Location], at: Mapping[int, XY], gap: float, words: Words, sheet: labels.Sheet) -> str:
    """Write "1 Sudzha" `gap` pixels beside each place; those on one spot share a text, in a crowd only numbers stay."""
    written = []
    for point, members in _together(at):
        number = ", ".join(str(i + 1) for i in members) if len(places) > 1 else ""
        called = dict.fromkeys(_called(places[i], words) for i in members)
        written.append(_label(point, number, " · ".join(called), gap, sheet))
    return "".join(written)


def once(places: Mapping[str, Location], at: XY, gap: float, words: Words, sheet: labels.Sheet) -> str:
    """Write the name of the only place of a spot, if there is one and there is room."""
    if len(places) != 1:
        return ""
    name = _called(next(iter(places.values())), words)
    seat = sheet.seat(at, labels.width(name, _SIZE), _SIZE, gap)
    return labels.text(seat[0], name, "locator-label", seat[1]) if seat else ""


def _together(at: Mapping[int, XY]) -> list[tuple[XY, list[int]]]:
    groups: list[tuple[XY, list[int]]] = []
    for i, (x, y) in at.items():
        near = next((g for (gx, gy), g in groups if max(abs(gx - x), abs(gy - y)) < _SAME), None)
        if near is None:
            groups.append(((x, y), [i]))
        else:
            near.append(i)
    return groups


def _label(at: XY, number: str, name: str, gap: float, sheet: labels.Sheet) -> str:
    bold = f'<tspan class="locator-number">{number}</tspan>' if number else ""
    full = f'{bold}<tspan class="locator-name">{" " if number else ""}{escape(name)}</tspan>'
    if seat := sheet.seat(at, labels.width(f"{number} {name}", _SIZE), _SIZE, gap):
        return labels.raw_text(seat[0], full, "locator-label", seat[1])
    if not number:
        return ""
    seat = sheet.seat(at, labels.width(number, _SIZE), _SIZE, gap)
    point, side = seat or ((at[0] + gap, at[1] + 5), "start")
    return labels.raw_text(point, bold, "locator-label", side)


def _called(place: Location, words: Words) -> str:
    return words.text(place.entry.place.name)[0] if place.entry else ""
