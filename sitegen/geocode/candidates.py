"""A place that a provider proposes, in one form whoever proposes it."""

from dataclasses import dataclass
from functools import cache

from sitegen.gazetteer import fold, romanised
from sitegen.geometry import LngLat, Shape, distance_m
from sitegen.model.place import Precision

SAME_PLACE_M = 3_000
"""Two providers' points of one settlement differ by less: 97 % of GeoNames' moved by less than 1 km in three years."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One proposed place.

    `names` are (language, name), the site's three first. `aliases` are further names worth keeping (former ones,
    other languages); by `others` it is only known, never kept. `hierarchy` is what contains it, from the inside out,
    as the provider words it. `country` is an ISO 3166 code, "" if not told.
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
    aliases: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
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
        return fold(toponym) in _keys(self._all)

    @property
    def _all(self) -> tuple[str, ...]:
        return (*(words for _, words in self.names), *self.aliases, *self.others)

    def is_same_as(self, other: "Candidate") -> bool:
        """Tell whether both are one place: the same object, or a name in common and close together."""
        if (self.provider, self.ref) == (other.provider, other.ref):
            return True
        return distance_m(self.point, other.point) < SAME_PLACE_M and bool(_keys(self._all) & _keys(other._all))


@cache
def _keys(names: tuple[str, ...]) -> frozenset[str]:
    forms = {form for words in names for form in romanised(words)}
    return frozenset(filter(None, map(fold, {*names, *forms})))


def distinct(candidates: list[Candidate]) -> list[Candidate]:
    """Keep one candidate of each place: the last provider's, and of one provider's the one it named first."""
    kept: list[Candidate] = []
    for candidate in candidates:
        same = next((i for i, other in enumerate(kept) if candidate.is_same_as(other)), None)
        if same is None:
            kept.append(candidate)
        elif kept[same].provider != candidate.provider:
            kept[same] = candidate
    return kept
