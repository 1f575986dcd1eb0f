"""Pages in a real browser: no barrier in either scheme at any width, whole without scripts, one sheet of paper."""

from collections.abc import Callable
from pathlib import Path

import pytest
import valley
from browsing import Opener, axe, everywhere
from playwright.sync_api import Page, expect
from sitebuilding import written

from sitegen import exports

pytestmark = pytest.mark.browser

EVENT = "events/2024-11-22-dale-return.html"
TEMPLATES = (
    "index.html", EVENT, "places/dale.html", "kinds/return.html", "speakers/envoy.html", "about.html", "method.html",
    "families.html", "contact.html", "data.html", "follow.html", "404.html", "events/2024-09-gone.html", f"uk/{EVENT}",
    "timeline.html", "browse.html", "places/index.html", "kinds/index.html", "speakers/index.html",
    "months/2024-11.html", "verdicts/one-source.html", "sources/valley-post.html",
)  # fmt: skip
# A box's label is its target too; links in a line of text are exempt (WCAG 2.5.8).
SMALL_TARGETS = """() => [...document.querySelectorAll('a, button, summary, input')].filter(e => {
    const box = (e.closest('label') || e).getBoundingClientRect();
    const apart = getComputedStyle(e).display !== 'inline' && !e.closest('.skip');
    return apart && box.width && (box.width < 24 || box.height < 24);
}).map(e => e.outerHTML)"""
TOO_WIDE = "() => Math.max(0, document.documentElement.scrollWidth - innerWidth)"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = valley.make()
    return written(valley.render(made) | dict(exports.export(made)), tmp_path_factory.mktemp("valley"))


def barriers(page: Page) -> list[str]:
    """Everything that keeps someone from reading a page, at each width and in each scheme; folded tables are opened."""
    found = []
    page.evaluate("() => document.querySelectorAll('.in-table').forEach(e => { e.open = true; })")
    for where, lines in everywhere(page):
        found += [f"{where}: {line}" for line in lines + page.evaluate(SMALL_TARGETS)]
        found += [f"{where}: too wide"] if page.evaluate(TOO_WIDE) else []
    return found


@pytest.mark.parametrize("path", TEMPLATES)
def test_no_page_has_a_barrier(site: Path, open_page: Opener, path: str) -> None:
    assert barriers(open_page(site / path)) == []


@pytest.mark.parametrize("path", ["index.html", EVENT, "places/dale.html", "speakers/envoy.html"])
def test_without_scripts_a_page_says_the_same(site: Path, open_page: Opener, path: str) -> None:
    with_scripts, without = open_page(site / path), open_page(site / path, javascript=False)
    rows = with_scripts.locator("main [data-event] h3").all_inner_texts()
    assert without.locator("main [data-event] h3").all_inner_texts() == rows
    assert without.locator("h1").inner_text() == with_scripts.locator("h1").inner_text()
    expect(without.locator("main :is(.map, button)").locator("visible=true")).to_have_count(0)


def test_the_front_page_without_scripts_says_that_nothing_is_missing(site: Path, open_page: Opener) -> None:
    page = open_page(site / "index.html", javascript=False)
    expect(page.get_by_text("The list holds everything that the map shows.")).to_be_visible()


def test_on_a_phone_the_list_comes_first_and_the_map_is_one_tap_away(site: Path, open_page: Opener) -> None:
    page = open_page(site / "index.html", width=360, height=740)
    first, shown = page.locator(".row").first.bounding_box(), page.locator(".map").bounding_box()
    assert first is not None
    assert shown is not None
    assert first["y"] < 740 < shown["y"]
    page.get_by_role("link", name="To the map").click()
    assert page.evaluate("() => document.querySelector('.map').getBoundingClientRect().top") < 740


def test_on_a_desktop_list_and_map_stand_side_by_side(site: Path, open_page: Opener) -> None:
    page = open_page(site / "index.html", width=1440)
    first, shown = page.locator(".row").first.bounding_box(), page.locator(".map").bounding_box()
    assert first is not None
    assert shown is not None
    assert first["x"] + first["width"] <= shown["x"]
    assert shown["y"] < 740


def test_the_keyboard_skips_to_the_content_and_past_the_map(site: Path, page: Page) -> None:
    page.goto((site / "index.html").as_uri())
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_text("Skip to the content")
    box = skip.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.get_by_role("link", name="Skip past the map").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#after-map")).to_be_focused()


