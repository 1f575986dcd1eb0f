"""Years in which one person was born."""

import re
from collections.abc import Iterator

from sitegen.words.singles.clauses import Clause, Span, beginnings, group, lower, number
from sitegen.words.singles.phrases import one_before
from sitegen.words.singles.years import told_of_one


def births(clause: Clause) -> Iterator[Span]:
    """Yield where the year in which one person was born is told."""
    for index in beginnings(clause):
        if end := _born(clause, index) or _year_of_birth(clause, index):
            yield index, end


def _year(clause: Clause, index: int) -> bool:
    word = lower(clause, index)
    return len(word) == 4 and word.isdecimal() and 1900 <= int(word) <= 2100


def _born(clause: Clause, index: int) -> int:
    """Find born in 1950; родилась 3 мая 1950; народився 1950 року."""
    word = lower(clause, index)
    if word != "born" and not re.fullmatch(r"родил(?:ся|ась)|народи(?:вся|лася|лась)|рожд[её]нн(?:ый|ая|ого|ой)", word):
        return 0
    if word == "born" and not told_of_one(clause, index):
        return 0
    end = next((at + 1 for at in range(index + 1, index + 7) if _year(clause, at)), 0)
    return (
        0 if any(number(clause, at) and lower(clause, at + 1) in {"children", "babies"} for at in range(index)) else end
    )


def _year_of_birth(clause: Clause, index: int) -> int:
    """Find 1950 года рождения, 1950 г. р., 1950 р. н., year of birth 1950, b. 1950."""
    if _year(clause, index):
        words = [lower(clause, at) for at in range(index + 1, index + 6) if lower(clause, at) not in {".", ""}]
        short = tuple(words[:2]) in {("г", "р"), ("р", "н"), ("г", "рожд"), ("р", "нар")}
        long = (
            words[:1] and words[0] in group("year") | {"г", "р"} and words[1:2] and words[1][:5] in {"рожде", "народ"}
        )
        if (short or long) and one_before(clause, index) is not False:
            return index + 3
    birth = lower(clause, index) in {"birth", "рождения", "народження"}
    told = birth and lower(clause, index - 1) in {"of", "год", "дата", "рік", "date"}
    if told or (lower(clause, index) == "b" and lower(clause, index - 1) == "("):
        return next((at + 1 for at in range(index + 1, index + 7) if _year(clause, at)), 0)
    return 0
