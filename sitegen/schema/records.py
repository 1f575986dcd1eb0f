"""The records as JSON Schema (draft 2020-12), every property described; what editors and other programs read."""

from collections.abc import Iterator
from typing import Any

from sitegen.model.event import Event
from sitegen.model.fields import Record
from sitegen.model.place import Place
from sitegen.model.site import KindsFile, SidesFile, SiteFile, Speaker, Story
from sitegen.schema.glosses import gloss

DIALECT = "https://json-schema.org/draft/2020-12/schema"

RECORDS: tuple[tuple[str, type[Record], str], ...] = (
    ("event", Event, "events/<year>/<id>.yaml"),
    ("place", Place, "places/<id>.yaml"),
    ("speaker", Speaker, "speakers/<id>.yaml"),
    ("site", SiteFile, "site.yaml"),
    ("kinds", KindsFile, "kinds.yaml"),
    ("sides", SidesFile, "sides.yaml"),
    ("story", Story, "stories/<id>.yaml"),
)
"""Name of the schema, record, and where its files stand below the content folder."""


def schema_of(name: str, record: type[Record]) -> dict[str, Any]:
    """Return the JSON Schema of one record; its `$id` is relative to the folder of schemas."""
    found = record.model_json_schema()
    for title, part in ((record.__name__, found), *found.get("$defs", {}).items()):
        for field, described in part.get("properties", {}).items():
            _describe(title, field, described)
    return {"$schema": DIALECT, "$id": f"{name}.json", **found}


def all_schemas() -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield (name, schema, where its files stand) for each kind of file."""
    for name, record, where in RECORDS:
        yield name, schema_of(name, record), where


def _describe(record: str, field: str, described: dict[str, Any]) -> None:
    described["title"] = field
    if "description" not in described and (words := gloss(record, field)):
        described["description"] = words
    if "enum" in described:
        described.pop("const", None)  # the model's only spelling; the enum lists what YAML readers make of it, too
    # An absent field is what null would say: editors should offer neither null nor defaults to write out.
    if described.get("default", "") in (None, []):
        del described["default"]
    choices = [choice for choice in described.get("anyOf", ()) if choice != {"type": "null"}]
    if len(choices) == 1:
        del described["anyOf"]
        described.update({key: value for key, value in choices[0].items() if key != "description"})
    elif choices:
        described["anyOf"] = choices
