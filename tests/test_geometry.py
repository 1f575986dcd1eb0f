import json
import math

import pytest
import shapely
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from sitegen.geometry import (
    DECIMALS,
    DEFAULT_RADIUS_KM,
    Circle,
    LngLat,
    area_km2,
    bounds,
    circle,
    contains,
    distance_m,
    enclosing,
    equal_area_radius_m,
    from_geojson,
    label_point,
    line,
    mean_point,
    parse_outline,
    published_circle,
    rounded,
    simplified,
    to_geojson,
)
from sitegen.geometry.geodesy import travelled
from sitegen.geometry.linework import cells, frame, network
from sitegen.geometry.points import Bounds

points = st.builds(LngLat, st.floats(-180, 180), st.floats(-90, 90))
radii = st.floats(50, 300_000)
azimuths = st.floats(-180, 180)
decimals = st.integers(0, 4)
unhurried = settings(deadline=None)  # the machine may be busy with something else


def square(west, south, east, north):
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def polygon(*rings):
    return {"type": "Polygon", "coordinates": list(rings)}


def exteriors(shape):
    return [p.exterior for p in shapely.get_parts(shape)]


# Circles


def test_every_drawn_precision_has_decimals_and_undisclosed_has_none():
    assert set(DEFAULT_RADIUS_KM) < set(DECIMALS)
    assert "undisclosed" not in DECIMALS


def test_a_circle_has_its_corners_at_the_radius_and_runs_counter_clockwise():
    center = LngLat(35.27, 51.19)
    ring = circle(center, 5000).exterior
    assert len(ring.coords) == 65
    assert ring.is_ccw
    assert ring.coords[0] == ring.coords[-1]
    assert all(distance_m(center, LngLat(*xy)) == pytest.approx(5000, abs=1e-3) for xy in ring.coords)


@unhurried
@given(points, radii, azimuths, st.floats(0, 0.99))
@example(LngLat(180, 0), 5000.0, 90.0, 0.5)
@example(LngLat(-179.999, 66), 25_000.0, -90.0, 0.9)
@example(LngLat(0, 90), 100_000.0, 30.0, 0.5)
@example(LngLat(12, -89.9), 50_000.0, 0.0, 0.9)
def test_a_circle_holds_what_is_within_and_is_valid_anywhere_on_the_globe(center, radius, azimuth, share):
    drawn = circle(center, radius)
    west, south, east, north = bounds(drawn)
    assert drawn.is_valid
    assert -180 <= west <= east <= 180
    assert -90 <= south <= north <= 90
    assert all(ring.is_ccw for ring in exteriors(drawn))
    within = travelled(center, azimuth, radius * share)
    assert shapely.distance(drawn, shapely.Point(within)) < 1e-6


@unhurried
@given(points, radii)
def test_a_circle_has_the_area_of_a_circle(center, radius):
    assert area_km2(circle(center, radius)) == pytest.approx(math.pi * (radius / 1000) ** 2, rel=0.005)


def test_a_circle_across_the_180th_meridian_is_cut_in_two():
    drawn = circle(LngLat(179.99, 10), 5000)
    assert drawn.geom_type == "MultiPolygon"
    assert contains(drawn, LngLat(-179.99, 10))
    assert contains(drawn, LngLat(179.98, 10))
    assert not contains(drawn, LngLat(0, 10))


@pytest.mark.parametrize("lat", [89.9, -89.9])
def test_a_circle_around_a_pole_holds_the_pole_from_every_side(lat):
    drawn = circle(LngLat(10, lat), 50_000)
    pole = math.copysign(90, lat)
    assert all(contains(drawn, LngLat(lng, pole)) for lng in (-180, -90, 0, 90, 180))


@pytest.mark.parametrize("radius", [0, -1, math.nan, math.inf, 6_000_000])
def test_no_circle_without_a_sensible_radius(radius):
    with pytest.raises(ValueError, match="radius"):
        circle(LngLat(0, 0), radius)


# What is published


@unhurried
@given(points, st.floats(1, 50_000), decimals, azimuths)
@example(LngLat(179.96, 0), 500.0, 1, 90.0)
@example(LngLat(35.005, 51.005), 500.0, 2, 45.0)
def test_the_published_circle_always_holds_the_true_one(point, radius, places, azimuth):
    center, grown = published_circle(point, radius, places)
    assert (round(center.lng, places), round(center.lat, places)) == center
    assert distance_m(center, point) + radius <= grown + 1e-6
    assert distance_m(center, travelled(point, azimuth, radius)) <= grown + 1e-6
    assert grown % (10 if places >= 3 else 100) == 0


