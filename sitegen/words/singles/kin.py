"""Where kin and children stand in a clause."""

from sitegen.words.singles.clauses import Clause, group, lower, number, who


def kin_at(clause: Clause, index: int, reach: int = 3) -> int:
    """Return where a word for kin stands at `index` or after adjectives and numbers; -1 where none does."""
    for at in range(index, min(len(clause), index + reach)):
        if who(clause, at).kin:
            return at
        if clause[at].sign or lower(clause, at) in group("link") | group("function") - group("small-en"):
            return -1
        if who(clause, at).one or who(clause, at).several:
            return -1
    return -1


def children_at(clause: Clause, index: int) -> int:
    """Return where "children" or "baby" stands after "her", with a number between at most."""
    at = index + (number(clause, index) is not None)
    return at if lower(clause, at) in group("child") else -1
