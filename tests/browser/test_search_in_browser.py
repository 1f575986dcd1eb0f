"""Searching as a reader does: from file://, by keyboard, in any spelling, and nothing leaves the page."""

from collections.abc import Callable
from pathlib import Path

import pytest
import valley
from browsing import Opener, axe
from playwright.sync_api import Page, expect
from sitebuilding import written

pytestmark = pytest.mark.browser

SUDZHA = ("Sudja", "Soudja", "Суджи", "Суджу", "sudzha", "СУДЖА", "Sudža", "Судж", "Sudhza", "Sudzah")
BOX = "#search-words"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(valley.render(valley.make()), tmp_path_factory.mktemp("valley"))


def ask(page: Page, question: str) -> list[str]:
    """Ask, wait for the answer, and return where its links lead, from the page's folder."""
    page.fill(BOX, "")
    expect(page.locator(".search-results a")).to_have_count(0)
    page.fill(BOX, question)
    expect(page.locator(".search-panel [role=status]")).not_to_be_empty()
    return [link.get_attribute("href") or "" for link in page.locator(".search-results a").all()]


def test_every_spelling_finds_sudzha_and_its_events_in_every_language(real_site: Path, open_page: Opener) -> None:
    for home, inside in (("", "places/sudzha.html"), ("uk/", "places/sudzha.html"), ("ru/", "method.html")):
        page = open_page(real_site / home / inside)
        up = "../" * (home + inside).count("/")
        page.locator("[data-search] button").click()
        for question in SUDZHA:
            found = ask(page, question)
            assert f"{up}{home}places/sudzha.html" in found[:2], (home, question)
            assert [link for link in found if link.startswith(f"{up}{home}events/")], (home, question)
        page.close()


def test_words_of_titles_people_and_kinds_are_found_and_narrow_each_other_down(
    real_site: Path, open_page: Opener
) -> None:
    page = open_page(real_site / "ru/index.html")
    page.locator("[data-search] button").click()
    assert "../ru/speakers/moskalkova.html" in ask(page, "Moskalkova")
    assert "../ru/speakers/moskalkova.html" in ask(page, "Москальковой")
    assert "../ru/events/2024-11-22-sudzha-district-return.html" in ask(page, "Суджанского возвращении 46")
    few, many = ask(page, "обмен Суджа"), ask(page, "Суджа")
    assert 0 < len(few) < len(many)
    assert ask(page, "zzzz") == []
    expect(page.locator(".search-panel [role=status]")).to_contain_text("Ничего не найдено")
    ask(page, "Sudhza")
    expect(page.locator(".search-panel [role=status]")).to_contain_text("вот похожие")


def test_the_index_is_loaded_when_somebody_searches_and_from_no_other_host(site: Path, open_page: Opener) -> None:
    page = open_page(site / "events/2024-11-22-dale-return.html")
    loaded = open_page.watch(page).requests
    assert not [url for url in loaded if "/assets/search/" in url or "search-find" in url]
    page.locator("[data-search] button").click()
    ask(page, "dale")
    assert len([url for url in loaded if "/assets/search/en." in url]) == 1
    assert all(url.startswith("file:") for url in loaded)
    assert page.evaluate("() => localStorage.length") == 0


def test_it_is_used_by_keyboard_alone(site: Path, open_page: Opener) -> None:
    page = open_page(site / "places/dale.html")
    button = page.locator("[data-search] button")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.type("dal")
    links = page.locator(".search-results a")
    expect(links.first).to_have_text("Dale District")
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.press("Enter")
    expect(links.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(page.locator(BOX)).to_be_hidden()


def test_titles_are_text_and_what_was_asked_for_is_marked(site: Path, open_page: Opener) -> None:
    page = open_page(site / "index.html")
    page.locator("[data-search] button").click()
    ask(page, "alert")
    link = page.locator(".search-results a")
    expect(link).to_have_text("<script>alert(1)</script> {{ 7*7 }} ${x}")
    expect(link.locator("mark")).to_have_text("alert")
    expect(page.locator(".search-results :not(li, a, mark, span)")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1440])
def test_open_it_has_no_barrier(site: Path, open_page: Opener, width: int) -> None:
    page = open_page(site / "uk/index.html", width=width)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.reload()
        page.locator("[data-search] button").click()
        assert ask(page, "dale")
        assert axe(page) == []
        assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0


def test_an_index_that_does_not_come_is_told(site: Path, serve_dir: Callable[..., str], open_page: Opener) -> None:
    page = open_page(excused=True)
    page.route("**/assets/search/*", lambda route: route.abort())
    page.goto(serve_dir(site) + "index.html")
    page.locator("[data-search] button").click()
    page.fill(BOX, "dale")
    expect(page.locator(".search-panel [role=status]")).to_contain_text("could not be loaded")


def test_without_scripts_a_link_stands_in_its_place(site: Path, open_page: Opener) -> None:
    page = open_page(site / "places/dale.html", javascript=False)
    expect(page.locator("[data-search] a")).to_be_visible()
    expect(page.get_by_role("search")).to_have_count(0)
