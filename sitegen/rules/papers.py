"""Numbers that belong to one person: passports and tax numbers, number plates, bank cards and accounts."""

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
    return _SIX.search(sheet.text)


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


_CARD = re.compile(r"(?<![\d.,/+-])[2-69]\d{3}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![\d-])")
_CARD_WORD = re.compile(r"\bcards?\b|\bкарт(?:к|[аеуоыі]\b|ой|ою)", re.IGNORECASE)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?\b")
_ACCOUNTS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\bUA\s?\d{2}(?:\s?\d){25}\b",
        r"(?<!\d)4(?:0817|0820|2301|2306)(?:[ -]?\d){15}(?!\d)",  # accounts of private persons in Russian banks
        r"(?i:\b(?:account|iban|р/с|сч[её]т|рахун\w+)\b)[^\n.;]{0,25}?(?<!\d)\d(?:[ -]?\d){11,27}(?!\d)",
        r"\b0x[0-9a-fA-F]{40}\b",
        r"\b(?:bc1[a-z0-9]{25,60}|T[1-9A-HJ-NP-Za-km-z]{33})\b",
    )
)


@rule(
    "bank-number",
    Content,
    bad="summary: Help goes to the card 4111 1111 1111 1111.",
    good="summary: Help for 4111 people was announced; 1111 of them had asked for it.",
)
def bank_number(content: Content, scene: Scene) -> Iterator[Finding]:
    """No text holds the number of a bank card, an account or a wallet: it names its owner, or cheats readers.

    (DNH-26)
    """
    for passage, found in spotted(scene, _may_hold_account, accounts):
        yield Finding(
            passage.mark,
            say("the number of a bank card or account stands here, %(found)s", found=masked(found)),
            say("delete it; this site collects no money for anybody"),
        )


_ACCOUNT_LIKE = re.compile(r"\d[\d -]{10}|[A-Z]{2}\d\d|0x|bc1|T\w{33}")


def _may_hold_account(sheet: Sheet, scene: Scene) -> object:
    return _ACCOUNT_LIKE.search(sheet.text)


def accounts(text: str) -> Iterator[str]:
    """Yield the numbers of cards (Luhn's check digit holds, or a card is spoken of), accounts and wallets."""
    for found in _CARD.finditer(text):
        if _luhn(found[0]) or _CARD_WORD.search(text[max(0, found.start() - 40) : found.end() + 20]):
            yield found[0]
    yield from (found[0] for found in _IBAN.finditer(text) if _iban(found[0]))
    for pattern in _ACCOUNTS:
        yield from (found[0] for found in pattern.finditer(text))


def _luhn(written: str) -> bool:
    """Tell whether ISO/IEC 7812's check digit holds."""
    digits = [int(c) for c in written if c.isdigit()][::-1]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return (sum(digits[0::2]) + sum(doubled)) % 10 == 0


def _iban(written: str) -> bool:
    """Tell whether ISO 13616's check digits hold."""
    plain = "".join(written.split())
    return 15 <= len(plain) <= 34 and int("".join(str(int(c, 36)) for c in plain[4:] + plain[:4])) % 97 == 1
