"""The records as others read them: JSON Schemas for editors, and the field reference for people."""

import json
from collections.abc import Iterator
from pathlib import Path

from sitegen.schema.records import all_schemas
from sitegen.schema.reference import example, field_reference

__all__ = ["example", "field_reference", "schemas", "write", "write_schemas"]


def schemas() -> Iterator[tuple[str, bytes]]:
    """Yield (file name, bytes) of the JSON Schema of each kind of file."""
    for name, schema, _ in all_schemas():
        yield f"{name}.json", (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()


def write_schemas(folder: Path) -> Iterator[Path]:
    """Write the JSON Schemas into `folder`, making it, and yield their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas():
        path = folder / name
        path.write_bytes(text)
        yield path


def write(folder: Path) -> Iterator[Path]:
    """Write README.md, the field reference, and schema/*.json into a content folder, and yield their paths."""
    yield from write_schemas(folder / "schema")
    path = folder / "README.md"
    path.write_text(field_reference(), "utf-8", newline="\n")
    yield path
