"""Pages for the frames of other people's pages: an event, a list, the map. No script runs there."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from markupsafe import Markup

from sitegen.located import Located, Tombstone
from sitegen.locator import events_map
from sitegen.model.fields import Text
from sitegen.pages.edition import Edition
from sitegen.pages.listing import Mark, item
from sitegen.pages.sheet import Due, Sheet

POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"
NEWEST = 10
"""Events in a list: the page it leads to has the others."""

_STYLES = ("tokens.css", "kinds.css", "embed.css")


def embeds(edition: Edition) -> Iterator[Due]:
    """Yield a card for every event, a list for every kind and place with events, and the map."""
    index, site = edition.index, edition.site
    yield Due("embed/map.html", _map)
    yield _listed("list", site.file.title, "index.html", site.events)
    for id_, kind in site.kinds.items():
        yield _listed(f"kinds/{id_}", kind.label, f"kinds/{id_}.html", index.by_kind.get(id_, ()))
    for entry in edition.listed_places:
        if there := index.by_place.get(entry.id, ()):
            yield _listed(f"places/{entry.id}", entry.place.name, f"places/{entry.id}.html", there)
    for event in site.events:
        yield Due(f"embed/events/{event.id}.html", partial(_card, event), (event,))
    for stone in site.tombstones:
        yield Due(f"embed/events/{stone.id}.html", partial(_withdrawn, stone), ())


def _listed(name: str, heading: Text, more: str, events: Sequence[Located]) -> Due:
    of = (events[:NEWEST], len(events))
    return Due(f"embed/{name}.html", partial(_list, name, heading, more, events), of)


def _withdrawn(stone: Tombstone, edition: Edition) -> Sheet:
    title = edition.t.gettext("Entry withdrawn")
    return _sheet(f"events/{stone.id}", title, edition, {"stone": stone, "title": title})


def _card(event: Located, edition: Edition) -> Sheet:
    shown = item(event, edition)
    values = {"single": shown, "stone": None}
    return _sheet(f"events/{event.id}", edition.plain(event.event.title), edition, values, (shown.mark,))


def _list(name: str, heading: Text, more: str, events: Sequence[Located], edition: Edition) -> Sheet:
    items = tuple(item(event, edition) for event in events[:NEWEST])
    values = {"heading": heading, "more": more, "items": items, "count": len(events), "map": ""}
    return _sheet(name, edition.plain(heading), edition, values, tuple(row.mark for row in items))


def _map(edition: Edition) -> Sheet:
    drawn = Markup(events_map(edition.site, edition.site.events, edition.t))  # noqa: S704 - the locator escapes
    values: dict[str, object] = {"heading": edition.site.file.title, "more": "index.html", "items": (), "map": drawn}
    values["count"] = len(edition.site.events)
    return _sheet("map", edition.title, edition, values, styles=("locator.css",))


def _sheet(
    name: str, title: str, edition: Edition, values: Mapping[str, object], marks: tuple[Mark, ...] = (),
    styles: tuple[str, ...] = (),
) -> Sheet:  # fmt: skip
    paths = tuple(edition.assets.path(style) for style in (*_STYLES, *styles))
    known = {"stone": None, "single": None, "sheets": paths, **values}
    return Sheet(f"embed/{name}.html", "embed.html", title, title, known, marks=marks, listed=False, policy=POLICY)
