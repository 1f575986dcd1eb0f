"""The pages of places: what they are called, where they lie, what happened in them, by place, and around them."""

from collections.abc import Iterator, Sequence
from functools import partial

from sitegen.gazetteer import Entry
from sitegen.located import Located
from sitegen.pages.edition import Edition
from sitegen.pages.front import list_scripts
from sitegen.pages.gathered import gather
from sitegen.pages.holding import holdings
from sitegen.pages.inside import Part, parts
from sitegen.pages.listing import Mark, reach
from sitegen.pages.sheet import Due, Sheet
from sitegen.pages.whereabouts import all_names, country, hierarchy, known, named, other_spellings, position

Around = tuple[tuple[Entry, int], ...]


def places(edition: Edition) -> Iterator[Due]:
    """Yield a page for every place of the gazetteer, and one that leads to them all."""
    yield Due("places/index.html", _index)
    index = edition.index
    for entry in edition.listed_places:
        events = index.by_place.get(entry.id, ())
        around = tuple((other, len(index.by_place.get(other.id, ()))) for other in index.nearby.get(entry.id, ()))
        counts = [(other.id, count) for other, count in around]
        of = (reach(events, edition), counts, index.stories_of_place.get(entry.id, ()))
        yield Due(f"places/{entry.id}.html", partial(_place, entry, events, around), of)


def _place(entry: Entry, events: Sequence[Located], around: Around, edition: Edition) -> Sheet:
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
        "around": around,
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
