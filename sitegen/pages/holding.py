"""Who held a place, as pages say it: dated statements with their source, in the words of the side that is meant."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from sitegen.dates import Span, read_span
from sitegen.gazetteer import Entry
from sitegen.model.place import Control
from sitegen.pages.edition import Edition


@dataclass(frozen=True, slots=True)
class Holding:
    """One statement of who held a place: "Held by Ukrainian forces", when (None: not stated), and the statement."""

    by: Markup
    dates: Span | None
    control: Control


def holdings(entry: Entry, edition: Edition) -> tuple[Holding, ...]:
    """Return what is stated of a place, in the order of its file."""
    return tuple(Holding(_by(held, edition), _dates(held), held) for held in entry.place.control)


def held_at(entry: Entry, when: Span, edition: Edition) -> tuple[Holding, ...]:
    """Return the statements that cover a day of `when`; nothing is concluded for days that none of them covers."""
    return tuple(held for held in holdings(entry, edition) if _covers(held.control, when))


def _by(held: Control, edition: Edition) -> Markup:
    side, t = edition.site.sides[held.by], edition.t
    words, lang = t.text(side.forces or side.label)
    named = escape(words) if lang == t.lang else Markup('<span lang="{}">{}</span>').format(lang, words)
    said = t.gettext("Held by {forces}") if side.forces else t.gettext("Held by: {side}")
    return escape(said).format(forces=named, side=named)


def _dates(held: Control) -> Span | None:
    if held.start is None and held.until is None:
        return None
    return read_span(f"{_end(held.start)}/{_end(held.until)}")


def _end(span: Span | None) -> str:
    return ".." if span is None else span.written.replace("/", "").replace("..", "") if span.is_open else span.written


def _covers(held: Control, when: Span) -> bool:
    """Tell whether a statement speaks of a day of `when`: an end it leaves open it leaves so, up to `as_of`."""
    first, last = (when.first or date.min), (when.last or date.max)
    return any(start <= last and first <= end for start, end in _stated(held))


def _stated(held: Control) -> Iterator[tuple[date, date]]:
    start = held.start.start if held.start else None
    end = held.until.end if held.until else held.as_of
    if start is None and held.until is None:
        start = held.as_of
    yield start or date.min, end or date.max
