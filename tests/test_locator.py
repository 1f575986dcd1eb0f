"""The SVG maps and time strips: what is drawn for each precision, clipped, small, well-formed, the same each time."""

import gzip
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from sitebuilding import REAL
from sites import event, make_site, place

from sitegen.basemap import Basemap, load
from sitegen.dates import read_span
from sitegen.geometry import Bounds, Shape, parse_outline, plane, seen
from sitegen.i18n import Translator
from sitegen.locator import events_map, place_map, time_strip
from sitegen.locator.axis import WIDTH, around
from sitegen.locator.frame import LONGEST, fit
from sitegen.locator.movement import legs
from sitegen.locator.paths import cut_ring, hatch, path
from sitegen.site import Site

EN = Translator("en")
Element = ET.Element


@pytest.fixture(scope="module")
def ground() -> Basemap:
    """The committed basemap."""
    return load(REAL / "basemap")[0]


def parsed(markup: str) -> Element:
    return ET.fromstring(markup)  # noqa: S314 - our own output


def outline(*ring: tuple[float, float]) -> Shape:
    shape, _ = parse_outline({"type": "Polygon", "coordinates": [[*map(list, ring), list(ring[0])]]})
    assert shape is not None
    return shape


VALE = outline((34.5, 50.8), (35.6, 50.7), (35.8, 51.4), (34.9, 51.6))
PLACES: dict[str, dict[str, Any]] = {
    "gate": place(51.2001, 35.2001, "exact"),
    "mill": place(51.25, 35.3, "site"),
    "quarter": place(51.3, 35.22, "neighbourhood"),
    "town": place(51.1, 35.0, radius_km="4"),
    "heath": place(51.0, 35.6, "district", radius_km="18"),
    "vale": place(51.2, 35.1, "region"),
    "road": {**place(precision="between"), "between": ["town", "quarter"]},
    "parts": {**place(precision="district"), "members": ["heath", "town", "mill"]},
    "east": place(66.0, 179.9, radius_km="20"),
    "west": place(66.0, -179.9, radius_km="20"),
}
PLACES = {id_: {**found, "name": {"en": id_.capitalize(), "uk": f"({id_})"}} for id_, found in PLACES.items()}


def site_of(*events: dict[str, Any], basemap: Basemap | None = None) -> Site:
    return make_site(events, PLACES, outlines={"vale": VALE}, basemap=basemap)


def drawn(*where: str | dict[str, Any], basemap: Basemap | None = None, **more: Any) -> Element:
    site = site_of(event("2024-one", *where, **more), basemap=basemap)
    return parsed(place_map(site, site.events[0], EN))


def all_of(root: Element, css: str) -> list[Element]:
    return [e for e in root.iter() if css in (e.get("class") or "").split()]


def words(root: Element) -> list[str]:
    return ["".join(e.itertext()) for e in all_of(root, "locator-label")]


def test_a_pin_stands_only_where_the_place_is_exact() -> None:
    assert len(all_of(drawn("gate"), "pin")) == 1
    for other in ("mill", "quarter", "town", "heath", "vale", "road"):
        assert not all_of(drawn(other), "pin"), other


@pytest.mark.parametrize(
    ("name", "tag", "css"),
    [("mill", "circle", "within"), ("quarter", "circle", "within"), ("town", "circle", "within"),
     ("heath", "circle", "about"), ("vale", "path", "within"), ("road", "path", "between")],
)  # fmt: skip
def test_each_precision_has_its_shape(name: str, tag: str, css: str) -> None:
    assert [e.tag for e in all_of(drawn(name), css)] == [tag]


def test_a_site_is_a_dot_in_a_circle_that_its_mark_does_not_cover() -> None:
    root = drawn("mill")
    (circle,), (dot,), (mark,) = (all_of(root, css) for css in ("area", "site-dot", "locator-mark"))
    y = int(re.findall(r"-?\d+", mark.get("transform", ""))[1])
    assert dot.get("cx") == circle.get("cx")
    assert y + 20 < int(circle.get("cy", "")) - int(circle.get("r", ""))


