"""The pages of kinds of event, and the one that explains them all."""

from collections.abc import Iterator
from functools import partial

from sitegen.model.site import Kind
from sitegen.pages.edition import Edition
from sitegen.pages.front import list_scripts
from sitegen.pages.gathered import gather
from sitegen.pages.listing import mark, reach
from sitegen.pages.sheet import Due, Sheet


def kinds(edition: Edition) -> Iterator[Due]:
    """Yield a page for every kind, and one that leads to them all."""
    yield Due("kinds/index.html", _index)
    for id_, kind in edition.site.kinds.items():
        yield Due(f"kinds/{id_}.html", partial(_kind, kind), reach(edition.index.by_kind.get(id_, ()), edition))


def _kind(kind: Kind, edition: Edition) -> Sheet:
    view, symbol = gather(edition.index.by_kind.get(kind.id, ()), edition), mark(kind.shape, "full")
    values = {"kind": kind, "mark": symbol, "view": view}
    path, label, words = f"kinds/{kind.id}.html", edition.plain(kind.label), edition.plain(kind.definition)
    marks = (symbol, *view.marks)
    return Sheet(path, "kind.html", label, words, values, edition.drawings, list_scripts(edition), marks)


def _index(edition: Edition) -> Sheet:
    """Return the page of all kinds, by group, with what each means and how many events there are."""
    site, title = edition.site, edition.t.gettext("Kinds of event")
    words = edition.t.gettext("What kinds of event this record knows, what each means, and how many there are")
    rows = [
        (kind, mark(kind.shape, "full"), len(edition.index.by_kind.get(id_, ()))) for id_, kind in site.kinds.items()
    ]
    groups = [(group, [row for row in rows if row[0].group == group.id]) for group in site.groups]
    marks = tuple(symbol for _, symbol, _ in rows)
    return Sheet("kinds/index.html", "kinds.html", title, words, {"title": title, "groups": groups}, marks=marks)
