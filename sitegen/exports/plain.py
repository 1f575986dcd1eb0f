"""Values of the records → what JSON holds, and JSON → bytes that are the same for the same content."""

import json
from collections.abc import Iterable
from json.encoder import encode_basestring
from typing import Any

from sitegen.dates import Span
from sitegen.model.fields import Quantity, Text

_NUMBER = frozenset({int, float})
_plain = json.JSONEncoder(ensure_ascii=False).encode


def words(text: Text | None, first: str) -> dict[str, str] | None:
    """Return text by language; words without one are in the site's `first`."""
    return {lang or first: said for lang, said in text.values} if text else None


def dates(span: Span) -> dict[str, str]:
    """Return a date as EDTF, and the first and last day it covers where they are known."""
    ends = {"first": span.first, "last": span.last}
    return {"edtf": span.written} | {name: day.isoformat() for name, day in ends.items() if day}


def number(quantity: Quantity) -> dict[str, Any]:
    """Return a number of people by its known ends; `some` where people were named and not counted."""
    if quantity.some:
        return {"some": True}
    return present({"min": quantity.min, "best": quantity.best, "max": quantity.max})


def present(fields: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is not stated: None and empty lists; 0 and false are statements."""
    return {name: value for name, value in fields.items() if value is not None and value not in ((), [], {}, "")}


def document(value: Any) -> bytes:
    """Write one record as JSON for people to read: as `json.dumps` indents it by one, but a position on one line."""
    return (_indented(value, "\n") + "\n").encode()


def _indented(value: Any, margin: str) -> str:
    # Ten thousand records a build: the library's own way to indent takes four times as long.
    kind = type(value)
    if kind is str:
        return encode_basestring(value)
    inner = margin + " "
    if kind is dict and value:
        fields = [f"{encode_basestring(name)}: {_indented(held, inner)}" for name, held in value.items()]
        return f"{{{inner}{f',{inner}'.join(fields)}{margin}}}"
    if (kind is list or kind is tuple) and value:
        if len(value) == 2 and type(value[0]) in _NUMBER and type(value[1]) in _NUMBER:
            return _plain(value)
        return f"[{inner}{f',{inner}'.join([_indented(item, inner) for item in value])}{margin}]"
    return _plain(value)


def collection(head: dict[str, Any], name: str, items: Iterable[str]) -> bytes:
    """Write `head` and, last, the list `name` of `compact` items, one a line, so that versions can be compared."""
    lines = ",\n".join(items)
    return f'{compact(head)[:-1]},"{name}":[\n{lines}\n]}}\n'.encode()


def compact(value: Any) -> str:
    """Write one item of a collection, without line breaks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
