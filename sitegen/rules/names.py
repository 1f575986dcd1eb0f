"""Names: only people speaking in office are named, in texts, in ids, in addresses, and in the register itself."""

from collections.abc import Iterator
from typing import Any

from sitegen.content import Content
from sitegen.decode import Decoded
from sitegen.model.event import Event
from sitegen.model.site import Speaker
from sitegen.problems import Mark, Problem, quoted, say
from sitegen.rules.glance import Passage, masked, sheets
from sitegen.rules.registry import Finding, Scene, rule
from sitegen.rules.texts import addresses
from sitegen.words import Register, available, may_name, names_in, names_in_address, names_in_slug

# Toponyms belong to the gazetteer, credits to who must be credited, references to other systems.
_NOT_TEXT = frozenset(
    {"place", "within", "name", "spellings", "provider", "licence", "attribution", "system", "domain"}
)


def register(scene: Scene) -> Register:
    """Return whom and what this content may name."""
    if __name__ not in scene.memo:
        speakers = {id_: speaker.record for id_, speaker in scene.content.speakers.items()}
        places = {id_: place.record for id_, place in scene.content.places.items()}
        scene.memo[__name__] = Register(speakers, places)
    known: Register = scene.memo[__name__]
    return known


@rule(
    "name-private",
    Content,
    excusable=True,
    bad="summary: Olena Petrenko waited at the crossing since dawn.",
    good="summary: A resident waited at the crossing since dawn, near Shevchenko Street.",
)
def name_private(content: Content, scene: Scene) -> Iterator[Finding]:
    """Only people speaking in office are named, as they stand in speakers/: anybody else could be found and harmed.

    That holds for children above all, even where officials or outlets named them. (DNH-01, DNH-04)
    """
    for sheet in sheets(scene):
        for passage in sheet.passages:
            if not _NOT_TEXT & set(passage.loc):
                for name in _names(passage, scene):
                    yield _private(passage.mark, name)
    for path, data in sorted(content.raw.items()):
        if path.startswith("pages/"):
            yield from _in_prose(path, data.decode("utf-8-sig", "replace"), scene)


def _names(passage: Passage, scene: Scene) -> list[str]:
    known, record = register(scene), passage.record.record
    found = _found(passage.words, scene)
    own = isinstance(record, Speaker) and record.kind == "person"  # a note on how the name itself is spelled
    return [name for name in found if not (own and known.bears(name.split()))]


def _found(words: str, scene: Scene) -> tuple[str, ...]:
    memo: dict[str, tuple[str, ...]] = scene.memo.setdefault(f"{__name__}: texts", {})
    if words not in memo:
        memo[words] = (
            tuple(n.words for n in names_in(words, register(scene))) if available() and may_name(words) else ()
        )
    return memo[words]


def _private(mark: Mark, name: str) -> Finding:
    return Finding(
        mark,
        say("a person seems to be named here: %(name)s", name=masked(name)),
        say("write what they are, such as a resident; who speaks in office gets a file in speakers/"),
    )


def _in_prose(path: str, text: str, scene: Scene) -> Iterator[Finding]:
    line = 1
    for paragraph in text.split("\n\n"):
        for name in _found(paragraph, scene):
            before, _, _ = paragraph.partition(name.split()[0])
            yield _private(Mark(path, line + before.count("\n")), name)
        line += paragraph.count("\n") + 2


@rule(
    "name-in-id",
    Content,
    excusable=True,
    bad="""
events/2030/2030-06-olena-petrenko-returns.yaml:
  sources: [{id: a, publisher: Example Daily, url: "https://daily.example.org/june", archive: "https://archive.example.org/9"}]
""",
    good="""
events/2030/2030-06-residents-return.yaml:
  sources: [{id: a, publisher: Example Daily, url: "https://daily.example.org/june"}]
""",
)
def name_in_id(content: Content, scene: Scene) -> Iterator[Finding]:
    """No private person's name stands in an id: the id is the address of the page, for ever.

    (DNH-01, DNH-04)
    """
    for folder in (content.events, content.stories, content.speakers):
        for id_, record in folder.items():
            if not isinstance(record.record, Speaker) or record.record.kind != "person":
                yield from _id(id_, record, scene)


def _id(id_: str, record: Decoded[Any], scene: Scene) -> Iterator[Finding]:
    for name in names_in_slug(id_, register(scene)) if available() else ():
        yield Finding(
            record.mark(),
            say("the file's name seems to name a person: %(name)s", name=masked(name)),
            say("name the file after the day, the place and what happened"),
        )


