"""A page for each choice of a filter that has none otherwise: the first level of filtering, without scripts."""

from collections.abc import Iterator

from sitegen.pages.edition import Edition
from sitegen.pages.facets import Choice, panels
from sitegen.pages.front import marks_of
from sitegen.pages.listing import listing
from sitegen.pages.sheet import Sheet

OWN = frozenset({"level", "disputed", "side", "effect", "known"})
"""The facets whose choices get their pages here; kinds and places have richer ones."""


def choices(edition: Edition) -> Iterator[Sheet]:
    """Yield a page for every choice of those facets that some event has."""
    for panel in panels(edition):
        for facet in panel.facets:
            if facet.id in OWN:
                yield from (_page(panel.label, choice, edition) for choice in facet.choices)


def _page(over: str, choice: Choice, edition: Edition) -> Sheet:
    rows = listing([edition.site.events[rank] for rank in choice.events], edition)
    name = edition.plain(choice.words) if choice.words else choice.label
    title = f"{over}: {name}"
    values = {"over": over, "choice": choice, "listing": rows, "speakers": _speakers(choice, edition)}
    description = edition.t.gettext("Events by {what} ({name})").format(what=over, name=name)
    return Sheet(choice.path, "choice.html", title, description, values, marks=marks_of(rows))


def _speakers(choice: Choice, edition: Edition) -> list[str]:
    """Return the speakers of a side, by name; none for other choices."""
    if not choice.path.startswith("sides/"):
        return []
    theirs = (id_ for id_, speaker in edition.site.speakers.items() if speaker.side == choice.id)
    return sorted(theirs, key=lambda id_: (edition.speaker_name(id_).casefold(), id_))
