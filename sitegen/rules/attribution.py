"""Who says so: in the title of what one side says, and behind every number of people."""

import re
from collections.abc import Iterator, Mapping

from sitegen.counts import FIELDS
from sitegen.decode import Decoded
from sitegen.model.event import Event
from sitegen.model.fields import Text
from sitegen.model.site import Side, Speaker
from sitegen.problems import quoted, say
from sitegen.rules.glance import words_of
from sitegen.rules.registry import Finding, Scene, rule
from sitegen.verdict import judge

_WEAK = frozenset({"unconfirmed", "one-source", "one-side"})
_SAYING: Mapping[str, re.Pattern[str]] = {
    lang: re.compile(stems)
    for lang, stems in {
        "en": r"(?:say|said|tell|told|announc|report|claim|stat(?:e|es|ed|ing|ement)s?$|declar|accord|"
        r"alleg|accus|blam|ask|appeal|"
        r"demand|call(?:s|ed|ing)?$|urg(?:e|es|ed|ing)$|den(?:y|ies|ied)|disput|reject|confirm|warn|offer|"
        r"promis|propos|"
        r"thank|describ|recall|inform|speak|spoke|wr[io]te|wrote|post(?:s|ed)?$|estimat|complain|request|"
        r"insist|mention|note[sd]?$|"
        r"agree|call|plead|testif|account|publish|list(?:s|ed)$)",
        "ru": r"(?:говор|сказ[аы]|скаж|сообщ|заяв|объяв|утвержд|слов(?:ам|о|ами)$|данн|согласно|"
        r"рассказ|отме[тч]|подтверд|подтвержд|"
        r"отриц|опроверг|прос[яи]|попрос|требу|потреб|призв|призы|обрат|обращ|обвин|жал[уо]|пожал|предлаг|"
        r"предлож|предупр|"
        r"напомн|пиш[еу]|написа|указ[аы]|счита|оцен|верси|якобы|доложи|доклад|информир|назва|назыв|"
        r"свидетельств|поблагодар|просьб|"
        r"договор|перечисл|спор|оспар|отверг)",
        "uk": r"(?:каж|сказа|говор|повідом|заяв|оголо|стверд|слов(?:ами|о|ам)$|дани|згідно|"
        r"розпов|зазнач|підтвер|запереч|спросту|"
        r"прос[яи]|попрос|вимаг|закли|зверн|зверт|звинув|скарж|поскарж|пропон|запропон|попередж|нагад|пиш[еу]|написа|"
        r"вказ|вваж|оцін|версі|нібито|інформ|допові|назв|свідч|подяк|прохан|домов|відкид|відкин|перелі)",
    }.items()
}