@unhurried
@given(points, st.floats(1, 50_000), decimals, st.floats(-0.49, 0.49), st.floats(-0.49, 0.49))
@example(LngLat(35.27, 51.19), 2000.0, 2, 0.4, -0.4)
def test_the_published_circle_tells_nothing_finer_than_its_centre(point, radius, places, east, north):
    """Whoever knows the radius that was written learns only which cell of the grid the true point lies in."""
    middle = LngLat(round(point.lng, places), round(point.lat, places))
    other = LngLat(middle.lng + east * 10**-places, min(90, max(-90, middle.lat + north * 10**-places)))
    assume((round(other.lng, places), round(other.lat, places)) == middle)
    assert published_circle(other, radius, places) == published_circle(middle, radius, places)


def test_the_published_circle_grows_no_more_than_it_must():
    # Half a cell of 0.01 degrees at this latitude is 557 m high and 349 m wide, its corner 657 m away.
    assert published_circle(LngLat(35.27, 51.19), 5000, 2) == (LngLat(35.27, 51.19), 5700)
    assert published_circle(LngLat(35.1234, 51.4321), 500, 3) == (LngLat(35.123, 51.432), 570)


@unhurried
@given(st.lists(st.builds(LngLat, st.floats(100, 180), st.floats(0, 80)), min_size=1, max_size=8))
def test_a_district_circle_holds_all_its_places(places):
    center, radius = enclosing([Circle(place, 300) for place in places], 1000)
    assert radius >= 1000
    assert all(distance_m(center, p) + 300 <= radius for p in places)


def test_the_mean_of_places_on_both_sides_of_the_180th_meridian_lies_between_them():
    assert abs(mean_point([LngLat(179, 0), LngLat(-179, 0)]).lng) == pytest.approx(180)
    assert enclosing([Circle(LngLat(35, 51), 0), Circle(LngLat(35.2, 51), 0)], 20_000).radius_m == 20_000


@pytest.mark.parametrize("places", [[], [LngLat(0, 0), LngLat(180, 0)], [LngLat(5, 90), LngLat(5, -90)]])
def test_no_middle_of_nothing_or_of_opposite_points(places):
    with pytest.raises(ValueError, match="middle"):
        mean_point(places)


def test_the_equal_area_circle_of_a_district():
    assert equal_area_radius_m(math.pi * 18**2) == pytest.approx(18_000)


# Outlines


def test_a_plain_outline_comes_back_as_it_was():
    shape, reports = parse_outline(polygon(square(35, 51, 36, 52), square(35.4, 51.4, 35.6, 51.6)))
    assert reports == []
    assert shape.area == pytest.approx(1 - 0.04)


def test_reversed_rings_are_turned_without_a_word():
    shape, reports = parse_outline(polygon(square(35, 51, 36, 52)[::-1], square(35.4, 51.4, 35.6, 51.6)))
    assert reports == []
    assert shape.exterior.is_ccw
    assert not shape.interiors[0].is_ccw


def test_a_bow_tie_is_mended_and_told():
    shape, reports = parse_outline(polygon([[35, 51], [36, 52], [36, 51], [35, 52], [35, 51]]))
    assert shape.is_valid
    assert shape.area == pytest.approx(0.5)
    assert reports == ["The outline crosses or touches itself near 51.5° N 35.5° E; it was made valid."]


def test_a_ring_that_touches_itself_is_mended_and_told():
    ring = [[0, 0], [4, 0], [4, 4], [2, 0], [0, 4], [0, 0]]
    shape, reports = parse_outline(polygon(ring))
    assert shape.is_valid
    assert len(reports) == 1
    assert "touches itself near 0° N 2° E" in reports[0]


def test_an_open_ring_is_closed_and_told():
    shape, reports = parse_outline(polygon(square(35, 51, 36, 52)[:-1]))
    assert shape.area == pytest.approx(1)
    assert len(reports) == 1
    assert "not closed" in reports[0]


def test_overlapping_parts_are_joined_and_told():
    parts = [[square(0, 0, 2, 2)], [square(1, 0, 3, 2)]]
    shape, reports = parse_outline({"type": "MultiPolygon", "coordinates": parts})
    assert shape.area == pytest.approx(6)
    assert reports == ["Parts of the outline lay over each other; they were joined."]


def test_a_hole_that_reaches_out_is_told():
    shape, reports = parse_outline(polygon(square(0, 0, 2, 2), square(1, 1, 3, 3)))
    assert shape.area == pytest.approx(3)
    assert "hole" in reports[0]


