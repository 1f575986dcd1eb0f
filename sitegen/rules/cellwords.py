"""Small numbers of living people that stand in words: "three of them children" says what a count must not."""

import re
from collections.abc import Iterator

from sitegen.content import Content
from sitegen.model.event import Event
from sitegen.problems import quoted, say
from sitegen.rules.fineness import fine_places
from sitegen.rules.glance import Sheet, sheets
from sitegen.rules.registry import Finding, Scene, rule

_FEW = (
    r"(?:[1-4]|one|two|three|four|a|single|один|одна|одну|одного|одной|однієї|одним|двое|двоих|два|две|двух|"
    r"двоє|двох|дві|"
    r"трое|троих|три|трёх|трех|троє|трьох|четверо|четверых|четыре|четырёх|четырех|чотири|чотирьох|четверо)"
)
_MANY = (
    _FEW.replace("|a|single", "").replace("|один|одна|одну|одного|одной|однієї|одним", "").replace("[1-4]|one", "[2-4]")
)
_PERSON = (
    r"(?:child(?:ren)?|girls?|boys?|wom[ae]n|m[ae]n|minors?|infants?|teenagers?|pensioners?|adults?|"
    r"дет(?:и|ей|ям|ьми)|реб[её]н(?:ок|ка)|несовершеннолетн\w+|девоч\w+|мальчи\w+|женщин\w*|мужчин\w*|"
    r"подрост\w+|пенсионер\w*|"
    r"діт(?:и|ей|ям)|дитин[аиу]|неповнолітн\w+|дівч\w+|хлопч\w+|жін(?:ка|ки|ок|ку)|чоловік(?:и|ів|а)?|"
    r"підліт\w+|пенсіонер\w*)"
)
_ANY = (
    rf"(?:{_PERSON}|people|persons?|civilians?|residents?|villagers?|жител\w+|человека?|людей|мирн\w+|"
    rf"гражданск\w+|осіб|людини|мешкан\w+|цивільн\w+)"
)
_AMONG = (
    r"(?:including|included?|includes|among\s+(?:them|whom)|of\s+(?:them|whom)|в\s+том\s+числе|из\s+них|(?:в|"
    r"у)\s+(?:их|їх\w*)\s+числ[еі]|среди\s+(?:них|которых)|"
    r"включая|у\s+тому\s+числі|в\s+тому\s+числі|серед\s+(?:них|яких)|з\s+них|із\s+них|включно\s+з|зокрема)"
)
_BREAKDOWN = re.compile(
    rf"(?:{_AMONG}\W+(?:[^\W\d_]+\W+){{0,1}}?{_FEW}\s+(?:[^\W\d_]+\s+){{0,1}}?{_PERSON}\b"
    rf"|(?<![\w-]){_FEW}\s+(?:of\s+(?:them|whom)|из\s+них|з\s+них|із\s+них)\W+(?:are\s+|were\s+|—\s*|–\s*)?{_PERSON}\b"
    rf"|(?:among\s+(?:the|those)|серед|среди)\s+[^\W\d_]+\W+"
    rf"(?:were\s+|are\s+|був\w*\s+|бул\w*\s+|есть\s+|є\s+)?"
    rf"{_FEW}\s+(?:[^\W\d_]+\s+){{0,1}}?{_PERSON}\b"
    rf"|(?<![\w-]){_FEW}\s+(?:[^\W\d_]+\s+){{0,1}}?{_PERSON}\W+"
    rf"(?:was\s+|were\s+|are\s+|is\s+|был\w*\s+|бул\w*\s+)?(?:among\s+(?:the|those|them)|серед|среди)\b"
    rf"|(?<![\w-]){_FEW}\s+of\s+(?:those|the)\s[^.!?\n]{{0,40}}?\b(?:are|were|is|was)\s+"
    rf"(?!for\b|with\b|by\b|of\b)(?:[^\W\d_]+\s+){{0,1}}?{_PERSON}\b"
    rf"|(?<![\w-]){_FEW}\s+(?:из|із|з)\s[^.!?\n—–]{{0,40}}?[—–-]\s*(?:это\s+|це\s+)?{_PERSON}\b"
    rf"|(?<![\w-]){_FEW}\s*[—–]\s*{_PERSON}\b"
    rf"|{_AMONG}\W+[^.!?\n]{{0,40}}?(?:\band|\bи|\bі|\bта|\bй|,)\s+{_MANY}\s+{_PERSON}\b)",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|янв|фев|мар|"
    r"апр|ма[яю]|июн|июл|"
    r"авг|сен|окт|ноя|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|days?|hours?|weeks?|months?|years?)"
)
_TOTAL = re.compile(rf"(?<![\w.,-]){_MANY}\s+(?:(?!{_MONTH})[^\W\d_]+\s+){{0,1}}?{_ANY}\b", re.IGNORECASE)
_DEAD = re.compile(
    r"\b(?:killed|dead|died|deaths?|погиб\w*|гибел\w*|уби[тв]\w*|умер\w*|скончал\w*|загин\w*|загиб\w*|"
    r"вбит\w*|помер\w*|пол[её]гл\w*|поляг\w*|гин[еу]\w*|гибн\w*|смерт\w*|lives|bodies|fatal\w*|"
    r"жертв\w*|тіл[оа]?\b|тел[оа]?\b|(?:забра|лиши|унес|унёс|втрат|потеря)\w*\s+(?:[^\W\d_]+\s+)?(?:жизн|житт)\w*|"
    r"(?:жизн|житт)\w*\s+(?:лиши|потеря|втрат)\w*)",
    re.IGNORECASE,
)
_LIVING = re.compile(
    r"\b(?:injur\w+|wound\w+|hurt|return\w*|c[ao]me\s+back|held|detain\w+|missing|evacuat\w+|taken|"
    r"exchang\w+|displac\w+|reunit\w+|"
    r"separat\w+|handed\s+over|released|hospitali\w+|ранен\w*|пострада\w*|травмир\w*|верну\w*|возвра\w*|"
    r"удержив\w*|задерж\w*|пропа\w*|"
    r"эвакуир\w*|вывез\w*|обмен\w*|воссоедин\w*|поранен\w*|постражд\w*|травмован\w*|поверну\w*|утриму\w*|"
    r"затрим\w*|зник\w*|"
    r"евакую\w*|вивез\w*|обмін\w*|возз\w*|переда\w*|освобожд\w*|звільн\w*|отпущ\w*|госпітал\w*|госпитал\w*)",
    re.IGNORECASE,
)
_FEW_WORDS = frozenset(re.findall(r"[^\W\d]{2,}", _FEW)) | {"include", "included", "includes", "including"}
_FEW_DIGIT = re.compile(r"(?<![\w.,:-])[1-4](?![\w.,:-])")
_TELLING = frozenset({"title", "summary", "where", "claims", "when", "looked"})
_SENTENCE = re.compile(r"[^.!?\n;]+")


