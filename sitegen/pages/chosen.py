"""Pages of events that share one thing: a confirmation, a side, an effect, a precision, a month, a publisher."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from sitegen.dates import read_span
from sitegen.located import Located
from sitegen.model.event import Source
from sitegen.model.fields import Text
from sitegen.pages.edition import Edition
from sitegen.pages.facets import Choice, Facet, facets
from sitegen.pages.front import list_scripts
from sitegen.pages.gathered import gather
from sitegen.pages.groups import source_id
from sitegen.pages.listing import Mark, Month, months, reach
from sitegen.pages.sheet import Due, Sheet

_OWN_PAGES = frozenset({"kinds"})


Others = tuple[tuple[str, Text, int], ...]


def chosen(edition: Edition) -> Iterator[Due]:
    """Yield a page for the first choices of every filter, for every month and publisher, and one that leads to them."""
    yield Due("browse.html", _browse)
    yield from _choices(edition)
    yield from _months(edition)
    for id_, events in edition.index.by["sources"].items():
        yield Due(f"sources/{id_}.html", partial(_publisher, id_, events), reach(events, edition))


def _choices(edition: Edition) -> Iterator[Due]:
    for facet in facets(edition):
        others = tuple((choice.path, choice.label, len(choice.events)) for choice in facet.choices)
        counts = [(path, count) for path, _, count in others]
        for choice in facet.choices if facet.id not in _OWN_PAGES else ():
            yield Due(choice.path, partial(_choice, facet, choice, others), (reach(choice.events, edition), counts))


def _choice(facet: Facet, choice: Choice, others: Others, edition: Edition) -> Sheet:
    marks = (choice.mark,) if choice.mark else ()
    values = {"over": facet.title, "note": choice.note, "mark": choice.mark, "others": others}
    return _sheet(choice.path, choice.label, choice.note, choice.events, values, edition, marks)


def _months(edition: Edition) -> Iterator[Due]:
    all_months = months(edition)
    for i, month in enumerate(all_months):
        beside = (*all_months[max(i - 1, 0) : i], *all_months[i + 1 : i + 2])
        events = edition.index.by["months"][f"{month.first:%Y-%m}"]
        of = (events, [(other.path, other.count) for other in beside])
        yield Due(month.path, partial(_month, month, beside, events), of)


def _month(month: Month, beside: Sequence[Month], events: Sequence[Located], edition: Edition) -> Sheet:
    t, title = edition.t, edition.t.month(month.first)
    others = tuple((other.path, t.own(t.month(other.first)), other.count) for other in beside)
    note = t.gettext("Events whose date ends in this month; what lasted longer is drawn as long as it lasted.")
    values = {"over": t.gettext("Month"), "note": note, "others": others}
    description = t.gettext("Events of {month}").format(month=title)
    return _sheet(month.path, t.own(title[:1].upper() + title[1:]), description, events, values, edition)


def _publisher(id_: str, events: Sequence[Located], edition: Edition) -> Sheet:
    t = edition.t
    used = [s for event in events for s in event.event.sources if source_id(s.publisher) == id_]
    name = used[0].publisher
    words = t.gettext("{name}: the entries of this record that cite it").format(name=name)
    values = {"over": t.gettext("Source"), "note": "", "publisher": _used(used, len(events))}
    return _sheet(f"sources/{id_}.html", t.own(name), words, events, values, edition)


def _used(used: Sequence[Source], entries: int) -> dict[str, Any]:
    """Gather what the entries say of a publisher; each of it once, in the order of the newest entry.

    Of pages that name private people nothing is told but that they are cited.
    """
    shown = [source for source in used if source.names_private_people != "true"]
    return {
        "entries": entries,
        "pages": len(used),
        "kinds": list(dict.fromkeys(source.kind for source in shown)),
        "sides": list(dict.fromkeys(source.side for source in shown if source.side)),
        "languages": sorted({source.lang for source in shown if source.lang}),
        "reprints": sum(bool(source.republishes) for source in shown),
        "archived": sum(bool(source.archive) for source in shown),
    }


def _sheet(
    path: str, label: Text, description: str, events: Sequence[Located], values: dict[str, Any],
    edition: Edition, marks: tuple[Mark, ...] = (),
) -> Sheet:  # fmt: skip
    view = gather(events, edition, limit=len(events) if path.startswith("months/") else None)
    given = {"label": label, "view": view, "mark": None, "others": (), "publisher": None} | values
    return Sheet(
        path,
        "chosen.html",
        edition.plain(label),
        description,
        given,
        edition.drawings,
        list_scripts(edition),
        (*marks, *view.marks),
    )


def _browse(edition: Edition) -> Sheet:
    """Return the page from which every list can be reached, with how many events each holds."""
    t, found = edition.t, facets(edition)
    title, words = t.gettext("Browse"), t.gettext("Every list of this record: by kind, confirmation, side, place, time")
    years: dict[str, int] = {}
    for month in months(edition):
        years[f"{month.first:%Y}"] = years.get(f"{month.first:%Y}", 0) + month.count
    publishers = {id_: len(events) for id_, events in edition.index.by["sources"].items()}
    values = {
        "title": title,
        "facets": found,
        "years": [(read_span(year), f"timeline.html#y{year}", count) for year, count in years.items()],
        "regions": _regions(edition),
        "publishers": [(_spelled(id_, edition), f"sources/{id_}.html", publishers[id_]) for id_ in sorted(publishers)],
    }
    marks = tuple(choice.mark for facet in found for choice in facet.choices if choice.mark)
    return Sheet("browse.html", "browse.html", title, words, values, marks=marks)


def _spelled(id_: str, edition: Edition) -> str:
    newest = edition.index.by["sources"][id_][0]
    return next(source.publisher for source in newest.event.sources if source_id(source.publisher) == id_)


def _regions(edition: Edition) -> list[tuple[str, Text, int]]:
    """Return the regions with events, by name."""
    found = ((entry, len(edition.index.by_place.get(entry.id, ()))) for entry in edition.listed_places)
    regions = [
        (f"places/{entry.id}.html", entry.place.name, count)
        for entry, count in found
        if count and entry.place.precision == "region" and not entry.place.members
    ]
    return sorted(regions, key=lambda one: (edition.plain(one[1]).casefold(), one[0]))
