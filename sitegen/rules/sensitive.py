"""Places where people are held, hidden or cared for: never finer than the district while it matters."""

import re
from collections.abc import Iterator
from datetime import timedelta

from sitegen.decode import Decoded
from sitegen.gazetteer import Entry, spellings
from sitegen.model.event import Event, Where
from sitegen.problems import quoted, say
from sitegen.rules.fineness import fine_places, kinds_of, place_of
from sitegen.rules.glance import words_of
from sitegen.rules.registry import Finding, Scene, rule

REST = timedelta(days=180)
"""So long after its end an event of a sensitive kind may be drawn finer than the district."""


def is_open(event: Event, scene: Scene) -> bool:
    """Tell whether an event has not been over for 180 days."""
    return event.over is None or event.over > scene.now - REST


@rule(
    "sensitive-place",
    Event,
    bad="""
kind: held
withheld: [names, images]
""",
    good="""
kind: held
withheld: [names, images]
over: 2030-05-03
""",
)
def sensitive_place(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """Events of a sensitive kind name nothing finer than a district until they have been over for 180 days.

    Where people are held, missing or helped is where they can be hurt, or moved away. Which kinds are sensitive
    stands in kinds.yaml.

    (DNH-06)
    """
    kind = next((kind for kind in kinds_of(event.record, scene) if kind.sensitive == "true"), None)
    if kind is None or not is_open(event.record, scene):
        return
    for where in fine_places(event.record, scene):
        yield _finding(event, where, say("%(place)s is finer than a district, and %(kind)s is a sensitive kind",
                                         place=quoted(where.place), kind=quoted(kind.id)), scene)  # fmt: skip


_USE = re.compile(
    r"shelter|hospital|clinic|maternity|detention|prison|jail|penal|orphanage|dormitory|checkpoint|"
    r"больниц|госпитал|клиник|роддом|убежищ|укрыти|колони[яийюе]|сизо|изолятор|интернат|приют|общежити|блокпост|"
    r"лікарн|госпітал|клінік|пологов|сховищ|укритт|колоні[яїйює]|слідч|ізолятор|притул|гуртожит|схрон"
)


@rule(
    "sheltering-place",
    Event,
    bad="where: [{place: Soluna hospital}]",
    good="""
where: [{place: Soluna hospital}]
over: 2030-05-03
""",
)
def sheltering_place(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """A hospital, shelter, prison or home is named under `where` only once the event has been over for 180 days.

    Those who are in it cannot leave. Name the district it lies in.

    (DNH-06)
    """
    if not is_open(event.record, scene):
        return
    for where in fine_places(event.record, scene):
        entry = place_of(where, scene)
        if entry and is_shelter(entry, scene):
            said = say("%(place)s is a place where people are cared for, hidden or held", place=quoted(where.place))
            yield _finding(event, where, said, scene)


def is_shelter(entry: Entry, scene: Scene) -> bool:
    """Tell whether one of a place's names says that people are cared for, hidden or held there."""
    known: dict[str, bool] = scene.memo.setdefault(__name__, {})
    if entry.id not in known:
        words = (word for name in spellings(entry) for word in words_of(name))
        known[entry.id] = entry.place.precision != "settlement" and any(_USE.match(word) for word in words)
    return known[entry.id]


def _finding(event: Decoded[Event], where: Where, said: str, scene: Scene) -> Finding:
    over = event.record.over
    name = _district(where, scene)
    if over:
        hint = say("name %(area)s now; it can be sharpened on %(day)s", area=name, day=over + REST)
    else:
        hint = say("name %(area)s; if it has ended, write over: and the day, and sharpen it 180 days later", area=name)
    return Finding(event.mark("where", event.record.where.index(where)), said, hint)


def _district(where: Where, scene: Scene) -> str:
    entry = place_of(where, scene)
    chain = scene.gazetteer.chain(entry.id)[1:] if entry else ()
    found = next((e for e in chain if e.place.precision in {"district", "region", "country"}), None)
    return quoted(str(found.place.name)) if found else "the district"
