"""The columns of events.csv that say how many: never a number without the claims that give it."""

from collections.abc import Callable, Iterator
from typing import get_args

from sitegen.counts import Field
from sitegen.exports.events_rows import Row, of_event
from sitegen.exports.people import Figure, figure
from sitegen.exports.table import Cell, Column
from sitegen.located import Located
from sitegen.model.event import Effect
from sitegen.site import Site

_SHOWN: tuple[tuple[Field, str], ...] = (("total", ""), ("children", "children_"))


def people(site: Site) -> Iterator[Column[Row]]:
    """Yield columns for the effects that some event of the site has, in the model's order."""
    used = {one.effect for event in site.events for one in event.ranges}
    for effect in get_args(Effect):
        if effect in used:
            for field, infix in _SHOWN:
                yield from _columns(effect, field, infix)


def _columns(effect: Effect, field: Field, infix: str) -> Iterator[Column[Row]]:
    tag = f"#affected+{effect}" + (f"+{field}" if infix else "")
    who = f"{'people' if field == 'total' else field} {effect.replace('_', ' ')}"
    most = f"the most {who}; empty where a claim leaves the end open"
    name = f"{effect}_{infix}"
    yield Column(f"{name}min", f"{tag}+min", f"the fewest {who}", _cell(effect, field, lambda f: f.min), "integer")
    yield Column(f"{name}max", f"{tag}+max", most, _cell(effect, field, lambda f: f.max), "integer")
    cited = "the claims that give these numbers, or speak of some without counting them"
    yield Column(f"{name}claims", f"{tag}+claims", cited, _cell(effect, field, lambda f: " ".join(f.claims)))


def _cell(effect: Effect, field: Field, value: Callable[[Figure], Cell]) -> Callable[[Row], Cell]:
    def cell(event: Located) -> Cell:
        found = figure(event.ranges, effect, field)
        return value(found) if found else None

    return of_event(cell)
