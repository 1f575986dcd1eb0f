"""Bank cards, accounts and wallets: checked by their own check digits where they have any."""

import re
from collections.abc import Iterator

from sitegen.content import Content
from sitegen.problems import say
from sitegen.rules.glance import Sheet, masked, spotted
from sitegen.rules.registry import Finding, Scene, rule

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


_ACCOUNT_LIKE = re.compile(r"\d[\d -]{10}|[A-Z]{2}\d\d[A-Z0-9 ]{10}")


def _may_hold_account(sheet: Sheet, scene: Scene) -> object:
    in_digits = sheet.long_number and _ACCOUNT_LIKE.search(sheet.text)
    return in_digits or max(map(len, sheet.text.split()), default=0) > 30


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
