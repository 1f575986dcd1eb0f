"""Numbers that belong to one person: passports, tax numbers, number plates."""

import re
from collections.abc import Iterator

from sitegen.content import Content
from sitegen.problems import say
from sitegen.rules.glance import Sheet, masked, spotted
from sitegen.rules.registry import Finding, Scene, rule

_SIX = re.compile(r"\d(?:[ \u00a0№-]{0,3}\d){5}|№\s?\d{6}|number \d{6}")
_NO = r"(?:\s*(?:№|N°|No\.?|#|number|номер)\s*)?"
_PAPER = (
    r"(?:passport|identity\s+card|id[\s-]+(?:card|картк\w+)|(?:военн|військов)\w+\s+(?:билет|квит)\w*|"
    r"birth\s+certificate|licen[cs]e|tax\s+number|паспорт\w*|загранпаспорт\w*|"
    r"закордонн\w+|сери[яеийі]\w*|серією|посвідченн\w+|удостоверени\w+|свідоцтв\w+|свидетельств\w+|инн|іпн|рнокпп|"
    r"снилс|код\w*\s+платника|умер\w+\s+документ\w+)"
)
_COUNTRY_PAIR = r"(?!(?:РФ|ЕС|ЄС|УК|КК|ЧП|МЧ|ВС|ЗС|РБ|КП|НП)\b)"
_PAPERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_COUNTRY_PAIR}[А-ЯІЇЄҐ]{{2}}{_NO}\s?\d{{6}}\b",  # Ukrainian passport
        rf"(?<![\d.,])(?!(?:19|20)\d\d)\d{{2}}\s?\d{{2}}{_NO}\s\d{{6}}\b",  # Russian passport
        rf"(?<![\d.,])\d{{2}}\s\d{{2}}{_NO}\s\d{{6}}\b",
        r"(?<!\d)\d{3}-\d{3}-\d{3}[ -]\d{2}(?!\d)",  # Russian pension number
        rf"\b[IVXІХ]{{1,4}}-[А-ЯІЇЄҐ]{{2}}{_NO}\s*\d{{6}}\b",  # birth certificate
        rf"(?i:\b{_PAPER}\b)(?:[^\n.;]|"
        rf"No\.){{0,40}}?(?<![\d.])(?:[A-ZА-ЯІЇЄҐ]{{2}}\s?)?\d(?:[\s№-]{{0,3}}\d){{5,12}}\b",
    )
)


@rule(
    "paper-number",
    Content,
    bad="summary: The commission checked a passport, number 45 10 123456, at the crossing.",
    good="summary: The commission checked 123456 papers in 2029 and 2030, passports among them.",
)
def paper_number(content: Content, scene: Scene) -> Iterator[Finding]:
    """No text holds the number of a passport, birth certificate, tax or pension record.

    Such a number finds one person in registers that have leaked.

    (DNH-26)
    """
    for passage, found in spotted(scene, _may_hold_paper, papers):
        yield Finding(
            passage.mark,
            say("the number of somebody's document stands here, %(found)s", found=masked(found)),
            say("delete the number; what the document was can stay"),
        )


def _may_hold_paper(sheet: Sheet, scene: Scene) -> object:
    return sheet.long_number and _SIX.search(sheet.text)


def papers(text: str) -> Iterator[str]:
    """Yield the numbers of personal documents in a text."""
    for pattern in _PAPERS:
        yield from (found[0] for found in pattern.finditer(text))


_UA, _RU = "АВЕІКМНОРСТХABEIKMHOPCTX", "АВЕКМНОРСТУХABEKMHOPCTYX"
_PLATES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b[{_UA}]{{2}}[ -]?\d{{4}}[ -]?[{_UA}]{{2}}\b",
        rf"\b[{_RU}][ -]?\d{{3}}[ -]?[{_RU}]{{2}}[ -]?\d{{2,3}}\b",
        rf"(?i:\b[{_RU}]\d{{3}}[{_RU}]{{2}}\d{{2,3}}\b)",
        rf"\b\d{{4}}[ -]?[{_UA}]{{2}}-[1-8]\b",
        rf"(?i:\b(?:plates?|registration|гос\.?\s?номер\w*|держ\.?\s?номер\w*|номерн\w+ знак\w*)\b)[^\n.;]{{0,20}}?"
        rf"(?i:\b[{_UA}У]{{1,2}}[ -]?\d{{3,4}}[ -]?[{_UA}У]{{2}}(?:[ -]?\d{{2,3}})?\b)",
    )
)


@rule(
    "plate",
    Content,
    bad='summary: "The bus, plate AX 1234 BC, left in the morning."',
    good="summary: The bus of route 1234 left in the morning with aid of the UN.",
)
def plate(content: Content, scene: Scene) -> Iterator[Finding]:
    """No text holds a number plate: it leads to the driver, and shows which vehicle carried whom.

    (DNH-26)
    """
    for passage, found in spotted(scene, _may_hold_plate, plates):
        yield Finding(
            passage.mark,
            say("a number plate stands here, %(found)s", found=masked(found)),
            say("delete it; write what kind of vehicle it was"),
        )


_PLATE_LIKE = re.compile(r"\d{3}[ -]?[^\W\d_]{2}(?![^\W\d_])")


def _may_hold_plate(sheet: Sheet, scene: Scene) -> object:
    return _PLATE_LIKE.search(sheet.text)


def plates(text: str) -> Iterator[str]:
    """Yield the number plates in a text: Ukrainian, Russian, Belarusian."""
    for pattern in _PLATES:
        yield from (found[0] for found in pattern.finditer(text))
