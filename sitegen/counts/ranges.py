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
_ENDS = ("min", "max", "best")


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers of people that claims give for one (effect, of, field).

    `min` and `max` are the smallest and largest numbers given, None where nobody gives that end; `best` is set only
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

    `min` adds the numbers given, `max` is None unless every part gives one. A part opens the sum where it is open
    itself, and above where it has `some`. `lacking` lists the places or groups (`of`) whose claims give this effect
    but not this field; they open the sum above.
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
    lows = _ends((_first(figure.quantity.min, figure.quantity.best), figure) for figure in counted)
    highs = _ends((_first(figure.quantity.max, figure.quantity.best), figure) for figure in counted)
    if lows and highs:
        lows = highs = lows + highs  # "at most 40" beside "at least 60": from 40 to 60, both ends open
    low, high = min(lows, default=(None,))[0], max(highs, default=(None,))[0]
    bests = {figure.quantity.best for figure in counted}
    return Range(
        effect,
        of,
        field,
        min=low,
        max=high,
        best=bests.pop() if len(bests) == 1 else None,
        min_claims=_ids(claim for number, claim in lows if number == low),
        max_claims=_ids(claim for number, claim in highs if number == high),
        open_below=_ids(figure.said.claim.id for figure in counted if figure.quantity.min is None),
        open_above=_ids(figure.said.claim.id for figure in counted if figure.quantity.max is None),
        some=_ids(figure.said.claim.id for figure in given if figure.quantity.some),
    )


def _first(end: int | None, best: int | None) -> int | None:
    return best if end is None else end


def _ends(given: Iterable[tuple[int | None, Figure]]) -> list[tuple[int, str]]:
    return [(number, figure.said.claim.id) for number, figure in given if number is not None]


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
    lows, highs, bests = ([end for part in parts if (end := getattr(part, name)) is not None] for name in _ENDS)
    whole = not lacking and not any(part.some for part in parts)
    return Sum(
        effect,
        field,
        min=sum(lows) if lows else None,
        max=sum(highs) if len(highs) == len(parts) and not lacking else None,
        best=sum(bests) if len(bests) == len(parts) and whole else None,
        open_below=any(part.open_below for part in parts),
        open_above=not whole or any(part.open_above for part in parts),
        parts=parts,
        lacking=lacking,
    )
