"""What must wait: fresh attacks, events under embargo."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from sitegen.decode import Decoded
from sitegen.model.event import Event
from sitegen.problems import quoted, say
from sitegen.rules.fineness import kinds_of, radius_km
from sitegen.rules.registry import Finding, Scene, rule
from sitegen.rules.texts import texts

WAIT = timedelta(days=30)
"""For so long an attack is told no finer than a day and a kilometre: later it is of no use for correcting fire."""

_FINE_KM = 1.0


def latest(event: Event) -> date:
    """Return the last day it may have happened; of what lasts until now, the day it began."""
    return event.when.date.end


def _is_fresh_attack(event: Event, scene: Scene) -> bool:
    return latest(event) > scene.now - WAIT and any(kind.attack == "true" for kind in kinds_of(event, scene))


@rule(
    "attack-place",
    Event,
    bad="""
kind: strike
when: 2030-11-25
where: [{place: Soluna bridge}]
""",
    good="""
kind: strike
when: 2030-11-25
where: [{place: Soluna}]
""",
)
def attack_place(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """For 30 days nobody learns here where an attack hit, finer than a kilometre.

    An exact report of where something fell helps to aim the next one.

    (DNH-08)
    """
    if _is_fresh_attack(event.record, scene):
        for index, where in enumerate(event.record.where):
            radius = radius_km(where, scene)
            if radius is not None and radius < _FINE_KM:
                yield Finding(
                    event.mark("where", index),
                    say("%(place)s places a fresh attack finer than 1 km", place=quoted(where.place)),
                    say(
                        "name the settlement or the district now; sharpen it on %(day)s",
                        day=latest(event.record) + WAIT,
                    ),
                )


_HOUR = re.compile(
    r"(?<![\d:.])(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?(?=\s*(?:$|[\s,;.)–—-]))(?!\s*(?:%|per\b|percent|"
    r"km|км|кв|проц|відс|m\b|м\b|\d))"
    r"|\b\d{1,2}(?:[:.]\d\d)?\s?(?:a\.?m\.?|p\.?m\.?|o[’']?clock|hours? local)(?!\w)"
    r"|\b(?:в|о|об|около|близько|біля)\s+\d{1,2}(?:-?й)?\s+(?:час\w*|год\w*)(?!\w)"
    r"|\b(?:minutes?|хвилин\w?|минут\w?)\s+(?:before|after|past|to|по|після|до|после)\b",
    re.IGNORECASE,
)


@rule(
    "attack-hour",
    Event,
    bad="""
kind: strike
when: 2030-11-25
summary: Houses in the town were hit at 14:35.
""",
    good="""
kind: strike
when: 2030-11-25
summary: Houses in the town were hit in the afternoon.
""",
)
def attack_hour(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """For 30 days nobody learns here at what hour an attack hit.

    (DNH-08)
    """
    if _is_fresh_attack(event.record, scene):
        for loc, _, words in texts(event.record):
            if found := _HOUR.search(words):
                yield Finding(
                    event.mark(*loc),
                    say("%(hour)s tells the hour of a fresh attack", hour=quoted(found[0].strip())),
                    say("write the day only; the hour can be added on %(day)s", day=latest(event.record) + WAIT),
                )


@rule(
    "embargo-open",
    Event,
    "remark",
    bad="embargo_until: 2030-12-24",
    good="embargo_until: 2030-11-24",
)
def embargo_open(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """An embargo keeps an event out of the site, its feeds and its sitemap; it does not hide the file.

    In a public repository everybody reads a file from the moment a pull request opens, and for ever.

    (DNH-08)
    """
    until = event.record.embargo_until
    if until and until > scene.now:
        yield Finding(
            event.mark("embargo_until"),
            say("the site shows this from %(day)s; the file itself can be read now", day=until),
            say("keep it out of every public repository until then; delete the remark with an exception once it is"),
        )
