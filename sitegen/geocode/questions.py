"""What a content folder asks: the toponyms that the gazetteer does not resolve, each with its context."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.content import Content
from sitegen.gazetteer import Entry, Gazetteer, Unknown
from sitegen.geometry import LngLat
from sitegen.problems import Mark
from sitegen.rules.wheres import toponyms


@dataclass(frozen=True, slots=True)
class Question:
    """A toponym nobody answers yet, the containing place that its event states, and where it was written.

    `near` are the points of the other places of the same events: they order candidates, they never choose one.
    """

    toponym: str
    within: str | None
    marks: tuple[Mark, ...]
    near: tuple[LngLat, ...] = ()

    @property
    def words(self) -> str:
        """The toponym with its context."""
        return f"{self.toponym}, {self.within}" if self.within else self.toponym


def questions(content: Content, gazetteer: Gazetteer) -> list[Question]:
    """Return every unresolved toponym of events and stories once for each context.

    Those that others name as their containing place come first, and those with a context before those without: the
    answers of the first serve the others.
    """
    marks: dict[tuple[str, str | None], list[Mark]] = defaultdict(list)
    near: dict[tuple[str, str | None], dict[LngLat, None]] = defaultdict(dict)
    for mark, key, points in _asked(content, gazetteer):
        marks[key].append(mark)
        near[key].update(dict.fromkeys(points))
    containing = {within for _, within in marks if within}
    found = [Question(*key, tuple(sorted(marks[key])), tuple(near[key])) for key in marks]
    return sorted(
        found, key=lambda q: (q.toponym not in containing, q.within is None, q.marks[0], q.toponym, q.within or "")
    )


def _asked(content: Content, gazetteer: Gazetteer) -> Iterator[tuple[Mark, tuple[str, str | None], list[LngLat]]]:
    for _, event in sorted(content.events.items()):
        named = list(toponyms(event.record))
        known = [point for _, toponym, within in named for point in _points(gazetteer.resolve(toponym, within))]
        for loc, toponym, within in named:
            if isinstance(gazetteer.resolve(toponym, within), Unknown):
                yield event.mark(*loc), (toponym, within), known
    for _, story in sorted(content.stories.items()):
        for index, step in enumerate(story.record.steps):
            if step.place and isinstance(gazetteer.resolve(step.place), Unknown):
                yield story.mark("steps", index, "place"), (step.place, None), []


def _points(found: object) -> Iterator[LngLat]:
    # Countries and regions lie hundreds of kilometres from most of what is in them: their points tell nothing.
    if isinstance(found, Entry) and found.place.point and found.place.precision not in {"country", "region"}:
        yield LngLat(found.place.point.lon, found.place.point.lat)
