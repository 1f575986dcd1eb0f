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
        {"listing": rows, "hidden": hidden, "map_id": parts[edition.lang].div_id}, styles, scripts, marks_of(rows),
    )  # fmt: skip


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
    return tuple(map(assets.path, mine.styles)), (*map(assets.path, mine.scripts), *data)


def _scripts(parts: MapParts) -> dict[str, bytes]:
    """Return the map's data and then the map itself, in the order in which they load."""
    return {**dict(sorted(parts.data.items())), "the-map.js": parts.script.encode()}


def unplaced(event: Located) -> bool:
    """Tell whether an event has nowhere on the map to stand."""
    return not any(location.shapes for location in event.locations)
