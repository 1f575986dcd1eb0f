"""Events that look like one and the same."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from sitegen.content import Content
from sitegen.decode import Decoded
from sitegen.gazetteer import Entry
from sitegen.model.event import Event
from sitegen.problems import quoted, say
from sitegen.rules.registry import Finding, Scene, rule

_CROWD = 40


@rule("event-twin", Content, "remark")
def event_twin(content: Content, scene: Scene) -> Iterator[Finding]:
    """Two events of one kind, at one place, on overlapping days, with one source in common are likely the same.

    Events that name each other as related, part_of or supersedes are known to differ.
    """
    by_source: dict[str, list[Decoded[Event]]] = defaultdict(list)
    for event in content.events.values():
        for url in sorted({source.url for source in event.record.sources}):
            by_source[url].append(event)
    told: set[str] = set()
    compared: set[tuple[str, str]] = set()
    for url, events in by_source.items():
        for first, second in combinations(events[:_CROWD], 2):
            if second.id in told or (first.id, second.id) in compared:
                continue
            compared.add((first.id, second.id))
            if _alike(first, second, scene):
                told.add(second.id)
                said = say(
                    "this may be the same event as %(id)s: same kind, place, days and source (%(url)s)",
                    id=first.id,
                    url=quoted(url),
                )
                yield Finding(second.mark("title"), said, say("merge the two, or name the other under related:"))


def _alike(first: Decoded[Event], second: Decoded[Event], scene: Scene) -> bool:
    one, two = first.record, second.record
    spans = one.when.date, two.when.date
    return (
        one.kind == two.kind
        and not _linked(first, second)
        and not _linked(second, first)
        and spans[0].start <= spans[1].end
        and spans[1].start <= spans[0].end
        and bool(_places(one, scene) & _places(two, scene))
    )


def _linked(event: Decoded[Event], other: Decoded[Event]) -> bool:
    record = event.record
    return other.id in record.related or other.id in record.supersedes or other.id == record.part_of


def _places(event: Event, scene: Scene) -> set[str]:
    found = (scene.gazetteer.resolve(w.place, w.within) for w in event.where if w.place)
    return {entry.id for entry in found if isinstance(entry, Entry)}
