"""The front page: the list, and the map that shows the same events."""

from collections.abc import Mapping
from typing import Protocol

from sitegen.located import Located
from sitegen.maps import GROUND, MapParts
from sitegen.pages.edition import Edition
from sitegen.pages.filters import panels
from sitegen.pages.listing import item, listing, marks_of, months
from sitegen.pages.sheet import Sheet
from sitegen.pages.table import table

_SCRIPTS = ("later.js", "front-sets.js", "front.js", "front-address.js", "front-filters.js", "front-chosen.js",
            "front-list.js", "front-time.js", "front-brush.js", "front-when.js", "front-map.js", "front-view.js",
            "take.js")  # fmt: skip


class Parts(Protocol):
    """Returns the front page's map taken apart, in each language of the site; `tiled`: on a third party's tiles."""

    def __call__(self, *, tiled: bool = False) -> Mapping[str, MapParts]:
        """Return the map by language."""


def front(parts: Parts, edition: Edition) -> Sheet:
    """Return the front page."""
    rows, filters = listing(edition.site.events, edition), panels(edition)
    data = edition.assets.add("data/table.js", table(edition.site.events, filters))
    scripts = (data, edition.assets.bundle("front-page.js", _SCRIPTS))
    marks = (choice.mark for panel in filters for choice in panel.facets.get("kind", ()) if choice.mark)
    values = {
        "listing": rows,
        "hidden": [item(event, edition) for event in edition.site.events if unplaced(event)],
        "map_id": parts()[edition.lang].div_id,
        "later": map_files(edition, parts()),
        "panels": filters,
        "periods": _periods(edition),
    }
    description = edition.plain(edition.site.file.description)
    return Sheet(
        "index.html", "index.html", edition.title, description, values,
        (edition.assets.path("front.css"),), scripts, (*marks, *marks_of(rows)),
    )  # fmt: skip


def _periods(edition: Edition) -> list[tuple[str, str, int]]:
    """Return where the timeline's page shows a year, the year, and its number of events, newest first."""
    counts: dict[str, int] = {}
    for month in months(edition):
        counts[f"{month.first:%Y}"] = counts.get(f"{month.first:%Y}", 0) + month.count
    return [(f"timeline.html#y{year}", year, count) for year, count in counts.items()]


def map_files(
    edition: Edition, parts: Mapping[str, MapParts], name: str = "the-map.js"
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Publish what the map needs; returns the paths of its styles and of its scripts, in the order they load.

    `name` is that of the map's own script. A file that is the same in the site's first language is shared; another
    stands in a folder of its language.
    """
    assets, mine = edition.assets, parts[edition.lang]
    shared = _scripts(parts[edition.site.first_language], name)
    data = [
        assets.add(file if shared.get(file) == content else f"{edition.home}{file}", content)
        for file, content in _scripts(mine, name).items()
    ]
    leaflet, *own = mine.scripts
    return tuple(map(assets.path, mine.styles)), (assets.path(leaflet), assets.bundle("map-all.js", own), *data)


def _scripts(parts: MapParts, name: str) -> dict[str, bytes]:
    """Return the map's data and then the map itself, in the order in which they load; the kinds' share one file."""
    ground = {file: data for file, data in sorted(parts.data.items()) if file in GROUND}
    kinds = b"".join(data for file, data in sorted(parts.data.items()) if file not in GROUND)
    return {**ground, "data/kinds.js": kinds, name: parts.script.encode()}


def unplaced(event: Located) -> bool:
    """Tell whether an event has nowhere on the map to stand."""
    return not any(location.shapes for location in event.locations)


def list_scripts(edition: Edition) -> tuple[str, ...]:
    """Return what a page with a list of events runs: the download of those that are shown."""
    return (edition.assets.path("take.js"),)
