"""Tables as CSV (RFC 4180) with a second header row of HXL tags, described by CSV on the Web sidecars."""

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any, Generic, TypeVar

from sitegen.exports.plain import document
from sitegen.exports.terms import terms
from sitegen.site import Site

Row = TypeVar("Row")
Cell = str | int | float | bool | None

# What spreadsheets may run as a formula, half-width or full-width (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: name, HXL tag, what it holds in words, its value for a row, and its CSV on the Web datatype."""

    name: str
    tag: str
    holds: str
    value: Callable[[Row], Cell]
    datatype: str = "string"


def header(columns: Sequence[Column[Row]]) -> str:
    """Write the two header rows."""
    return _written([[column.name for column in columns], [column.tag for column in columns]])


def body(columns: Sequence[Column[Row]], rows: Iterable[Row]) -> str:
    """Write `rows`; text that a spreadsheet could run gets an apostrophe in front."""
    return _written([_cell(column.value(row)) for column in columns] for row in rows)


def _written(rows: Iterable[Sequence[str]]) -> str:
    out = StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def _cell(value: Cell) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return "" if value is None else str(value)


def sidecar(site: Site, name: str, columns: Sequence[Column[Any]], key: Sequence[str]) -> bytes:
    """Describe the table `name` (W3C, Metadata Vocabulary for Tabular Data): terms, revision, day and columns."""
    said = terms(site)
    return document(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"language": "en"}],
            "url": name,
            "dc:license": {"@id": said["licence"]["url"]},
            "dc:rights": said["licence"]["name"],
            "dc:creator": said["attribution"],
            "dc:identifier": said["revision"],
            "dc:date": said["as_of"],
            "dialect": {"encoding": "utf-8", "lineTerminators": ["\r\n"], "headerRowCount": 2},
            "tableSchema": {"columns": [_column(column) for column in columns], "primaryKey": list(key)},
        }
    )


def _column(column: Column[Any]) -> dict[str, Any]:
    return {
        "name": column.name,
        "titles": [column.name, column.tag],
        "datatype": column.datatype,
        "dc:description": column.holds,
    }
