"""A story beside its map, in a real browser: by scrolling, by buttons, by keys, and without scripts."""

import re
from pathlib import Path

import pytest
from browsing import Opener, axe
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

STORY = "stories/the-crossing-that-closed.html"
MAP = "window[document.querySelector('[data-story]').dataset.map]"
CENTRE = f"() => {{ const at = {MAP}.getCenter(); return [at.lat, at.lng]; }}"
READY = f"() => Boolean({MAP} && {MAP}.getCenter)"


def current(page: Page) -> str | None:
    return page.locator(".step[aria-current=step]").get_attribute("id")


def test_the_map_follows_the_reading(open_page: Opener, real_site: Path):
    """From a file, with the page's own policy, without a foreign request or a word in the console."""
    page = open_page(real_site / STORY, width=1400)
    page.wait_for_function(READY)
    expect(page.locator(".story-side .map .fc-mark").first).to_be_visible()
    assert current(page) == "step-1"
    expect(page.locator(".step .locator").first).to_be_hidden()
    first = page.evaluate(CENTRE)

    page.locator("#step-4").evaluate("step => step.scrollIntoView()")
    expect(page.locator("#step-4")).to_have_attribute("aria-current", "step")
    expect(page).to_have_url(re.compile("#step-4$"))
    page.wait_for_function(f"before => ({CENTRE})().join() !== before.join()", arg=first)

    page.get_by_role("button", name="Next step").click()
    expect(page.locator("#step-5")).to_have_attribute("aria-current", "step")
    expect(page.get_by_role("status").filter(has_text="Step 5 of 8")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#step-4")).to_have_attribute("aria-current", "step")
    expect(page).to_have_url(re.compile("#step-4$"))
    page.locator("#step-4").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#step-5")).to_be_focused()
    # Marks of the map may crowd each other; the text beside it has a link for each (WCAG 2.5.8, equivalent).
    assert not [line for line in axe(page) if not (line.startswith("target-size") and "fc-mark" in line)]


def test_an_address_opens_at_its_step(open_page: Opener, real_site: Path):
    page = open_page((real_site / STORY).as_uri() + "#step-6", width=1400)
    page.wait_for_function(READY)
    expect(page.locator("#step-6")).to_have_attribute("aria-current", "step")
    expect(page.locator("#step-6")).to_be_in_viewport()


def test_a_narrow_page_reads_and_loads_no_map(open_page: Opener, real_site: Path):
    page = open_page(real_site / "uk" / STORY, width=360)
    page.wait_for_load_state("load")
    expect(page.locator("#step-1 .locator")).to_be_visible()
    page.get_by_role("button", name="Наступний крок").click()
    expect(page.locator("#step-2")).to_be_in_viewport()
    assert not [url for url in open_page.watch(page).requests if "leaflet" in url]
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert not axe(page)


def test_without_scripts_all_is_there(open_page: Opener, real_site: Path):
    page = open_page(real_site / STORY, width=1400, javascript=False)
    assert page.locator(".step .locator svg").count() == 8
    expect(page.locator(".story-side")).to_be_hidden()
    for path in ("coverage.html", "ru/coverage.html", "sources.html"):
        for width in (360, 1280):
            other = open_page(real_site / path, width=width)
            assert not axe(other), path
            assert other.evaluate("document.documentElement.scrollWidth") <= width, path
