"""What events have in common: for each such thing, which ids an event belongs under."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from sitegen.gazetteer import slug
from sitegen.located import Located
from sitegen.site import Site

Key = Callable[[Site, Located], Iterable[str]]


def source_id(publisher: str) -> str:
    """Return the id of a publisher's page: two spellings that differ in capitals or marks only share one."""
    return slug(publisher) or "unnamed"


def month_id(event: Located) -> str:
    """Return the month an event is listed under, as 2024-11: that of its last known day."""
    return event.event.when.date.end.isoformat()[:7]


def _verdicts(_: Site, event: Located) -> Iterable[str]:
    yield event.verdicts.event.level
    if event.verdicts.event.disputed:
        yield "disputed"


_METRES = {"km1": 1_000, "km5": 5_000, "km20": 20_000}
_DAYS = {"day": 1, "month": 31}


def _known(_: Site, event: Located) -> Iterator[str]:
    """Yield how well the day is known, and any place of the event: each choice holds those that are known better."""
    reaches = [location.uncertainty_m for location in event.locations if location.uncertainty_m is not None]
    yield from (id_ for id_, metres in _METRES.items() if any(reach <= metres for reach in reaches))
    span = event.event.when.date
    if not span.doubt and span.first is not None and span.last is not None:
        yield from (id_ for id_, days in _DAYS.items() if (span.last - span.first).days < days)


KEYS: Mapping[str, Key] = {
    "months": lambda _, event: (month_id(event),),
    "verdicts": _verdicts,
    "sides": lambda site, event: (site.speakers[claim.by].side for claim in event.event.claims),
    "effects": lambda _, event: (one.effect for one in event.ranges),
    "precision": lambda _, event: (location.precision for location in event.locations),
    "known": _known,
    "grains": lambda _, event: (event.event.when.date.grain,),
    "sources": lambda _, event: (source_id(source.publisher) for source in event.event.sources),
}
"""By the name of the folder that their pages stand in; `grains` share that of `precision`."""


def grouped(site: Site) -> Mapping[str, Mapping[str, tuple[Located, ...]]]:
    """Sort the events of a site by everything they have in common, in the order of the site, each once a list."""
    return {name: site.listed_by(partial(key, site)) for name, key in KEYS.items()}