@rule(
    "title-attribution",
    Event,
    excusable=True,
    bad="title: Families wait for news",
    good="title: Families wait for news, residents say",
)
def title_attribution(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """The title of what only one side or one source says tells who says it, in each language.

    Titles travel without the page: in lists, feeds and searches they are read as what happened.

    (DNH-11)
    """
    if event.record.withdrawn:
        return
    lacking = [(lang, words) for lang, words in event.record.title.values if not _attributes(words, lang, event, scene)]
    if lacking and judge(event.record, *_register(scene)).event.level in _WEAK:
        for lang, words in lacking:
            yield Finding(
                event.mark("title", lang) if lang else event.mark("title"),
                say("%(title)s does not say who says so, and one side only does", title=quoted(words)),
                say("add who announced, reported or said it"),
            )


def _attributes(title: str, lang: str, event: Decoded[Event], scene: Scene) -> bool:
    pattern = _SAYING.get(lang or _first(scene))
    if pattern is None or any(pattern.match(word) for word in words_of(title)):
        return True
    words = set(words_of(title))
    return any(words & named for named in _names(event.record, scene)) or _labelled(title, event.record, scene)


def _first(scene: Scene) -> str:
    return scene.content.site.record.languages[0] if scene.content.site else "en"


def _names(event: Event, scene: Scene) -> Iterator[set[str]]:
    """Yield the telling words of each speaker's, publisher's and agency's name."""
    for claim in event.claims:
        if (speaker := scene.content.speakers.get(claim.by)) and speaker.record.kind == "person":
            yield {word for _, name in speaker.record.name.values for word in words_of(name)[-1:]}
    for source in event.sources:
        for name in (source.publisher, source.republishes or ""):
            yield {word for word in words_of(name) if len(word) > 2}


def _labelled(title: str, event: Event, scene: Scene) -> bool:
    """Tell whether the title begins with who says so and a colon, or ends with it in brackets or after a dash."""
    head, colon, _ = title.partition(":")
    tail = re.search(r"[(–—]\s*([^()–—]+)\)?$", title)
    ends = [(head if colon else "").casefold(), (tail[1] if tail else "").casefold()]
    speakers, sides = _register(scene)
    labels = [side.label for side in sides.values()] + [speakers[c.by].name for c in event.claims if c.by in speakers]
    return any(words.casefold() in end for end in ends for label in labels for _, words in label.values)


def _register(scene: Scene) -> tuple[dict[str, Speaker], dict[str, Side]]:
    if __name__ not in scene.memo:
        sides = scene.content.sides.record.sides if scene.content.sides else ()
        speakers = {id_: speaker.record for id_, speaker in scene.content.speakers.items()}
        scene.memo[__name__] = (speakers, {side.id: side for side in sides})
    found: tuple[dict[str, Speaker], dict[str, Side]] = scene.memo[__name__]
    return found


_PEOPLE = (
    r"(?:people|persons?|civilians?|residents?|children|minors|women|men|families|villagers|refugees|"
    r"evacuees|prisoners|"
    r"люд\w+|человек\w*|жител\w+|гражд\w+|дет\w+|несовершеннолетн\w+|женщин\w*|мужчин\w*|сем\w+|"
    r"осіб|особи|мешкан\w+|цивільн\w+|діт\w+|дитин\w*|неповнолітн\w+|жін\w+|чоловік\w*|родин\w*)"
)
_NUMBER_OF_PEOPLE = re.compile(
    rf"(?<![\w.,-])(?!(?:19|20)\d\d\b)(\d{{1,3}}(?:[ ,.\u00a0\u202f]\d{{3}})+|"
    rf"\d{{1,8}}(?!\d))(?:\s+(?!(?:and|or|и|или|і|й|та|або)\b)[^\W\d]+){{0,2}}?\s+{_PEOPLE}\b",
    re.IGNORECASE,
)
_ROUNDED = 0.1
_SEPARATORS = re.compile(r"[ ,.\u00a0\u202f](?=\d{3})")


@rule(
    "count-unclaimed",
    Event,
    excusable=True,
    bad="title: Residents say that 52 families wait",
    good="""
title: Residents say that 46 families wait
claims:
  - {id: c1, by: residents, says: They tell of it., counts: [{effect: affected, total: 46, of: families}], sources: [a]}
""",
)
def count_unclaimed(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """A number of people in a title or summary is one that a claim makes: a number nobody answers for is a rumour.

    (DNH-10)
    """
    record = event.record
    if record.withdrawn:
        return
    for field in ("title", "summary"):
        text: Text | None = getattr(record, field)
        for lang, words in text.values if text else ():
            for found in _NUMBER_OF_PEOPLE.finditer(words):
                if not _claimed(int(_SEPARATORS.sub("", found[1])), record):
                    yield Finding(
                        event.mark(field, lang) if lang else event.mark(field),
                        say("no claim makes the number in %(words)s", words=quoted(found[0])),
                        say("write the claim, with by:, counts: and sources:, or leave the number out"),
                    )


def _claimed(number: int, event: Event) -> bool:
    """Tell whether a claim gives the number, or one that it rounds (nearly 20,000 for 19,546), or parts of it."""
    return any(abs(number - given) <= number * _ROUNDED * (number >= 10) for given in _numbers(event))


def _numbers(event: Event) -> Iterator[int]:
    for claim in event.claims:
        quantities = [quantity for counts in claim.counts for field in FIELDS if (quantity := getattr(counts, field))]
        ends = [end for q in quantities for end in (q.min, q.best, q.max) if end is not None]
        yield from ends
        yield sum(counts.total.max or 0 for counts in claim.counts if counts.total)
        for _, words in (pair for text in (claim.says, claim.note) if text for pair in text.values):
            yield from map(int, re.findall(r"\d{1,9}", _SEPARATORS.sub("", words)))
