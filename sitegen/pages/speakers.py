"""The pages of speakers: what they said and where it happened; and the one that lists them by side."""

from collections.abc import Iterator
from functools import partial

from sitegen.model.site import Speaker
from sitegen.pages.edition import Edition
from sitegen.pages.gathered import gather
from sitegen.pages.listing import item, reach
from sitegen.pages.sheet import Due, Sheet


def speakers(edition: Edition) -> Iterator[Due]:
    """Yield a page for every speaker, and one that leads to them all."""
    yield Due("speakers/index.html", _index)
    for id_, speaker in edition.site.speakers.items():
        events = [event for event, _ in edition.index.statements.get(id_, ())]
        yield Due(f"speakers/{id_}.html", partial(_speaker, id_, speaker), reach(events, edition))


def _speaker(id_: str, speaker: Speaker, edition: Edition) -> Sheet:
    said = edition.index.statements.get(id_, ())
    statements = [(item(event, edition), claims) for event, claims in said]
    view = gather([event for event, _ in said], edition)
    name = edition.plain(speaker.name)
    values = {
        "speaker": speaker,
        "side": edition.site.sides[speaker.side],
        "statements": statements,
        "view": view,
        "count": sum(len(claims) for _, claims in statements),
    }
    words = edition.t.gettext("{name}: offices, and statements in events of this record").format(name=name)
    return Sheet(f"speakers/{id_}.html", "speaker.html", name, words, values, edition.drawings, marks=view.marks)


def _index(edition: Edition) -> Sheet:
    """Return the page of all speakers, by side in the site's order and then by name, with how much each says."""
    site, said = edition.site, edition.index.statements
    title = edition.t.gettext("Who speaks")
    words = edition.t.gettext("Everyone whose statements are on record, by side")
    ordered = sorted(site.speakers.items(), key=lambda one: (edition.plain(one[1].name).casefold(), one[0]))
    rows = [(id_, speaker, sum(len(claims) for _, claims in said.get(id_, ()))) for id_, speaker in ordered]
    sides = [(side, [row for row in rows if row[1].side == side.id]) for side in site.sides.values()]
    values = {"title": title, "sides": [group for group in sides if group[1]], "spoken": edition.index.by["sides"]}
    return Sheet("speakers/index.html", "speakers.html", title, words, values)
