"""People in the hands of a side, or just out of them: protected from insults and public curiosity."""

import re
from collections.abc import Iterator

from sitegen.content import Content
from sitegen.decode import Decoded
from sitegen.model.event import Event
from sitegen.problems import quoted, say
from sitegen.rules.fineness import kinds_of
from sitegen.rules.glance import meets, spotted
from sitegen.rules.registry import Finding, Scene, rule

_CUSTODY = frozenset({"held", "taken", "returned", "exchanged"})
_ALWAYS = ("names", "images")


def _in_custody(event: Event, scene: Scene) -> bool:
    return any(kind.custody == "true" for kind in kinds_of(event, scene)) or any(
        counts.effect in _CUSTODY for claim in event.claims for counts in claim.counts
    )


@rule(
    "custody-withheld",
    Event,
    bad="""
kind: return
withheld: [ages]
""",
    good="""
kind: return
withheld: [names, images]
""",
)
def custody_withheld(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """Names and images of people who are held, or were just released, are withheld, and the page says so.

    The Geneva Conventions (III, article 13; IV, article 27) protect them from public curiosity.

    (DNH-16)
    """
    lacking = [word for word in _ALWAYS if word not in event.record.withheld]
    if lacking and not event.record.withdrawn and _in_custody(event.record, scene):
        yield Finding(
            event.mark("withheld"),
            say("people in somebody's hands: %(lacking)s are not withheld here", lacking=", ".join(lacking)),
            say("leave them out of the texts, and write withheld: [names, images]"),
        )


@rule(
    "names-withheld",
    Event,
    "remark",
    bad="""
sources: [{id: a, publisher: Example Daily, url: "https://daily.example.org/1", names_private_people: true}]
""",
    good="""
sources: [{id: a, publisher: Example Daily, url: "https://daily.example.org/1", names_private_people: true}]
withheld: [names]
""",
)
def names_withheld(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """Where a source names private people, the event says that it does not: readers need not search.

    (DNH-04)
    """
    record = event.record
    named = any(source.names_private_people == "true" for source in record.sources)
    if named and "names" not in record.withheld and not record.withdrawn:
        yield Finding(
            event.mark("withheld"),
            say("a source names private people, and the event does not say that their names are left out"),
            say("write withheld: [names]"),
        )


_CAPTIVE = (
    r"(?:captivity|custody|detention|prison\w*|jail|a\s+cell|плен[уа]|полон[іу]|неволі|неволе|"
    r"ув[’']язненн[іяю]|заключении|"
    r"под\s+стражей|під\s+вартою|изоляторе|ізоляторі|сизо|колони[ий]|колонії)\b"
)
_RECORD = (
    r"(?:videos?|footage|recording|recorded|filmed|interview\w*|confession|statement|видео\w*|ролик\w*|"
    r"интервью|запис\w+|признание|"
    r"відео\w*|інтерв[’']ю|зізнанн\w+)"
)
_SAID = (
    r"(?:said|says|told|confess\w+|admit\w+|рассказ\w+|призна\w+|заяв\w+|сказа\w+|говор\w+|розпов\w+|зізна\w+|"
    r"визна\w+|каже|кажуть)"
)
_IN = r"(?:while\s+in|in|from|during|в|у|з|из|із|зі)"
_STATEMENTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_RECORD}\b(?:,?\s+(?!that\b|что\b|що\b)[\w’'-]+){{0,4}}?,?\s+{_IN}\s+{_CAPTIVE}",
        rf"\b{_SAID}(?:\s+(?!that\b|что\b|що\b|are\b|is\b)[\w’'-]+){{0,2}}?\s+{_IN}\s+{_CAPTIVE}",
        rf"\b{_IN}\s+{_CAPTIVE}\s+(?:[\w’'-]+\s+){{0,3}}?{_SAID}\b",
        r"\b(?:while|when)\s+(?:(?:they|he|she|still)\s+)*(?:(?:were|was)\s+)?(?:being\s+)?(?:held|captive|"
        r"imprisoned)\b[^.!?\n]{0,40}\b(?:said|told|confess\w+)\b",
        r"\b(?:video|footage|видео\w*|відео\w*|запис\w+)\s+(?:of|from)?\s*(?:an?\s+|"
        r"the\s+)?(?:interrogation|допрос\w*|допит\w*)",
    )
)
_AFTER = re.compile(
    r"\b(?:after|since|return\w*|release\w*|после|вернувш\w+|возвра\w+|верну\w+|після|поверн\w+|звільн\w+|освобо\w+)\b",
    re.IGNORECASE,
)
_CAPTIVE_WORD = re.compile(
    r"captiv|custody|detention|prison|jail|cell$|held$|interrog|плен|полон|невол|ув[’']яз|заключ|страж|варт|"
    r"изолят|ізолят|сизо|колони|колонії|допрос|допит"
)


@rule(
    "captive-statement",
    Content,
    excusable=True,
    bad="summary: In a video recorded in captivity a resident said that all had enough food.",
    good="summary: After their return from captivity residents said that not all had had enough food.",
)
def captive_statement(content: Content, scene: Scene) -> Iterator[Finding]:
    """What somebody said while they were held is not repeated: nobody knows whether they were free to say it.

    (DNH-16)
    """
    for passage, found in spotted(scene, lambda sheet, scene: meets(sheet, scene, _CAPTIVE_WORD), _statements):
        yield Finding(
            passage.mark,
            say("%(words)s reads like a statement made while held", words=quoted(found)),
            say("leave the statement out; that it was published can be said in a note"),
        )


def _statements(text: str) -> Iterator[str]:
    for pattern in _STATEMENTS:
        for found in pattern.finditer(text):
            if not _AFTER.search(text[max(0, found.start() - 40) : found.end()]):
                yield found[0]
