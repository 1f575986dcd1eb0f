"""Addresses of houses: a street and a number lead to a door."""

import re
from collections.abc import Iterator

from sitegen.content import Content
from sitegen.problems import say
from sitegen.rules.glance import Sheet, masked, meets, spotted
from sitegen.rules.registry import Finding, Scene, rule

_NAME = (
    r"(?:(?:\d{1,3}(?:-?\w{1,3})?\s)?[A-ZА-ЯЁІЇЄҐ][\w’'ʼ.-]*(?:\s(?:[A-ZА-ЯЁІЇЄҐ][\w’'ʼ-]*|[a-zа-яёіїєґ]+[аяоеий]))?)"
)
_KIND_EN = (
    r"(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Lane|Boulevard|Blvd\.?|Drive|Prospekt|Prospect|Alley|Embankment|"
    r"street|avenue|road|lane|boulevard|prospekt)"
)
_KIND_LATIN = r"(?:vul\.?|ul\.?|vulytsia|vulytsya|ulitsa|ulica|prov\.?|per\.?|prosp\.?|pr-t|bulv\.?)"
_KIND_CYRILLIC = (
    r"(?:вул(?:\.|иц[яіюею]+)?|ул(?:\.|иц\w+)?|просп(?:\.|ект\w*)|пр-к?т\w{0,2}\.?|пров(?:\.|ул\w+)|пер(?:\.|еул\w+)|"
    r"бульв(?:\.|ар\w*)|б-р|бул\.|наб(?:\.|ережн\w+)|шосе|шоссе|узвіз\w*|проїзд\w*|проезд\w*|тупик\w*|пл\.|"
    r"майдан\w*|мкр\.?|м[иі]крорайон\w*|алле[яеию]\w*|але[яїюєе]\w*)"
)
_KIND_BEFORE = rf"(?:(?i:{_KIND_CYRILLIC})|(?i:{_KIND_LATIN}))"
_HOUSE = (
    r"(?:(?:house|building|bldg\.?|no\.?|number|дом\w*|д\.|буд(?:\.|инок|инку|инком)|б\.|корп(?:\.|ус\w*)|номер|"
    r"№)\s*№?\s*)"
)
_NUMBER = r"\d{1,4}(?:\s?[-/]\s?(?:\d{1,4}|[A-Za-zА-Яа-яІЇЄҐіїєґ](?!\w)))?\s?[A-Za-zА-Яа-яІЇЄҐіїєґ]?(?![\w])"
# A number at the end of a phrase is a house; "on Garden Street 12 people waited" is not.
_ENDS = (
    r"(?=\s*(?:$|[.,;:)\]»”\"!?\n—–]|(?:and|in|was|were|is|where|і|й|та|и|в|у|был\w*|бул\w*|кв|apt|flat|де|где|"
    r"разруш\w*|повре\w*|сгор\w*|жив\w*|жил\w*|попа\w*|пошкодж\w*|зруйн\w*|згор\w*|мешка\w*|горит|горить|"
    r"burn\w*|damaged|destroyed|hit)\b))"
)
_STREETS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_KIND_BEFORE}\s+{_NAME},?\s+{_HOUSE}{_NUMBER}",
        rf"\b{_KIND_BEFORE}\s+{_NAME},?\s+{_NUMBER}{_ENDS}",
        rf"\b{_NAME}\s+(?i:{_KIND_CYRILLIC}),?\s+{_HOUSE}{_NUMBER}",
        rf"\b{_NAME}\s+(?i:{_KIND_CYRILLIC}),?\s+{_NUMBER}{_ENDS}",
        rf"(?<![\w,.-])\d{{1,4}}[A-Za-z]?,?\s+(?:[A-Z][\w’'-]+\s+){{1,3}}{_KIND_EN}(?!\w)",
        rf"\b(?:[A-Z][\w’'-]+\s+){{1,3}}{_KIND_EN},?\s+{_HOUSE}{_NUMBER}",
        rf"\b(?:[A-Z][\w’'-]+\s+){{1,3}}{_KIND_EN},?\s+{_NUMBER}{_ENDS}",
    )
)
_DOORS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:apartment|apt\.?|flat|квартир[аеиіуы]\w?|кв\.)\s*(?:no\.?|number|номер|"
        r"№)?\s*\d{1,4}\b(?!\s*(?:км|м\b|km|квадрат))",
        r"\b(?:house|дом|доме|дома|будинок|будинку|хата|хаті|д\.|буд\.)\s*(?:no\.?|number|номер|№|"
        r"під номером|под номером)\s*\d{1,4}\b",
        r"\b(?:дом|доме|будинок|будинку|буд\.|д\.)\s*\d{1,4}\s?[а-яіїєґ]?\s*,\s*(?:кв|корп|под[ъ’]?[её]зд|під[’']?їзд)",
        r"\b(?:дом[еау]?|будин\w+)\s+\d{1,4}[а-яіїєґ]?\s+(?:по|на)\s+(?:\w+\s+)?(?-i:[А-ЯІЇЄҐ])",
        r"(?-i:[А-ЯІЇЄҐ])\w+,\s*\d{1,4}[а-яіїєґ]?,\s*(?:\w+\s)?(?:под[ъ’]?езд|під[’'ʼ]?їзд|кв|подвал|підвал|"
        r"этаж|поверх)",
        r"\b(?:number|no\.)\s*\d{1,4}\s+(?:on|in)\s+(?:[A-Z][\w’'-]+\s+){1,3}(?:street|road|lane|avenue)\b",
    )
)
_STREET_WORD = re.compile(
    r"str(?:eet)?s?$|st$|ave|roads?$|rd$|lanes?$|bl?vd|boulev|drive$|prosp|alley|embank|vul|ul(?:its|ica)?|"
    r"prov|per$|pr-t|bulv|"
    r"apart|apt|flats?$|houses?$|number$|no$|building|вул|ул$|улиц|просп|пр-|пров|пер$|переул|буль|б-р|бул|"
    r"наб|шос|узв|про[їе]зд|"
    r"тупик|пл$|майдан|алле|але[яїює]|кварт|кв$|м[иі]крор|мкр|под|під|поверх|этаж|дом|доме$|буд|хат|д$"
)
_STREET = re.compile(_STREET_WORD.pattern.replace("$", r"\b"), re.IGNORECASE)
_DIGIT = re.compile(r"\d")


