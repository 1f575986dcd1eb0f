"""What happened inside a place, by the places that lie in it: the answer to "what happened in my district"."""

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.gazetteer import Entry
from sitegen.located import Located
from sitegen.pages.edition import Edition
from sitegen.pages.listing import Item, item

_NEWEST = 5


@dataclass(frozen=True, slots=True)
class Part:
    """A place directly inside another and the events in it, of which the `newest` are named.

    `entry` is None for what is known no finer than the outer place itself.
    """

    entry: Entry | None
    count: int
    newest: tuple[Item, ...]


def parts(entry: Entry, events: Sequence[Located], edition: Edition) -> tuple[Part, ...]:
    """Sort events by the places directly inside one, by name, what is known no finer last; empty without such places.

    An event with several places counts in each of them.
    """
    groups: dict[str, list[Located]] = {}
    for event in events:
        for id_ in _inner(entry, event, edition):
            groups.setdefault(id_, []).append(event)
    if not set(groups) - {""}:
        return ()
    entries = edition.site.gazetteer.entries
    order = sorted(groups, key=lambda id_: (not id_, edition.place_name(entries[id_]).casefold() if id_ else "", id_))
    return tuple(_part(entries.get(id_), groups[id_], edition) for id_ in order)


def _part(entry: Entry | None, events: Sequence[Located], edition: Edition) -> Part:
    return Part(entry, len(events), tuple(item(event, edition) for event in events[:_NEWEST]))


def _inner(entry: Entry, event: Located, edition: Edition) -> dict[str, None]:
    """Return the ids of the places directly inside `entry` that an event was in, "" for `entry` itself."""
    found: dict[str, None] = {}
    for location in event.locations:
        if location.entry is None:
            continue
        chain = [outer.id for outer in edition.site.gazetteer.chain(location.entry.id)]
        if entry.id in chain:
            found[("", *chain)[chain.index(entry.id)]] = None
        elif entry.id in location.entry.place.members:
            found[""] = None
    return found