@rule(
    "small-cell-words",
    Content,
    excusable=True,
    bad="summary: Residents say that some families came back, and among them two girls.",
    good="summary: Residents say that some families came back, and among them some girls.",
)
def small_cell_words(content: Content, scene: Scene) -> Iterator[Finding]:
    """What a count may not say of the living, a sentence does not say either: "two of them children".

    A breakdown of one to four people is told as "some"; so is a total, where a place finer than a district is named.
    Deaths are told as they were claimed.

    (DNH-14)
    """
    for sheet in sheets(scene):
        if isinstance(sheet.record.record, Event) and _may_be_few(sheet):
            yield from _findings(sheet, scene)


def _may_be_few(sheet: Sheet) -> object:
    return not _FEW_WORDS.isdisjoint(sheet.words) or _FEW_DIGIT.search(sheet.text)


def _findings(sheet: Sheet, scene: Scene) -> Iterator[Finding]:
    fine = any(where.role != "talks" for where in fine_places(sheet.record.record, scene))
    for passage in sheet.passages:
        for found in _small(passage.words, fine) if passage.loc[0] in _TELLING else ():
            yield Finding(
                passage.mark,
                say("%(words)s are so few that neighbours know who they are", words=quoted(found)),
                say("write some, or several, or leave the number out"),
            )


def _small(text: str, fine: bool) -> Iterator[str]:
    for sentence in _SENTENCE.findall(text):
        found = _BREAKDOWN.search(sentence) or (_TOTAL.search(sentence) if fine else None)
        if found and _of_the_living(sentence, found):
            yield found[0].strip()


def _of_the_living(sentence: str, found: re.Match[str]) -> bool:
    """Tell what the number is about: the nearest word that says what happened to them, living if none does."""
    middle = (found.start() + found.end()) / 2
    distance = {
        name: min((abs((m.start() + m.end()) / 2 - middle) for m in pattern.finditer(sentence)), default=None)
        for name, pattern in (("dead", _DEAD), ("living", _LIVING))
    }
    dead, living = distance["dead"], distance["living"]
    breakdown = bool(_BREAKDOWN.fullmatch(found[0]))
    if dead is None:
        return breakdown or living is not None
    return living is not None and living < dead