@pytest.mark.parametrize("ring", [square(179, 10, -179, 12), square(179, 10, 181, 12)])
def test_an_outline_across_the_180th_meridian_is_cut_there(ring):
    shape, reports = parse_outline(polygon(ring, square(179.5, 10.5, -179.5, 11.5)))
    assert reports == []
    assert shape.geom_type == "MultiPolygon"
    assert shape.area == pytest.approx(4 - 1)
    assert bounds(shape) == (-180, 10, 180, 12)
    assert all(ring.is_ccw for ring in exteriors(shape))


def test_the_two_halves_that_rfc_7946_asks_for_stay_two_halves():
    halves = [[square(179, 10, 180, 12)], [square(-180, 10, -179, 12)]]
    shape, reports = parse_outline({"type": "MultiPolygon", "coordinates": halves})
    assert reports == []
    assert shape.area == pytest.approx(4)


@pytest.mark.parametrize("step", [30, -30])
@pytest.mark.parametrize("lat", [80, -80])
def test_a_ring_around_the_globe_holds_its_pole(step, lat):
    ring = [[(lng + 180) % 360 - 180, lat] for lng in range(0, int(math.copysign(361, step)), step)]
    shape, reports = parse_outline(polygon(ring))
    assert reports == []
    assert contains(shape, LngLat(77, math.copysign(90, lat)))
    assert not contains(shape, LngLat(77, 0))


def test_a_feature_and_a_collection_stand_for_their_geometries():
    feature = {"type": "Feature", "properties": {}, "geometry": polygon(square(0, 0, 1, 1))}
    other = {**feature, "geometry": polygon(square(5, 5, 6, 6))}
    assert parse_outline(feature)[0].area == pytest.approx(1)
    both = {"type": "FeatureCollection", "features": [feature, other]}
    assert parse_outline(both)[0].area == pytest.approx(2)


@pytest.mark.parametrize(
    ("geometry", "word"),
    [
        (polygon(square(35, 89, 36, 91)), "Latitude 91 is outside -90 to 90; GeoJSON puts longitude first."),
        (polygon(square(35, 51, 999, 52)), "Longitude 999"),
        (polygon([[0, 0], [math.nan, 1], [1, 1], [0, 0]]), "not a number"),
        (polygon([[0, 0], [math.inf, 1], [1, 1], [0, 0]]), "not a number"),
        (polygon([[0, 0], [10**400, 1], [1, 1], [0, 0]]), "not a number"),
        (polygon([["35", "51"], [1, 1], [1, 0], [0, 0]]), "not a number"),
        (polygon([[True, False], [1, 1], [1, 0], [0, 0]]), "not a number"),
        (polygon([[0], [1, 1], [1, 0]]), "pair"),
        (polygon([[0, 0], [1, 1], [0, 0], [0, 0]]), "three different points"),
        (polygon([[0, 0], [1, 1], [2, 2], [0, 0]]), "no area"),
        (polygon("ring"), "not a list"),
        (polygon(), "empty"),
        ({"type": "MultiPolygon", "coordinates": []}, "empty"),
        ({"type": "MultiPolygon", "coordinates": [5]}, "not a list"),
        ({"type": "FeatureCollection", "features": []}, "empty"),
        ({"type": "FeatureCollection", "features": [None]}, "GeoJSON Polygon or MultiPolygon"),
        ({"type": "Point", "coordinates": [35, 51]}, "not a Point"),
        ({"type": "Polygon"}, "not a Polygon"),
        ("Polygon", "GeoJSON Polygon or MultiPolygon"),
        (None, "GeoJSON Polygon or MultiPolygon"),
    ],
)
def test_an_outline_that_cannot_be_drawn_is_told_in_a_sentence(geometry, word):
    shape, reports = parse_outline(geometry)
    assert shape is None
    assert word in reports[-1]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-400, 400) | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=20,
)


@unhurried
@given(st.sampled_from(["Polygon", "MultiPolygon", "Feature", "FeatureCollection"]), json_values)
def test_nothing_written_as_an_outline_raises(kind, anything):
    for key in ("coordinates", "geometry", "features"):
        shape, reports = parse_outline({"type": kind, key: anything})
        assert shape is not None or reports


rings = st.lists(st.tuples(st.integers(-200, 200), st.integers(-90, 90)), min_size=3, max_size=9)


