"""What a field takes, in words: from its JSON Schema to "text", "date", "list of claims"."""

from typing import Any

from pydantic import TypeAdapter

from sitegen.model import fields

_NAMED: tuple[tuple[Any, str], ...] = (
    (fields.Words, "text"),
    (fields.When_, "date"),
    (fields.Day, "day"),
    (fields.Url, "web address"),
    (fields.Count, "count"),
    (fields.Number, "whole number"),
    (fields.Latitude, "degrees"),
    (fields.Id, "id"),
    (fields.Lang, "language code"),
    (fields.Name, "one line"),
    (fields.YesNo, "true or false"),
)
_ABOUT = frozenset({"description", "title", "examples", "default", "minItems"})


_EXAMPLES = {
    "date": "2024-11~", "day": "2024-11-22", "web address": "https://example.org/x", "count": "{min: 40, max: 50}",
    "whole number": "2", "degrees": "51.26", "kilometres": "2.5", "language code": "uk", "true or false": "true",
}  # fmt: skip


def _bare(schema: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key not in _ABOUT}


_TABLE = tuple((_bare(TypeAdapter(kind).json_schema()), words) for kind, words in _NAMED)


def in_words(schema: dict[str, Any]) -> str:
    """Say what may stand in a field, in Markdown; records are links to their section."""
    bare = _bare(schema)
    if str(schema.get("title", "")).endswith("_km"):
        return "kilometres"
    for known, words in _TABLE:
        if bare == known:
            return words
    match bare:
        case {"$ref": str(ref)}:
            name = ref.rpartition("/")[2]
            return f"[{name}](#{name.lower()})"
        case {"type": "array", "items": dict(item)}:
            return f"list of {in_words(item)}"
        case {"type": "array", "prefixItems": list(items)}:
            return " and ".join(map(in_words, items))
        case {"anyOf": list(choices)}:
            return " or ".join(map(in_words, choices))
        case {"enum": list(values)}:
            return " · ".join(dict.fromkeys(f"`{value}`" for value in values))
        case {"const": value}:
            return f"`{value}`"
        case {"pattern": str(pattern)}:
            return f"`{pattern}`"
    return str(bare.get("type", "anything"))


def example_of(schema: dict[str, Any]) -> str:
    """Return an example in Markdown: the field's own, else one of its kind, else its first code, else nothing."""
    if examples := schema.get("examples"):
        return " · ".join(f"`{example}`" for example in examples)
    said = in_words(schema)
    listed = said.startswith("list of ")
    kind = said.removeprefix("list of ").split(" · ")[0]
    example = _EXAMPLES.get(kind) or (kind.strip("`") if kind.startswith("`") and not kind.startswith("`^") else "")
    return "" if not example else f"`[{example}]`" if listed else f"`{example}`"
