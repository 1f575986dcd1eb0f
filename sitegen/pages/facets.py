"""The first choices of every filter, as lists that stand on pages of their own: nothing needs a script to be found."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from sitegen.i18n import mark as _
from sitegen.located import Located
from sitegen.model.fields import Text
from sitegen.model.place import Precision
from sitegen.pages.edition import Edition
from sitegen.pages.listing import Mark, mark
from sitegen.pages.vocabulary import DRAWN, EFFECTS, GRAINS, KNOWN, LEVEL_MEANING, PRECISION
from sitegen.symbols import FILLS
from sitegen.verdict import DISPUTED, LABELS, LEVELS

_DISPUTED = _("a party, an organisation or a mediator denies it and has not conceded since; it stands beside any level")
_NOTES: Mapping[str, str] = {
    "kinds": _("What happened; an event can be of several kinds."),
    "verdicts": _("How well it is confirmed that something happened: computed from who says so."),
    "sides": _("Whose statements are on record; most events have several."),
    "effects": _("What is said to have happened to people."),
    "known": _("How well a place, or the time, is known; what is known better counts, too."),
    "precision": _("How finely a place is known; an event can have several places."),
    "grains": _("How finely the time is known."),
}
_TITLES: Mapping[str, str] = {
    "kinds": _("By kind"),
    "verdicts": _("By confirmation"),
    "sides": _("By side"),
    "effects": _("By what happened to people"),
    "known": _("By how well place and time are known"),
    "precision": _("By how finely the place is known"),
    "grains": _("By how finely the time is known"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One list of events: its id, its page inside the edition, what it is called and what that means.

    `depth` is how far inside others a place lies.
    """

    id: str
    path: str
    label: Text
    note: str
    events: tuple[Located, ...]
    mark: Mark | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Facet:
    """The choices of one filter that lead to any event."""

    id: str
    title: str
    note: str
    choices: tuple[Choice, ...]


def facets(edition: Edition) -> tuple[Facet, ...]:
    """Return every filter with its choices, in the order of the vocabularies."""
    t = edition.t
    makers = {
        "kinds": _kinds, "verdicts": _verdicts, "sides": _sides, "effects": _effects,
        "known": _known, "precision": _precision, "grains": _grains,
    }  # fmt: skip
    made = ((id_, tuple(choice for choice in make(edition) if choice.events)) for id_, make in makers.items())
    return tuple(Facet(id_, t.gettext(_TITLES[id_]), t.gettext(_NOTES[id_]), choices) for id_, choices in made)


def _kinds(edition: Edition) -> Iterator[Choice]:
    for id_, kind in edition.site.kinds.items():
        events, drawn = edition.index.by_kind.get(id_, ()), mark(kind.shape, "full")
        yield Choice(id_, f"kinds/{id_}.html", kind.label, edition.plain(kind.definition), events, drawn)


def _verdicts(edition: Edition) -> Iterator[Choice]:
    by, t = edition.index.by["verdicts"], edition.t
    for level in reversed(LEVELS):
        label, meaning = _said(LABELS[level], edition), t.gettext(LEVEL_MEANING[level])
        drawn = mark("circle", FILLS.get(level, "hollow"))
        yield Choice(level, f"verdicts/{level}.html", label, meaning, by.get(level, ()), drawn)
    crossed = mark("circle", "half", crossed=True)
    label, meaning = _said(DISPUTED, edition), t.gettext(_DISPUTED)
    yield Choice("disputed", "verdicts/disputed.html", label, meaning, by.get("disputed", ()), crossed)


def _sides(edition: Edition) -> Iterator[Choice]:
    words = edition.t.gettext("Events in which this side, or someone on it, is on record with a statement")
    for id_, side in edition.site.sides.items():
        yield Choice(id_, f"sides/{id_}.html", side.label, words, edition.index.by["sides"].get(id_, ()))


def _effects(edition: Edition) -> Iterator[Choice]:
    words = edition.t.gettext("Events of whose people somebody says this, with or without a number")
    return _named("effects", "effects", EFFECTS, dict.fromkeys(EFFECTS, words), edition)


def _known(edition: Edition) -> Iterator[Choice]:
    words = edition.t.gettext("Events of which a place, or the time, is known so well or better")
    return _named("known", "known", KNOWN, dict.fromkeys(KNOWN, words), edition)


def _precision(edition: Edition) -> Iterator[Choice]:
    order = {name: PRECISION[name] for name in get_args(Precision)}
    notes = {
        name: edition.t.gettext("Such a place is drawn as: {how}").format(how=edition.t.gettext(how))
        for name, how in DRAWN.items()
    }
    return _named("precision", "precision", order, notes, edition)


def _grains(edition: Edition) -> Iterator[Choice]:
    words = edition.t.gettext("As finely as the sources know it; no day is invented")
    return _named("grains", "precision", GRAINS, dict.fromkeys(GRAINS, words), edition)


def _named(
    key: str, folder: str, names: Mapping[str, str], notes: Mapping[str, str], edition: Edition
) -> Iterator[Choice]:
    for id_, words in names.items():
        label, events = _said(words, edition), edition.index.by[key].get(id_, ())
        yield Choice(id_, f"{folder}/{id_}.html", label, notes[id_], events)


def _said(message: str, edition: Edition) -> Text:
    words = edition.t.gettext(message)
    return edition.t.own(words[:1].upper() + words[1:])
