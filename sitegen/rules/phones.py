"""Telephone numbers, as Ukraine, Russia, Belarus and the rest of the world write them."""

import re
from collections.abc import Iterator

from sitegen.content import Content
from sitegen.problems import say
from sitegen.rules.glance import Sheet, masked, spotted
from sitegen.rules.registry import Finding, Scene, rule

_GAP = r"[\s().\-–‑/]{0,3}"
_RUN = re.compile(r"\d(?:[ \t().\-–‑/\u00a0\u202f]{0,3}\d){4,}")
_PHONE_WORD = (
    r"(?:phone|mobile|call|dial|tel|whats\s?app|viber|телефон\w*|тел|моб\w*|зв[ао]ни\w*|дзвон\w*|"
    r"ватсап\w*|вайбер\w*|вотсап\w*)"
)
_PHONES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\w+])\+\(?\d{{1,3}}\)?(?:{_GAP}\d){{7,12}}(?!\d)",  # +380 67 …, +7 (916) …, +375-29-…
        rf"(?<![\w.,+-])00[1-9](?:{_GAP}\d){{9,13}}(?!\d)",  # 00380 67 …
        rf"(?<![\w.,+-])(?:380|375)(?:{_GAP}\d){{9}}(?!\d)",  # 380 67 …, without +
        rf"(?<![\w.,+-])[78]{_GAP}\(?(?:0\d{{2,3}}|"
        rf"[3-9]\d{{2,4}})\)?(?:{_GAP}\d){{5,7}}(?!\d)(?<=\d)",  # 8 (916) …, 8 (47143) …
        r"(?<![\w.,+-])\(?0\d{2,4}\)?[\s\-–‑.]{0,2}\d{1,3}[\s\-–‑.]?\d{2}[\s\-–‑.]?\d{2}(?![\d-])",  # 067 …, (05442) …
        r"(?<![\w.,+-])0\d{2}[\s\-–‑.]\d{3}[\s\-–‑.]\d{4}(?!\d)",  # 067 123 4567
        r"(?<![\w.,+-])0[\s\-–‑]?800[\s\-–‑]?\d{3}[\s\-–‑]?\d{3}(?!\d)",  # 0 800 …
        r"(?<!\w)\(\d{3,5}\)\s?\d{1,3}[\s\-–‑]\d{2,4}(?:[\s\-–‑]\d{2,4})?(?![\d-])",  # (4712) 55-01-23
        r"(?<![\w.,+-])\d{3}[ .\-–‑]\d{3}[ .\-–‑](?:\d{2}[ .\-–‑]\d{2}|\d{4})(?![\d-])",  # 916.555.01.42
        rf"\b{_PHONE_WORD}\b[^\d\n]{{0,20}}\d(?:{_GAP}\d){{4,13}}(?!\d)",  # tel. 2-12-34
    )
)
_DIGIT_WORD = (
    r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ноль|нуль|один|два|три|чотири|четыре|п[’'ʼ]ять|пять|"
    r"шість|шесть|сім|семь|вісім|восемь|дев[’'ʼ]ять|девять)"
)
_SPELLED = re.compile(rf"\b{_DIGIT_WORD}(?:[\s,-]+{_DIGIT_WORD}){{6,}}\b", re.IGNORECASE)
_DIGIT_WORDS = frozenset(
    _DIGIT_WORD[3:-1].replace("п[’'ʼ]ять", "п’ять|п'ять").replace("дев[’'ʼ]ять", "дев’ять").split("|")
)
_NO_PHONE = re.compile(
    r"(?:19|20)\d\d\s*[-–‑./]\s*\d{1,2}\s*[-–‑./]\s*\d{1,2}|\d{1,2}\s*[./]\s*\d{1,2}\s*[./]\s*(?:19|20)\d\d"
    r"|(?:19|20)\d\d\s*[-–‑/]\s*(?:19|20)\d\d|^[1-9]\d{0,2}(?:[ ,.\u00a0]\d{3}){2,}$"
)


@rule(
    "contact-phone",
    Content,
    bad='title: {en: "Officials announce a return; relatives answer on +380 67 123 45 67"}',
    good='title: {en: "Officials announce on 2030-05-03 that 1 380 671 people came back from 2028 to 2030"}',
)
def contact_phone(content: Content, scene: Scene) -> Iterator[Finding]:
    """No text holds a telephone number: whoever is reached by it can be threatened by it.

    Numbers of relief offices belong on the site's own pages, where they are kept up to date.

    (DNH-26)
    """
    for passage, found in spotted(scene, _may_hold_phone, phones):
        yield Finding(
            passage.mark,
            say("a telephone number stands here, %(found)s", found=masked(found)),
            say("delete it; numbers of offices that help go on a page such as pages/families"),
        )


def _may_hold_phone(sheet: Sheet, scene: Scene) -> object:
    return sheet.long_number or len(_DIGIT_WORDS & sheet.words) > 2


def phones(text: str) -> Iterator[str]:
    """Yield the telephone numbers in a text, as written."""
    run = max((len(re.sub(r"\D", "", found[0])) for found in _RUN.finditer(text)), default=0)
    for pattern in _PHONES if run > 6 else _PHONES[-2:] if run > 4 else ():
        for found in pattern.finditer(text):
            if not _NO_PHONE.search(found[0].strip()) and 5 <= sum(c.isdigit() for c in found[0]) <= 16:
                yield found[0].strip()
    yield from (found[0] for found in _SPELLED.finditer(text))
