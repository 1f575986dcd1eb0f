"""The front page's filters: what events can be chosen by, and the page that lists each choice without scripts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sitegen.i18n import mark as _
from sitegen.located import Located
from sitegen.model.fields import Text
from sitegen.pages.edition import Edition
from sitegen.pages.listing import Mark, mark
from sitegen.pages.vocabulary import EFFECTS
from sitegen.verdict import DISPUTED, LABELS, LEVELS

KNOWN: Mapping[str, str] = {
    "km1": _("a place known to 1 km"),
    "km5": _("a place known to 5 km"),
    "km20": _("a place known to 20 km"),
    "day": _("the day is known"),
    "month": _("the month is known"),
}
"""How finely place and time are known. These are the only choices of which all must hold."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice: `words` where a contributor wrote its name, else `label`; `depth` is how far inside others it lies.

    `path` leads to its page inside the edition, a file named after the choice; `events` are ranks, newest
    event first, from 0.
    """

    id: str
    path: str
    events: tuple[int, ...]
    label: str = ""
    words: Text | None = None
    depth: int = 0
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """Choices of one kind, without those that no event has."""

    id: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """The facets that stand under one heading."""

    label: str
    facets: tuple[Facet, ...]


def panels(edition: Edition) -> tuple[Panel, ...]:
    """Return every facet in the order in which a reader meets them."""
    t = edition.t
    named = (
        (t.gettext("Kind"), ("kind",)),
        (t.gettext("Confirmation"), ("level", "disputed")),
        (t.gettext("Who says so"), ("side",)),
        (t.gettext("People"), ("effect",)),
        (t.gettext("Place"), ("place",)),
        (t.gettext("How well known"), ("known",)),
    )
    ranks = {event.id: rank for rank, event in enumerate(edition.site.events)}
    makers = {
        "kind": _kinds, "level": _levels, "disputed": _disputed, "side": _sides, "effect": _effects,
        "place": _places, "known": _known,
    }  # fmt: skip
    made = {id_: Facet(id_, tuple(c for c in make(edition, ranks) if c.events)) for id_, make in makers.items()}
    found = (Panel(label, tuple(made[id_] for id_ in ids if made[id_].choices)) for label, ids in named)
    return tuple(panel for panel in found if panel.facets)


_Ranks = Mapping[str, int]


def _of(events: Iterable[Located], ranks: _Ranks) -> tuple[int, ...]:
    return tuple(ranks[event.id] for event in events)


def _kinds(edition: Edition, ranks: _Ranks) -> Iterator[Choice]:
    for id_, kind in edition.site.kinds.items():
        events = _of(edition.index.by_kind.get(id_, ()), ranks)
        yield Choice(id_, f"kinds/{id_}.html", events, words=kind.label, mark=mark(kind.shape, "full"))


def _levels(edition: Edition, ranks: _Ranks) -> Iterator[Choice]:
    by = edition.index.by["verdicts"]
    for level in reversed(LEVELS):
        yield Choice(level, f"verdicts/{level}.html", _of(by.get(level, ()), ranks), edition.t.gettext(LABELS[level]))


def _disputed(edition: Edition, ranks: _Ranks) -> Iterator[Choice]:
    events = edition.index.by["verdicts"].get("disputed", ())
    yield Choice("disputed", "verdicts/disputed.html", _of(events, ranks), edition.t.gettext(DISPUTED))


def _sides(edition: Edition, ranks: _Ranks) -> Iterator[Choice]:
    for id_, side in edition.site.sides.items():
        events = edition.index.by["sides"].get(id_, ())
        yield Choice(id_, f"sides/{id_}.html", _of(events, ranks), words=side.label)


def _effects(edition: Edition, ranks: _Ranks) -> Iterator[Choice]:
    for id_, label in EFFECTS.items():
        events = edition.index.by["effects"].get(id_, ())
        yield Choice(id_, f"effects/{id_}.html", _of(events, ranks), edition.t.gettext(label))


def _places(edition: Edition, ranks: _Ranks) -> Iterator[Choice]:
    """Yield places as a tree: what lies inside another follows it, by name."""
    chains = {id_: tuple(reversed(edition.site.gazetteer.chain(id_))) for id_ in edition.index.by_place}
    names = {entry.id: edition.place_name(entry) for chain in chains.values() for entry in chain}
    for id_, chain in sorted(chains.items(), key=lambda item: [(names[e.id].casefold(), e.id) for e in item[1]]):
        events = _of(edition.index.by_place[id_], ranks)
        yield Choice(id_, f"places/{id_}.html", events, words=chain[-1].place.name, depth=len(chain) - 1)


def _known(edition: Edition, ranks: _Ranks) -> Iterator[Choice]:
    for id_, label in KNOWN.items():
        events = edition.index.by["known"].get(id_, ())
        yield Choice(id_, f"known/{id_}.html", _of(events, ranks), edition.t.gettext(label))
