"""The front page's filters: what events can be chosen by, and the page that lists each choice without scripts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.pages.edition import Edition
from sitegen.pages.facets import Choice, facets


@dataclass(frozen=True, slots=True)
class Panel:
    """What stands under one heading: lists of choices, by the id that addresses and scripts know them by."""

    label: str
    facets: Mapping[str, tuple[Choice, ...]]


def panels(edition: Edition) -> tuple[Panel, ...]:
    """Return every facet in the order in which a reader meets them, without those that no event has."""
    t = edition.t
    by = {facet.id: facet.choices for facet in facets(edition)}
    levels, disputed = ([c for c in by["verdicts"] if (c.id == "disputed") is is_it] for is_it in (False, True))
    named = (
        (t.gettext("Kind"), {"kind": by["kinds"]}),
        (t.gettext("Confirmation"), {"level": tuple(levels), "disputed": tuple(disputed)}),
        (t.gettext("Who says so"), {"side": by["sides"]}),
        (t.gettext("People"), {"effect": by["effects"]}),
        (t.gettext("Place"), {"place": tuple(_places(edition))}),
        (t.gettext("How well known"), {"known": by["known"]}),
    )
    found = (Panel(label, {id_: choices for id_, choices in lists.items() if choices}) for label, lists in named)
    return tuple(panel for panel in found if panel.facets)


def _places(edition: Edition) -> Iterator[Choice]:
    """Yield places as a tree: what lies inside another follows it, by name."""
    chains = {id_: tuple(reversed(edition.site.gazetteer.chain(id_))) for id_ in edition.index.by_place}
    names = {entry.id: edition.place_name(entry) for chain in chains.values() for entry in chain}
    for id_, chain in sorted(chains.items(), key=lambda item: [(names[e.id].casefold(), e.id) for e in item[1]]):
        events, label = edition.index.by_place[id_], chain[-1].place.name
        yield Choice(id_, f"places/{id_}.html", label, "", events, depth=len(chain) - 1)