@rule(
    "name-in-url",
    Event,
    excusable=True,
    bad="""
sources:
  - id: a
    publisher: Example Daily
    url: "https://daily.example.org/olena-petrenko-returns"
    archive: "https://archive.example.org/9"
""",
    good='sources: [{id: a, publisher: Example Daily, url: "https://daily.example.org/residents-return"}]',
)
def name_in_url(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """An address that names a private person is shown to nobody: its source says names_private_people.

    (DNH-01)
    """
    hidden = {i for i, source in enumerate(event.record.sources) if source.names_private_people == "true"}
    for loc, url in addresses(event.record):
        if loc[0] == "sources" and loc[1] in hidden:
            continue
        for name in _in_address(url, scene):
            yield Finding(
                event.mark(*loc),
                say("the address seems to name a person: %(name)s", name=masked(name)),
                say("write names_private_people: true beside it, or link another page that tells the same"),
            )


@rule(
    "name-in-hidden-url",
    Event,
    "remark",
    bad="""
sources:
  - id: a
    publisher: Example Daily
    url: "https://daily.example.org/olena-petrenko-returns"
    archive: "https://archive.example.org/9"
    names_private_people: true
withheld: [names]
""",
    good="""
sources:
  - {id: a, publisher: Example Daily, url: "https://daily.example.org/residents-return", names_private_people: true}
withheld: [names]
""",
)
def name_in_hidden_url(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """An address that names a private person stands in a public file even where no page shows it.

    (DNH-04)
    """
    for index, source in enumerate(event.record.sources):
        if source.names_private_people == "true" and any(
            _in_address(u, scene) for u in (source.url, source.archive or "")
        ):
            yield Finding(
                event.mark("sources", index, "url"),
                say("the address names a person, and this file is public"),
                say("leave the source out, or link another page that tells the same"),
            )


def _in_address(url: str, scene: Scene) -> tuple[str, ...]:
    memo: dict[str, tuple[str, ...]] = scene.memo.setdefault(f"{__name__}: addresses", {})
    if url not in memo:
        memo[url] = names_in_address(url, register(scene)) if available() else ()
    return memo[url]


def _places_only(scene: Scene) -> Register:
    key = f"{__name__}: places"
    if key not in scene.memo:
        scene.memo[key] = Register({}, {id_: place.record for id_, place in scene.content.places.items()})
    places: Register = scene.memo[key]
    return places


@rule(
    "speaker-named",
    Speaker,
    bad="speakers/residents.yaml: {name: Olena Petrenko}",
    good="speakers/residents.yaml: {name: Residents of Soluna}",
)
def speaker_named(speaker: Decoded[Speaker], scene: Scene) -> Iterator[Finding]:
    """A group, a body or a channel bears no person's name: witnesses speak without one.

    (DNH-01, DNH-04)
    """
    if speaker.record.kind == "person":
        return
    named = [(("name", lang) if lang else ("name",), words) for lang, words in speaker.record.name.values]
    named += [(("spellings", index), words) for index, words in enumerate(speaker.record.spellings)]
    nobody = _places_only(scene)
    for loc, words in named:
        for name in names_in(words, nobody) if available() and may_name(words) else ():
            yield Finding(
                speaker.mark(*loc),
                say("a %(kind)s bears a person's name: %(name)s", kind=speaker.record.kind, name=masked(name.words)),
                say("write who they are together, such as Residents; who speaks in office is kind: person"),
            )


@rule(
    "speaker-no-office",
    Speaker,
    bad="offices:",
    good="offices: [{title: Commissioner for returns}]",
)
def speaker_no_office(speaker: Decoded[Speaker], scene: Scene) -> Iterator[Finding]:
    """A person in the register speaks in an office: nobody else is named.

    (DNH-04)
    """
    if speaker.record.kind == "person" and not speaker.record.offices:
        yield Finding(
            speaker.mark(),
            say("%(name)s stands here without an office", name=quoted(speaker.id)),
            say("write offices: with a title; who holds none speaks as kind: group, without a name"),
        )


@rule(
    "office-outside",
    Event,
    "remark",
    bad="claims: [{id: c1, by: commissioner, said: 2028-11-02, says: They ask for news of their families., sources: [a]}]",
    good="claims: [{id: c1, by: commissioner, said: 2030-04-02, says: They ask for news of their families., sources: [a]}]",
)
def office_outside(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """Who speaks outside every dated office is no longer, or not yet, a person to be named.

    (DNH-04)
    """
    for index, claim in enumerate(event.record.claims):
        speaker, said = scene.content.speakers.get(claim.by), claim.said or event.record.when.date
        if speaker is None or not speaker.record.offices:
            continue
        terms = [(o.start.start if o.start else None, o.until.end if o.until else None) for o in speaker.record.offices]
        if not any((not start or start <= said.end) and (not until or said.start <= until) for start, until in terms):
            yield Finding(
                event.mark("claims", index, "said" if claim.said else "by"),
                say(
                    "%(speaker)s held none of the listed offices on %(date)s",
                    speaker=quoted(claim.by),
                    date=said.written,
                ),
                say("check both dates, or let the office speak instead of the person"),
            )


def unchecked() -> Iterator[Problem]:
    """Say, once, where the word-form dictionaries are missing and names were not looked for."""
    if not available():
        yield Problem(
            Mark("site.yaml"),
            "names-unchecked",
            say("names of people were not looked for: the word-form dictionaries are not installed"),
            say("run pip install 'frontline-civilians[words]'; make site does so"),
            "remark",
        )
