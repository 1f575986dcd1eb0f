"""A page for each choice of how well an event is known: the other filters' choices have theirs elsewhere."""

from collections.abc import Iterator, Sequence
from functools import partial

from sitegen.located import Located
from sitegen.pages.edition import Edition
from sitegen.pages.filters import KNOWN
from sitegen.pages.front import list_scripts
from sitegen.pages.listing import listing, marks_of, reach
from sitegen.pages.sheet import Due, Sheet


def choices(edition: Edition) -> Iterator[Due]:
    """Yield the pages known/<how>.html, for what any event is known by."""
    for id_ in KNOWN:
        if events := edition.index.by["known"].get(id_):
            yield Due(f"known/{id_}.html", partial(_page, id_, events), reach(events, edition))


def _page(id_: str, events: Sequence[Located], edition: Edition) -> Sheet:
    t, rows = edition.t, listing(events, edition)
    over, label = t.gettext("How well known"), t.gettext(KNOWN[id_])
    description = t.gettext("Events by {what} ({name})").format(what=over, name=label)
    values, title, scripts = {"over": over, "label": label, "listing": rows}, f"{over}: {label}", list_scripts(edition)
    return Sheet(f"known/{id_}.html", "choice.html", title, description, values, scripts=scripts, marks=marks_of(rows))
