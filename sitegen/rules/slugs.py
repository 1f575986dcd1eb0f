"""Names in ids and in web addresses: they are read by more people than any text."""

from collections.abc import Iterator
from typing import Any

from sitegen.content import Content
from sitegen.decode import Decoded
from sitegen.model.event import Event
from sitegen.model.site import Speaker
from sitegen.problems import say
from sitegen.rules.glance import masked
from sitegen.rules.nameable import register
from sitegen.rules.registry import Finding, Scene, rule
from sitegen.rules.texts import addresses
from sitegen.words import available, names_in_address, names_in_slug


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
