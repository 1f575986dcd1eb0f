"""Records → files for people and programs: GeoJSON, CSV with HXL tags, JSON, JSON Schema. No page depends on them."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain

from sitegen import schema
from sitegen.exports import claims_table, events_rows, events_table
from sitegen.exports.features import features
from sitegen.exports.places import Geometries
from sitegen.exports.plain import collection, compact, document
from sitegen.exports.record import record
from sitegen.exports.table import encoded, sidecar
from sitegen.exports.terms import page, terms, withdrawn
from sitegen.i18n import mark as _
from sitegen.site import Site

__all__ = ["FILES", "export", "jobs"]

FILES: tuple[tuple[str, str, str], ...] = (
    (
        "data/events.geojson",
        _("Map data (GeoJSON)"),
        _("RFC 7946: a feature for each place of each event, as fine as the place is known and no finer."),
    ),
    (
        "data/events.csv",
        _("Events (CSV)"),
        _("A row for each event; the second row holds HXL tags. Every number of people names the claims that give it."),
    ),
    (
        "data/claims.csv",
        _("Claims (CSV)"),
        _("A row for each claim: who says it, what it answers, which pages carry it."),
    ),
    ("data/events.json", _("Everything (JSON)"), _("All events with their claims, sources, places and verdicts.")),
    ("data/events/<id>.json", _("One event (JSON)"), _("The same, a file for each event.")),
    (
        "data/events.csv-metadata.json",
        _("What the columns of the events mean"),
        _("CSV on the Web: columns, licence, attribution, revision and day of events.csv."),
    ),
    (
        "data/claims.csv-metadata.json",
        _("What the columns of the claims mean"),
        _("CSV on the Web: columns, licence, attribution, revision and day of claims.csv."),
    ),
    ("data/schema/event.json", _("JSON Schema of an event"), _("For editors: completes and checks an event file.")),
)
"""What data.html lists: path from the site's root, label and description, English messages."""


def jobs(site: Site) -> list[Callable[[], Iterator[tuple[str, bytes]]]]:
    """Return jobs that can run in any order and together yield every file of `data/`, as (path from the root, bytes).

    Each file says its licence, attribution, revision and day, the tables in a sidecar. Withdrawn events leave
    their id, day and reason. The same site gives the same bytes.
    """
    return [partial(part, site) for part in (_records, _rest)]


def export(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield every file of `data/`, as `jobs` does."""
    return chain.from_iterable(job() for job in jobs(site))


def _records(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield each event's record as a file and, at the end, all of them in one."""
    geometries, said, gone = Geometries(site), terms(site), withdrawn(site)
    lines: list[str] = []
    for event in site.events:
        one = record(site, event, geometries)
        lines.append(compact(one))
        path = f"data/events/{event.id}.json"
        yield path, document({**said, "event": one | {"url": page(site, event.id, "data/events/")}})
    for stone in gone:
        yield f"data/events/{stone['id']}.json", document({**said, "withdrawn": stone})
    yield "data/events.json", collection({**said, "withdrawn": gone}, "events", lines)


def _rest(site: Site) -> Iterator[tuple[str, bytes]]:
    head = {"type": "FeatureCollection", **terms(site), "withdrawn": withdrawn(site)}
    yield "data/events.geojson", collection(head, "features", map(compact, features(site, Geometries(site))))
    yield from _tables(site)
    for name, text in schema.schemas():
        yield f"data/schema/{name}", text


def _tables(site: Site) -> Iterator[tuple[str, bytes]]:
    events, claims = events_table.columns(site), claims_table.columns(site)
    yield "data/events.csv", encoded(events, events_rows.rows(site))
    yield "data/events.csv-metadata.json", sidecar(site, events_table.NAME, events, events_table.KEY)
    yield "data/claims.csv", encoded(claims, claims_table.rows(site))
    yield "data/claims.csv-metadata.json", sidecar(site, claims_table.NAME, claims, claims_table.KEY)
