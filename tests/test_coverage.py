"""What the coverage page counts, counted once more from the YAML of the real content by other means."""

from collections import Counter
from pathlib import Path
from typing import Any

import html5lib
import pytest
import yaml
from sitebuilding import REAL

from sitegen.model.event import Event
from sitegen.model.site import SidesFile, Speaker
from sitegen.verdict import judge

EDITIONS = ("", "uk/", "ru/")


def _load(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - strings only


@pytest.fixture(scope="module")
def events() -> dict[str, dict[str, Any]]:
    found = {path.stem: _load(path) for path in sorted((REAL / "events").rglob("*.yaml"))}
    return {id_: event for id_, event in found.items() if "withdrawn" not in event and "embargo_until" not in event}


@pytest.fixture(scope="module")
def speakers() -> dict[str, dict[str, Any]]:
    return {path.stem: _load(path) for path in (REAL / "speakers").glob("*.yaml")}


@pytest.fixture(params=EDITIONS)
def rows(request: pytest.FixtureRequest, real_site: Path) -> dict[str, Any]:
    """The rows of all tables of the page, in each language, by their ids."""
    page = html5lib.parse((real_site / f"{request.param}coverage.html").read_bytes(), namespaceHTMLElements=False)
    return {row.get("data-row"): row for row in page.iter("tr") if row.get("data-row")}


def _figures(rows: dict[str, Any], by: str, attribute: str = "data-count") -> dict[str, int]:
    wanted = {name.removeprefix(f"{by}-"): row for name, row in rows.items() if name.startswith(f"{by}-")}
    cells = {name: next(cell for cell in row.iter("td") if cell.get(attribute)) for name, row in wanted.items()}
    for cell in cells.values():
        assert "".join(cell.itertext()).strip() == cell.get(attribute), "what is read is what is counted"
    return {name: int(cell.get(attribute)) for name, cell in cells.items()}


def test_kinds(rows, events):
    assert _figures(rows, "kind") == Counter(event["kind"] for event in events.values())


def test_verdicts(rows, events, speakers):
    sides = {side.id: side for side in SidesFile.model_validate(_load(REAL / "sides.yaml")).sides}
    register = {id_: Speaker.model_validate(speaker) for id_, speaker in speakers.items()}
    verdicts = [judge(Event.model_validate(event), register, sides).event for event in events.values()]
    levels = Counter(verdict.level for verdict in verdicts)
    assert _figures(rows, "level") == levels | {"disputed": sum(verdict.disputed for verdict in verdicts)}


def test_sides(rows, events, speakers):
    said = [(id_, claim["by"]) for id_, event in events.items() for claim in event.get("claims", [])]
    by_side = [(speakers[by]["side"], id_, by) for id_, by in said]
    assert _figures(rows, "side") == Counter(side for side, _, _ in by_side)
    distinct = Counter(side for side, _ in {(side, by) for side, _, by in by_side})
    assert _figures(rows, "side", "data-speakers") == distinct
    entries = Counter(side for side, _ in {(side, id_) for side, id_, _ in by_side})
    assert _figures(rows, "side", "data-entries") == entries


def test_years(rows, events):
    whens = [event["when"] if isinstance(event["when"], str) else event["when"]["date"] for event in events.values()]
    first = [when.split("/")[0] if not when.startswith("..") else when.split("/")[1] for when in whens]
    assert _figures(rows, "year") == Counter(when[:4] for when in first)


def test_every_figure_leads_to_as_many_entries(rows, real_site):
    page = html5lib.parse((real_site / "coverage.html").read_bytes(), namespaceHTMLElements=False)
    lists = {part.get("id"): part for part in page.iter("section") if "entries" in (part.get("class") or "")}
    assert {f"entries-{name}" for name in rows} == set(lists)
    for name, row in rows.items():
        cell = next(cell for cell in row.iter("td") if cell.get("data-entries") or cell.get("data-count"))
        number = cell.get("data-entries") or cell.get("data-count")
        assert len(list(lists[f"entries-{name}"].iter("li"))) == int(number)


def test_the_page_says_what_numbers_are_not(real_site):
    sentences = {
        "": "The number of entries is a choice and not a measure of harm.",
        "uk/": "Кількість записів — це",
        "ru/": "Количество записей — это",
    }
    for home, words in sentences.items():
        assert words in (real_site / f"{home}coverage.html").read_text("utf-8")
