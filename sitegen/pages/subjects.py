"""The pages of what events have in common: places, kinds, speakers."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from sitegen.gazetteer import Entry
from sitegen.located import Located
from sitegen.locator import events_map
from sitegen.pages.edition import Edition
from sitegen.pages.front import list_scripts, marks_of
from sitegen.pages.holding import holdings
from sitegen.pages.listing import Listing, item, listing, mark
from sitegen.pages.sheet import Sheet
from sitegen.pages.whereabouts import all_names, country, hierarchy, known, named, other_spellings, position


def places(edition: Edition) -> Iterator[Sheet]:
    """Yield a page for every place of the edition's share of the gazetteer."""
    for entry in edition.share.take(edition.listed_places):
        events = edition.index.by_place.get(entry.id, ())
        yield _place(entry, events, listing(events, edition), edition)


def _place(entry: Entry, events: Sequence[Located], rows: Listing, edition: Edition) -> Sheet:
    radius = entry.place.radius_km
    site = edition.site
    values = {
        "entry": entry,
        "place": entry.place,
        "names": all_names(entry, edition),
        "known_as": list(named(entry, edition)[1:]),
        "spellings": other_spellings(entry),
        "chain": hierarchy(entry, edition),
        "country": country(entry, edition),
        "holdings": holdings(entry, edition),
        "position": position(entry, edition),
        "inside": [inner for inner in site.gazetteer.inside(entry.id) if inner.place.within == entry.id],
        "members": [site.gazetteer.entries[id_] for id_ in entry.place.members],
        "known": known(entry.place.precision, round(radius * 1000) if radius else None, edition),
        "map": _map(events, edition, entry.id),
        "stories": edition.index.stories_of_place.get(entry.id, ()),
        "listing": rows,
    }
    name = edition.place_name(entry)
    words = edition.t.gettext("{place}: its names, where it lies, and the events here").format(place=name)
    path = f"places/{entry.id}.html"
    return Sheet(path, "place.html", name, words, values, map_styles(edition), list_scripts(edition), marks_of(rows))


def map_styles(edition: Edition) -> tuple[str, ...]:
    """Return what the small maps need beside the pages' own styles."""
    return (edition.assets.path("locator.css"),)


def _map(events: Sequence[Located], edition: Edition, place: str | None = None) -> Markup:
    return Markup(events_map(edition.site, events, edition.t, place))  # noqa: S704 - the locator escapes


def kinds(edition: Edition) -> Iterator[Sheet]:
    """Yield a page for every kind."""
    for id_, kind in edition.site.kinds.items():
        events = edition.index.by_kind.get(id_, ())
        rows = listing(events, edition)
        symbol = mark(kind.shape, "full")
        values = {"kind": kind, "mark": symbol, "listing": rows, "map": _map(events, edition)}
        words = edition.plain(kind.definition)
        marks = (symbol, *marks_of(rows))
        path, label = f"kinds/{id_}.html", edition.plain(kind.label)
        yield Sheet(path, "kind.html", label, words, values, map_styles(edition), list_scripts(edition), marks)


def speakers(edition: Edition) -> Iterator[Sheet]:
    """Yield a page for every speaker of the edition's share."""
    for id_, speaker in edition.share.take(tuple(edition.site.speakers.items())):
        said = edition.index.statements.get(id_, ())
        statements = [(item(event, edition), claims) for event, claims in said]
        name = edition.plain(speaker.name)
        values = {
            "speaker": speaker,
            "side": edition.site.sides[speaker.side],
            "statements": statements,
            "map": _map([event for event, _ in said], edition),
            "count": sum(len(claims) for _, claims in statements),
        }
        words = edition.t.gettext("{name}: offices, and statements in events of this record").format(name=name)
        marks = tuple(row.mark for row, _ in statements)
        yield Sheet(f"speakers/{id_}.html", "speaker.html", name, words, values, map_styles(edition), marks=marks)
