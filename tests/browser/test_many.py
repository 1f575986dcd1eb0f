"""Ten thousand made-up events on the front page, thirty thousand on the map: slow, so in `make test-heavy` only."""

import re
import sys
from pathlib import Path

import pytest
from browsing import Opener, axe, everywhere
from mapping import publish
from playwright.sync_api import Page, expect
from sitebuilding import ROOT, sitegen

from sitegen.maps import draw

sys.path.insert(0, str(ROOT / "tests" / "bench"))
import crowded
from made import make

pytestmark = [pytest.mark.browser, pytest.mark.heavy]
COUNT = 10_000


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    done = sitegen("build", make(folder / "content", COUNT), "-o", folder / "output", timeout=1800)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "output"


@pytest.fixture
def front(many: Path, open_page: Opener) -> Page:
    page = open_page(many / "index.html", width=1440)
    expect(page.locator(".fc-mark").first).to_be_attached()
    return page


def told(page: Page) -> int:
    """How many events the page says are shown."""
    return int(re.sub(r"\D", "", page.locator("[data-count]").inner_text().split(" of ")[0]))


def test_list_filters_timeline_map_and_card_move_together(front: Page) -> None:
    assert told(front) == COUNT
    expect(front.locator("[data-list] .row:not([hidden])")).to_have_count(200)
    front.locator(".facet", has_text="Kind").locator("summary").click()
    choice = front.locator(".facet li", has_text="aid").first
    said = int(re.sub(r"\D", "", choice.locator("b").inner_text()))
    choice.locator("input").check()
    expect(front.locator("[data-count]")).to_have_text(f"{said:,} of {COUNT:,} events")
    front.get_by_label("Since").last.fill("2024-03-01")
    front.get_by_label("Until").last.fill("2024-03-31")
    front.keyboard.press("Tab")
    expect(front.locator("[data-count]")).not_to_have_text(f"{said:,} of {COUNT:,} events")
    shown = front.evaluate("FC.shown()")
    assert len(shown) == told(front) < said
    on_map = "[...new Set(FC.map.of(map_1).groups.flatMap(g => FC.map.eventsOf(map_1, g)).map(e => e.id))].sort()"
    front.wait_for_function(f"() => {on_map}.length === FC.shown().length")
    assert front.evaluate(on_map) == sorted(shown)
    rows = front.locator("[data-list] .row:not([hidden])")
    expect(rows).to_have_count(min(30, len(shown)))  # older than the page holds: from the map's data
    front.locator(".fc-mark").first.focus()
    front.keyboard.press("Enter")
    expect(front.get_by_role("dialog").get_by_role("link").first).to_be_visible()
    assert axe(front) == []
    front.keyboard.press("Escape")
    front.evaluate("FC.front.reset()")
    expect(front.locator("[data-count]")).to_have_text(f"{COUNT:,} events")


def test_a_card_of_a_crowd_lists_all_in_parts(front: Page) -> None:
    largest = "[...FC.map.of(map_1).marks.values()].sort((a, b) => b.group.tally.n - a.group.tally.n)[0]"
    crowd = front.evaluate(f"{largest}.group.tally.n")
    assert crowd > 60
    front.evaluate(f"{largest}.button.click()")
    expect(front.get_by_role("dialog", name=f"Events here: {crowd}").locator("li")).to_have_count(30)
    front.get_by_role("button", name="Show 30 more").click()
    expect(front.get_by_role("dialog").locator("li")).to_have_count(60)


def test_no_state_has_a_barrier(front: Page) -> None:
    # Marks may crowd each other; the list beside the map has a link for each event (WCAG 2.5.8, equivalent).
    for where, lines in everywhere(front):
        assert [line for line in lines if not (line.startswith("target-size") and "fc-mark" in line)] == [], where
        assert front.evaluate("document.documentElement.scrollWidth <= innerWidth"), where


def test_without_scripts_the_newest_and_the_months_are_there(many: Path, open_page: Opener) -> None:
    page = open_page(many / "index.html", javascript=False)
    expect(page.locator(".row")).to_have_count(200)
    page.get_by_role("navigation", name="By month").get_by_role("link").last.click()
    expect(page.locator(".row").first).to_be_visible()


def test_thirty_thousand_on_the_map(tmp_path: Path, open_page: Opener) -> None:
    page = open_page(publish(draw(crowded.site(30_000)), tmp_path, rows=False))
    expect(page.locator(".fc-mark").first).to_be_attached()
    groups = "FC.map.of(map_1).groups.flatMap(group => FC.map.eventsOf(map_1, group))"
    counted = f"new Set({groups}.map(event => event.id)).size"
    assert page.evaluate(counted) == 30_000
    assert page.locator(".fc-mark").count() < 400
    page.get_by_role("checkbox", name="return").uncheck()
    page.wait_for_function(f"() => {counted} === 25000")
    page.get_by_role("button", name="Zoom in").click()
    page.locator(".fc-mark").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
