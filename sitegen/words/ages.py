"""Ages and birth years of one person."""

import re
from collections.abc import Iterator

from sitegen.words.clauses import Clause, beginnings, group, heads, lower, number, number_word, one_before, single, who

_OLDEST = 115
_ROUND = "двадцати|тридцати|сорока|пятидесяти|шестидесяти|семидесяти|восьмидесяти|девяноста|п'ятдесяти|шістдесяти|сімдесяти|вісімдесяти|дев'яноста|дев'яносто"
_UNITS = (
    "одно|двух|трёх|трех|четырёх|четырех|пяти|шести|семи|восьми|девяти|дво|двох|трьох|три|чотирьох|чотири|п'яти|дев'яти"
)
_TEENS = (
    "десяти|одиннадцати|двенадцати|тринадцати|четырнадцати|пятнадцати|шестнадцати|семнадцати|восемнадцати|девятнадцати"
    "|одинадцяти|дванадцяти|тринадцяти|чотирнадцяти|п'ятнадцяти|шістнадцяти|сімнадцяти|вісімнадцяти|дев'ятнадцяти|двадцяти|тридцяти"
)
_STEM = r"(?:летн|літн|річн|годовал|месячн|місячн|недельн|тижнев|дневн|денн)"
_ONE = r"(?:ий|его|ему|им|ем|яя|ей|юю|ею|ый|ого|ому|ым|ом|ая|ой|ую|а|ої|ій|у|ою|ім|ее|ое|е)"
_SAID = re.compile(rf"(?:полутора|пів)?(?:(?:{_ROUND})?(?:{_UNITS})|{_ROUND}|{_TEENS}|полутора|пів|сто)?{_STEM}{_ONE}")
_BARE = re.compile(rf"{_STEM}{_ONE}")
_LONE = re.compile(
    rf"(?:летн|літн|дневн|денн|річн|месячн|місячн|недельн|тижнев){_ONE}"
)  # "летняя" alone is "of summer"
_BIRTHDAY = re.compile(r"\d+(?:st|nd|rd|th|й|ий|ый|го|ої)?")
Span = tuple[int, int]


def ages(clause: Clause) -> Iterator[Span]:
    """Yield where the age of one person is told (first word, end)."""
    for index in beginnings(clause):
        for find in (_adjective, _year_old, _years, _aged, _of, _comma, _pronoun, _decade, _birthday, _turned):
            if end := find(clause, index):
                yield index, end
                break


def _adjective(clause: Clause, index: int) -> int:
    """шестилетний мальчик, 78-летняя, 5-річна."""
    word, start = clause[index].lower, index
    if _SAID.fullmatch(word) and not _LONE.fullmatch(word):
        return index + 1 if heads(clause, index + 1) else 0
    counted = number(clause, index)
    if not counted:
        return 0
    after = start + counted[1] + (lower(clause, start + counted[1]) == "-")
    fits = counted[0] <= _OLDEST and _BARE.fullmatch(lower(clause, after))
    return after + 1 if fits and heads(clause, after + 1) else 0


def _year_old(clause: Clause, index: int) -> int:
    """12-year-old girl, three-month-old baby."""
    counted = number(clause, index)
    if not counted or counted[0] > _OLDEST:
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


def _years(clause: Clause, index: int) -> int:
    """She is 12 years old; девочка пяти лет; ей было 7 лет; жінка років сімдесяти."""
    counted = number(clause, index)
    if not counted or counted[0] > _OLDEST:
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
        return unit + 2 if _told_of_one(clause, index) else 0
    if lower(clause, unit).isascii() or lower(clause, unit + 1) in group("lasted"):
        return 0
    return unit + 1 if _just_before(clause, index) else 0


def _years_first(clause: Clause, index: int) -> bool:
    """женщина лет семидесяти"""
    before = lower(clause, index - 1)
    return before in {"лет", "років"} and single(clause, index - 2)


def _told_of_one(clause: Clause, index: int) -> bool:
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