@rule(
    "street-address",
    Content,
    bad="summary: They were met at 12 Garden Street, in the evening.",
    good="summary: They were met on Garden Street, where 12 people had waited.",
)
def street_address(content: Content, scene: Scene) -> Iterator[Finding]:
    """No text holds the address of a house or flat: people live there, or shelter there.

    (DNH-06, DNH-26)
    """
    for passage, found in spotted(scene, _may_hold_address, streets):
        yield Finding(
            passage.mark,
            say("the address of a house stands here, %(found)s", found=masked(found)),
            say("name the settlement or the district; leave out the number of the house and of the flat"),
        )


def _may_hold_address(sheet: Sheet, scene: Scene) -> object:
    return meets(sheet, scene, _STREET_WORD) and _DIGIT.search(sheet.text)


def streets(text: str) -> Iterator[str]:
    """Yield the addresses in a text that go down to a house or a flat."""
    if _DIGIT.search(text):
        for pattern in (*_STREETS, *_DOORS):
            yield from (found[0] for found in pattern.finditer(text))


_NAMED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?!(?i:майдан|пл\.|шосс?е))(?i:{_KIND_CYRILLIC})\s+[A-ZА-ЯЁІЇЄҐ][\w’'ʼ-]+",
        r"\b[A-ZА-ЯЁІЇЄҐ][\w’'ʼ-]+\s+(?:вулиц\w+|улиц\w+|провул\w+|переул\w+|бульвар\w*|проспект\w*)\b",
        r"\b(?:[A-Z][\w’'-]+\s+){1,3}(?:Street|Avenue|Lane|Boulevard|street|avenue|lane|boulevard)\b",
    )
)


def named_streets(text: str) -> Iterator[str]:
    """Yield the streets that a text names, with or without a house."""
    if _STREET.search(text):
        for pattern in _NAMED:
            yield from (found[0] for found in pattern.finditer(text))
