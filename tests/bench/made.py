"""Made-up content of any size: an invented country, the same files for the same number every time."""

from pathlib import Path
from random import Random

KINDS = ("return", "exchange", "evacuation", "aid", "casualties", "infrastructure")
SHAPES = ("circle", "square", "diamond", "triangle", "pentagon", "star")
COLOURS = ("#0072b2", "#009e73", "#b35900", "#a6487f", "#5b5b9f", "#6b6b00")
DARK = ("#56b4e9", "#2fc79b", "#e69f00", "#dd8fbd", "#a5a5e0", "#d0c84a")
SIDES = """sides:
- {id: north, label: North, role: party}
- {id: south, label: South, role: party}
- {id: press, label: Press, role: press}
- {id: aid, label: Aid, role: organisation}
"""
SITE = """schema: 1
title: A made-up country
description: Made for measuring
languages: [en]
view: {west: 33, south: 50, east: 37, north: 52.4}
as_of: 2030-01-01
contact: office@measure.example
disclaimer: Nothing here is real.
licence: {name: CC0, url: "https://creativecommons.org/publicdomain/zero/1.0/"}
attribution: Nobody
watch: {what: nothing, since: 2020-01-01, languages: [en]}
"""
EVENT = """title: {speaker} reports {number} people {verb} near {place} ({index})
summary: "A made-up account of what {speaker} said happened near {place}: {number} people, some of them children."
kind: {kind}
when: {{date: {date}, basis: announced}}
over: {day}
where:
  - {{place: {place}, role: origin}}
  - {{place: {other}, role: destination, extent: within}}
claims:
  - id: c1
    by: speaker-{a}
    said: {day}
    says: "{number} people came, {children} of them children, after talks that took some weeks"
    counts: [{{effect: returned, total: {number}, children: {children}}}]
    sources: [one]
  - {{id: c2, by: speaker-{b}, says: "they crossed by way of {other}", about: route, sources: [two]}}
looked: [{{side: north, until: {day}, about: [cause], sources: [two]}}]
withheld: [names, images, ages]
sources:
  - {{id: one, publisher: Measure Daily, url: "https://daily.measure.example/{index}", published: {day}}}
  - {{id: two, publisher: Measure Wire, url: "https://wire.measure.example/{index}", published: {day}, kind: agency}}
"""


def make(folder: Path, count: int) -> Path:
    """Write a content folder of `count` events of about 1 KB, 300 places and 40 speakers; return it."""
    random = Random(count)  # noqa: S311 - the same files every time are the point
    _write(folder / "site.yaml", SITE)
    _write(folder / "kinds.yaml", _kinds())
    _write(folder / "sides.yaml", SIDES)
    for number in range(40):
        side = ("north", "south", "press", "aid")[number % 4]
        _write(folder / f"speakers/speaker-{number}.yaml", f"name: Office {number}\nkind: body\nside: {side}\n")
    _places(folder, random)
    for index in range(count):
        _write(*_event(folder, index, random))
    return folder


def _kinds() -> str:
    rows = zip(KINDS, SHAPES, COLOURS, DARK, strict=True)
    return "groups: [{id: all, label: All}]\nkinds:\n" + "".join(
        f"- {{id: {kind}, label: {kind}, definition: made up, group: all, shape: {shape},\n"
        f'   colour: "{light}", colour_dark: "{dark}"}}\n'
        for kind, shape, light, dark in rows
    )


def _places(folder: Path, random: Random) -> None:
    found = "found: {provider: research, licence: CC0, attribution: Nobody}\n"
    _write(folder / "places/land.yaml", f"name: Land\nprecision: country\ncountry: XA\n{found}")
    for number in range(300):
        point = f"{{lat: {50.2 + random.random() * 2:.4f}, lon: {33 + random.random() * 4:.4f}}}"
        _write(
            folder / f"places/place-{number}.yaml",
            f"name: Place {number}\nprecision: settlement\ncountry: XA\n"
            f"within: land\npoint: {point}\nradius_km: {random.randint(1, 5)}\n{found}",
        )


def _event(folder: Path, index: int, random: Random) -> tuple[Path, str]:
    year, month, day = random.randint(2022, 2026), random.randint(1, 12), random.randint(1, 28)
    whole = f"{year}-{month:02d}-{day:02d}"
    number = random.randint(20, 400)
    text = EVENT.format(
        index=index,
        date=random.choice((whole, whole, whole, whole[:7], f"{whole[:7]}~")),
        day=whole,
        kind=random.choice(KINDS),
        number=number,
        children=number // 4,
        verb="returned",
        place=f"Place {random.randrange(300)}",
        other=f"Place {random.randrange(300)}",
        speaker="an office",
        a=random.randrange(40),
        b=random.randrange(40),
    )
    words = "".join(chr(97 + int(digit)) for digit in str(index))
    return folder / f"events/{year}/{whole}-made-{words}.yaml", text


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
