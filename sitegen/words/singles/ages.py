"""Ages of one person."""

import re
from collections.abc import Iterator

from sitegen.words.singles.clauses import Clause, Span, beginnings, group, lower, number, number_word, who
from sitegen.words.singles.phrases import one_before
from sitegen.words.singles.years import OLDEST, adjective, year_old, years

_BIRTHDAY = re.compile(r"\d+(?:st|nd|rd|th|й|ий|ый|го|ої)?")


def ages(clause: Clause) -> Iterator[Span]:
    """Yield where the age of one person is told (first word, end)."""
    for index in beginnings(clause):
        for find in (adjective, year_old, years, _aged, _of, _comma, _pronoun, _decade, _birthday, _turned):
            if end := find(clause, index):
                yield index, end
                break


def _aged(clause: Clause, index: int) -> int:
    """Find aged seven; at the age of 12; в возрасте трёх лет; віком 7 років."""
    if lower(clause, index) not in group("aged"):
        return 0
    at = index + 1
    while lower(clause, at) in group("fill") | {"of"}:
        at += 1
    counted = number(clause, at)
    if not counted or counted[0] > OLDEST or _range_follows(clause, at + counted[1]):
        return 0
    after = at + counted[1]
    if not _ends(clause, after) and lower(clause, after) not in group("year") | group("month"):
        return 0
    if one_before(clause, index) is False or any(word.lower in group("generic") for word in clause):
        return 0
    return at + counted[1]


def _range_follows(clause: Clause, index: int) -> bool:
    after = [lower(clause, index), lower(clause, index + 1)]
    if number(clause, index + 1) and after[0] in {"-", "–", "—", "to", "до", "and", "и", "і", "та", "/", "or"}:
        return True
    return after[0] == "+" or after[1] in {"older", "over", "above", "under", "younger", "up", "старше", "старші"}


def _of(clause: Clause, index: int) -> int:
    """Find a boy of six, a woman of about 80."""
    if not (who(clause, index).one and not who(clause, index).several and lower(clause, index + 1) == "of"):
        return 0
    at = index + 2
    while lower(clause, at) in {"about", "around", "only", "just", "some", "nearly", "almost"}:
        at += 1
    counted = number(clause, at)
    if who(clause, index).kin or not counted or counted[0] > OLDEST:
        return 0
    return at + counted[1] if _ends(clause, at + counted[1]) else 0


def _ends(clause: Clause, index: int) -> bool:
    """Tell whether a noun phrase ends before `index`, so that a number there counts nothing."""
    if lower(clause, index).endswith("ed"):
        return True
    return (
        index >= len(clause)
        or (clause[index].sign and clause[index].text != "-")
        or lower(clause, index) in group("function")
    )


def _comma(clause: Clause, index: int) -> int:
    """Find a girl, 7, was; a woman (34)."""
    if not who(clause, index).one or (who(clause, index).several and clause[index].lower.isascii()):
        return 0
    if lower(clause, index + 1) not in {",", "("}:
        return 0
    counted = number(clause, index + 2)
    if not counted or counted[0] > OLDEST:
        return 0
    end = index + 2 + counted[1]
    return end if end >= len(clause) or lower(clause, end) in {",", ")", "—", "–"} else 0


def _pronoun(clause: Clause, index: int) -> int:
    """Find she was six; he is 12; one of those carried out was 94."""
    if lower(clause, index) == "one" and lower(clause, index + 1) == "of":
        index = next((at - 1 for at in range(index + 3, index + 8) if lower(clause, at) in {"is", "was"}), index)
    elif lower(clause, index) not in {"she", "he", "who"}:
        return 0
    if lower(clause, index + 1) not in {"is", "was"}:
        return 0
    at = index + 2
    while lower(clause, at) in group("fill"):
        at += 1
    counted = number(clause, at)
    if not counted or counted[0] > OLDEST or one_before(clause, index + 1) is False:
        return 0
    nexts = lower(clause, at + counted[1])
    return at + counted[1] if at + counted[1] >= len(clause) or nexts in {",", "when", "at", "and", ")"} else 0


def _decade(clause: Clause, index: int) -> int:
    """Find in her early 30s, in his seventies."""
    if lower(clause, index) not in {"his", "her"}:
        return 0
    at = index + 1 + (lower(clause, index + 1) in {"early", "mid", "late"})
    at += lower(clause, at) == "-"
    tens = number_word(lower(clause, at))
    if lower(clause, at) in group("decade") or (tens and tens % 10 == 0 and lower(clause, at + 1).strip("'") == "s"):
        return at + 1
    return 0


def _birthday(clause: Clause, index: int) -> int:
    """Find his tenth birthday, 12-й день рождения."""
    word = lower(clause, index)
    spoken = word in group("ordinal") or _BIRTHDAY.fullmatch(word)
    if not spoken:
        return 0
    for at in range(index + 1, min(index + 4, len(clause))):
        if lower(clause, at) == "birthday":
            return at + 1
        if lower(clause, at) == "день" and lower(clause, at + 1) in {"рождения", "народження"}:
            return at + 2
    return 0


def _turned(clause: Clause, index: int) -> int:
    """Find turned 12; исполнилось 7."""
    word = lower(clause, index)
    if word not in group("turned"):
        return 0
    counted = number(clause, index + 1)
    if not counted or counted[0] > OLDEST:
        return 0
    end = index + 1 + counted[1]
    closed = _ends(clause, end) or lower(clause, end) in group("year") | {"this", "last"}
    return end if closed and one_before(clause, index) is not False and not _things_before(clause, index) else 0


def _things_before(clause: Clause, index: int) -> bool:
    return any(word.lower in group("thing") for word in clause[max(0, index - 3) : index])
