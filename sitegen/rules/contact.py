"""Ways to write to a private person: e-mail addresses, names on messengers."""

import re
from collections.abc import Iterator

from sitegen.content import Content
from sitegen.problems import say
from sitegen.rules.glance import Sheet, masked, meets, spotted
from sitegen.rules.registry import Finding, Scene, rule

_DOT = r"\s*(?:\.|[\[({]\s*(?:dot|точка|крапка)\s*[\])}]|\s(?:dot|точка|крапка)\s)\s*"
_AT = r"\s*(?:[@＠]|[\[({]\s*(?:at|собака|песик|равлик|ет)\s*[\])}])\s*"
_ENDINGS = r"(?:[a-z]{2,24}|ру|рф|укр|ком|юа|бел)"
_EMAILS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"[\w.+-]+{_AT}[\w-]+(?:{_DOT}[\w-]+)*?{_DOT}{_ENDINGS}\b",
        rf"[\w.+-]+\s+(?:at|собака|песик|равлик)\s+[\w-]+\s+(?:dot|точка|крапка)\s+{_ENDINGS}\b",
        rf"[\w.+-]+\s+(?:собака|песик|равлик)\s+[\w-]+\.{_ENDINGS}\b",
        rf"\b[a-z0-9]+[._+-][\w.+-]*\s+at\s+[\w-]+\.{_ENDINGS}\b",
        rf"\b(?:e-?mail|mail|пошта|почта|имейл|імейл)\b\W{{0,3}}[\w.+-]+\s+at\s+[\w-]+\.{_ENDINGS}\b",
        r"\bmailto:\S+",
    )
)
_EMAIL_WORDS = frozenset(["at", "dot", "собака", "песик", "равлик", "точка", "крапка", "mailto"])


@rule(
    "contact-email",
    Content,
    bad="summary: The family reads letters sent to some.family at example dot org.",
    good="summary: They met at the office of the commission, as its page at example.org tells.",
)
def contact_email(content: Content, scene: Scene) -> Iterator[Finding]:
    """No text holds an e-mail address, also not one that is spelled out to look like none.

    (DNH-26)
    """
    for passage, found in spotted(scene, _may_hold_email, emails):
        yield Finding(
            passage.mark,
            say("an e-mail address stands here, %(found)s", found=masked(found)),
            say("delete it; the site's own address for corrections stands on every page"),
        )


def _may_hold_email(sheet: Sheet, scene: Scene) -> object:
    return "@" in sheet.text or "＠" in sheet.text or not _EMAIL_WORDS.isdisjoint(sheet.words)


def emails(text: str) -> Iterator[str]:
    """Yield the e-mail addresses in a text, spelled-out ones too."""
    for pattern in _EMAILS:
        yield from (found[0] for found in pattern.finditer(text))


_NETWORKS = (
    r"(?:t|telegram)\.me|wa\.me|viber\.(?:me|click)|(?:invite\.)?viber\.com|vk\.(?:com|ru|me)|ok\.ru|(?:m\.|"
    r"www\.)?facebook\.com|fb\.(?:com|me)"
    r"|m\.me|instagram\.com|signal\.me|tiktok\.com|threads\.net|linkedin\.com|(?:x|twitter)\.com|skype"
)
_HANDLES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\w.-])(?:https?://)?(?:{_NETWORKS})/[\w@+?=.-]+",
        r"(?<![\w.@/＠-])@[a-z_][\w.]{2,}",
        r"\b(?:telegram|телеграм\w*|тг|tg|viber|вайбер\w*|whats\s?app|ватсап\w*|insta(?:gram)?|"
        r"инста(?:грам\w*)?|інста(?:грам\w*)?|инстаграм\w*|інстаграм\w*|"
        r"skype|скайп\w*|signal|vk|вк)\b\W{1,4}@?(?=\w*[_\d])[a-z][a-z0-9_.]{4,}",
        r"\b(?:vk|вк)\W{0,2}id\d{4,}",
        r"\b(?:telegram|skype|viber|instagram)\s+(?:name|handle|username|nick)\W{1,4}\w{4,}",
    )
)
_NETWORK_WORD = re.compile(
    r"tele(?:gram|грам)|телеграм|tg$|тг$|viber|вайбер|whats|app$|ват?сап|инстаграм|інстаграм|insta|sk[iy]pe|"
    r"скайп|signal|vk$|вк$"
)


@rule(
    "contact-handle",
    Content,
    bad="summary: The family can be written to on Telegram, @some_family.",
    good="summary: The commission wrote on Telegram that the buses had arrived.",
)
def contact_handle(content: Content, scene: Scene) -> Iterator[Finding]:
    """No text holds a name on a messenger or a social network: it leads to a person and their friends.

    The page of an office is a source, with kind social and its publisher registered.

    (DNH-20, DNH-26)
    """
    for passage, found in spotted(scene, _may_hold_handle, handles):
        yield Finding(
            passage.mark,
            say("an account on a messenger or social network stands here, %(found)s", found=masked(found)),
            say("delete it; if it is an office's own, give its post as a source"),
        )


def _may_hold_handle(sheet: Sheet, scene: Scene) -> object:
    return "@" in sheet.text or "/" in sheet.text or meets(sheet, scene, _NETWORK_WORD)


def handles(text: str) -> Iterator[str]:
    """Yield the accounts on messengers and social networks that a text names."""
    if not any(True for _ in emails(text)):
        for pattern in _HANDLES:
            yield from (found[0] for found in pattern.finditer(text))
