"""The JSON Schemas accept what the program accepts, refuse what it refuses, and describe every property."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from sitebuilding import REAL

from sitegen import schema
from sitegen.decode import decode
from sitegen.marked import parse
from sitegen.model.event import Event
from sitegen.schema.glosses import GLOSSES
from sitegen.schema.records import RECORDS, all_schemas

MINIMAL: dict[str, Any] = {
    "title": "Aid convoy reported",
    "kind": "aid",
    "when": "2025-02~",
    "where": [{"place": "Kettle Moor"}],
    "sources": [{"id": "a", "publisher": "Example", "url": "https://example.org/x"}],
}
CLAIM = {"id": "c1", "by": "mayor", "says": "So it was", "sources": ["a"]}
ALL = {name: found for name, found, _ in all_schemas()}


def refused(value: Any) -> bool:
    return not jsonschema.Draft202012Validator(ALL["event"]).is_valid(value)


def test_schemas_are_schemas() -> None:
    assert len(ALL) == len(RECORDS)
    for name, found in ALL.items():
        jsonschema.Draft202012Validator.check_schema(found)
        assert found["$id"] == f"{name}.json"
        assert found["$schema"].endswith("2020-12/schema")


def test_every_record_and_property_is_described() -> None:
    for found in ALL.values():
        for record in (found, *found.get("$defs", {}).values()):
            assert record["description"], record["title"]
            for field, described in record["properties"].items():
                assert described.get("description"), f"{record['title']}.{field} has no description"
                assert described["title"] == field


def test_no_gloss_is_left_over() -> None:
    named = {
        (record["title"], field)
        for found in ALL.values()
        for record in (found, *found.get("$defs", {}).values())
        for field in record["properties"]
    }
    known = {f"{record}.{field}" for record, field in named} | {field for _, field in named}
    assert set(GLOSSES) <= known


def test_a_minimal_event_is_valid() -> None:
    assert not refused(MINIMAL)


@pytest.mark.parametrize(
    "more",
    [
        {"when": {"date": "2024-11-22", "basis": "announced"}},
        {"when": 2024},
        {"title": {"en": "One", "uk": "Один"}},
        {"claims": [{**CLAIM, "counts": [{"effect": "returned", "total": 46, "children": {"min": 10}}]}]},
        {"claims": [{**CLAIM, "counts": [{"effect": "held", "total": "some", "women": "none"}]}]},
        {"where": [{"place": "Kettle Moor", "precision": "near", "radius_km": 2.5}]},
        {"graphic": True},
        {"sources": [{**MINIMAL["sources"][0], "names_private_people": True, "kind": "copy"}]},
    ],
)
def test_valid_variants(more: dict[str, Any]) -> None:
    assert not refused({**MINIMAL, **more})


@pytest.mark.parametrize(
    "more",
    [
        {"titel": "misspelt"},
        {"title": 5},
        {"kind": "Not An Id"},
        {"where": []},
        {"where": [{"place": "Kettle Moor", "role": "somewhere"}]},
        {"where": [{"place": "Kettle Moor", "precision": "exact"}]},
        {"claims": [{**CLAIM, "sources": []}]},
        {"claims": [{**CLAIM, "stance": "hints"}]},
        {"claims": [{**CLAIM, "counts": [{"effect": "returned", "total": -1}]}]},
        {"claims": [{**CLAIM, "counts": [{"effect": "returned", "total": {"least": 4}}]}]},
        {"over": "22 November"},
        {"sources": [{"id": "a", "publisher": "Example", "url": "ftp://example.org"}]},
        {"sources": [{"id": "a", "publisher": "Example"}]},
    ],
)
def test_bad_variants(more: dict[str, Any]) -> None:
    assert refused({**MINIMAL, **more})


@pytest.mark.parametrize("field", ["title", "kind", "when", "where", "sources"])
def test_needed_fields(field: str) -> None:
    assert refused({name: value for name, value in MINIMAL.items() if name != field})


@pytest.mark.parametrize("name", ["minimal", "full"])
def test_the_examples_of_the_reference_are_valid(name: str, tmp_path: Path) -> None:
    text = schema.example(name)
    marked, problems = parse("events/2024/2024-one.yaml", text.encode())
    assert marked is not None
    assert not problems
    decoded, problems = decode(Event, "2024-one", marked)
    assert decoded is not None
    assert not problems
    path = tmp_path / f"{name}.yaml"
    path.write_text(text, "utf-8")
    assert checked("event", tmp_path, path) == ""


def test_the_real_content_is_valid(tmp_path: Path) -> None:
    for name, _, where in RECORDS:
        pattern = where.replace("<year>", "*").replace("<id>", "*")
        if paths := sorted(REAL.glob(pattern)):
            assert checked(name, tmp_path, *paths) == ""


def checked(name: str, folder: Path, *paths: Path) -> str:
    """What check-jsonschema says of YAML files, as an editor would; nothing where they are valid."""
    list(schema.write_schemas(folder / "schema"))
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", folder / "schema" / f"{name}.json", *paths]
    done = subprocess.run(map(str, command), capture_output=True, text=True, timeout=60, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_the_committed_reference_is_up_to_date() -> None:
    """Run `sitegen schema content` where this fails."""
    assert (REAL / "README.md").read_text("utf-8") == schema.field_reference()


def test_committed_schemas_are_up_to_date() -> None:
    """None need be committed; those that are must be the program's."""
    current = dict(schema.schemas())
    for path in sorted((REAL / "schema").glob("*")):
        assert path.read_bytes() == current[path.name]


def test_write_makes_the_reference_and_the_schemas(tmp_path: Path) -> None:
    paths = [path.relative_to(tmp_path).as_posix() for path in schema.write(tmp_path / "new")]
    assert paths == [*(f"new/schema/{name}.json" for name in ALL), "new/README.md"]
    assert json.loads((tmp_path / "new/schema/event.json").read_bytes()) == ALL["event"]
    assert b"\r" not in (tmp_path / "new/README.md").read_bytes()


def test_the_reference_names_every_field_and_its_links_lead_somewhere() -> None:
    text = schema.field_reference()
    for found in ALL.values():
        for record in (found, *found.get("$defs", {}).values()):
            section = re.search(rf"^###? {record['title']}\n(.*?)(?=^##|\Z)", text, re.MULTILINE | re.DOTALL)
            assert section, record["title"]
            assert all(f"| `{field}` |" in section[1] for field in record["properties"])
    anchors = {line.lstrip("# ").lower().replace(" ", "-") for line in text.splitlines() if line.startswith("#")}
    assert set(re.findall(r"\(#([a-z-]+)\)", text)) <= anchors


def test_the_reference_is_a_table_that_holds_together() -> None:
    for line in schema.field_reference().splitlines():
        if line.startswith("| `") and "](schema" not in line:
            assert len(re.findall(r"(?<!\\)\|", line)) in {3, 5, 6}, line
