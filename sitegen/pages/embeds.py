"""Pages for the frames of other people's pages: an event, a list, the map. No script runs there."""

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from sitegen.located import Located
from sitegen.locator import events_map
from sitegen.model.fields import Text
from sitegen.pages.edition import Edition
from sitegen.pages.listing import Mark, item
from sitegen.pages.sheet import Sheet

POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"
NEWEST = 10
"""Events in a list: the page it leads to has the others."""

_STYLES = ("tokens.css", "kinds.css", "embed.css")


def embeds(edition: Edition) -> Iterator[Sheet]:
    """Yield a card for every event, a list for every kind and place with events, and the map: the edition's share."""
    yield from _cards(edition)
    if edition.share.first:
        yield from _single(edition)
    for entry in edition.share.take(edition.listed_places):
        if there := edition.index.by_place.get(entry.id, ()):
            yield _list(f"places/{entry.id}", entry.place.name, f"places/{entry.id}.html", there, edition)


def _single(edition: Edition) -> Iterator[Sheet]:
    events = edition.site.events
    yield _list("list", edition.site.file.title, "index.html", events, edition)
    yield _map(edition)
    for id_, kind in edition.site.kinds.items():
        of_kind = edition.index.by_kind.get(id_, ())
        yield _list(f"kinds/{id_}", kind.label, f"kinds/{id_}.html", of_kind, edition)
    for stone in edition.site.tombstones:
        title = edition.t.gettext("Entry withdrawn")
        yield _sheet(f"events/{stone.id}", title, edition, {"stone": stone, "title": title})


def _cards(edition: Edition) -> Iterator[Sheet]:
    for event in edition.share.take(edition.site.events):
        shown = item(event, edition)
        values = {"single": shown, "stone": None}
        yield _sheet(f"events/{event.id}", edition.plain(event.event.title), edition, values, (shown.mark,))


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