def test_colours_follow_the_system_until_the_reader_chooses(
    site: Path, serve_dir: Callable[..., str], open_page: Opener
) -> None:
    page = open_page(serve_dir(site) + EVENT, color_scheme="dark")
    ground = "() => getComputedStyle(document.documentElement).backgroundColor"
    dark = page.evaluate(ground)
    assert page.evaluate("() => localStorage.length") == 0
    page.get_by_role("button", name="Light colours").click()
    light = page.evaluate(ground)
    assert light != dark
    page.reload()
    assert page.evaluate(ground) == light
    assert page.evaluate("() => Object.keys(localStorage)") == ["fc-theme"]
    expect(page.get_by_role("button", name="Dark colours")).to_be_visible()
    assert axe(page) == []


def test_a_citation_can_be_copied(site: Path, serve_dir: Callable[..., str], open_page: Opener) -> None:
    page = open_page(serve_dir(site) + EVENT, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the citation").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.startswith("Quiet Valley: “Envoy announces a return”, entry 2024-11-22-dale-return")


def test_a_lost_reader_finds_the_way_back_from_any_depth(
    tmp_path: Path, serve_dir: Callable[..., str], open_page: Opener
) -> None:
    folder = tmp_path / "site"
    address = serve_dir(folder, base="/record/")
    site = valley.make(base_url=address)
    written(valley.render(site), folder)
    page = open_page(excused=True)
    page.goto(address + "events/deep/er/none.html")
    expect(page.locator("h1")).to_have_text("There is no such page")
    assert page.evaluate("() => getComputedStyle(document.body).margin") == "0px"
    page.get_by_role("main").get_by_role("link", name="All events").click()
    expect(page.locator(".row")).to_have_count(3)


# Paper: A4 less the margins of print.css, in CSS pixels at 96 an inch.
PAPER = {"width": round((210 - 2 * 13) / 25.4 * 96), "height": round((297 - 2 * 11) / 25.4 * 96)}
UNWRITTEN = """() => [...document.querySelectorAll('.sources a:is(.publisher, .archive)')].filter(e =>
    !getComputedStyle(e, '::after').content.includes(e.getAttribute('href'))).map(e => e.outerHTML)"""


def test_every_real_event_prints_on_one_sheet_with_addresses_written_out(real_site: Path, open_page: Opener) -> None:
    page = open_page(**PAPER)
    page.emulate_media(media="print")
    heights = {}
    for file in sorted((real_site / "events").glob("*.html")):
        page.goto(file.as_uri())
        heights[file] = page.evaluate("() => document.body.getBoundingClientRect().height")
        assert page.evaluate(UNWRITTEN) == [], file.name
    # A picture of paper is off by a line or so: what nearly fills it, and every tenth, is printed for certain.
    full = [file for file, height in heights.items() if height > 0.8 * PAPER["height"]]
    for file in dict.fromkeys([*full, *list(heights)[::10]]):
        page.goto(file.as_uri())
        assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1, file.name


@pytest.mark.parametrize(
    "path",
    [
        *("index.html", "uk/index.html", "events/2024-11-22-sudzha-district-return.html", "ru/method.html"),
        *("uk/events/2024-11-22-sudzha-district-return.html", "ru/places/sudzha.html"),
        *("places/kursk-oblast.html", "uk/timeline.html", "ru/browse.html", "effects/killed.html"),
    ],
)
def test_the_real_pages_have_no_barrier(real_site: Path, open_page: Opener, path: str) -> None:
    assert barriers(open_page(real_site / path)) == []


@pytest.mark.parametrize("settings", [{"forced_colors": "active"}, {"reduced_motion": "no-preference"}])
def test_readers_settings_leave_pages_whole(site: Path, open_page: Opener, settings: dict[str, str]) -> None:
    page = open_page(site / EVENT, **settings)
    expect(page.locator(".matrix")).to_be_visible()
    assert axe(page) == []


def test_from_a_folder_on_the_disk_every_sort_of_page_works_with_scripts(real_site: Path, open_page: Opener) -> None:
    page = open_page()
    paths = ("index", "timeline", "browse", "places/kursk-oblast", "months/2024-11", "ru/sources/tass", "uk/method")
    for path in paths:
        page.goto((real_site / f"{path}.html").as_uri())
        page.locator("[data-switches] button").click()
        assert page.evaluate(TOO_WIDE) == 0, path
        assert open_page.watch(page).trouble() == [], path
