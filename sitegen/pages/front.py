"""The front page: the list, the map that shows the same events, and the months beyond the newest events."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from sitegen.located import Located
from sitegen.maps import MapParts
from sitegen.pages.edition import Edition
from sitegen.pages.facets import panels
from sitegen.pages.listing import Listing, Mark, item, listing, month_of, months
from sitegen.pages.sheet import Sheet
from sitegen.pages.table import table

_SCRIPTS = ("front-sets.js", "front.js", "front-address.js", "front-filters.js", "front-chosen.js", "front-list.js",
            "front-time.js", "front-brush.js", "front-when.js")  # fmt: skip


def front(edition: Edition, parts: Mapping[str, MapParts]) -> Sheet:
    """Return the front page."""
    styles, map_scripts = map_files(edition, parts)
    rows, filters = listing(edition.site.events, edition), panels(edition)
    data = edition.assets.add("data/table.js", table(edition.site.events, filters))
    scripts = (data, edition.assets.bundle("front-page.js", _SCRIPTS), *map_scripts)
    marks = (choice.mark for panel in filters for facet in panel.facets for choice in facet.choices if choice.mark)
    values = {
        "listing": rows,
        "hidden": [item(event, edition) for event in edition.site.events if unplaced(event)],
        "map_id": parts[edition.lang].div_id,
        "panels": filters,
        "periods": _periods(rows, edition),
    }
    description = edition.plain(edition.site.file.description)
    return Sheet(
        "index.html", "index.html", edition.title, description, values,
        (edition.assets.path("front.css"), *styles), scripts, (*marks, *marks_of(rows)),
    )  # fmt: skip


def _periods(rows: Listing, edition: Edition) -> list[tuple[str, str, int]]:
    """Return address, words and count of each month that has a page, else of each year of the list."""
    by_month = [(month.path, edition.t.month(month.first), month.count) for month in months(edition)]
    return by_month or [(f"#y{year}", str(year), len(inside)) for year, inside in rows.years]


def map_files(edition: Edition, parts: Mapping[str, MapParts]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Publish what the map needs; returns the paths of its styles and of its scripts, in the order they load.

    A file that is the same in the site's first language is shared; another stands in a folder of its language.
    """
    assets, mine = edition.assets, parts[edition.lang]
    shared = _scripts(parts[edition.site.first_language])
    data = [
        assets.add(name if shared.get(name) == content else f"{edition.home}{name}", content)
        for name, content in _scripts(mine).items()
    ]
    leaflet, *own = mine.scripts
    return tuple(map(assets.path, mine.styles)), (assets.path(leaflet), assets.bundle("map-all.js", own), *data)


def _scripts(parts: MapParts) -> dict[str, bytes]:
    """Return the map's data and then the map itself, in the order in which they load."""
    return {**dict(sorted(parts.data.items())), "the-map.js": parts.script.encode()}


def unplaced(event: Located) -> bool:
    """Tell whether an event has nowhere on the map to stand."""
    return not any(location.shapes for location in event.locations)


def marks_of(rows: Listing) -> tuple[Mark, ...]:
    """Return the symbols that a list draws."""
    return tuple(row.mark for _, group in rows.years for row in group)


def month_pages(edition: Edition) -> Iterator[Sheet]:
    """Yield a page for each month, where the front page cannot list all events."""
    pages = {month.first: month for month in months(edition)}
    if not pages:
        return
    for first, events in groupby(edition.site.events, month_of):
        inside = tuple(events)
        rows = listing(inside, edition, len(inside))
        title = edition.t.month(first)
        description = edition.t.gettext("Events of {month}").format(month=title)
        yield Sheet(
            pages[first].path,
            "month.html",
            title,
            description,
            {"listing": rows, "months": tuple(pages.values()), "month": first, "title": title},
            marks=marks_of(rows),
        )
