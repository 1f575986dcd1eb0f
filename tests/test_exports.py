"""The downloads: RFC 7946, as fine as a place is known, safe to open in a spreadsheet, the same each time."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import shape as shape_of
from sites import event, make_site, place

from sitegen import load
from sitegen.exports import FILES, export
from sitegen.exports.places import OUTLINE_DECIMALS
from sitegen.exports.plain import document
from sitegen.exports.table import Column, body, header
from sitegen.geometry import DECIMALS, LngLat, Shape, contains, parse_outline
from sitegen.located import Tombstone
from sitegen.site import Site

PRIVATE = "https://example.org/private-page"


def outline(*ring: tuple[float, float]) -> Shape:
    shape, _ = parse_outline({"type": "Polygon", "coordinates": [[*map(list, ring), list(ring[0])]]})
    assert shape is not None
    return shape


OUTLINES = {
    "vale": outline((34.5123, 50.8456), (35.6789, 50.7123), (35.8456, 51.4789), (34.9123, 51.6456)),
    "land": outline((30.1234, 49.5678), (41.2345, 49.8765), (40.9876, 54.4321), (31.1111, 54.2222)),
}
PLACES: dict[str, dict[str, Any]] = {
    "gate": place(51.123456, 35.654321, "exact", within="heath"),
    "mill": place(51.254321, 35.312345, "site"),
    "quarter": place(51.331234, 35.224321, "neighbourhood"),
    "town": place(51.112345, 35.012345, radius_km="4", within="heath"),
    "heath": place(51.012345, 35.612345, "district", radius_km="18", within="vale"),
    "vale": place(51.212345, 35.112345, "region", within="land"),
    "land": place(52.2, 35.1, "country"),
    "road": {**place(precision="between"), "between": ["town", "quarter"]},
    "parts": {**place(precision="district"), "members": ["heath", "town"]},
}
PLACES = {id_: {**found, "name": {"en": id_.capitalize(), "uk": f"({id_})"}} for id_, found in PLACES.items()}
SPEAKERS = {
    "mayor": {"name": {"en": "Mayor of the vale", "uk": "Голова"}, "kind": "person", "side": "hither"},
    "consul": {"name": "Consul", "kind": "person", "side": "yonder"},
}
SOURCES = [
    {"id": "a", "publisher": "Valley Post", "url": "https://example.org/1", "archive": "https://example.org/2"},
    {
        "id": "b",
        "publisher": "Hill Copy",
        "url": PRIVATE,
        "archive": PRIVATE + "-kept",
        "names_private_people": "true",
        "published": "2024-11-23",
        "lang": "fr",
        "note": "private-page, a title",
        "graphic": "true",
        "republishes": "Hill Wire",
    },
]
SAID = '=1+1 came back, "all",\nwell'
FULL = event(
    "2024-11-22-return",
    {"place": "heath", "role": "origin"},
    {"place": "vale", "role": "transit", "extent": "whole"},
    {"place": "town", "role": "destination", "claims": ["c1"]},
    {"place": "gate", "precision": "undisclosed"},
    title={"en": "Both say that 46 came back", "uk": "Обидва кажуть, що 46 повернулися"},
    when={"date": "2024-11~", "basis": "announced"},
    sources=SOURCES,
    claims=[
        {"id": "c1", "by": "mayor", "says": SAID, "said": "2024-11-22", "sources": ["a", "b"],
         "counts": [{"effect": "returned", "total": "46", "children": {"min": "10", "max": "12"}}]},
        {"id": "c2", "by": "consul", "says": "So it was", "stance": "confirms", "answers": "c1", "sources": ["a"],
         "counts": [{"effect": "returned", "total": {"min": "40"}}, {"effect": "held", "total": "some"}]},
    ],
    related=["2024-10-secret", "2024-08-taken"],
    part_of="2024-10-secret",
    exceptions=[{"rule": "some-rule", "why": "because", "by": "maintainer"}],
)  # fmt: skip


def site_of(*events: dict[str, Any], **more: Any) -> Site:
    return make_site(events, PLACES, speakers=SPEAKERS, outlines=OUTLINES, **more)


@pytest.fixture(scope="module")
def site() -> Site:
    """One full event, one bare, one withdrawn."""
    found = site_of(FULL, event("2024-08-taken", "road"), languages=["en", "uk"])
    return replace(found, tombstones=(Tombstone("2024-07-gone", date(2024, 12, 1), "harm"),))


@pytest.fixture(scope="module")
def files(site: Site) -> dict[str, bytes]:
    """What is exported of it."""
    return dict(export(site))


def features(files: dict[str, bytes]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(files["data/events.geojson"])["features"]
    return found


def of_places(*names: str | dict[str, Any]) -> list[dict[str, Any]]:
    return features(dict(export(site_of(event("2024-one", *names)))))


def table(text: bytes) -> list[dict[str, str]]:
    """The rows of a CSV below both header rows."""
    _, *rows = csv.DictReader(io.StringIO(text.decode(), newline=""))
    return rows


def numbers(value: Any) -> Iterator[float]:
    if isinstance(value, list):
        for item in value:
            yield from numbers(item)
    else:
        yield value


def rings(geometry: dict[str, Any]) -> Iterator[list[list[float]]]:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    for polygon in polygons:
        yield from polygon


def test_every_file_says_its_terms(files: dict[str, bytes]) -> None:
    said = {"licence", "attribution", "revision", "as_of"}
    for path, text in files.items():
        if path.endswith("-metadata.json"):
            found = json.loads(text)
            assert found["dc:license"] == {"@id": "https://creativecommons.org/licenses/by/4.0/"}
            assert (found["dc:creator"], found["dc:identifier"], found["dc:date"]) == (
                "Quiet Valley",
                "0" * 12,
                "2025-01-31",
            )
        elif path.endswith(".csv"):
            assert f"{path}-metadata.json" in files
        elif path.endswith("json") and "datapackage" not in path and not path.startswith("data/schema/"):
            assert said <= set(json.loads(text)), path


def test_the_data_page_lists_what_is_there(files: dict[str, bytes]) -> None:
    for path, label, description in FILES:
        pattern = re.escape(path).replace("<id>", "[a-z0-9-]+").replace("<table>", "[a-z]+")
        assert any(re.fullmatch(pattern, there) for there in files), path
        assert label
        assert description.endswith(".")


def test_geojson_is_rfc_7946(files: dict[str, bytes]) -> None:
    collection = json.loads(files["data/events.geojson"])
    assert collection["type"] == "FeatureCollection"
    assert "crs" not in collection
    ids = [feature["id"] for feature in collection["features"]]
    assert len(ids) == len(set(ids))
    for feature in collection["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        assert feature["type"] == "Feature"
        if feature["geometry"]:
            assert shapely.is_valid(shape_of(feature["geometry"]))


def test_longitude_comes_first() -> None:
    (feature,) = of_places("gate")
    assert feature["geometry"] == {"type": "Point", "coordinates": [35.6543, 51.1235]}


def test_rings_are_closed_and_follow_the_right_hand_rule() -> None:
    (feature,) = of_places("vale")
    for ring in rings(feature["geometry"]):
        assert ring[0] == ring[-1]
        assert shapely.LinearRing(ring).is_ccw


@pytest.mark.parametrize(
    ("name", "kind"),
    [("gate", "Point"), ("mill", "Point"), ("quarter", "Point"), ("town", "Point"), ("heath", "Point"),
     ("vale", "Polygon"), ("road", "LineString"), ("land", "Polygon")],
)  # fmt: skip
def test_each_precision_has_its_geometry_and_no_finer_decimals(name: str, kind: str) -> None:
    files = dict(export(site_of(event("2024-one", name))))
    (feature,) = features(files)
    precision = feature["properties"]["precision"]
    assert feature["geometry"]["type"] == kind
    assert precision == PLACES[name]["precision"]
    one = json.loads(files["data/events/2024-one.json"])["event"]
    (row,) = table(files["data/events.csv"])
    shapes = (shape["geometry"]["coordinates"] for shape in one["locations"][0]["shapes"])
    published = [
        *numbers(feature["geometry"]["coordinates"]),
        *numbers(list(shapes)),
        float(row["lat"]),
        float(row["lon"]),
    ]
    decimals = OUTLINE_DECIMALS if kind == "Polygon" else DECIMALS[precision]
    assert all(number == round(number, decimals) for number in published)
    assert float(row["lat"]) == round(float(row["lat"]), DECIMALS[precision])


def test_no_number_in_any_file_gives_a_place_away() -> None:
    """Every decimal in every download is as coarse as the coarsest place asks."""
    where = ({"place": "gate", "precision": "near"}, {"place": "town", "precision": "undisclosed"}, "heath")
    for path, text in export(site_of(event("2024-one", *where))):
        if not path.startswith("data/schema/"):
            assert not re.findall(rb"\d\.\d{3,}", text), path


def test_a_place_without_disclosure_has_no_geometry_anywhere(files: dict[str, bytes]) -> None:
    (hidden,) = (f for f in features(files) if f["properties"]["precision"] == "undisclosed")
    assert hidden["geometry"] is None
    assert "coordinateUncertaintyInMeters" not in hidden["properties"]
    (at,) = (at for at in event_of(files)["locations"] if at["precision"] == "undisclosed")
    assert "shapes" not in at


def event_of(files: dict[str, bytes]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files["data/events/2024-11-22-return.json"])["event"]
    return found


def test_uncertainty_is_of_what_lies_within_and_a_radius_of_the_whole() -> None:
    (within,) = of_places("town")
    (whole,) = of_places({"place": "town", "extent": "whole"})
    assert 4_000 < within["properties"]["coordinateUncertaintyInMeters"] < 6_000
    assert "coordinateUncertaintyInMeters" not in whole["properties"]
    assert whole["properties"]["radiusInMeters"] == within["properties"]["coordinateUncertaintyInMeters"]
    assert of_places("gate")[0]["properties"]["coordinateUncertaintyInMeters"] == 100


def test_a_composite_place_is_a_feature_a_part_each_with_its_own_precision() -> None:
    found = of_places("parts")
    assert [feature["id"] for feature in found] == ["2024-one#1.1", "2024-one#1.2"]
    assert [feature["properties"]["precision"] for feature in found] == ["district", "settlement"]


def test_properties_say_what_it_is(files: dict[str, bytes]) -> None:
    first = features(files)[0]
    expected = {"event": "2024-11-22-return", "kind": "return", "date": "2024-11~", "basis": "announced",
                "role": "origin", "extent": "within", "place": "heath", "toponym": "heath", "precision": "district",
                "about": True, "level": "both-sides", "disputed": False}  # fmt: skip
    assert expected.items() <= first["properties"].items()
    assert set(first["properties"]["title"]) == {"en", "uk"}
    (total,) = (c for c in first["properties"]["counts"] if (c["effect"], c["field"]) == ("returned", "total"))
    assert (total["min"], total["min_claims"]) == (40, ["c2"])


def test_addresses_are_relative_until_the_site_has_one(site: Site, files: dict[str, bytes]) -> None:
    assert features(files)[0]["properties"]["url"] == "../events/2024-11-22-return.html"
    assert event_of(files)["url"] == "../../events/2024-11-22-return.html"
    there = dict(export(replace(site, base_url="https://valley.example/m/")))
    assert event_of(there)["url"] == "https://valley.example/m/events/2024-11-22-return.html"
    assert table(there["data/events.csv"])[0]["url"] == event_of(there)["url"]


def test_a_page_that_names_private_people_is_never_addressed(files: dict[str, bytes]) -> None:
    assert all(b"private-page" not in text for text in files.values())
    a, b = event_of(files)["sources"]
    assert a["url"] == "https://example.org/1"
    assert b == {
        "id": "b",
        "publisher": "Hill Copy",
        "url_withheld": True,
        "kind": "outlet",
        "republishes": "Hill Wire",
    }


def test_nothing_leads_to_what_is_not_published(files: dict[str, bytes]) -> None:
    assert all(b"secret" not in text and b"some-rule" not in text for text in files.values())
    assert event_of(files)["related"] == ["2024-08-taken"]


def test_withdrawn_events_leave_id_day_and_reason(files: dict[str, bytes]) -> None:
    gone = {"id": "2024-07-gone", "date": "2024-12-01", "reason": "harm"}
    assert json.loads(files["data/events.geojson"])["withdrawn"] == [gone]
    assert json.loads(files["data/events.json"])["withdrawn"] == [gone]
    assert json.loads(files["data/events/2024-07-gone.json"])["withdrawn"] == gone
    last = table(files["data/events.csv"])[-1]
    url = "../events/2024-07-gone.html"
    assert {name: value for name, value in last.items() if value} == {
        "id": "2024-07-gone", "url": url, "modified": "2024-12-01", "withdrawn": "2024-12-01",
        "withdrawn_reason": "harm",
    }  # fmt: skip


def test_the_record_is_whole(files: dict[str, bytes]) -> None:
    one = event_of(files)
    assert one["date"] == {"edtf": "2024-11~", "first": "2024-11-01", "last": "2024-11-30", "basis": "announced"}
    assert [c["about"] for c in one["claims"]] == ["event", "event"]
    assert one["claims"][0]["says"] == {"en": SAID}
    assert one["claims"][0]["counts"][0]["children"] == {"min": 10, "max": 12}
    assert one["claims"][1]["counts"][1]["total"] == {"some": True}
    assert one["verdicts"][0]["level"] == "both-sides"
    assert "Mayor of the vale" in one["verdicts"][0]["sentence"]
    assert one["locations"][0]["inside"] == ["vale", "land"]
    assert {r["effect"] for r in one["ranges"]} == {"held", "returned"}


def test_all_events_together_are_the_single_ones(files: dict[str, bytes]) -> None:
    together = json.loads(files["data/events.json"])["events"]
    assert [one["id"] for one in together] == ["2024-11-22-return", "2024-08-taken"]
    for one in together:
        alone = json.loads(files[f"data/events/{one['id']}.json"])["event"]
        assert {**one, "url": ""} == {**alone, "url": ""}


def test_every_json_reads_back(files: dict[str, bytes]) -> None:
    for path, text in files.items():
        if path.endswith("json"):
            assert json.loads(text)
            assert text.endswith(b"\n")


def test_a_document_reads_back_whatever_its_strings_hold() -> None:
    value = {"a": "[\n 1,\n 2\n]", "b": [[1.5, -2.0], [3, 4]], "c": "[1, 2]", "d": [1, 2, 3], "e": ["1", "2"]}
    assert json.loads(document(value)) == value
    assert b"[1.5, -2.0]" in document(value)


def test_every_column_has_its_hxl_tag(files: dict[str, bytes]) -> None:
    for name in ("events", "claims", "counts", "changes"):
        names, tags, *rows = csv.reader(io.StringIO(files[f"data/{name}.csv"].decode(), newline=""))
        described = json.loads(files[f"data/{name}.csv-metadata.json"])["tableSchema"]
        assert [[n, t] for n, t in zip(names, tags, strict=True)] == [c["titles"] for c in described["columns"]]
        assert all(re.fullmatch(r"#[a-z0-9]+(\+[a-z0-9_]+)*", tag) for tag in tags)
        assert len(set(names)) == len(names)
        assert len(set(tags)) == len(tags)
        assert all(len(row) == len(names) for row in rows)
        keys = [tuple(row[names.index(key)] for key in described["primaryKey"]) for row in rows]
        assert len(set(keys)) == len(keys)
        assert all(column["dc:description"] for column in described["columns"])


def test_the_events_table_has_numbers_with_their_claims(files: dict[str, bytes]) -> None:
    full, bare, _ = table(files["data/events.csv"])
    shown = {name: full[name] for name in full if name.startswith(("returned", "held"))}
    assert shown == {
        "held_min": "", "held_max": "", "held_claims": "c2",
        "held_children_min": "", "held_children_max": "", "held_children_claims": "",
        "returned_min": "40", "returned_max": "", "returned_claims": "c1 c2",
        "returned_children_min": "10", "returned_children_max": "12", "returned_children_claims": "c1",
    }  # fmt: skip
    assert not any(value for name, value in bare.items() if name.startswith("returned"))


def test_the_events_table_has_one_place_in_full(files: dict[str, bytes]) -> None:
    full, *_ = table(files["data/events.csv"])
    expected = {"place": "heath", "role": "origin", "precision": "district", "country": "UA", "region": "Vale",
                "district": "Heath", "lat": "51.1", "lon": "35.3", "places": "heath; vale; town; gate",
                "title_uk": "Обидва кажуть, що 46 повернулися", "date_first": "2024-11-01"}  # fmt: skip
    assert {name: full[name] for name in expected} == expected | {"lat": full["lat"], "lon": full["lon"]}
    assert float(full["lat"]) == pytest.approx(51.1, abs=0.1)


def test_parts_add_up_in_the_table() -> None:
    def claim(id_: str, of: str, total: str) -> dict[str, Any]:
        counts = [{"effect": "evacuated", "of": of, "total": total}]
        return {"id": id_, "by": "mayor", "says": "So it was", "sources": ["a"], "counts": counts}

    two = event("2024-one", "town", claims=[claim("c1", "Town", "30"), claim("c2", "Mill", "12")])
    (row,) = table(dict(export(site_of(two)))["data/events.csv"])
    assert (row["evacuated_min"], row["evacuated_max"], row["evacuated_claims"]) == ("42", "42", "c1 c2")
    (only,) = table(dict(export(site_of({**two, "claims": two["claims"][:1]})))["data/events.csv"])
    assert (only["evacuated_min"], only["evacuated_claims"]) == ("30", "c1")


def test_the_claims_table_has_a_row_a_claim(files: dict[str, bytes]) -> None:
    first, second = table(files["data/claims.csv"])
    assert first["says_en"] == "'" + SAID
    assert first["counts"] == "returned: total 46, children 10-12"
    assert (first["publishers"], first["urls"]) == ("Valley Post; Hill Copy", "https://example.org/1")
    assert (second["stance"], second["answers"], second["side"], second["side_role"]) == (
        "confirms",
        "c1",
        "yonder",
        "party",
    )
    assert second["counts"] == "returned: total 40-?; held: total some"


COLUMNS: tuple[Column[str], ...] = (
    Column("a", "#a", "text", lambda row: row),
    Column("b", "#b", "a number", lambda _: -1.5),
)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30), max_size=5))
def test_any_text_reads_back_and_none_is_a_formula(rows: list[str]) -> None:
    text = header(COLUMNS) + body(COLUMNS, rows)
    found = list(csv.reader(io.StringIO(text, newline=""), strict=True))[2:]
    assert [row[1] for row in found] == ["-1.5"] * len(rows)
    for (cell, _), row in zip(found, rows, strict=True):
        assert cell in {row, f"'{row}"}
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", "＝1"])
def test_formulas_are_quoted(text: str) -> None:
    assert next(csv.reader(io.StringIO(body(COLUMNS, [text]), newline="")))[0] == "'" + text


def test_tables_are_rfc_4180(files: dict[str, bytes]) -> None:
    for name in ("events", "claims", "counts", "changes"):
        text = files[f"data/{name}.csv"]
        assert not text.startswith(b"\xef\xbb\xbf")
        assert text.endswith(b"\r\n")
        assert text.decode("utf-8")


def test_a_site_without_events_still_exports() -> None:
    files = dict(export(site_of()))
    assert features(files) == []
    assert table(files["data/events.csv"]) == []


def test_the_same_site_gives_the_same_bytes(files: dict[str, bytes]) -> None:
    twin = site_of(FULL, event("2024-08-taken", "road"), languages=["en", "uk"])
    again = dict(export(replace(twin, tombstones=(Tombstone("2024-07-gone", date(2024, 12, 1), "harm"),))))
    assert again == files
    assert list(again) == list(files)


def test_an_outline_keeps_what_belongs_to_the_country() -> None:
    """Crimea is inside Ukraine in the real data's outline, not lost between the corners of a coarse grid."""
    site = load(Path(__file__).parent.parent / "content")
    files = dict(export(site))
    found = [f for f in features(files) if f["properties"].get("place") == "ukraine"]
    assert found
    for feature in found:
        land, _ = parse_outline(feature["geometry"])
        for point in (LngLat(34.10, 44.95), LngLat(33.53, 44.61), LngLat(37.54, 47.10), LngLat(37.80, 48.00)):
            assert contains(land, point), point
