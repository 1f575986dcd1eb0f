"""What a site covers, counted from its records: entries by kind, verdict, year and territory, statements by side."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sitegen.located import Located, Location
from sitegen.model.event import Claim
from sitegen.model.place import Place
from sitegen.model.site import Side
from sitegen.site import Site
from sitegen.verdict import LEVELS


@dataclass(frozen=True, slots=True)
class Share:
    """One row: what it counts by (an id, a code or a year) and the entries counted, newest first."""

    key: str
    events: tuple[Located, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """One side: how many of its speakers are heard, and what they say, by event, newest first."""

    side: Side
    speakers: int
    statements: tuple[tuple[Located, tuple[Claim, ...]], ...]

    @property
    def count(self) -> int:
        """The number of its statements."""
        return sum(len(claims) for _, claims in self.statements)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every count. An entry stands once in `kinds`, `levels` and `years`, and in each state and region it touches.

    `disputed` stands beside the levels. `states` are ISO 3166 codes, `regions` ids of places; `elsewhere` lies in no
    region that the gazetteer has. Only where an event happened counts, or all its places where none is its scene.
    """

    events: tuple[Located, ...]
    kinds: tuple[Share, ...]
    levels: tuple[Share, ...]
    disputed: Share
    years: tuple[Share, ...]
    states: tuple[Share, ...]
    regions: tuple[Share, ...]
    elsewhere: Share
    voices: tuple[Voice, ...]


def coverage(site: Site) -> Coverage:
    """Count a site's entries; kinds and sides in the site's order, territories from the most entries to the fewest."""
    by_kind = _shares(site, lambda event: [event.event.kind])
    by_level = _shares(site, lambda event: [event.verdicts.event.level])
    regions = _shares(site, lambda event: _regions(site, event))
    return Coverage(
        events=site.events,
        kinds=tuple(by_kind[id_] for id_ in site.kinds if id_ in by_kind),
        levels=tuple(by_level[level] for level in reversed(LEVELS) if level in by_level),
        disputed=Share("disputed", tuple(event for event in site.events if event.verdicts.event.disputed)),
        years=tuple(_shares(site, lambda event: [f"{event.event.when.date.end.year}"]).values()),
        states=_most(_shares(site, _states).values()),
        regions=_most(share for key, share in regions.items() if key),
        elsewhere=regions.get("", Share("", ())),
        voices=tuple(_voices(site)),
    )


def _shares(site: Site, keys: Callable[[Located], Iterable[str]]) -> dict[str, Share]:
    return {key: Share(key, counted) for key, counted in site.listed_by(keys).items()}


def _most(shares: Iterable[Share]) -> tuple[Share, ...]:
    return tuple(sorted(shares, key=lambda share: (-len(share.events), share.key)))


def scenes(event: Located) -> tuple[Location, ...]:
    """Return where an event happened: its scenes, or all its places where none is a scene."""
    known = tuple(at for at in event.locations if at.entry)
    return tuple(at for at in known if at.where.role == "scene") or known


def _states(event: Located) -> list[str]:
    return [at.entry.place.country for at in scenes(event) if at.entry]


def _regions(site: Site, event: Located) -> list[str]:
    """Return the regions that an event's places lie in, by way of their members where they have any; "" for none."""
    found: list[str] = []
    for at in scenes(event):
        if at.entry:
            ids = [entry.id for entry in site.gazetteer.chain(at.entry.id)]
            parts = [site.gazetteer.chain(member) for member in at.entry.place.members]
            chains = [*ids, *(entry.id for chain in parts for entry in chain)]
            found += [id_ for id_ in chains if _is_region(site.gazetteer.entries[id_].place)]
    return found or [""]


def _is_region(place: Place) -> bool:
    """Tell a region from a place made of several, which is none of its own."""
    return place.precision == "region" and not place.members


def _voices(site: Site) -> Iterator[Voice]:
    said: dict[str, list[tuple[Located, tuple[Claim, ...]]]] = defaultdict(list)
    heard: dict[str, Counter[str]] = defaultdict(Counter)
    for event in site.events:
        by_side: dict[str, list[Claim]] = defaultdict(list)
        for claim in event.event.claims:
            side = site.speakers[claim.by].side
            by_side[side].append(claim)
            heard[side][claim.by] += 1
        for side, claims in by_side.items():
            said[side].append((event, tuple(claims)))
    for id_, side_file in site.sides.items():
        if id_ in said:
            yield Voice(side_file, len(heard[id_]), tuple(said[id_]))
