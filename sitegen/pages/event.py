"""What an event's page shows, beyond the event itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from sitegen.counts import standing
from sitegen.located import Located
from sitegen.locator import place_map, time_strip
from sitegen.model.event import About, Event
from sitegen.model.site import Kind, Office
from sitegen.pages.edition import Edition
from sitegen.pages.linked import linked
from sitegen.pages.links import address
from sitegen.pages.listing import Item, Mark, item, mark_of
from sitegen.pages.matrix import Matrix, matrix
from sitegen.pages.offices import offices_at
from sitegen.pages.paper import paper
from sitegen.pages.people import Line, lines
from sitegen.pages.sheet import Due, Sheet
from sitegen.pages.snippets import oembed, snippet
from sitegen.pages.verdicts import RowVerdict, row_verdict
from sitegen.pages.vocabulary import BASIS, WITHHELD
from sitegen.pages.whereabouts import Spot, spots
from sitegen.pieces import Page, Piece


@dataclass(frozen=True, slots=True)
class EventView:
    """Everything the event's template shows.

    `states` tells what has become of a claim that no longer stands, `offices` in which office each was made.
    """

    located: Located
    record: Event
    kind: Kind
    mark: Mark
    verdict: RowVerdict
    verdicts: Mapping[About, RowVerdict]
    matrix: Matrix
    states: Mapping[str, str]
    offices: Mapping[str, tuple[Office, ...]]
    people: tuple[Line, ...]
    spots: tuple[Spot, ...]
    map: Markup
    strip: Markup
    withheld: str
    related: tuple[Item, ...]
    stories: tuple[str, ...]
    numbers: Mapping[str, int]
    paper: str


def view(located: Located, edition: Edition) -> EventView:
    """Work out one event's page."""
    record, site = located.event, edition.site
    verdicts = {verdict.about: row_verdict(verdict, record.claims, edition) for verdict in located.verdicts.rows}
    related = (site.by_id[id_] for id_ in edition.index.related.get(located.id, ()))
    return EventView(
        located=located,
        record=record,
        kind=site.kinds[record.kind],
        mark=mark_of(located, edition),
        verdict=verdicts["event"],
        verdicts=verdicts,
        matrix=matrix(record, site),
        states={said.claim.id: said.state for said in standing(record, site.speakers)},
        offices={c.id: offices_at(site.speakers[c.by], c.said or record.when.date) for c in record.claims},
        people=lines(located.ranges, edition.t),
        spots=spots(located, edition),
        map=Markup(place_map(site, located, edition.t)),  # noqa: S704 - the locator escapes
        strip=Markup(_strip(record, edition)),  # noqa: S704
        withheld=_withheld(record, edition),
        related=tuple(item(other, edition) for other in related),
        stories=edition.index.stories_of_event.get(located.id, ()),
        numbers={source.id: number for number, source in enumerate(record.sources, 1)},
        paper=paper(record, edition),
    )


def _strip(record: Event, edition: Edition) -> str:
    said = [claim.said for claim in record.claims if claim.said]
    return time_strip(record.when.date, edition.t.gettext(BASIS[record.when.basis]), edition.t, said)


def _withheld(record: Event, edition: Edition) -> str:
    """Say what is left out: "Names and ages are withheld."."""
    if not record.withheld:
        return ""
    words = edition.t.join([edition.t.gettext(WITHHELD[what]) for what in record.withheld])
    sentence = edition.t.ngettext("{what} are withheld.", "{what} are withheld.", len(record.withheld))
    said = sentence.format(what=words)
    return said[:1].upper() + said[1:]


def opening(located: Located, edition: Edition) -> str:
    """Return the sentence a page opens with: its summary, else who says what, else who reports it."""
    record = located.event
    if record.summary:
        return edition.plain(record.summary)
    if record.claims:
        claim = record.claims[0]
        words = edition.t.gettext("According to {name}: {says}")
        return words.format(name=edition.speaker_name(claim.by), says=edition.plain(claim.says))
    publishers = edition.t.join(list(dict.fromkeys(source.publisher for source in record.sources)))
    return edition.t.gettext("Reported by {names}.").format(names=publishers)


def events(edition: Edition) -> Iterator[Due]:
    """Yield a page for every event."""
    by_id, index = edition.site.by_id, edition.index
    for located in edition.site.events:
        related = [by_id[id_] for id_ in index.related.get(located.id, ())]
        yield Due(f"events/{located.id}.html", partial(_event, located), (located, related))


def _event(located: Located, edition: Edition) -> Sheet:
    shown = view(located, edition)
    title = edition.plain(located.event.title)
    values = {"view": shown, "opening": opening(located, edition), "cite": _citation(title, located, edition)}
    values |= {"linked": linked(located, edition), "snippet": snippet(f"events/{located.id}", title, edition)}
    return Sheet(
        f"events/{located.id}.html",
        "event.html",
        title,
        opening(located, edition),
        values,
        (edition.assets.path("locator.css"),),
        marks=(shown.mark, *(row.mark for row in shown.related)),
        card=f"cards/{located.id}.png",
    )


def cards(edition: Edition) -> Iterator[Piece]:
    """Yield the oEmbed file of every event, where the site has an address."""
    for located in edition.site.events if edition.site.base_url else ():
        path = f"{edition.home}embed/events/{located.id}.json"
        yield Piece(path, (located,), partial(_card, path, located, edition))


def _card(path: str, located: Located, edition: Edition) -> Iterator[Page]:
    yield Page(path, oembed(located.id, edition.plain(located.event.title), edition))


def _citation(title: str, located: Located, edition: Edition) -> str:
    site = edition.site
    words = edition.t.gettext("{site}: “{title}”, entry {id}, revision {revision}, as of {day}.").format(
        site=site.file.attribution, title=title, id=located.id, revision=site.revision, day=edition.t.day(site.now)
    )
    return f"{words} {address(site.base_url, f'{edition.home}events/{located.id}.html')}" if site.base_url else words
