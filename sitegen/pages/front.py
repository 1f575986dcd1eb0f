"""The front page: the list, and the map that shows the same events."""

from collections.abc import Mapping

from sitegen.located import Located
from sitegen.maps import MapParts
from sitegen.pages.edition import Edition
from sitegen.pages.listing import item, listing, marks_of
from sitegen.pages.sheet import Sheet


def front(edition: Edition, parts: Mapping[str, MapParts]) -> Sheet:
    """Return the front page."""
    styles, scripts = map_files(edition, parts)
    rows = listing(edition.site.events, edition)
    hidden = [item(event, edition) for event in edition.site.events if unplaced(event)]
    return Sheet(
        "index.html", "index.html", edition.title, edition.plain(edition.site.file.description),
        {"listing": rows, "hidden": hidden, "map_id": parts[edition.lang].div_id}, styles,
        (*scripts, *list_scripts(edition)), marks_of(rows),
    )  # fmt: skip


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
    return tuple(map(assets.path, mine.styles)), (*map(assets.path, mine.scripts), *data)


def _scripts(parts: MapParts, name: str) -> dict[str, bytes]:
    """Return the map's data and then the map itself, in the order in which they load."""
    return {**dict(sorted(parts.data.items())), name: parts.script.encode()}


def unplaced(event: Located) -> bool:
    """Tell whether an event has nowhere on the map to stand."""
    return not any(location.shapes for location in event.locations)


def list_scripts(edition: Edition) -> tuple[str, ...]:
    """Return what a page with a list of events runs: the download of those that are shown."""
    return (edition.assets.path("take.js"),)