def test_within_is_hatched_and_whole_is_filled() -> None:
    within, whole = drawn("vale"), drawn({"place": "vale", "extent": "whole"})
    assert all_of(within, "hatch")
    assert not all_of(within, "whole")
    assert all_of(whole, "whole")
    assert not all_of(whole, "hatch")


def test_an_undisclosed_place_is_said_and_not_drawn() -> None:
    hidden = {"place": "gate", "precision": "undisclosed"}
    only = drawn(hidden)
    assert only.find("svg") is None
    assert "".join(only.itertext()) == "One place is not shown, on purpose."
    both = drawn("vale", hidden, hidden)
    assert "2 places are not shown" in "".join(all_of(both, "locator-note")[-1].itertext())
    assert words(both) == ["1 Vale"]
    assert "Gate" not in ET.tostring(both, "unicode")


def test_places_bear_the_numbers_of_the_list_only_where_there_are_several() -> None:
    assert sorted(words(drawn("gate", "town", "vale"))) == ["1 Gate", "2 Town", "3 Vale"]
    assert words(drawn("town")) == ["Town"]


def test_places_on_one_spot_share_their_text() -> None:
    assert words(drawn({"place": "town", "role": "origin"}, {"place": "town", "role": "stay"})) == ["1, 2 Town"]


def test_the_name_of_the_picture_names_its_places() -> None:
    svg = drawn("gate", "town").find("svg")
    assert svg is not None
    assert svg.get("role") == "img"
    assert svg[0].tag == "title"
    assert svg[0].text == "Map: 1 Gate, 2 Town"


def test_names_are_in_the_readers_language_and_escaped() -> None:
    sly = {"sly": {**place(), "name": {"en": '<b>&"Sly"', "uk": "Хитре"}}}
    site = make_site([event("2024-one", "sly")], sly)
    assert words(parsed(place_map(site, site.events[0], EN))) == ['<b>&"Sly"']
    assert words(parsed(place_map(site, site.events[0], Translator("uk")))) == ["Хитре"]


def test_movement_is_an_arrow_through_the_stops_dashed_where_an_end_is_coarse() -> None:
    there = {"place": "quarter", "role": "destination"}
    fine = drawn({"place": "town", "role": "origin"}, there)
    assert len(all_of(fine, "move")) == len(all_of(fine, "move-head")) == 1
    assert not all_of(fine, "coarse")
    assert "they are not routes" in "".join(fine.itertext())
    coarse = drawn({"place": "town", "role": "origin"}, {"place": "heath", "role": "transit"}, there)
    assert len(all_of(coarse, "coarse")) == len(all_of(coarse, "move")) == 2
    assert not all_of(drawn("town", "quarter"), "move")


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (["origin", "destination"], [(0, 1)]),
        (["destination", "origin"], [(1, 0)]),
        (["origin", "transit", "handover", "destination"], [(0, 1), (1, 2), (2, 3)]),
        (["origin", "origin", "destination", "destination"], [(0, 2), (0, 3), (1, 2), (1, 3)]),
        (["transit", "destination", "talks"], [(0, 1)]),
        (["origin"], []),
        (["scene", "talks", "origin"], []),
    ],
)
def test_legs(roles: Sequence[str], expected: list[tuple[int, int]]) -> None:
    site = site_of(event("2024-one", *({"place": "town", "role": role} for role in roles)))
    assert list(legs(site.events[0].locations)) == expected


def test_the_mark_has_the_verdicts_fill() -> None:
    source = {"id": "a", "publisher": "Valley Post", "url": "https://example.org/1"}
    said = {"by": "mayor", "says": "So it was", "sources": ["a"]}
    speakers = {
        "mayor": {"name": "Mayor", "kind": "person", "side": "hither"},
        "consul": {"name": "Consul", "kind": "person", "side": "yonder"},
    }
    claims = [{"id": "c1", **said}, {"id": "c2", **said, "by": "consul"}]
    one, two = (event(f"2024-{n}", "town", sources=[source], claims=claims[:n]) for n in (1, 2))
    site = make_site([one, two], PLACES, speakers=speakers)
    fills = {e.id: len(all_of(parsed(place_map(site, e, EN)), "mark-fill")) for e in site.events}
    assert fills == {"2024-1": 0, "2024-2": 1}


