"""The map as a reader meets it: under the strict policy, from files and from a server, by keyboard."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import folium
import pytest
from browsing import Opener, everywhere
from mapping import hostile, publish, valley
from playwright.sync_api import Page, expect

from sitegen.maps import LocalMap, draw

pytestmark = pytest.mark.browser


@pytest.fixture
def shown(tmp_path: Path, open_page: Opener) -> Callable[..., Page]:
    """Publish a map (the valley's) and open it from its file."""

    def show(drawn: LocalMap | None = None, *, rows: bool = True, **how: Any) -> Page:
        return open_page(publish(drawn or draw(valley()), tmp_path, rows=rows), **how)

    return show


def mark(page: Page, name: str) -> Any:
    """Find the mark whose accessible name holds `name`."""
    return page.locator(".fc-mark").and_(page.get_by_role("button", name=re.compile(name)))


def lit(page: Page) -> list[str]:
    """List the rows that are lit."""
    found: list[str] = page.locator("[data-event].is-lit").evaluate_all("rows => rows.map(row => row.dataset.event)")
    return found


def test_it_draws_every_form_from_files(shown: Callable[..., Page]) -> None:
    page = shown()
    for form, count in {"circle": 2, "about": 1, "outline": 2, "dot": 1, "line": 1, "whole": 1}.items():
        expect(page.locator(f"path.fc-shape.fc-{form}")).to_have_count(count)
    assert page.locator("path.fc-outline:not(.fc-whole)").get_attribute("fill") == "url(#map_1-region-1)"
    expect(page.locator("pattern#map_1-region-1 path")).to_have_count(1)
    for ground in ("sea", "river", "border", "disputed"):
        expect(page.locator(f"path.fc-{ground}")).to_have_count(1)
    expect(page.locator(".fc-pin")).to_have_count(1)
    expect(page.locator(".fc-note").first).to_be_attached()
    names = page.locator(".fc-names text").all_text_contents()
    assert {"Hither", "Shire", "about"} <= set(names)
    assert "Yonder" not in names  # its place is taken


def test_it_draws_the_same_from_a_server_below_a_base_path(
    tmp_path: Path, open_page: Opener, serve_dir: Callable[..., str]
) -> None:
    publish(draw(valley()), tmp_path)
    page = open_page(serve_dir(tmp_path, base="/project/"))
    expect(page.locator(".fc-mark")).to_have_count(6)
    assert open_page.watch(page).foreign == []


def test_a_circle_is_as_large_as_its_radius(shown: Callable[..., Page]) -> None:
    page = shown()
    drawn = page.evaluate("""() => {
        const found = [];
        map_1.eachLayer(layer => { if ((layer.options.className || '').includes('fc-dot')) found.push(layer); });
        const middle = L.latLng(51.6, 36.2);
        return found[0].getLatLngs()[0].map(point => middle.distanceTo(point));
    }""")
    assert min(drawn) == pytest.approx(max(drawn), rel=1e-3)
    # 500 m, and as far as three decimals move any point of this one's parallel, rounded up to 10 m.
    assert min(drawn) == pytest.approx(570, rel=0.01)


def test_one_mark_for_all_events_of_a_place_opens_them_all(shown: Callable[..., Page]) -> None:
    page = shown()
    both = mark(page, "Events here: 2: Title of ford-two")
    faces = "() => [...FC.map.of(map_1).marks.values()].find(({group}) => group.tally.n === 2).face.parts"
    assert page.evaluate(f"({faces})().map(([kind, words]) => kind.layer.id + words)") == ["aid", "return"]
    both.focus()
    page.keyboard.press("Enter")
    card = page.get_by_role("dialog", name="Events here: 2")
    expect(card).to_be_focused()
    assert card.get_by_role("link").all_text_contents() == ["Title of ford-two", "Title of ford-one"]
    assert card.get_by_role("link").last.get_attribute("href") == "events/ford-one.html"
    expect(card).to_contain_text("disputed")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(both).to_be_focused()


def test_a_mark_says_title_date_and_verdict_and_is_large_enough(shown: Callable[..., Page]) -> None:
    page = shown()
    pin = mark(page, "Title of pin")
    assert pin.get_attribute("aria-label") == "Title of pin, 2024-12-20, one source"
    for box in (button.bounding_box() for button in page.locator(".fc-mark").all()):
        assert box
        assert min(box["width"], box["height"]) >= 24


def test_marks_come_in_the_order_of_the_list_and_tab_leaves_the_map(shown: Callable[..., Page]) -> None:
    page = shown()
    labels = page.locator(".fc-mark").evaluate_all("all => all.map(one => one.ariaLabel)")
    order = ["pin", "ford-two", "somewhere", "somewhere", "at-mill", "on-the-road"]
    assert [re.sub(r".*Title of (\S+),.*", r"\1", label) for label in labels] == order
    page.locator("#map_1").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "after":
            return
    pytest.fail("Tab does not come out of the map")


def test_the_control_takes_layers_off_and_puts_them_back(shown: Callable[..., Page]) -> None:
    page = shown()
    lines = page.locator(".fc-layers fieldset")
    assert [text.split() for text in lines.all_inner_texts()] == [
        ["Moving", "Return", "4", "Removal", "2"],
        ["Help", "Aid", "2"],
        ["Other", "layers", "Movements"],
    ]
    before = page.locator(".fc-mark").count()
    page.get_by_role("checkbox", name="Return").focus()
    page.keyboard.press("Space")
    expect(page.locator(".fc-mark")).to_have_count(before - 2)
    expect(mark(page, "Title of ford-two")).to_have_attribute("aria-label", "Title of ford-two, 2024-12-10, one source")
    expect(page.locator("path.fc-shape.k-return")).to_have_count(0)
    page.keyboard.press("Space")
    expect(page.locator(".fc-mark")).to_have_count(before)


def test_a_deleted_feature_group_leaves_no_trace(shown: Callable[..., Page]) -> None:
    drawn = draw(valley())
    del drawn._children[next(k for k, c in drawn._children.items() if getattr(c, "layer_name", "") == "Aid")]
    page = shown(drawn)
    expect(page.get_by_role("checkbox")).to_have_count(3)
    expect(page.locator(".k-aid")).to_have_count(0)
    assert page.evaluate("Object.keys(FC.data)") == ["return", "removal"]


def test_rows_light_up_the_map_and_marks_light_up_rows(shown: Callable[..., Page]) -> None:
    page = shown()
    page.locator("[data-event=ford-one] a").hover()
    expect(page.locator("path.fc-lit.k-return")).to_have_count(1)
    expect(mark(page, "ford-two")).to_have_class(re.compile("fc-lit"))
    page.locator("h1").hover()
    expect(page.locator(".fc-lit")).to_have_count(0)
    mark(page, "Title of pin").focus()
    assert lit(page) == ["pin"]
    mark(page, "ford-two").focus()
    assert lit(page) == ["ford-two", "ford-one"]


def test_a_row_shows_its_event_on_the_map_and_gets_the_focus_back(shown: Callable[..., Page]) -> None:
    page = shown()
    button = page.locator("[data-event=at-mill]").get_by_role("button", name="Show on the map: Title of at-mill")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_role("link")).to_have_text("Title of at-mill")
    assert page.evaluate("map_1.getBounds().contains([51.6, 36.2])")
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(page.locator("[data-event=hidden] button")).to_have_count(0)


