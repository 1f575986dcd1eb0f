"""How many people an event speaks of: ranges whose ends name their claims, and sums that keep their parts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from sitegen.counts.figures import FIELDS, Field, Figure, figures
from sitegen.counts.standing import standing
from sitegen.model.event import Effect, Event
from sitegen.model.site import Speaker

_EFFECTS: tuple[Effect, ...] = get_args(Effect)


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers of people that claims give for one (effect, of, field).

    `min` and `max` are the smallest and largest numbers given, None where nobody gives one; `best` is set only
    where every claim with a number gives the same. Each end names the claims that give it, sorted. `open_below`
    and `open_above` name the claims that leave an end open ("at least 40"), `some` those that count nobody.
    """

    effect: Effect
    of: str | None
    field: Field
    min: int | None
    max: int | None
    best: int | None
    min_claims: tuple[str, ...]
    max_claims: tuple[str, ...]
    open_below: tuple[str, ...] = ()
    open_above: tuple[str, ...] = ()
    some: tuple[str, ...] = ()

    @property
    def claims(self) -> tuple[str, ...]:
        """Every claim that the range names."""
        named = (*self.min_claims, *self.max_claims, *self.open_below, *self.open_above, *self.some)
        return tuple(sorted(set(named)))


@dataclass(frozen=True, slots=True)
class Sum:
    """What the parts of one (effect, field) add up to: never printed without `parts`.

    A part without a number adds nothing and opens the sum: `some` above, a missing end on its side. `lacking`
    lists the places or groups (`of`) whose claims give this effect but not this field; they open it above.
    """

    effect: Effect
    field: Field
    min: int | None
    max: int | None
    best: int | None
    open_below: bool
    open_above: bool
    parts: tuple[Range, ...]
    lacking: tuple[str, ...] = ()

    @property
    def some(self) -> bool:
        """True where a part has people in it whom a claim does not count."""
        return any(part.some for part in self.parts)


def ranges(event: Event, speakers: Mapping[str, Speaker]) -> tuple[Range, ...]:
    """Return a range for each (effect, of, field), over the newest numbers of each voice that stand.

    Sorted by effect and field as the model lists them, `of` by name, those without `of` first. Every speaker
    counts alike, unnamed channels too: the end names the claim and so shows whose it is.
    """
    groups: dict[tuple[Effect, str | None, Field], list[Figure]] = defaultdict(list)
    for figure in figures(standing(event, speakers)):
        groups[figure.effect, figure.of, figure.field].append(figure)
    found = (_range(*key, given) for key, given in groups.items())
    return tuple(sorted(found, key=lambda r: (_EFFECTS.index(r.effect), r.of or "", FIELDS.index(r.field))))


def _range(effect: Effect, of: str | None, field: Field, given: list[Figure]) -> Range:
    counted = [figure for figure in given if not figure.quantity.some]
    # `best` may stand alone or beside one end; it then is the nearest number to the end that is open.
    lows = [(_first(f.quantity.min, f.quantity.best), f.said.claim.id) for f in counted]
    highs = [(_first(f.quantity.max, f.quantity.best), f.said.claim.id) for f in counted]
    low = min((n for n, _ in lows if n is not None), default=None)
    high = max((n for n, _ in highs if n is not None), default=None)
    bests = {figure.quantity.best for figure in counted}
    return Range(
        effect, of, field, low, high, next(iter(bests)) if len(bests) == 1 else None,
        _ids(claim for n, claim in lows if n is not None and n == low),
        _ids(claim for n, claim in highs if n is not None and n == high),
        _ids(f.said.claim.id for f in counted if f.quantity.min is None),
        _ids(f.said.claim.id for f in counted if f.quantity.max is None),
        _ids(f.said.claim.id for f in given if f.quantity.some),
    )  # fmt: skip


def _first(end: int | None, best: int | None) -> int | None:
    return best if end is None else end


def _ids(claims: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(claims)))


def sums(parts: Iterable[Range]) -> tuple[Sum, ...]:
    """Add up, for each effect and field, the ranges of two or more different `of`.

    A range without `of` speaks of everybody: it competes with the sum and is not added to it.
    """
    named: dict[Effect, list[Range]] = defaultdict(list)
    for part in parts:
        if part.of is not None:
            named[part.effect].append(part)
    found = (_sum(effect, field, group) for effect, group in named.items() for field in FIELDS)
    return tuple(total for total in found if total and len(total.parts) + len(total.lacking) > 1)


def _sum(effect: Effect, field: Field, group: list[Range]) -> Sum | None:
    parts = tuple(sorted((part for part in group if part.field == field), key=lambda part: part.of or ""))
    if not parts:
        return None
    lacking = tuple(sorted({str(part.of) for part in group} - {str(part.of) for part in parts}))
    below = any(part.open_below for part in parts)
    above = bool(lacking) or any(part.open_above or part.some for part in parts)
    bests = [part.best for part in parts if part.best is not None]
    sure = len(bests) == len(parts) and not lacking and not any(part.some for part in parts)
    return Sum(
        effect, field, _added(part.min for part in parts), _added(part.max for part in parts),
        sum(bests) if sure else None, below, above, parts, lacking,
    )  # fmt: skip


def _added(ends: Iterable[int | None]) -> int | None:
    known = [end for end in ends if end is not None]
    return sum(known) if known else None
