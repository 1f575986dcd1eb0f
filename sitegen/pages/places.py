"""The pages of places: what they are called, where they lie, what happened in them, by place, and around them."""

from collections.abc import Iterator, Sequence

from sitegen.gazetteer import Entry
from sitegen.located import Located
from sitegen.pages.edition import Edition
from sitegen.pages.front import list_scripts
from sitegen.pages.gathered import gather
from sitegen.pages.holding import holdings
from sitegen.pages.inside import Part, parts
from sitegen.pages.listing import Mark
from sitegen.pages.sheet import Sheet
from sitegen.pages.whereabouts import all_names, country, hierarchy, known, named, other_spellings, position


def places(edition: Edition) -> Iterator[Sheet]:
    """Yield a page for every place of the edition's share of the gazetteer, and one that leads to them all."""
    for entry in edition.share.take(edition.listed_places):
        yield _place(entry, edition.index.by_place.get(entry.id, ()), edition.index.nearby.get(entry.id, ()), edition)
    if edition.share.first:
        yield _index(edition)


def _place(entry: Entry, events: Sequence[Located], around: Sequence[Entry], edition: Edition) -> Sheet:
    radius = entry.place.radius_km
    site = edition.site
    view = gather(events, edition, entry.id)
    inside = parts(entry, events, edition)
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
        "stories": edition.index.stories_of_place.get(entry.id, ()),
        "view": view,
        "parts": inside,
        "around": [(other, len(edition.index.by_place.get(other.id, ()))) for other in around],
    }
    name = edition.place_name(entry)
    words = edition.t.gettext("{place}: its names, where it lies, and the events here").format(place=name)
    path = f"places/{entry.id}.html"
    marks = (*view.marks, *_marks(inside))
    return Sheet(path, "place.html", name, words, values, edition.drawings, list_scripts(edition), marks)


def _marks(inside: Sequence[Part]) -> tuple[Mark, ...]:
    return tuple(row.mark for part in inside for row in part.newest)


def _index(edition: Edition) -> Sheet:
    """Return the page that leads to every place: by country, what lies in it, and so on inwards."""
    title = edition.t.gettext("Places")
    words = edition.t.gettext("Every place of this record, by what it lies in")
    inner: dict[str, list[Entry]] = {}
    for entry in edition.listed_places:
        inner.setdefault(_outer(entry, edition), []).append(entry)
    for group in inner.values():
        group.sort(key=lambda entry: (edition.place_name(entry).casefold(), entry.id))
    counts = {entry.id: len(edition.index.by_place.get(entry.id, ())) for entry in edition.listed_places}
    single = [entry for entry in inner.get("", ()) if entry.id not in inner]
    values = {"title": title, "inner": {"": [], **inner}, "single": single, "counts": counts}
    return Sheet("places/index.html", "places.html", title, words, values)


def _outer(entry: Entry, edition: Edition) -> str:
    """Return the id of what a place stands under in the index: what it lies in, else nothing."""
    within = entry.place.within
    return within if within in edition.site.gazetteer.entries else ""
