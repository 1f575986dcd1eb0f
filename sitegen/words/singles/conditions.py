"""Who is ill, disabled or pregnant."""

import re
from collections.abc import Iterator

from sitegen.words.singles.clauses import Clause, Span, beginnings, group, lower, who
from sitegen.words.singles.phrases import heads, one_before, single

_ONE = r"(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ей|ую|юю|ою|ею|а|ої|ій|у|ім)"


def conditions(clause: Clause) -> Iterator[Span]:
    """Yield where the health of one person is told: illness, disability, pregnancy."""
    for index in beginnings(clause):
        finders = (_ailing, _sufferer, _state, _illness, _wheelchair, _lost, _birth)
        if end := next((end for find in finders if (end := find(clause, index))), 0):
            yield index, end


def _ailing(clause: Clause, index: int) -> int:
    word = lower(clause, index)
    stem = next((s for s in group("ailing") if word.startswith(s)), "")
    if not stem or not re.fullmatch(_ONE, word.removeprefix(stem)) or _several_around(clause, index):
        return 0
    if any(lower(clause, at) in group("they") for at in range(max(0, index - 3), index)):
        return 0
    return index + 1 if heads(clause, index + 1) else 0


def _several_around(clause: Clause, index: int) -> bool:
    return any(who(clause, at).several and not who(clause, at).one for at in (index - 1, index + 1))


def _sufferer(clause: Clause, index: int) -> int:
    if lower(clause, index) == "user" and lower(clause, index - 1) == "wheelchair":
        return index + 1
    return index + 1 if lower(clause, index) in group("sufferer") else 0


def _state(clause: Clause, index: int) -> int:
    word = lower(clause, index)
    if word not in group("state") or lower(clause, index + 1) in {"leave", "spot", "spots", "bay"}:
        return 0
    if not word.isascii():
        return index + 1 if one_before(clause, index, 8) is not False else 0
    for at in range(index + 1, index + 4):
        if lower(clause, at) in group("function") or (at < len(clause) and clause[at].sign):
            break
        if who(clause, at).one or who(clause, at).several:
            return index + 1 if who(clause, at).one and not who(clause, at).several else 0
    if lower(clause, index - 1) in {"the", "for"}:
        return 0
    return index + 1 if one_before(clause, index, 8) else 0


def _illness(clause: Clause, index: int) -> int:
    if lower(clause, index) not in group("illness"):
        return 0
    for at in (index - 1, index - 2):  # у девочки (сахарный) диабет
        if lower(clause, at - 1) == "у" and (single(clause, at) or lower(clause, at) in group("he")):
            return index + 1
    carried = [at for at in range(max(0, index - 4), index) if lower(clause, at) in group("carrier")]
    return index + 1 if carried and _of_one(clause, carried[0]) else 0


def _of_one(clause: Clause, index: int) -> bool:
    """Tell whether one person stands close before `index`, in the same breath."""
    return bool(one_before(clause, index, 5))


def _wheelchair(clause: Clause, index: int) -> int:
    word = lower(clause, index)
    before = {lower(clause, at) for at in range(index - 3, index)}
    if word not in group("seat") or not before & group("seat-before"):
        return 0
    if word in {"кресле", "кріслі", "коляске"} and not _invalid_chair(clause, index):
        return 0
    if word in {"постели", "ліжка"} and not lower(clause, index - 2).startswith(("прик", "прикут")):
        return 0
    return index + 1 if one_before(clause, index, 12) is not False else 0


def _invalid_chair(clause: Clause, index: int) -> bool:
    word = lower(clause, index)
    stated = lower(clause, index - 1).startswith(("инвалидн", "інвалідн"))
    return stated or (word == "коляске" and lower(clause, index - 1) == "на")


def _lost(clause: Clause, index: int) -> int:
    """Find lost his leg; без ноги."""
    if lower(clause, index) in {"lost", "losing"} and lower(clause, index + 1) in {"a", "his", "her", "an", "both"}:
        return index + 3 if lower(clause, index + 2) in group("lost") and one_before(clause, index) is not False else 0
    if (
        lower(clause, index) == "one"
        and lower(clause, index + 1) in group("lost")
        and lower(clause, index - 1) == "with"
    ):
        return index + 2 if one_before(clause, index) else 0
    if lower(clause, index) == "без" and lower(clause, index + 1) in group("limb"):
        return index + 2 if one_before(clause, index) else 0
    torn = lower(clause, index).startswith(("лишил", "потерял", "втрати", "ампутир", "ампутув"))
    end = next((at + 1 for at in range(index + 1, index + 3) if lower(clause, at) in group("limb")), 0)
    return end if torn and one_before(clause, index) is not False else 0


def _birth(clause: Clause, index: int) -> int:
    """Find gave birth; родила; на восьмом месяце."""
    word = lower(clause, index)
    if word in {"gave", "giving"} and lower(clause, index + 1) == "birth":
        return index + 2 if one_before(clause, index) else 0
    if word in {"родила", "народила"}:
        return index + 1 if one_before(clause, index) is not False else 0
    month = lower(clause, index + 2) in {"месяце", "місяці"} and lower(clause, index) in {"на"}
    return index + 3 if month and one_before(clause, index) and not lower(clause, index + 1).isdecimal() else 0