@unhurried
@given(rings, decimals)
def test_any_ring_becomes_a_valid_shape_that_stays_valid_when_rounded(ring, places):
    shape, reports = parse_outline(polygon([list(map(float, p)) for p in [*ring, ring[0]]]))
    if shape is None:
        assert reports
        return
    assert shape.is_valid
    assert bounds(shape).west >= -180
    assert bounds(shape).east <= 180
    assert all(ring.is_ccw for ring in exteriors(shape))
    assert contains(shape, label_point(shape))
    published = rounded(shape, places)
    assert published.is_valid
    assert published.area > 0


# Rounding and GeoJSON


def numbers(coordinates):
    return [n for item in coordinates for n in (numbers(item) if isinstance(item, list) else [item])]


@unhurried
@given(points, radii, decimals)
@example(LngLat(180, 90), 50.0, 0)
@example(LngLat(-180, -90), 50.0, 0)
@example(LngLat(35.0, 51.0), 50.0, 1)
def test_a_rounded_shape_is_valid_never_empty_and_on_the_grid(center, radius, places):
    published = rounded(circle(center, radius), places)
    assert published.is_valid
    assert published.area > 0
    written = to_geojson(published)
    for number in numbers(written["coordinates"]):
        assert len(repr(number).partition(".")[2]) <= max(places, 1)
        assert repr(number) != "-0.0"
    assert all(ring.is_ccw for ring in exteriors(from_geojson(written)))


def test_a_line_too_short_for_the_grid_becomes_the_cell_it_lies_in():
    cell = rounded(line(LngLat(35.11, 51.12), LngLat(35.12, 51.13)), 1)
    assert bounds(cell) == (35.1, 51.1, 35.2, 51.2)


def test_geojson_is_plain_lists_longitude_first_and_survives_the_round_trip():
    shape, _ = parse_outline(polygon(square(35, 51, 36, 52), square(35.4, 51.4, 35.6, 51.6)))
    written = to_geojson(shape)
    assert json.loads(json.dumps(written)) == written
    assert written["coordinates"][0][0] in ([35.0, 51.0], [36.0, 51.0], [36.0, 52.0], [35.0, 52.0])
    assert from_geojson(written).equals(shape)


@pytest.mark.parametrize("geometry", [{}, {"type": "Nothing"}, {"type": "Point", "coordinates": ["a", "b"]}])
def test_what_is_no_geojson_geometry_is_a_value_error(geometry):
    with pytest.raises(ValueError, match="not a GeoJSON geometry"):
        from_geojson(geometry)


# Lines, labels, areas, cells


def test_a_line_is_the_shortest_path_and_is_cut_at_the_180th_meridian():
    assert to_geojson(line(LngLat(35, 51), LngLat(35.1, 51)))["coordinates"] == [[35.0, 51.0], [35.1, 51.0]]
    cut = line(LngLat(179, 10), LngLat(-179, 12))
    assert cut.geom_type == "MultiLineString"
    assert bounds(cut) == (-180, 10, 180, 12)


def test_one_degree_at_the_equator_and_the_whole_earth_have_the_known_size():
    cell, _ = parse_outline(polygon(square(0, 0, 1, 1)))
    assert area_km2(cell) == pytest.approx(12_308.8, rel=1e-4)
    half, _ = parse_outline(polygon([[lng, 0] for lng in (-180, -90, 0, 90, -180)]))
    assert area_km2(half) == pytest.approx(510_065_622 / 2, rel=1e-4)


def test_a_label_stands_where_the_shape_is_widest():
    ring = [[0, 0], [10, 0], [10, 1], [4, 1], [4, 5], [0, 5], [0, 0]]
    shape, _ = parse_outline(polygon(ring))
    lng, lat = label_point(shape)
    assert 1.5 < lng < 2.5
    assert 1.5 < lat < 3.5


def test_simplifying_leaves_out_corners_and_stays_within_the_tolerance():
    drawn = circle(LngLat(35, 51), 10_000, n=360)
    fewer = simplified(drawn, 0.01)
    assert len(fewer.exterior.coords) < 60
    assert shapely.hausdorff_distance(drawn, fewer) < 0.011


def test_lines_that_met_before_simplifying_meet_afterwards():
    wavy = shapely.LineString([(x / 100, 0.5 + 0.004 * math.sin(x)) for x in range(101)])
    short_of_it = shapely.LineString([(0.5, 0.0), (0.5, wavy.coords[50][1] - 1e-5)])
    box = frame(Bounds(0, 0, 1, 1))
    assert len(cells([box, wavy, short_of_it])) == 2
    lines = {"frame": box, "wavy": wavy, "short": short_of_it}
    net = network(lines, 3, 0.01)
    assert len(cells(net.values())) == 3
    assert shapely.get_num_coordinates(net["wavy"]) < 10
    assert bounds(net["short"]).west == 0.5
