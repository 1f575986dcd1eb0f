"""Single people: nothing that tells one person from others by age, rank, health or kin; groups are fine."""

from collections.abc import Iterator

from sitegen.content import Content
from sitegen.problems import Mark, quoted, say
from sitegen.rules.glance import sheets
from sitegen.rules.registry import Finding, Scene, rule
from sitegen.words import SingleSort, may_single_out, singles_in

# Toponyms and credits speak of no one.
_NOT_TEXT = frozenset(
    {"place", "within", "name", "spellings", "provider", "licence", "attribution", "system", "domain"}
)


@rule(
    "age-single",
    Content,
    excusable=True,
    bad="summary: A 12-year-old girl crossed the river.",
    good="summary: Children under 14 and people over 60 crossed the river, past a 30-year-old building.",
)
def age_single(content: Content, scene: Scene) -> Iterator[Finding]:
    """The age of one person is not told: with a place and a day it is enough to find a neighbour.

    (DNH-02)
    """
    for mark, words in _told(scene, "age"):
        yield Finding(
            mark,
            say("the age of one person stands here: %(words)s", words=words),
            say("write a group, such as children or elderly residents, or leave the age out"),
        )


@rule(
    "birth-single",
    Content,
    excusable=True,
    bad="summary: One of them was born in 1948.",
    good="summary: Children born in 2020 and later need no papers.",
)
def birth_single(content: Content, scene: Scene) -> Iterator[Finding]:
    """The year or day of birth of one person is not told.

    (DNH-02)
    """
    for mark, words in _told(scene, "birth"):
        yield Finding(
            mark, say("the birth year of one person stands here: %(words)s", words=words), say("leave it out")
        )


@rule(
    "extreme-single",
    Content,
    excusable=True,
    bad="summary: The oldest of the group was carried.",
    good="summary: The oldest residents went first, past the oldest church of the district.",
)
def extreme_single(content: Content, scene: Scene) -> Iterator[Finding]:
    """Nobody is the oldest, the youngest, the newborn or the only one here: that is one person.

    (DNH-02)
    """
    for mark, words in _told(scene, "extreme"):
        yield Finding(
            mark,
            say("one person is singled out here: %(words)s", words=words),
            say("write of the group as a whole, such as residents of all ages"),
        )


@rule(
    "health-single",
    Content,
    excusable=True,
    bad="summary: A man in a wheelchair was lifted onto the bus.",
    good="summary: Pregnant women and people with disabilities went first.",
)
def health_single(content: Content, scene: Scene) -> Iterator[Finding]:
    """The illness, disability or pregnancy of one person is not told.

    (DNH-03)
    """
    for mark, words in _told(scene, "health"):
        yield Finding(
            mark,
            say("the health of one person is told here: %(words)s", words=words),
            say("write a group, such as people who needed care, or leave it out"),
        )


@rule(
    "tie-single",
    Content,
    excusable=True,
    bad="summary: The boy was met by his grandmother.",
    good="summary: Relatives met the children; mothers of soldiers wrote to the commission.",
)
def tie_single(content: Content, scene: Scene) -> Iterator[Finding]:
    """No tie tells whose child, wife or grandmother one person is: a village knows who that is.

    (DNH-03)
    """
    for mark, words in _told(scene, "tie"):
        yield Finding(
            mark,
            say("a tie that singles one person out stands here: %(words)s", words=words),
            say("write a relative, or members of a family"),
        )


def _told(scene: Scene, sort: SingleSort) -> Iterator[tuple[Mark, str]]:
    """Yield where something of this sort is told of one person, and in which words; each text is read once."""
    if __name__ not in scene.memo:
        scene.memo[__name__] = list(_read(scene))
    for found, mark, words in scene.memo[__name__]:
        if found == sort:
            yield mark, quoted(words)


def _read(scene: Scene) -> Iterator[tuple[SingleSort, Mark, str]]:
    for sheet in sheets(scene):
        for passage in sheet.passages:
            if not _NOT_TEXT & set(passage.loc) and may_single_out(passage.words):
                for found in singles_in(passage.words):
                    yield found.sort, passage.mark, found.words
