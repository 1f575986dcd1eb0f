"""Records → files for people and programs: GeoJSON, CSV with HXL tags, JSON, JSON Schema. No page depends on them."""

import marshal
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from sitegen import schema
from sitegen.exports.citation import citation
from sitegen.exports.features import bbox, features
from sitegen.exports.package import datapackage
from sitegen.exports.places import Geometries
from sitegen.exports.plain import collection, compact, document, present
from sitegen.exports.record import published, record
from sitegen.exports.table import Column, body, header, sidecar
from sitegen.exports.tables import TABLES
from sitegen.exports.taking import scripts
from sitegen.exports.terms import page, terms, withdrawn
from sitegen.i18n import mark as _
from sitegen.located import Located
from sitegen.pieces import Page, Piece
from sitegen.site import Site

__all__ = ["FILES", "LINES", "export", "pieces", "together"]

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
    (
        "data/counts.csv",
        _("Numbers (CSV)"),
        _("A row for each number of people, with the claim that gives it, who makes it, and whether it still stands."),
    ),
    (
        "data/changes.csv",
        _("Changes (CSV)"),
        _("A row for each correction, and for each entry that was withdrawn."),
    ),
    ("data/events.json", _("Everything (JSON)"), _("All events with their claims, sources, places and verdicts.")),
    ("data/events/<id>.json", _("One event (JSON)"), _("The same, a file for each event.")),
    (
        "data/datapackage.json",
        _("What all of it means (Data Package)"),
        _("For programs: every file with its size and checksum, every column with its type, its HXL tag and its keys."),
    ),
    (
        "data/<table>.csv-metadata.json",
        _("What the columns of a table mean (CSV on the Web)"),
        _("Columns, licence, attribution, revision and day, a file for each table."),
    ),
    ("data/schema/event.json", _("JSON Schema of an event"), _("For editors: completes and checks an event file.")),
    ("CITATION.cff", _("How to cite (Citation File Format)"), _("For reference managers and archives.")),
)
"""What data.html lists: path from the site's root, label and description, English messages."""


Columns = Sequence[Column[Any]]

LINES = "lines/"
"""Where a piece puts, for `together` and no reader, an event's lines of what holds all events."""


def export(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield every file of `data/`, and CITATION.cff, as (posix path from the site's root, bytes).

    Each file says its licence, attribution, revision and day, the tables in a sidecar. Withdrawn events leave
    their id, day and reason. The same site gives the same bytes.
    """
    lines: dict[str, bytes] = {}
    for piece in pieces(site):
        for file in piece.make():
            if file.path.startswith(LINES):
                lines[file.path] = file.data
            else:
                yield file.path, file.data
    yield from together(site, lines)


def pieces(site: Site) -> Iterator[Piece]:
    """Yield a piece for each event: its own file, and its lines of the files that hold all."""
    geometries, columns = Geometries(site), [table.columns(site) for table in TABLES]
    named = [
        column.name for of_one in columns for column in of_one
    ]  # some columns are there where any event needs them
    for event in site.events:
        of = (event, published(site, event), named)
        yield Piece(f"data/events/{event.id}.json", of, partial(_event, site, event, geometries, columns))


def _event(site: Site, event: Located, geometries: Geometries, columns: Sequence[Columns]) -> Iterator[Page]:
    one = record(site, event, geometries)
    whole = {**terms(site), "event": one | {"url": page(site, event.id, "data/events/")}}
    yield Page(f"data/events/{event.id}.json", document(whole))
    lines = ",\n".join(map(compact, features(site, event, geometries)))
    alone = replace(site, events=(event,), tombstones=())
    rows = [body(of_one, table.rows(alone)) for table, of_one in zip(TABLES, columns, strict=True)]
    yield Page(LINES + event.id, marshal.dumps((compact(one), lines, *rows)))


def together(site: Site, lines: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield what holds all events, of their `lines` by path, and what tells of withdrawn ones and of the files."""
    said = terms(site)
    for stone in withdrawn(site):
        yield f"data/events/{stone['id']}.json", document({**said, "withdrawn": stone})
    files = dict(_of_all(site, [marshal.loads(lines[LINES + event.id]) for event in site.events]))  # noqa: S302 - our own
    yield from ((f"data/{name}", data) for name, data in files.items())
    for name, text in schema.schemas():
        yield f"data/schema/{name}", text
    yield "data/datapackage.json", datapackage(site, files)
    for name, script in scripts(files):
        yield f"data/scripts/{name}", script
    yield "CITATION.cff", citation(site)


def _of_all(site: Site, lines: Sequence[Sequence[str]]) -> Iterator[tuple[str, bytes]]:
    """Yield the files by name; `lines` are of each event its record, its features, and its rows of each table."""
    head = {**terms(site), "withdrawn": withdrawn(site)}
    collected = present({"type": "FeatureCollection", "bbox": bbox(site, Geometries(site))}) | head
    yield "events.geojson", collection(collected, "features", (found for _, found, *_ in lines if found))
    yield "events.json", collection(head, "events", (one for one, *_ in lines))
    for number, table in enumerate(TABLES, 2):
        columns, stones = table.columns(site), table.rows(replace(site, events=()))
        written = (header(columns), *(of_event[number] for of_event in lines), body(columns, stones))
        yield table.name, "".join(written).encode()
        yield f"{table.name}-metadata.json", sidecar(site, table.name, columns, table.key)
