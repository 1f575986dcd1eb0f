"""Who says what: a row for each thing claimed, a column for each side, a denial beside what it denies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.model.event import Claim, Event, Looked
from sitegen.model.site import Side
from sitegen.pages.vocabulary import ABOUT
from sitegen.site import Site


@dataclass(frozen=True, slots=True)
class Cell:
    """What one side says in one row; `looked` is the search for its answer that found nothing."""

    side: Side
    claims: tuple[Claim, ...] = ()
    looked: Looked | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is claimed; several lines where claims are answered: each stands beside its answers."""

    about: str
    lines: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The sides that speak or were looked for, in the site's order, and the rows in the order of the vocabulary."""

    sides: tuple[Side, ...]
    rows: tuple[Row, ...]


def matrix(event: Event, site: Site) -> Matrix:
    """Sort an event's claims and searches into rows and columns; empty where nobody is named."""
    rows: dict[str, list[Claim]] = {about: [] for about in ABOUT}
    for claim in event.claims:
        rows[event.about(claim)].append(claim)
    searched = {about for looked in event.looked for about in looked.about}
    speaking = {_side(claim, site) for claim in event.claims} | {looked.side for looked in event.looked}
    sides = tuple(side for id_, side in site.sides.items() if id_ in speaking)
    kept = ((about, claims) for about, claims in rows.items() if claims or about in searched)
    return Matrix(sides, tuple(_row(event, about, claims, sides, site) for about, claims in kept))


def _row(event: Event, about: str, claims: Sequence[Claim], sides: Sequence[Side], site: Site) -> Row:
    silent = {side.id for side in sides} - {_side(claim, site) for claim in claims}
    looked = {search.side: search for search in event.looked if about in search.about and search.side in silent}
    lines = [tuple(_cells(line, sides, site)) for line in _lines(claims)] or [tuple(map(Cell, sides))]
    lines[0] = tuple(Cell(cell.side, cell.claims, looked.get(cell.side.id)) for cell in lines[0])
    return Row(about, tuple(lines))


def _lines(claims: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """Put each answered claim on a line with its answers, and the rest, unanswered, on one line together."""
    roots = {claim.id: _root(claim, claims) for claim in claims}
    answered = [root for root in dict.fromkeys(roots.values()) if list(roots.values()).count(root) > 1]
    for root in answered:
        yield tuple(claim for claim in claims if roots[claim.id] == root)
    if rest := tuple(claim for claim in claims if roots[claim.id] not in answered):
        yield rest


def _root(claim: Claim, claims: Sequence[Claim]) -> str:
    """Follow `answers` within the row to the claim it all began with; a circle ends where it closes."""
    by_id = {other.id: other for other in claims}
    seen = {claim.id}
    while claim.answers in by_id and claim.answers not in seen:
        claim = by_id[claim.answers]
        seen.add(claim.id)
    return claim.id


def _cells(claims: Sequence[Claim], sides: Sequence[Side], site: Site) -> Iterator[Cell]:
    for side in sides:
        yield Cell(side, tuple(claim for claim in claims if _side(claim, site) == side.id))


def _side(claim: Claim, site: Site) -> str:
    return site.speakers[claim.by].side