def test_undisclosed_places_are_counted_beside_the_map(shown: Callable[..., Page]) -> None:
    page = shown()
    drawer = page.locator(".fc-drawer")
    expect(drawer.locator("summary")).to_have_text("Events whose place is not disclosed: 1")
    page.get_by_role("checkbox", name="Return").uncheck()
    expect(drawer).to_have_count(0)


def test_all_that_dragging_does_buttons_and_keys_do(shown: Callable[..., Page]) -> None:
    page = shown()
    home = page.evaluate("map_1.getCenter()")
    zoom = page.evaluate("map_1.getZoom()")
    page.get_by_role("button", name="Zoom in").click()
    assert page.evaluate("map_1.getZoom()") == zoom + 1
    page.get_by_role("button", name="Move east").click()
    assert page.evaluate("map_1.getCenter().lng") > home["lng"]
    page.get_by_role("button", name="Back to the first view").click()
    assert page.evaluate("map_1.getZoom()") == zoom
    page.locator("#map_1").focus()
    page.keyboard.press("ArrowUp")
    assert page.evaluate("map_1.getCenter().lat") > home["lat"]
    page.keyboard.press("-")
    assert page.evaluate("map_1.getZoom()") == zoom - 1


def test_the_whole_basemap_can_be_seen_and_the_credit_stands_without_a_flag(shown: Callable[..., Page]) -> None:
    page = shown()
    page.evaluate("map_1.setZoom(map_1.getMinZoom())")
    assert page.evaluate("map_1.getBounds().contains([[48, 30], [54, 40]])")
    credit = page.locator(".leaflet-control-attribution")
    expect(credit).to_have_text("Borders and names imply no opinion on the status of a place. · Drawn for tests")
    expect(credit.locator("svg, a")).to_have_count(0)
    expect(page.locator(".leaflet-control-scale")).to_have_text(re.compile(r"^\d+ km$"))


