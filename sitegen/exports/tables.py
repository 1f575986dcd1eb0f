"""The tables among the downloads: name, columns, rows, key, and what leads from one to another."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sitegen.exports import changes_table, claims_table, counts_table, events_rows, events_table
from sitegen.exports.table import Column
from sitegen.site import Site


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `leads` are (own columns, another table, its columns)."""

    name: str
    key: Sequence[str]
    columns: Callable[[Site], Sequence[Column[Any]]]
    rows: Callable[[Site], Iterable[Any]]
    leads: tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...] = ()


_EVENT = (("event",), events_table.NAME, events_table.KEY)
_CLAIM = (("event", "claim"), claims_table.NAME, claims_table.KEY)

TABLES = (
    Table(events_table.NAME, events_table.KEY, events_table.columns, events_rows.rows),
    Table(claims_table.NAME, claims_table.KEY, claims_table.columns, claims_table.rows, (_EVENT,)),
    Table(counts_table.NAME, counts_table.KEY, counts_table.columns, counts_table.rows, (_EVENT, _CLAIM)),
    Table(changes_table.NAME, changes_table.KEY, changes_table.columns, changes_table.rows, (_EVENT,)),
)
