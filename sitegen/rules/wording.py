"""Neutral words: what only one side says stands in a claim, not in our own sentences."""

import re
from collections.abc import Iterator

from sitegen.content import Content
from sitegen.model.event import Event
from sitegen.model.place import Place
from sitegen.model.site import Speaker
from sitegen.problems import quoted, say
from sitegen.rules.glance import Passage, Sheet, meets, sheets
from sitegen.rules.loaded import LAND, LOADED, PEOPLE, PHRASE_HEADS, PHRASES, QUOTED, Loaded
from sitegen.rules.registry import Finding, Scene, rule

_WORD = re.compile(r"[^\W\d_]+(?:[-’'ʼ][^\W\d_]+)*")
_STEMS = re.compile("|".join(group.words.pattern for group in LOADED))
_AROUND = 45  # characters on each side that are looked at for what tells a neutral use apart


@rule(
    "wording",
    Content,
    excusable=True,
    bad="summary: After the town had been liberated the people came back.",
    good="summary: After the town had come under the control of Arland, the people came back.",
)
def wording(content: Content, scene: Scene) -> Iterator[Finding]:
    """Our own sentences use words that no side owns; what a side calls things is said in its claim, or in quotes.

    A reader who meets the other side's words stops reading, and whoever is described by them may be in danger.
    Looked at are titles, summaries and notes in English, Russian and Ukrainian, and the definitions of kinds.

    (DNH-11)
    """
    for sheet in sheets(scene):
        if _may_be_loaded(sheet, scene):
            for passage in sheet.passages:
                if _is_ours(passage):
                    yield from _findings(passage)
    yield from _kinds(content)


def _may_be_loaded(sheet: Sheet, scene: Scene) -> bool:
    return any(meets(sheet, scene, stems) for stems in (_STEMS, PHRASE_HEADS))


def _is_ours(passage: Passage) -> bool:
    """Tell whether we say it: not a claim, not what a correction replaced or an exception explains, not a name."""
    model, loc = type(passage.record.record), passage.loc
    if model is Event:
        spoken = loc[0] == "claims" and loc[2] == "says"
        return (
            not spoken and loc[0] != "exceptions" and "was" not in loc and "publisher" not in loc and "place" not in loc
        )
    if model in (Place, Speaker):
        return "note" in loc or "extent" in loc or "why" in loc
    return True


def _findings(passage: Passage) -> Iterator[Finding]:
    for word, instead in dict(loaded_words(passage.words)).items():
        yield Finding(
            passage.mark,
            say("%(word)s takes a side", word=quoted(word)),
            say("write instead: %(instead)s; or put it into a claim of whoever says so", instead=say(instead)),
        )


def loaded_words(text: str) -> Iterator[tuple[str, str]]:
    """Yield each word or phrase that takes a side, as written, and what to write instead; quotations are left out."""
    ours = QUOTED.sub(lambda found: " " * len(found[0]), text)
    for pattern, instead in PHRASES:
        yield from ((found[0], instead) for found in pattern.finditer(ours))
    for found in _WORD.finditer(ours):
        group = next((group for group in LOADED if group.words.match(found[0].casefold())), None)
        if group and _takes_a_side(group, ours, found):
            yield found[0], group.instead


_STREET = re.compile(r"\b(?:в?улиц\w*|проспект\w*|площ\w*|бульвар\w*|парк\w*|музе\w*|в?ул\.|пл\.)\s+$", re.IGNORECASE)


def _takes_a_side(group: Loaded, text: str, found: re.Match[str]) -> bool:
    before, after = text[max(0, found.start() - _AROUND) : found.start()], text[found.end() : found.end() + _AROUND]
    before, after = re.split(r"[.!?\n]\s", before)[-1], re.split(r"[.!?\n](?:\s|$)", after)[0]
    if _STREET.search(before):
        return False
    if group.freed:
        return _of_a_place(before, after)
    around = f" {before} {after}"
    if group.fine and (group.fine.search(around) or group.fine.search(text[found.start() : found.end() + _AROUND])):
        return False
    return group.near is None or bool(group.near.search(around))


_CAPITAL = re.compile(r"[A-ZА-ЯЁІЇЄҐ]")
_NO_PLACE = re.compile(
    r"(?:вчера|сегодня|учора|вчора|сьогодні|позже|затем|потім|пізніше|после|після|тогда|тоді|всего|всього)$", re.I
)


def _of_a_place(before: str, after: str) -> bool:
    """Tell whether somebody is said to have freed a place: by the nearest word that tells, what follows it first."""
    following = _WORD.findall(re.split(r"[,;:()]", after)[0])[:4]
    preceding = _WORD.findall(re.split(r"[,;:()]", before)[-1])[-4:]
    if following[:1] in (["от"], ["від"]):
        return False
    for word in (*following, *reversed(preceding)):
        if PEOPLE.match(word):
            return False
        if LAND.match(word) or (_CAPITAL.match(word) and not _NO_PLACE.match(word)):
            return True
    return False


def _kinds(content: Content) -> Iterator[Finding]:
    for index, kind in enumerate(content.kinds.record.kinds if content.kinds else ()):
        for field in ("label", "definition"):
            for lang, words in getattr(kind, field).values:
                for word, instead in loaded_words(words):
                    loc = ("kinds", index, field, lang) if lang else ("kinds", index, field)
                    assert content.kinds  # noqa: S101
                    yield Finding(
                        content.kinds.mark(*loc),
                        say("%(word)s takes a side", word=quoted(word)),
                        say("write instead: %(instead)s", instead=say(instead)),
                    )
