"""Places that texts mention where the record itself may not: a sentence is read by whoever reads the map."""

import re
from collections.abc import Iterator, Sequence

from sitegen.content import Content
from sitegen.model.event import Event
from sitegen.problems import quoted, say
from sitegen.rules.fineness import is_fine, kinds_of
from sitegen.rules.glance import sheets
from sitegen.rules.registry import Finding, Scene, rule
from sitegen.rules.sensitive import is_open
from sitegen.rules.streets import named_streets
from sitegen.words import Register
from sitegen.words.tokens import Token, tokens

_REACH = 12  # words of the longest name of a place
_NOT_TEXT = frozenset({"place", "within", "publisher", "republishes", "system"})  # `where` has a rule of its own
_AREA = re.compile(
    r"(?:district|raion|rayon|region|oblast|community|hromada|border|area|район|област|громад|округ|приграни|прикорд|"
    r"направлен|напрям|times|post$|herald|news$)"
)
_OFFICE = re.compile(
    r"(?:mayors?|heads?|governors?|council|administration|prosecutor|court|police|authorit\w+|м[еэ]р\w{0,3}|глав[аеыуо]\w?|"
    r"голов[аиіуо]\w?|губернатор\w*|рад[аиіу]|сов[её]т\w?|админ\w+|адмін\w+|прокур\w+|суд\w{0,2}|полиц\w+|поліц\w+|влад\w+|власт\w+)"
)
_HOUSE = (
    r"(?:schools?|colon(?:y|ies)|prisons?|jails?|hospitals?|camps?|centres?|centers?|shelters?|kindergartens?|hostels?|"
    r"шк[оі]л\w*|коло?ни\w+|колоні\w+|тюрьм\w+|тюр[ея]м\w*|в['’]язниц\w+|больниц\w+|лікарн\w+|лагер\w+|табор\w*|детсад\w*|"
    r"дитсад\w*|сад[ауоік]\w*|гимнази\w+|гімназі\w+|лице\w+|ліце\w+|интернат\w*|інтернат\w*|общежити\w+|гуртожит\w+|"
    r"укрыти\w+|укритт\w+|убежищ\w+|сховищ\w+|изолятор\w*|ізолятор\w*|пункт\w*|СИЗО|СІЗО|SIZO|ИК|ІК|ВК|ПВР|ПТР)"
)
_BUILDING = re.compile(
    rf"(?<![\w-])(?:{_HOUSE}\s*[-–]?\s*(?:(?:№|No\.?|number|номер|#)\s*\d{{1,4}}\b|[-–]\s?\d{{1,3}}\b)"
    rf"|(?:СИЗО|СІЗО|SIZO|ИК|ІК|ВК)\s\d{{1,3}}\b)",
    re.IGNORECASE,
)


@rule(
    "sensitive-text",
    Content,
    excusable=True,
    bad="""
kind: held
withheld: [names, images]
where: [{place: Vadja District}]
summary: Residents say that their neighbours are held in Soluna.
""",
    good="""
kind: held
withheld: [names, images]
where: [{place: Vadja District}]
summary: Residents say that their neighbours are held in the Soluna district, as the mayor of Soluna was told.
""",
)
def sensitive_text(content: Content, scene: Scene) -> Iterator[Finding]:
    """What `where` may not name while an event of a sensitive kind is open, no text of it names either.

    Neither a settlement or building of the gazetteer, nor a street, nor a numbered school, hospital or prison. Offices
    are called by their town: "the mayor of Kursk" says nothing about where people are.

    (DNH-06)
    """
    for sheet in sheets(scene):
        event = sheet.record.record
        if isinstance(event, Event) and _is_sensitive(event, scene) and is_open(event, scene):
            for passage in sheet.passages:
                for found in () if _NOT_TEXT & set(passage.loc) else _told(passage.words, scene):
                    yield Finding(
                        passage.mark,
                        say("%(place)s is named in a text, and the event is of a sensitive kind", place=quoted(found)),
                        say("name the district, or nothing; once all is over, write over: and the day"),
                    )


def _is_sensitive(event: Event, scene: Scene) -> bool:
    return not event.withdrawn and any(kind.sensitive == "true" for kind in kinds_of(event, scene))


def _told(text: str, scene: Scene) -> Iterator[str]:
    found = [hit[0] for hit in _BUILDING.finditer(text)]
    yield from dict.fromkeys([*found, *named_streets(text), *_places(tokens(text), scene)])


def _places(words: Sequence[Token], scene: Scene) -> Iterator[str]:
    fine, coarse = _registers(scene)
    index = 0
    while index < len(words):
        ahead = words[index : index + _REACH]
        long, wide = (fine.length(ahead), coarse.length(ahead)) if words[index].capital else (0, 0)
        if long > wide and not _called(words, index, index + long):
            yield " ".join(word.text for word in ahead[:long])
        index += max(long, wide, 1)


def _called(words: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether an area, a newspaper or an office bears the name: Soluna border district, the mayor of Soluna."""
    after = [word.lower for word in words[end : end + 2]]
    before = [word.lower for word in words[max(0, start - 2) : start]]
    if any(_AREA.match(word) for word in (*after, *before[-1:])) or any(_OFFICE.fullmatch(word) for word in after[:1]):
        return True
    if before[-1:] == ["of"] or before[-1:] == ["the"]:
        before = before[:-1]
    return bool(before) and _OFFICE.fullmatch(before[-1]) is not None


def _registers(scene: Scene) -> tuple[Register, Register]:
    """Return what is finer than a district, and what may be named: wider places, and bodies with a town in theirs."""
    if __name__ not in scene.memo:
        places = {id_: place.record for id_, place in scene.content.places.items()}
        fine = {id_: place for id_, place in places.items() if is_fine(place.precision)}
        speakers = {id_: speaker.record for id_, speaker in scene.content.speakers.items()}
        wide = Register(speakers, {id_: place for id_, place in places.items() if id_ not in fine})
        scene.memo[__name__] = (Register({}, fine), wide)
    found: tuple[Register, Register] = scene.memo[__name__]
    return found
