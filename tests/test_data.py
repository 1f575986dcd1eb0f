"""The downloads as others read them: Data Package, Citation File Format, linked data, and what a browser saves."""

import csv
import io
import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import shapely
import valley
from browsing import Opener
from frictionless import Package
from playwright.sync_api import Page, expect
from reading import find, parse
from shapely.geometry import shape
from sitebuilding import BASE, copied, edit

from sitegen.build import Options, build
from sitegen.geometry import DECIMALS

CORRECTED = 'corrections: [{date: 2030-12-24, what: number, was: "45", now: "46"}]\n'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base content built, one of its events corrected and one withdrawn."""
    folder = tmp_path_factory.mktemp("data")
    content = copied(BASE, folder / "content")
    for name, more in (
        ("2030-05-03-soluna-return", CORRECTED),
        ("2030-02-aid-convoy", "withdrawn: {date: 2030-12-25, reason: error}\n"),
    ):
        path = content / f"events/2030/{name}.yaml"
        text = re.sub("(?m)^corrections:.*\n", "", path.read_text("utf-8"))
        path.write_text(text + more, "utf-8")
    findings = build(content, folder / "output", Options(base_url="https://front.invented.org/map/"))
    assert not findings.problems, findings.problems
    return folder / "output"


def rows(path: Path) -> list[dict[str, str]]:
    _, *found = csv.DictReader(io.StringIO(path.read_text("utf-8"), newline=""))
    return found


@pytest.mark.parametrize("which", ["site", "real_site"])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_package_is_what_it_says(which: str, request: pytest.FixtureRequest) -> None:
    """frictionless reads every table by its schema: types, keys, what leads where, bytes and checksums."""
    folder = request.getfixturevalue(which) / "data"
    package = Package(str(folder / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["type", "fieldName", "rowNumber", "note"])[:10]
    assert {resource.path for resource in package.resources} == {
        path.name for path in folder.iterdir() if path.suffix in {".csv", ".geojson"} or path.name == "events.json"
    }
    assert len(package.get_resource("claims").read_rows()) == len(rows(folder / "claims.csv")) > 5


def test_a_package_that_lies_is_found_out(site: Path, tmp_path: Path) -> None:
    folder = copied(site / "data", tmp_path / "data")
    edit(folder / "counts.csv", "stands", "stands?")
    assert not Package(str(folder / "datapackage.json")).validate().valid


@pytest.mark.parametrize("which", ["site", "real_site"])
def test_the_citation_file_follows_its_schema(which: str, request: pytest.FixtureRequest) -> None:
    path = request.getfixturevalue(which) / "CITATION.cff"
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.citation-file-format", path]
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_number_names_its_claim(real_site: Path) -> None:
    claims = {(row["event"], row["claim"]) for row in rows(real_site / "data/claims.csv")}
    counts = rows(real_site / "data/counts.csv")
    assert {(row["event"], row["claim"]) for row in counts} <= claims
    assert {row["state"] for row in counts} <= {"stands", "replaced", "taken-back", "given-up"}
    for row in counts:
        assert row["min"] or row["best"] or row["max"] or row["some"] == "true"
        assert row["url"].endswith(f"{row['event']}.html#claim-{row['claim']}")
    for event in json.loads((real_site / "data/events.json").read_text("utf-8"))["events"]:
        given = sum(len(set(c) - {"effect", "of", "as_of"}) for said in event["claims"] for c in said.get("counts", ()))
        assert given == sum(row["event"] == event["id"] for row in counts)


def test_changes_are_rows(site: Path) -> None:
    first, last = rows(site / "data/changes.csv")
    assert (first["event"], first["change"], first["was"], first["now"]) == (
        "2030-05-03-soluna-return", "corrected", "45", "46"
    )  # fmt: skip
    assert (last["event"], last["change"], last["date"], last["why"]) == (
        "2030-02-aid-convoy", "withdrawn", "2030-12-25", "error"
    )  # fmt: skip
    modified = {row["id"]: row["modified"] for row in rows(site / "data/events.csv")}
    assert modified["2030-05-03-soluna-return"] == "2030-12-24"
    assert modified["2030-02-aid-convoy"] == "2030-12-25"
    assert modified["2030-04-families-appeal"] == ""


def test_the_box_of_the_map_data_holds_all_of_it(real_site: Path) -> None:
    collection = json.loads((real_site / "data/events.geojson").read_text("utf-8"))
    assert "crs" not in collection
    shapes = [shape(feature["geometry"]) for feature in collection["features"] if feature["geometry"]]
    assert collection["bbox"] == list(shapely.total_bounds(shapes))
    for one in shapes:
        polygons = getattr(one, "geoms", [one]) if "Polygon" in one.geom_type else []
        assert all(polygon.exterior.is_ccw and not any(i.is_ccw for i in polygon.interiors) for polygon in polygons)


# Linked data


def graph(folder: Path, page: str) -> list[dict[str, Any]]:
    (script,) = find(parse((folder / page).read_bytes()), tag="script", type="application/ld+json")
    said = json.loads(script.text or "")
    assert said["@context"] == "https://schema.org"
    found: list[dict[str, Any]] = said["@graph"]
    return found


def values(node: Any, name: str) -> Iterator[Any]:
    """Every value of a property, however deep."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == name:
                yield value
            yield from values(value, name)
    elif isinstance(node, list):
        for one in node:
            yield from values(one, name)


