"""What singles one person out of a text: age, birth year, rank by age, health, ties. Groups are fine."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from sitegen.words.singles.ages import ages
from sitegen.words.singles.births import births
from sitegen.words.singles.clauses import Clause, Span, clauses
from sitegen.words.singles.conditions import conditions
from sitegen.words.singles.extremes import extremes
from sitegen.words.singles.ties import ties

SingleSort = Literal["age", "birth", "extreme", "health", "tie"]

_FINDERS: tuple[tuple[SingleSort, Callable[[Clause], Iterator[Span]]], ...] = (
    ("age", ages),
    ("birth", births),
    ("extreme", extremes),
    ("health", conditions),
    ("tie", ties),
)


class SingleFound(NamedTuple):
    """What is told of one person, and in which words."""

    sort: SingleSort
    words: str


@lru_cache(maxsize=50_000)
def singles_in(text: str) -> tuple[SingleFound, ...]:
    """Return what singles one person out, in the order of the text, each once."""
    found = (hit for clause in clauses(text) for hit in _in_clause(clause))
    return tuple(dict.fromkeys(found))


def _in_clause(clause: Clause) -> Iterator[SingleFound]:
    for sort, find in _FINDERS:
        for start, end in find(clause):
            yield SingleFound(sort, _shown(clause, start, end))


def _shown(clause: Clause, start: int, end: int) -> str:
    """Return the words that say it, with one beside them where they would be hard to find alone."""
    words = [word.text + ("'s" if word.owner and not word.text.endswith("'s") else "") for word in clause[start:end]]
    return " ".join(words).replace(" - ", "-").replace(" ,", ",")