def test_a_composite_place_has_a_mark_a_part_and_one_name() -> None:
    root = drawn("parts")
    assert len(all_of(root, "locator-mark")) == 3
    assert len(words(root)) == 1


def test_a_picture_has_no_ids_no_styles_and_no_fractions(ground: Basemap) -> None:
    svg = ET.tostring(drawn("gate", "mill", "vale", "road", "parts", basemap=ground), "unicode")
    assert not re.search(r'\b(id|style|href|on\w+)="', svg)
    assert "<style" not in svg
    assert not re.search(
        r'\b(d|x|y|cx|cy|r|width|height|viewBox)="[^"]*\.', re.sub(r'class="mark-\w+" d="[^"]*"', "", svg)
    )


def test_a_picture_is_small_and_its_longest_edge_640(ground: Basemap) -> None:
    markup = ET.tostring(drawn("gate", "vale", "heath", basemap=ground), "unicode")
    assert len(gzip.compress(markup.encode())) <= 6_000
    svg = parsed(markup).find("svg")
    assert svg is not None
    assert svg.get("viewBox") == f"0 0 {svg.get('width')} {svg.get('height')}"
    assert max(int(svg.get("width", "")), int(svg.get("height", ""))) == LONGEST


def test_nothing_is_drawn_far_outside_the_window(ground: Basemap) -> None:
    for line in all_of(drawn("town", basemap=ground), "border"):
        points = absolute(line.get("d", ""))
        assert points
        assert all(-10 <= x <= 650 and -10 <= y <= 650 for x, y in points)