def test_an_event_is_an_event_with_claims_and_never_a_review(site: Path) -> None:
    event, *claims = graph(site, "events/2030-05-03-soluna-return.html")
    page = "https://front.invented.org/map/events/2030-05-03-soluna-return.html"
    assert (event["@type"], event["@id"], event["startDate"]) == ("Event", f"{page}#event", "2030-05-03")
    assert event["subjectOf"]["dateModified"] == "2030-12-24"
    assert claims
    for claim in claims:
        assert (claim["@type"], claim["about"]) == ("Claim", {"@id": event["@id"]})
        anchor = claim["@id"].removeprefix(f"{page}#")
        assert find(parse((site / "events/2030-05-03-soluna-return.html").read_bytes()), id=anchor)
    types = set(values([event, *claims], "@type"))
    assert types <= {"Event", "Claim", "Place", "GeoCircle", "GeoCoordinates", "WebPage", "CreativeWork", "Person",
                     "Organization"}  # fmt: skip


def test_linked_data_is_as_fine_as_the_place_and_tells_nothing_withheld(real_site: Path) -> None:
    finest: dict[str, int] = defaultdict(int)
    for feature in json.loads((real_site / "data/events.geojson").read_text("utf-8"))["features"]:
        precision, id_ = feature["properties"]["precision"], feature["properties"]["event"]
        finest[id_] = max(finest[id_], DECIMALS.get(precision, 0))
    for path in sorted((real_site / "events").glob("*.html")):
        nodes = graph(real_site, f"events/{path.name}")
        record = json.loads((real_site / f"data/events/{path.stem}.json").read_text("utf-8"))["event"]
        for name in ("latitude", "longitude"):
            assert all(value == round(value, finest[path.stem]) for value in values(nodes, name)), path.name
        hidden = {source["publisher"] for source in record["sources"] if source.get("url_withheld")}
        shown = {page["publisher"]["name"] for pages in values(nodes, "appearance") for page in pages if "url" in page}
        kept = {source["publisher"] for source in record["sources"] if not source.get("url_withheld")}
        assert not (hidden - kept) & shown


def test_linked_data_cannot_end_its_element() -> None:
    page = valley.render(valley.make())["events/2024-10-hidden.html"].decode()
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert json.loads(script)["@graph"][0]["name"] == "<script>alert(1)</script> {{ 7*7 }} ${x}"
    assert not re.search("[<>&]", script)


# In the browser

