"""A page for each choice of how well an event is known: the other filters' choices have theirs elsewhere."""

from collections.abc import Iterator

from sitegen.pages.edition import Edition
from sitegen.pages.filters import Choice, panels
from sitegen.pages.front import list_scripts
from sitegen.pages.listing import listing, marks_of
from sitegen.pages.sheet import Sheet


def choices(edition: Edition) -> Iterator[Sheet]:
    """Yield the pages known/<how>.html, for what any event is known by."""
    for panel in panels(edition):
        for facet in panel.facets:
            if facet.id == "known":
                yield from (_page(panel.label, choice, edition) for choice in facet.choices)


def _page(over: str, choice: Choice, edition: Edition) -> Sheet:
    rows = listing([edition.site.events[rank] for rank in choice.events], edition)
    description = edition.t.gettext("Events by {what} ({name})").format(what=over, name=choice.label)
    values = {"over": over, "choice": choice, "listing": rows}
    title, scripts = f"{over}: {choice.label}", list_scripts(edition)
    return Sheet(choice.path, "choice.html", title, description, values, scripts=scripts, marks=marks_of(rows))
