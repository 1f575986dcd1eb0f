"""All places by every spelling of theirs; what is left of a name when containing places tell homonyms apart."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sitegen.gazetteer.romanise import romanised
from sitegen.gazetteer.spelling import fold, nearest, plain
from sitegen.model.place import Place


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer; `id` is its file's name."""

    id: str
    place: Place


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several places bear the name; `entries` are in the order of their ids."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """No place bears the name; `suggestions` are spellings near it, best first, only ever to be shown."""

    suggestions: tuple[str, ...]


class Gazetteer:
    """All places by id, and by every spelling of theirs."""

    def __init__(self, places: Mapping[str, Place]) -> None:
        """Index `places` (id → place)."""
        self.entries = {id_: Entry(id_, place) for id_, place in sorted(places.items())}
        self._exact: dict[str, dict[str, Entry]] = defaultdict(dict)
        self._folded: dict[str, dict[str, Entry]] = defaultdict(dict)
        for entry in self.entries.values():
            for name in spellings(entry):
                self._exact[plain(name)][entry.id] = entry
                self._folded[fold(name)][entry.id] = entry
        self._folded.pop("", None)
        self._chains: dict[str, tuple[Entry, ...]] = {}
        self._resolved: dict[tuple[str, str | None], Entry | Ambiguous | Unknown] = {}

    def resolve(self, toponym: str, within: str | None = None) -> Entry | Ambiguous | Unknown:
        """Find the one place that `toponym` names inside the place that `within` names.

        A folded match counts only where no listed spelling matches; similarity never decides, it only suggests.
        """
        key = (toponym, within)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(toponym, within)
        return self._resolved[key]

    def _resolve(self, toponym: str, within: str | None) -> Entry | Ambiguous | Unknown:
        found = self.named(toponym)
        if within is not None:
            areas = {entry.id for entry in self.named(within)}
            found = tuple(entry for entry in found if areas & {e.id for e in self.chain(entry.id)[1:]})
        if len(found) == 1:
            return found[0]
        return Ambiguous(found) if found else Unknown(self.suggest(toponym))

    def named(self, toponym: str) -> tuple[Entry, ...]:
        """Return every place with this id or spelling, else with one that folds alike, else romanises so."""
        if toponym in self.entries:
            return (self.entries[toponym],)
        key = fold(toponym)
        found = self._exact.get(plain(toponym)) or self._folded.get(key) or self._romanised.get(key, {})
        return tuple(found.values())

    @cached_property
    def _romanised(self) -> Mapping[str, dict[str, Entry]]:
        # Only asked for what no spelling matches, so content that is in order does not pay for it.
        found: dict[str, dict[str, Entry]] = defaultdict(dict)
        for entry in self.entries.values():
            for form in (form for name in spellings(entry) for form in romanised(name)):
                found[fold(form)][entry.id] = entry
        found.pop("", None)
        return found

    def chain(self, id_: str) -> tuple[Entry, ...]:
        """Return the place and what contains it, from the inside out; unknown ids and cycles end it."""
        if id_ not in self._chains:
            chain: dict[str, Entry] = {}
            current: str | None = id_
            while current in self.entries and current not in chain:
                chain[current] = self.entries[current]
                current = chain[current].place.within
            self._chains[id_] = tuple(chain.values())
        return self._chains[id_]

    def inside(self, id_: str) -> tuple[Entry, ...]:
        """Return the places that lie in `id_`, directly or not, without itself."""
        return self._inside.get(id_, ())

    @cached_property
    def _inside(self) -> Mapping[str, tuple[Entry, ...]]:
        inner: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries.values():
            for outer in self.chain(entry.id)[1:]:
                inner[outer.id].append(entry)
        return {id_: tuple(entries) for id_, entries in inner.items()}

    @cached_property
    def _keys(self) -> Mapping[str, str]:
        return {name: fold(name) for entry in self.entries.values() for name in spellings(entry)}

    def suggest(self, toponym: str, count: int = 3) -> tuple[str, ...]:
        """Return spellings that look like `toponym`, best first."""
        return nearest(toponym, self._keys, count)


def spellings(entry: Entry) -> tuple[str, ...]:
    """Return every spelling of a place: names in all languages, then the listed ones."""
    return tuple(dict.fromkeys([*(words for _, words in entry.place.name.values), *entry.place.spellings]))
