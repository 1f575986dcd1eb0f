"""The register of speakers: who is named there, and in which office."""

from collections.abc import Iterator

from sitegen.decode import Decoded
from sitegen.model.event import Event
from sitegen.model.site import Speaker
from sitegen.problems import quoted, say
from sitegen.rules.glance import masked
from sitegen.rules.nameable import places_only
from sitegen.rules.registry import Finding, Scene, rule
from sitegen.rules.texts import Loc
from sitegen.words import available, may_name, names_in


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
    named: list[tuple[Loc, str]] = []
    named += [(("name", lang) if lang else ("name",), words) for lang, words in speaker.record.name.values]
    named += [(("spellings", index), words) for index, words in enumerate(speaker.record.spellings)]
    nobody = places_only(scene)
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
    bad="claims: [{id: c1, by: commissioner, said: 2028-11-02, says: They ask for news., sources: [a]}]",
    good="claims: [{id: c1, by: commissioner, said: 2030-04-02, says: They ask for news., sources: [a]}]",
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