def _aged(clause: Clause, index: int) -> int:
    """Aged seven; at the age of 12; в возрасте трёх лет; віком 7 років."""
    if lower(clause, index) not in group("aged"):
        return 0
    at = index + 1
    while lower(clause, at) in group("fill") | {"of"}:
        at += 1
    counted = number(clause, at)
    if not counted or counted[0] > _OLDEST or _range_follows(clause, at + counted[1]):
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
    """A boy of six, a woman of about 80."""
    if not (who(clause, index).one and not who(clause, index).several and lower(clause, index + 1) == "of"):
        return 0
    at = index + 2
    while lower(clause, at) in {"about", "around", "only", "just", "some", "nearly", "almost"}:
        at += 1
    counted = number(clause, at)
    if who(clause, index).kin or not counted or counted[0] > _OLDEST:
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
    """A girl, 7, was; a woman (34)."""
    if not who(clause, index).one or (who(clause, index).several and clause[index].lower.isascii()):
        return 0
    if lower(clause, index + 1) not in {",", "("}:
        return 0
    counted = number(clause, index + 2)
    if not counted or counted[0] > _OLDEST:
        return 0
    end = index + 2 + counted[1]
    return end if end >= len(clause) or lower(clause, end) in {",", ")", "—", "–"} else 0


def _pronoun(clause: Clause, index: int) -> int:
    """She was six; he is 12."""
    if lower(clause, index) not in {"she", "he", "who"} or lower(clause, index + 1) not in {"is", "was"}:
        return 0
    at = index + 2
    while lower(clause, at) in group("fill"):
        at += 1
    counted = number(clause, at)
    if not counted or counted[0] > _OLDEST or one_before(clause, index + 1) is False:
        return 0
    nexts = lower(clause, at + counted[1])
    return at + counted[1] if at + counted[1] >= len(clause) or nexts in {",", "when", "at", "and", ")"} else 0


def _decade(clause: Clause, index: int) -> int:
    """In her early 30s, in his seventies."""
    if lower(clause, index) not in {"his", "her"}:
        return 0
    at = index + 1 + (lower(clause, index + 1) in {"early", "mid", "late"})
    at += lower(clause, at) == "-"
    tens = number_word(lower(clause, at))
    if lower(clause, at) in group("decade") or (tens and tens % 10 == 0 and lower(clause, at + 1).strip("'") == "s"):
        return at + 1
    return 0


def _birthday(clause: Clause, index: int) -> int:
    """His tenth birthday, 12-й день рождения."""
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
    """Turned 12; исполнилось 7."""
    word = lower(clause, index)
    if word not in group("turned"):
        return 0
    counted = number(clause, index + 1)
    if not counted or counted[0] > _OLDEST:
        return 0
    end = index + 1 + counted[1]
    closed = _ends(clause, end) or lower(clause, end) in group("year") | {"this", "last"}
    return end if closed and one_before(clause, index) is not False and not _things_before(clause, index) else 0


def _things_before(clause: Clause, index: int) -> bool:
    return any(word.lower in group("thing") for word in clause[max(0, index - 3) : index])


def births(clause: Clause) -> Iterator[Span]:
    """Yield where the year in which one person was born is told."""
    for index in beginnings(clause):
        if end := _born(clause, index) or _year_of_birth(clause, index):
            yield index, end


def _year(clause: Clause, index: int) -> bool:
    word = lower(clause, index)
    return len(word) == 4 and word.isdecimal() and 1900 <= int(word) <= 2100


def _born(clause: Clause, index: int) -> int:
    """Born in 1950; родилась 3 мая 1950; народився 1950 року."""
    word = lower(clause, index)
    if word != "born" and not re.fullmatch(r"родил(?:ся|ась)|народи(?:вся|лася|лась)|рожд[её]нн(?:ый|ая|ого|ой)", word):
        return 0
    if word == "born" and not _told_of_one(clause, index):
        return 0
    end = next((at + 1 for at in range(index + 1, index + 7) if _year(clause, at)), 0)
    return (
        0 if any(number(clause, at) and lower(clause, at + 1) in {"children", "babies"} for at in range(index)) else end
    )


def _year_of_birth(clause: Clause, index: int) -> int:
    """1950 года рождения, 1950 г. р., 1950 р. н., year of birth 1950, b. 1950."""
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
