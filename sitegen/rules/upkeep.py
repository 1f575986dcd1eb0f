"""What is left of an event that was taken down, and who answers for an exception."""

import re
from collections.abc import Iterator

from sitegen.decode import Decoded
from sitegen.model.event import Event
from sitegen.problems import say
from sitegen.rules.registry import Finding, Scene, rule

_KEPT = frozenset({"title", "kind", "when", "where", "sources", "withdrawn", "over"})  # what a file cannot do without


@rule(
    "withdrawn-text",
    Event,
    "remark",
    bad="withdrawn: {date: 2030-11-01, reason: request}",
    good="""
withdrawn: {date: 2030-11-01, reason: request}
title: Withdrawn
claims:
where: [{precision: undisclosed}]
""",
)
def withdrawn_text(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """A withdrawn event holds no text any more: the site shows only its id, the day and the class of reason.

    What stays in the file can still be read in the repository, by whoever asked for it to go, too.

    (DNH-21)
    """
    left = [name for name in ("summary", "claims", "looked", "corrections", "external") if getattr(event.record, name)]
    if event.record.withdrawn and left:
        yield Finding(
            event.mark(left[0]),
            say("the event is withdrawn, and its file still holds %(fields)s", fields=", ".join(left)),
            say(
                "delete them, and write title: Withdrawn and precision: undisclosed; ask for the history "
                "to be purged if it harms"
            ),
        )


_ROLE = re.compile(
    r"(?:[a-z]+[ -]){0,3}(?:maintainers?|editors?|reviewers?|lawyer|adviser|advisor|counsel|officer|"
    r"committee|board|team|"
    r"moderators?|translators?|lead|duty|редактор\w*|модератор\w*|рецензент\w*|юрист\w*|перекладач\w*|переводчик\w*|"
    r"сопровождающ\w*|супровідни\w*|упорядник\w*|team)(?:[ ,;-]+[a-zа-яіїєґ]+){0,6}",
    re.IGNORECASE,
)
_NAME_LIKE = re.compile(r"@|\b[A-ZА-ЯЁІЇЄҐ]\.|[A-ZА-ЯЁІЇЄҐ][\w’'ʼ-]+\s+[A-ZА-ЯЁІЇЄҐ][\w’'ʼ-]+")


@rule(
    "exception-role",
    Event,
    bad="""
title: Families wait for news
exceptions: [{rule: title-attribution, why: It is their own letter., by: A. Example}]
""",
    good="""
title: Families wait for news
exceptions: [{rule: title-attribution, why: It is their own letter., by: maintainer}]
""",
)
def exception_role(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """An exception is answered for by a role: exceptions are printed on the method page, names of helpers are not.

    (DNH-18)
    """
    for index, exemption in enumerate(event.record.exceptions):
        if _NAME_LIKE.search(exemption.by) or (
            exemption.by != exemption.by.lower() and not _ROLE.fullmatch(exemption.by)
        ):
            yield Finding(
                event.mark("exceptions", index, "by"),
                say("an exception is made by a role, and this reads like a name"),
                say("write by: maintainer, editor or reviewer"),
            )