SHOWN = "() => [...document.querySelectorAll('[data-list] .row')].filter(r => !r.hidden).map(r => r.dataset.event)"


def downloaded(page: Page, button: str) -> str:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button, exact=True).click()
    return Path(waiting.value.path()).read_text("utf-8")


def taken(page: Page, folder: Path, ids: list[str]) -> None:
    """What a reader takes is what the list shows: of each published file the lines of these events and no others."""
    names, tags, *lines = csv.reader(io.StringIO(downloaded(page, "CSV"), newline=""))
    head, second, *everything = csv.reader(io.StringIO((folder / "events.csv").read_text("utf-8"), newline=""))
    assert (names, tags) == (head, second)
    assert lines == [row for row in everything if row[0] in ids]
    assert {row[0] for row in lines} == set(ids)
    names, tags, *lines = csv.reader(io.StringIO(downloaded(page, "claims as CSV"), newline=""))
    head, second, *everything = csv.reader(io.StringIO((folder / "claims.csv").read_text("utf-8"), newline=""))
    assert (names, tags) == (head, second)
    assert lines == [row for row in everything if row[0] in ids]
    collection = json.loads(downloaded(page, "GeoJSON"))
    whole = json.loads((folder / "events.geojson").read_text("utf-8"))
    assert collection["features"] == [one for one in whole["features"] if one["properties"]["event"] in ids]
    assert {one["properties"]["event"] for one in collection["features"]} == set(ids)
    assert collection["licence"] == whole["licence"]


@pytest.mark.browser
def test_a_reader_takes_what_the_filters_show(
    real_site: Path, open_page: Opener, serve_dir: Callable[..., str]
) -> None:
    """From a USB stick and from a server: kinds and confirmation ticked, a place and days from the address, search."""
    for start in ((real_site / "index.html").as_uri(), serve_dir(real_site, "/some/where/")):
        page = open_page(start, accept_downloads=True)
        everything = page.evaluate(SHOWN)
        kinds = page.locator(".facet").filter(has=page.locator("summary", has_text="Kind"))
        kinds.locator("summary").click()
        kinds.get_by_role("checkbox", name="Return").check()
        expect(page.locator("[data-take]")).not_to_contain_text(f"({len(everything)})")
        ids = page.evaluate(SHOWN)
        assert 3 < len(ids) < len(everything) - 3
        assert f"({len(ids)})" in page.locator("[data-take]").inner_text()
        taken(page, real_site / "data", ids)
        page.goto(start + "#place=kursk-oblast&from=2024-11-01&to=2025-03-31&level=one-source")
        expect(page.locator("[data-take]")).not_to_contain_text(f"({len(ids)})")
        narrower = page.evaluate(SHOWN)
        assert 0 < len(narrower) < len(everything) - 3
        assert set(narrower) != set(ids)
        taken(page, real_site / "data", narrower)
        page.goto(start + "#kind=return&effect=killed&from=2022-01-01")
        expect(page.get_by_role("button", name="CSV", exact=True)).to_be_disabled()


@pytest.mark.browser
def test_a_page_of_one_kind_gives_that_kind(real_site: Path, open_page: Opener) -> None:
    page = open_page(real_site / "uk/kinds/aid.html", accept_downloads=True)
    ids = page.locator(".row[data-event]").evaluate_all("rows => rows.map(row => row.dataset.event)")
    everything = (real_site / "data/events.csv").read_text("utf-8")
    got = downloaded(page, "CSV")
    assert {row[0] for row in list(csv.reader(io.StringIO(got, newline="")))[2:]} == set(ids)
    assert all(line in everything for line in got.splitlines())


@pytest.mark.browser
def test_a_policy_leaves_linked_data_alone(real_site: Path, open_page: Opener) -> None:
    """The watch of the page would tell of a broken policy: data in a script element are none."""
    page = open_page(sorted((real_site / "events").glob("*.html"))[0])
    assert page.locator('script[type="application/ld+json"]').count() == 1