def absolute(d: str) -> list[tuple[int, int]]:
    """The points of a path of relative lines."""
    found = []
    for start, steps in re.findall(r"M([-\d ]+)l([-\d ]+)", d):
        x, y = (int(n) for n in re.findall(r"-?\d+", start))
        found.append((x, y))
        numbers = [int(n) for n in re.findall(r"-?\d+", steps)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            found.append((x, y))
    return found


def test_towns_do_not_lie_over_each_other_or_over_the_places(ground: Basemap) -> None:
    root = drawn("gate", "vale", basemap=ground)
    names = ["".join(e.itertext()) for e in all_of(root, "town")]
    assert 0 < len(names) <= 9
    rows = sorted(
        (int(e.get("y", "")), int(e.get("x", ""))) for e in (*all_of(root, "town"), *all_of(root, "locator-label"))
    )
    for (y, x), (y2, x2) in pairwise(rows):
        assert y2 - y >= 10 or abs(x2 - x) > 20


def test_the_scale_is_a_round_number_of_kilometres(ground: Basemap) -> None:
    (text,), (bar,) = (all_of(drawn("town", basemap=ground), css) for css in ("scale-text", "scale"))
    kilometres = int((text.text or "").split()[0])
    assert str(kilometres).rstrip("0") in {"1", "2", "5"}
    length = re.search(r"h(\d+)", bar.get("d", ""))
    assert length
    assert 40 <= int(length[1]) <= 160


def test_beyond_the_basemap_is_blank_not_land(ground: Basemap) -> None:
    faraway = {"afar": place(41.0, 29.0)}
    site = make_site([event("2024-one", "afar")], faraway, basemap=ground)
    (land,) = all_of(parsed(place_map(site, site.events[0], EN)), "land")
    assert land.get("d") == "z" or not absolute(land.get("d", ""))


def test_two_places_on_both_sides_of_the_date_line_are_neighbours() -> None:
    root = drawn("east", "west")
    xs = [int(e.get("cx", "")) for e in all_of(root, "area")]
    assert all(0 < x < LONGEST for x in xs)
    (scale,) = all_of(root, "scale-text")
    assert int((scale.text or "").split()[0]) <= 50


def test_many_events_share_their_marks_and_areas() -> None:
    site = site_of(*(event(f"2024-{n:02}", "town") for n in range(1, 13)), event("2024-20", "vale"))
    root = parsed(events_map(site, site.events, EN))
    assert [e.text for e in all_of(root, "locator-count")] == ["12"]
    assert len(all_of(root, "area")) == 2
    assert not all_of(root, "hatch")
    title = root.find("svg/title")
    assert title is not None
    assert title.text == "Map of 13 events at 2 places"


def test_an_event_at_two_places_of_a_heap_counts_once() -> None:
    site = site_of(event("2024-one", "town", {"place": "town", "role": "stay"}))
    assert not all_of(parsed(events_map(site, site.events, EN)), "locator-count")


def test_the_map_of_a_place_shows_what_lies_in_it() -> None:
    places = {**PLACES, "gate": {**PLACES["gate"], "within": "vale"}}
    site = make_site([event("2024-one", "gate", "heath")], places, outlines={"vale": VALE})
    marks = [all_of(parsed(events_map(site, site.events, EN, at)), "locator-mark") for at in ("vale", None)]
    assert [len(found) for found in marks] == [1, 2]
    assert events_map(site, site.events, EN, "town") == ""
    assert events_map(site, [], EN) == ""


def test_the_same_site_draws_the_same_bytes(ground: Basemap) -> None:
    site = site_of(event("2024-one", "gate", "vale", "parts"), basemap=ground)
    twin = replace(site, basemap=load(REAL / "basemap")[0])
    assert place_map(site, site.events[0], EN) == place_map(twin, twin.events[0], EN)
    assert events_map(site, site.events, EN) == events_map(twin, twin.events, EN)


def strip(written: str, *said: str) -> Element:
    return parsed(time_strip(read_span(written), "announced", EN, map(read_span, said)))


def boxes(*paths: Element) -> list[tuple[int, int]]:
    """Return the left and right pixel of every box that bars are made of."""
    found = re.findall(r"M(-?\d+) \d+h(\d+)v", " ".join(path.get("d", "") for path in paths))
    return [(int(left), int(left) + int(wide)) for left, wide in found]


def test_a_day_is_a_tick_and_a_month_a_bar() -> None:
    (day,), (month,) = (boxes(*all_of(strip(written), "bar")) for written in ("2024-11-22", "2024-11"))
    assert day[1] - day[0] == 4
    assert month[1] - month[0] > 300
    assert all_of(strip("2024-11"), "sometime")
    assert all_of(strip("2024-08-06/2024-10-02"), "lasted")


def test_about_fades_at_the_ends_that_are_about() -> None:
    both, left, right = (all_of(strip(w), "fade") for w in ("2024-08~", "2024-08~/2024-10", "2024-08/2024-10~"))
    assert [e.get("class") for e in both] == [f"bar fade fade-{n}" for n in (1, 2, 3, 4)]
    assert len(boxes(*both)) == 8
    assert len(boxes(*left)) == len(boxes(*right)) == 4
    (lasted,) = boxes(*all_of(strip("2024-08~/2024-10"), "lasted"))
    assert boxes(left[0])[0][1] == lasted[0]
    (lasted,) = boxes(*all_of(strip("2024-08/2024-10~"), "lasted"))
    assert boxes(right[0])[0][0] == lasted[1]


def test_open_ends_are_arrows() -> None:
    assert not all_of(strip("2024-08/2024-10"), "open")
    for written, way in (("../2024-11-22", "-"), ("2024-08/..", "")):
        (arrow,) = all_of(strip(written), "open")
        assert re.search(rf"l{way}11 ", arrow.get("d", ""))


def test_uncertain_is_marked_and_said() -> None:
    root = strip("2024-11?")
    assert all_of(root, "unsure")
    assert "announced November 2024 (uncertain)" in "".join(root.itertext())


def test_statements_are_marks_on_the_line_and_words() -> None:
    root = strip("2024-11-22", "2024-11-22", "2024-11-29~", "2024-11-29~")
    assert len(all_of(root, "said")) == 3  # two days and the key
    title = root.find("svg/title")
    assert title is not None
    assert title.text == "announced 22 November 2024; statements: 22 November 2024, about 29 November 2024"


def test_the_axis_is_labelled_in_the_readers_language() -> None:
    root = parsed(time_strip(read_span("2024-11"), "", Translator("uk")))
    assert any("листопад" in (e.text or "") for e in all_of(root, "tick"))


@pytest.mark.parametrize(
    "written", ["0001", "9999", "0001-01-01/9999-12-31", "../0001-01-01", "9999-12-31/..", "2024-02-29"]
)
def test_no_date_is_too_far_for_a_strip(written: str) -> None:
    root = strip(written)
    assert all(-20 <= left <= right <= WIDTH + 20 for left, right in boxes(*all_of(root, "bar")))


@given(st.dates(), st.integers(0, 400_000))
def test_an_axis_never_has_more_labels_than_room(day: Any, length: int) -> None:
    last = min(day.toordinal() + length, 3_652_059)
    written = f"{day.isoformat()}/{type(day).fromordinal(last).isoformat()}"
    axis = around([read_span(written)])
    assert len(axis.ticks()) <= 5
    assert 0 < axis.x(day.toordinal()) < axis.x(last + 1) < WIDTH


BOX = (0.0, 0.0, 100.0, 100.0)
coordinates = st.floats(-300, 400, allow_nan=False, width=32)
points = st.tuples(coordinates, coordinates)


@given(st.lists(points, min_size=2, max_size=20))
def test_a_ring_is_cut_at_the_box(line: list[tuple[float, float]]) -> None:
    assert all(-0.01 <= x <= 100.01 and -0.01 <= y <= 100.01 for x, y in cut_ring(line, BOX))


degrees = st.tuples(st.floats(20, 46, width=32), st.floats(45, 59, width=32))


@given(st.lists(degrees, min_size=3, max_size=20, unique=True), st.booleans())
def test_what_is_seen_lies_in_the_window_and_on_what_was_drawn(line: list[tuple[float, float]], filled: bool) -> None:
    shape = shapely.MultiPoint(line).convex_hull if filled else shapely.LineString(line)
    frame = fit([Bounds(30, 50, 36, 54)])
    drawn = shapely.transform(shape, lambda xy: [frame.at(*point) for point in xy])
    for points in seen(plane([shape], filled=filled), frame.window):
        for x, y in points:
            assert -8.01 <= x <= frame.width + 8.01
            assert -8.01 <= y <= frame.height + 8.01
            assert drawn.distance(shapely.Point(x, y)) < 0.01


def test_a_line_is_seen_on_the_turn_of_the_globe_that_the_window_shows() -> None:
    frame = fit([Bounds(170, 50, 179.9, 54), Bounds(-179.9, 50, -170, 54)])
    east = seen(plane([shapely.LineString([(-175, 51), (-174, 53)])]), frame.window)
    assert [[pytest.approx(frame.at(-175, 51)), pytest.approx(frame.at(-174, 53))]] == east


def test_thinning_keeps_the_ends_and_drops_what_no_pixel_shows() -> None:
    line = shapely.LineString([(31, 51), (32, 51.0001), (33, 51)])
    window = fit([Bounds(30, 50, 36, 54)]).window
    assert [len(points) for points in seen(plane([line]), window)] == [2]
    assert [len(points) for points in seen(plane([line]), window, off=0.001)] == [3]


@given(st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=2, max_size=20))
def test_a_path_says_the_points_it_was_given(line: list[tuple[int, int]]) -> None:
    steps = [p for i, p in enumerate(line) if not i or p != line[i - 1]]
    assert absolute(path(line)) == (steps if len(steps) > 1 else [])


def test_a_hatch_fills_the_ring_and_leaves_its_hole() -> None:
    def square(a: int, b: int) -> list[tuple[float, float]]:
        return [(a, a), (b, a), (b, b), (a, b)]

    full, holed = hatch([square(0, 90)]), hatch([square(0, 90), square(30, 60)])
    assert full.count("M") == 19
    assert holed.count("M") > full.count("M")
    assert all(0 <= x <= 90 and 0 <= y <= 90 for x, y in absolute(holed))


def test_a_window_is_never_narrower_than_it_should_be() -> None:
    frame = fit([Bounds(35, 51, 35, 51)], 110)
    assert frame.width / frame.length(1000, frame.middle_latitude) == pytest.approx(110, rel=0.01)
    assert frame.at(35, 51) == pytest.approx((frame.width / 2, frame.height / 2), abs=1)
