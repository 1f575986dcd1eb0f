"""An age as a number with its unit: "12-year-old", «шестилетний», «5 років»."""

import re

from sitegen.words.singles.clauses import Clause, group, lower, number, who
from sitegen.words.singles.phrases import heads, one_before, single

OLDEST = 115
_ROUND = (
    "двадцати|тридцати|сорока|пятидесяти|шестидесяти|семидесяти|восьмидесяти|девяноста"
    "|п'ятдесяти|шістдесяти|сімдесяти|вісімдесяти|дев'яноста|дев'яносто"
)
_UNITS = (
    "одно|двух|трёх|трех|четырёх|четырех|пяти|шести|семи|восьми|девяти|дво|двох|трьох|три|чотирьох|чотири|п'яти|дев'яти"
)
_TEENS = (
    "десяти|одиннадцати|двенадцати|тринадцати|четырнадцати|пятнадцати|шестнадцати|семнадцати|восемнадцати|девятнадцати"
    "|одинадцяти|дванадцяти|тринадцяти|чотирнадцяти|п'ятнадцяти|шістнадцяти|сімнадцяти|вісімнадцяти|дев'ятнадцяти|двадцяти|тридцяти"
)
_STEM = r"(?:летн|літн|річн|годовал|месячн|місячн|недельн|тижнев|дневн|денн)"
_ONE = r"(?:ий|его|ему|им|ем|яя|я|ю|ього|ьому|ьої|ей|юю|ею|ый|ого|ому|ым|ом|ая|ой|ую|а|ої|ій|у|ою|ім|ее|ое|е)"
_SAID = re.compile(rf"(?:полутора|пів)?(?:(?:{_ROUND})?(?:{_UNITS})|{_ROUND}|{_TEENS}|полутора|пів|сто)?{_STEM}{_ONE}")
_BARE = re.compile(rf"{_STEM}{_ONE}")
_LONE = re.compile(
    rf"(?:летн|літн|дневн|денн|річн|месячн|місячн|недельн|тижнев){_ONE}"
)  # "летняя" alone is "of summer"


def adjective(clause: Clause, index: int) -> int:
    """Find шестилетний мальчик, 78-летняя, 5-річна."""
    word, start = clause[index].lower, index
    if _SAID.fullmatch(word) and not _LONE.fullmatch(word):
        return index + 1 if heads(clause, index + 1) else 0
    counted = number(clause, index)
    if not counted:
        return 0
    after = start + counted[1] + (lower(clause, start + counted[1]) == "-")
    fits = counted[0] <= OLDEST and _BARE.fullmatch(lower(clause, after))
    return after + 1 if fits and heads(clause, after + 1) else 0


def year_old(clause: Clause, index: int) -> int:
    """Find 12-year-old girl, three-month-old baby."""
    counted = number(clause, index)
    if not counted or counted[0] > OLDEST:
        return 0
    rest = [
        at for at in range(index + counted[1], min(len(clause), index + counted[1] + 6)) if lower(clause, at) != "-"
    ]
    if len(rest) < 2 or lower(clause, rest[0]) not in group("year") | group("month"):
        return 0
    if lower(clause, rest[1]) != "old" or lower(clause, rest[0]).endswith("s"):
        return 0
    small = lower(clause, index - 1) in group("small-en")
    return rest[1] + 1 if heads(clause, rest[1] + 1) or (small and _several_next(clause, rest[1] + 1)) else 0


def _several_next(clause: Clause, index: int) -> bool:
    return any(who(clause, at).several for at in range(index, index + 3))


def years(clause: Clause, index: int) -> int:
    """Find she is 12 years old; девочка пяти лет; ей было 7 лет; жінка років сімдесяти."""
    counted = number(clause, index)
    if not counted or counted[0] > OLDEST:
        return 0
    unit = index + counted[1]
    if _years_first(clause, index):
        return unit
    if lower(clause, unit) not in group("year") | group("month") or _limited(clause, index):
        return 0
    if (lower(clause, unit + 1) == "old" and lower(clause, unit).endswith("s")) or (
        lower(clause, unit + 1),
        lower(clause, unit + 2),
    ) == ("of", "age"):
        return unit + 2 if told_of_one(clause, index) else 0
    if lower(clause, unit).isascii() or lower(clause, unit + 1) in group("lasted"):
        return 0
    return unit + 1 if _just_before(clause, index) else 0


def _years_first(clause: Clause, index: int) -> bool:
    """Find «женщина лет семидесяти»."""
    before = lower(clause, index - 1)
    return before in {"лет", "років"} and single(clause, index - 2)


def told_of_one(clause: Clause, index: int) -> bool:
    """Tell whether what stands at `index` is said of one person, or of nobody and no thing that is named."""
    one = one_before(clause, index)
    return one if one is not None else not any(word.lower in group("thing") for word in clause[:index])


def _limited(clause: Clause, index: int) -> bool:
    """Tell whether a number is the end of a range or a limit: "under 14", "от 6 до 12 лет", "6–12"."""
    before = lower(clause, index - 1)
    if before in group("limit"):
        return True
    return before in {"-", "–", "—", "/"} and number(clause, index - 2) is not None


def _just_before(clause: Clause, index: int) -> bool:
    """Tell whether one person stands before, with nothing between but words such as "about" and "was"."""
    at = index - 1
    while at >= 0 and (lower(clause, at) in group("fill") or clause[at].text in {",", "(", "-", "—", "–"}):
        at -= 1
    return single(clause, at) or (lower(clause, at) in group("he") and not lower(clause, at).isascii())
