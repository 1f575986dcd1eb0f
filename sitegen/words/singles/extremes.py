"""The oldest, the youngest, the newborn, the only one."""

import re
from collections.abc import Iterator

from sitegen.words.singles.clauses import Clause, Span, beginnings, group, lower, who
from sitegen.words.singles.phrases import heads

_ONE = r"(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ей|ую|юю|ою|ею|а|ої|ій|у|ім)"
_MOST = re.compile(rf"сам{_ONE}")
_AGE = re.compile(rf"(?:старш|младш|стар|пожил|молод|юн|маленьк|взросл){_ONE}")
_COMPARED = re.compile(rf"(?:старш|младш|молодш){_ONE}")
_UTMOST = re.compile(rf"(?:старейш|юнейш|найстарш|наймолодш|наймолодш|найменш|найюн){_ONE}")
_NEW = re.compile(rf"(?:новорожд[её]нн|новонароджен){_ONE}")
_ONLY = re.compile(rf"(?:единственн|последн|єдин|останн){_ONE}")
_LEFT = re.compile(rf"(?:выживш|уцелевш|оставш|вцілі|уцілі|врятован|спасш)\w*{_ONE}(?:ся)?")


def extremes(clause: Clause) -> Iterator[Span]:
    """Yield where one person is told from others: "the oldest", "newborn", "the only survivor"."""
    for index in beginnings(clause):
        if end := _oldest(clause, index) or _newborn(clause, index) or _only(clause, index):
            yield index, end


def _oldest(clause: Clause, index: int) -> int:
    word, after = lower(clause, index), index + 1
    if word in group("oldest"):
        return after if _one_of(clause, after) else 0
    if _MOST.fullmatch(word) and _AGE.fullmatch(lower(clause, after)):
        return after + 1 if _one_of(clause, after + 1) else 0
    if _UTMOST.fullmatch(word):
        return after if _one_of(clause, after) else 0
    return after if _COMPARED.fullmatch(word) and lower(clause, after) in {"из", "із", "з"} else 0


def _one_of(clause: Clause, index: int) -> bool:
    return heads(clause, index) and not who(clause, index - 1).several


def _newborn(clause: Clause, index: int) -> int:
    word = lower(clause, index)
    if word in {"newborn", "new-born"} or _NEW.fullmatch(word):
        return index + 1 if heads(clause, index + 1) else 0
    return 0


def _only(clause: Clause, index: int) -> int:
    word = lower(clause, index)
    english = word in group("only") and lower(clause, index - 1) in {"the", "a", "his", "her", "was", "as"}
    if not english and not _ONLY.fullmatch(word):
        return 0
    at = index + 1 + (lower(clause, index + 1) in group("only-rest"))
    last = word in {"last"} or word.startswith(("последн", "останн"))
    if not last and _LEFT.fullmatch(lower(clause, at)):
        return at + 1
    person = who(clause, at)
    if not person.one and not english:
        person = (
            who(clause, at + 1) if lower(clause, at).endswith(("ый", "ая", "ий", "ого", "ой", "а", "ої")) else person
        )
    return at + 1 if person.one and not (person.several and english) else 0
