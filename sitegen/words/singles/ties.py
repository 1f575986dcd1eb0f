"""Ties that single one person out: whose child, wife or grandmother somebody is, and of how many."""

from collections.abc import Iterator

from sitegen.words.singles.clauses import Clause, Span, beginnings, group, lower, number, who
from sitegen.words.singles.kin import children_at, kin_at
from sitegen.words.singles.phrases import one_before


def ties(clause: Clause) -> Iterator[Span]:
    """Yield where a tie of one person to another is told (first word, end)."""
    for index in beginnings(clause):
        finders = (_rare, _whose, _owned, _of, _beside, _compared, _siblings, _has)
        if end := next((end for find in finders if (end := find(clause, index))), 0):
            yield index, end


def _rare(clause: Clause, index: int) -> int:
    """Find a great-grandmother, a widow, twins: little is needed to find out who that is."""
    word, after = lower(clause, index), lower(clause, index + 1)
    if word in group("rare-kin"):
        return 0 if after in {"cities", "towns"} else index + 1
    if word == "twin":
        return index + 2 if who(clause, index + 1) != who((), 0) else 0
    many = any(word.startswith(stem) for stem in group("many-mother")) or word in {"single", "lone"}
    if many and after in group("parent") and not word.endswith(("ые", "ых", "ым", "ыми", "і", "их", "ими")):
        return index + 2
    if after == "одиночка" or (after == "-" and lower(clause, index + 2) == "одиночка"):
        return index + 2
    pair = {("married", "couple"), ("супружеская", "пара"), ("подружня", "пара"), ("elderly", "couple")}
    return index + 2 if (word, after) in pair else 0


def _whose(clause: Clause, index: int) -> int:
    """Find her grandmother, его жена, свою бабусю, their grandmother."""
    word = lower(clause, index)
    if word in group("his"):
        at = kin_at(clause, index + 1, 4)
        at = at if at >= 0 else children_at(clause, index + 1)
        return at + 1 if at >= 0 and lower(clause, at + 1) not in group("tongue") else 0
    if word in group("their") | group("own"):
        at = kin_at(clause, index + 1)
        single = at >= 0 and who(clause, at).one and not who(clause, at).several
        return at + 1 if single and lower(clause, at + 1) not in group("tongue") | {"or", "или", "або", "чи"} else 0
    return 0


def _owned(clause: Clause, index: int) -> int:
    """Find the boy's grandmother."""
    at = index + 1
    if index >= len(clause) or not (clause[index].owner and who(clause, index).one):
        return 0
    at = kin_at(clause, index + 1, 2)
    return at + 1 if at >= 0 else 0


def _of(clause: Clause, index: int) -> int:
    """Find mother of three, бабушка мальчика, мати трьох дітей, a father of the missing man."""
    if not (who(clause, index).kin and who(clause, index).one):
        return 0
    if lower(clause, index).isascii():
        return _of_english(clause, index)
    at = index + 1
    counted = number(clause, at)
    if counted and counted[0] < 15:
        return at + counted[1] if _counts_children(clause, at + counted[1]) else 0
    ahead = range(at, min(at + 2, len(clause)))
    at = next((i for i in ahead if who(clause, i).one or lower(clause, i) in group("office")), -1)
    if at < 0 or any(clause[i].sign for i in range(index + 1, at)) or _linked(clause, index + 1, at):
        return 0
    return at + 1 if not who(clause, at).several or not who(clause, index).several else 0


def _linked(clause: Clause, start: int, end: int) -> bool:
    return any(
        lower(clause, i) in group("link") | group("function") | {"в", "на", "к", "за", "у", "о", "до"}
        for i in range(start, end)
    )


def _counts_children(clause: Clause, index: int) -> bool:
    word = lower(clause, index)
    return (
        not word or clause[index].sign or who(clause, index).several or who(clause, index).one or not word.isdecimal()
    )


def _of_english(clause: Clause, index: int) -> int:
    if lower(clause, index + 1) != "of" or who(clause, index).several:
        return 0
    at = index + 2
    if counted := number(clause, at):
        return at + counted[1] if counted[0] < 15 else 0
    if lower(clause, at) in {"a", "an", "the", "one", "another"} | group("his"):
        for i in range(at + 1, min(at + 4, len(clause))):
            if who(clause, i).several or clause[i].sign:
                return 0
            if who(clause, i).one or lower(clause, i) in group("office"):
                return i + 1
    return 0


def _beside(clause: Clause, index: int) -> int:
    """Find a mother and daughter, бабушка с внуком, мальчик с матерью, a woman with three children."""
    first = who(clause, index)
    if (
        not first.one
        or (first.several and lower(clause, index).isascii())
        or lower(clause, index + 1) not in group("link")
    ):
        return 0
    at = index + 2
    while lower(clause, at) in group("amid"):
        at += 1
    other = who(clause, at)
    if first.several and other.several and not number(clause, index - 1):  # дідусі та бабусі
        return 0
    if lower(clause, at + 1) in group("unit-end") or lower(clause, at) == "дитя":
        return 0
    joined = lower(clause, index + 1) in group("together")
    child = children_at(clause, at) == at
    if first.kin and (other.kin or (child and (joined or other.one))) and (other.one or joined):
        return at + 1
    if joined and other.kin and (other.one or not other.several):
        return at + 1
    return at + 1 if joined and child and number(clause, at - 1) else 0


def _compared(clause: Clause, index: int) -> int:
    """Find the elder brother, старшая сестра."""
    word = lower(clause, index)
    big = word in group("big") or any(word.startswith(stem) for stem in group("big-stem"))
    kin = who(clause, index + 1)
    return index + 2 if big and kin.kin and kin.one and not (kin.several and word.endswith(("ие", "их", "і"))) else 0


def _siblings(clause: Clause, index: int) -> int:
    """Find two sisters, двоє братів."""
    counted = number(clause, index)
    if not counted or not 1 < counted[0] < 5 or (lower(clause, index).isdecimal() and counted[0] > 4):
        return 0
    at = index + counted[1]
    siblings = ("sister", "brother", "sibling", "сестр", "сест", "брат", "twin")
    return at + 1 if who(clause, at).kin and lower(clause, at).startswith(siblings) else 0


def _has(clause: Clause, index: int) -> int:
    """Find she has three children; у неё трое детей; у нього двоє дітей."""
    word = lower(clause, index)
    if word in {"has", "had"} and one_before(clause, index, 3):
        at = index + 1
        counted = number(clause, at)
        child = at + counted[1] if counted else at + (lower(clause, at) == "a")
        kin = who(clause, child).kin and lower(clause, child) not in {"partner"}
        return child + 1 if kin or (counted and children_at(clause, child) == child) else 0
    if word in {"у"} and lower(clause, index + 1) in group("he"):
        at = index + 2
        counted = number(clause, at)
        child = at + counted[1] if counted else at
        return child + 1 if who(clause, child).kin or (counted and children_at(clause, child) == child) else 0
    return 0