def test_axe_finds_nothing(shown: Callable[..., Page]) -> None:
    page = shown(rows=False)
    assert [found for found in everywhere(page) if found[1]] == []
    page.evaluate("document.querySelector('.fc-mark').click()")
    page.locator(".fc-layers").evaluate("box => { box.open = false; }")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert [found for found in everywhere(page) if found[1]] == []


def test_colours_follow_the_scheme(shown: Callable[..., Page]) -> None:
    page = shown()
    colour = "getComputedStyle(document.querySelector('path.fc-shape.k-return')).stroke"
    painted = "document.querySelector('.fc-level-faces canvas').toDataURL()"
    light, marks = page.evaluate(colour), page.evaluate(painted)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(colour) != light
    page.wait_for_function(f"before => {painted} !== before", arg=marks)


def test_attacks_stay_words(shown: Callable[..., Page]) -> None:
    page = shown(draw(hostile()))
    mark(page, "Events here: 2").click()
    expect(page.get_by_role("dialog").locator("h3").first).to_contain_text("<img src=x onerror=window.hit=1>")
    page.locator(".fc-drawer summary").click()
    expect(page.locator(".leaflet-control-attribution")).to_contain_text("<img src=x")
    assert page.evaluate("window.hit") is None
    assert page.locator("main img, main script").count() == 0


def test_folium_layers_that_a_user_adds_work_under_the_policy(shown: Callable[..., Page]) -> None:
    drawn = draw(valley())
    mine = folium.FeatureGroup(name="Mine").add_to(drawn)
    folium.CircleMarker([51.5, 35.5], radius=9, color="#123456").add_to(mine)
    square = {"type": "Polygon", "coordinates": [[[34, 51], [34.2, 51], [34.2, 51.2], [34, 51]]]}
    folium.GeoJson(square, name="Square").add_to(drawn)
    page = shown(drawn)
    expect(page.locator("path[stroke='#123456']")).to_have_count(1)
    expect(page.locator(".fc-layers fieldset").last).to_have_text("Other layersMovementsMineSquare")
    page.get_by_role("checkbox", name="Mine").uncheck()
    expect(page.locator("path[stroke='#123456']")).to_have_count(0)


@pytest.mark.parametrize("make", [valley, hostile])
def test_the_notebooks_page_works_without_a_network(tmp_path: Path, open_page: Opener, make: Any) -> None:
    (tmp_path / "frame.html").write_text(
        f"<!doctype html><meta charset=utf-8><title>A notebook</title>{draw(make())._repr_html_()}", encoding="utf-8"
    )
    page = open_page(tmp_path / "frame.html")
    frame = page.frame_locator("iframe")
    expect(frame.locator(".fc-mark").first).to_be_visible()
    frame.locator(".fc-mark").last.focus()
    page.keyboard.press("Enter")
    expect(frame.get_by_role("dialog")).to_contain_text("Title of" if make is valley else "onerror")
    expect(frame.get_by_role("dialog").get_by_role("link")).to_have_count(0)  # no site, no pages
    assert page.frames[1].evaluate("window.hit") is None
    assert open_page.watch(page).foreign == []


def test_buttons_keep_the_focus_when_the_view_moves(shown: Callable[..., Page]) -> None:
    page = shown()
    pin = mark(page, "Title of pin")
    pin.focus()
    page.evaluate("map_1.panBy([40, 0], {animate: false})")
    expect(pin).to_be_focused()
    page.evaluate("map_1.setZoom(map_1.getMinZoom(), {animate: false})")
    assert "pin" in page.evaluate("document.activeElement.ariaLabel")


def test_nothing_moves_for_readers_who_asked_for_that(shown: Callable[..., Page]) -> None:
    assert shown().evaluate("map_1.options.zoomAnimation") is False
    assert shown(reduced_motion="no-preference").evaluate("map_1.options.zoomAnimation") is True
