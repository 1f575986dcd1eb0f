"""What events have in common: for each such thing, which ids an event belongs under."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from sitegen.gazetteer import slug
from sitegen.located import Located
from sitegen.site import Site

_METRES = {"km1": 1_000, "km5": 5_000, "km20": 20_000}
_DAYS = {"day": 1, "month": 31}

Key = Callable[[Located, Site], Iterable[str]]


def source_id(publisher: str) -> str:
    """Return the id of a publisher's page: two spellings that differ in capitals or marks only share one."""
    return slug(publisher) or "unnamed"


def month_id(event: Located) -> str:
    """Return the month an event is listed under, as 2024-11: that of its last known day."""
    return event.event.when.date.end.isoformat()[:7]


def _verdicts(event: Located, _: Site) -> Iterable[str]:
    yield event.verdicts.event.level
    if event.verdicts.event.disputed:
        yield "disputed"


def _known(event: Located, _: Site) -> Iterable[str]:
    """Yield how well the day is known, and how well any place of the event is."""
    reaches = [location.uncertainty_m for location in event.locations]
    yield from (id_ for id_, most in _METRES.items() if any(reach is not None and reach <= most for reach in reaches))
    span = event.event.when.date
    if not span.doubt and span.first and span.last:
        yield from (id_ for id_, most in _DAYS.items() if (span.last - span.first).days < most)


KEYS: Mapping[str, Key] = {
    "months": lambda event, _: (month_id(event),),
    "verdicts": _verdicts,
    "sides": lambda event, site: (site.speakers[claim.by].side for claim in event.event.claims),
    "effects": lambda event, _: (one.effect for one in event.ranges),
    "precision": lambda event, _: (location.precision for location in event.locations),
    "known": _known,
    "grains": lambda event, _: (event.event.when.date.grain,),
    "sources": lambda event, _: (source_id(source.publisher) for source in event.event.sources),
}
"""By the name of the folder that their pages stand in; `grains` share that of `precision`."""


def grouped(site: Site) -> Mapping[str, Mapping[str, tuple[Located, ...]]]:
    """Sort the events of a site by everything they have in common, in the order of the site, each once a list."""
    return {name: _grouped(site, key) for name, key in KEYS.items()}


def _grouped(site: Site, key: Key) -> Mapping[str, tuple[Located, ...]]:
    found: dict[str, list[Located]] = defaultdict(list)
    for event in site.events:
        for id_ in dict.fromkeys(key(event, site)):
            found[id_].append(event)
    return {id_: tuple(events) for id_, events in found.items()}
