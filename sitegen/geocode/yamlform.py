"""A record as YAML in the form the content folder is written in: short maps and lists on one line, no anchors."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

WIDTH = 118
_PLAIN = re.compile(r"[^\W_][\w .’()+/©;-]*(?<![ ])|-?\d+(\.\d+)?|© [\w .-]+\w", re.UNICODE)
_NULLS = frozenset({"null", "~", ""})


def document(record: Mapping[str, Any]) -> str:
    """Return the YAML of a record in its own order; None and empty values are left out."""
    return "\n".join(line for key, value in record.items() for line in _field(key, value, "")) + "\n"


def flow(value: Any) -> str:
    """Return a value on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(inner)}" for key, inner in value.items() if not _empty(inner)) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(flow(inner) for inner in value) + "]"
    return _scalar(value)


def _field(key: str, value: Any, indent: str) -> list[str]:
    if _empty(value):
        return []
    line = f"{indent}{key}: {flow(value)}"
    if isinstance(value, Mapping) and (len(line) > WIDTH or _nests(value)):
        inner = (line for name, item in value.items() for line in _field(name, item, indent + "  "))
        return [f"{indent}{key}:", *inner]
    if isinstance(value, (list, tuple)) and (len(line) > WIDTH or _nests(value)):
        return [f"{indent}{key}:", *(f"{indent}  - {flow(item)}" for item in value)]
    return [line]


def _nests(value: Mapping[str, Any] | Sequence[Any]) -> bool:
    items = value.values() if isinstance(value, Mapping) else value
    return any(isinstance(item, (Mapping, list, tuple)) and item for item in items)


def _empty(value: Any) -> bool:
    return value is None or value in ("", (), [], {})


def _scalar(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.5f}".rstrip("0").rstrip(".")
    text = str(value)
    if _PLAIN.fullmatch(text) and text not in _NULLS:
        return text
    # JSON's double quotes are YAML's.
    return json.dumps(text, ensure_ascii=False)
