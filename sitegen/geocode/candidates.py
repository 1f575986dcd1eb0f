"""A place that a provider proposes, in one form whoever proposes it."""

from dataclasses import dataclass
from functools import cache

from sitegen.gazetteer import fold, plain, romanised
from sitegen.geometry import LngLat, Shape, distance_m
from sitegen.model.place import Precision

SAME_PLACE_M = 3_000
"""Two providers' points of one settlement differ by less: 97 % of GeoNames' moved by less than 1 km in three years."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One proposed place.

    `names` are (language, name), "" where the language is not known; the site's three come first. `hierarchy` is
    what contains it, from the inside out, as the provider words it. `country` is an ISO 3166 code, "" if not told.
    `complete` tells whether the provider knows most places of this kind: only then does its finding a single one
    mean that there is a single one.
    """

    provider: str
    ref: str
    names: tuple[tuple[str, str], ...]
    point: LngLat
    country: str
    hierarchy: tuple[str, ...]
    precision: Precision
    radius_km: float | None
    link: str
    licence: str
    attribution: str
    complete: bool
    population: int = 0
    outline: Shape | None = None

    @property
    def title(self) -> str:
        """The name to show first."""
        return self.names[0][1]

    def name(self, lang: str) -> str:
        """Return the name in one language, or nothing."""
        return next((words for code, words in self.names if code == lang), "")

    def bears(self, toponym: str) -> bool:
        """Tell whether one of its names is the toponym after folding; similarity does not count."""
        return fold(toponym) in _keys(self.names)

    def is_called(self, toponym: str) -> bool:
        """Tell whether one of its names is the toponym letter by letter."""
        return plain(toponym) in {plain(words) for _, words in self.names}

    def is_same_as(self, other: "Candidate") -> bool:
        """Tell whether two providers speak of one place: a name in common, and close together."""
        return distance_m(self.point, other.point) < SAME_PLACE_M and bool(_keys(self.names) & _keys(other.names))


@cache
def _keys(names: tuple[tuple[str, str], ...]) -> frozenset[str]:
    spelled = {words for _, words in names}
    return frozenset(filter(None, map(fold, spelled | {form for words in spelled for form in romanised(words)})))


def distinct(candidates: list[Candidate]) -> list[Candidate]:
    """Leave out what a later candidate of another provider proposes as well, and repetitions."""
    kept: list[Candidate] = []
    for candidate in reversed(candidates):
        same = (other for other in kept if other.provider != candidate.provider or other.ref == candidate.ref)
        if not any(candidate.ref == other.ref or candidate.is_same_as(other) for other in same):
            kept.append(candidate)
    return kept[::-1]
