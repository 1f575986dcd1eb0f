"""The front page on the real events: list, map and timeline as one set, by mouse, by key, without scripts."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browsing import Opener, axe
from playwright.sync_api import Locator, Page, expect
from sitebuilding import REAL

from sitegen import build

pytestmark = pytest.mark.browser

SHOWN = "() => [...document.querySelectorAll('[data-list] .row')].filter(r => !r.hidden).map(r => r.dataset.event)"
ON_MAP = """() => {
    const state = FC.map.of(map_1), found = new Set();
    state.groups.forEach(g => g.sites.forEach(s => s.spots.filter(state.on).forEach(spot => found.add(spot.event.id))));
    return [...found];
}"""
# A mark without a number beside it stands for one event.
WRONG = """() => [...FC.map.of(map_1).marks.values()].filter(({button, events}) => {
    const parts = [...button.children].map(part => part.textContent);
    const each = parts.map((words, i) => (words ? Number(words) : /^\\d/.test(parts[i + 1]) ? 0 : 1));
    return each.reduce((a, b) => a + b) !== events.length;
}).map(({button}) => button.outerHTML)"""
UNNAMED = """() => [...document.querySelectorAll('main :is(button, a, input, select, summary, [role=slider])')]
    .filter(e => e.checkVisibility() && !(e.ariaLabel || e.textContent.trim() || (e.labels || []).length))
    .map(e => e.outerHTML)"""


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    read, findings = build.examine(REAL)
    folder = tmp_path_factory.mktemp("front")
    for path, data in build.render(build.assemble(read, findings)):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def events(real: Path) -> dict[str, Any]:
    """The published events by id, newest first: what filters are checked against."""
    listed = re.findall(r'class="row" data-event="([^"]+)"', (real / "index.html").read_text(encoding="utf-8"))
    read = {id_: json.loads((real / f"data/events/{id_}.json").read_text(encoding="utf-8"))["event"] for id_ in listed}
    assert len(read) >= 60
    return read


def facet(page: Page, name: str) -> Locator:
    """Open the panel of filters with this heading and return it."""
    panel = page.locator(".facet").filter(has=page.locator("summary", has_text=re.compile(f"^{name}")))
    if panel.get_attribute("open") is None:
        panel.locator("summary").click()
    return panel


def count(page: Page) -> Locator:
    return page.locator("[data-count]")


def test_filters_combine_are_counted_announced_and_kept_in_the_address(
    real: Path, open_page: Opener, events: dict[str, Any]
) -> None:
    page, total = open_page(real / "index.html"), len(events)
    kind = facet(page, "Kind")
    returns = kind.get_by_role("checkbox", name="Return")
    said = int(kind.locator("li").first.locator("b").inner_text())
    returns.check()
    expect(count(page)).to_have_text(f"{said} of {total} events")
    expect(count(page)).to_have_role("status")
    expected = [i for i, e in events.items() if "return" in {e["kind"], *e.get("also", [])}]
    assert page.evaluate(SHOWN) == expected == page.evaluate("FC.shown()")
    assert len(expected) == said
    one = facet(page, "Confirmation").get_by_role("checkbox", name="one source")
    left = int(one.locator("xpath=..").locator("b").inner_text())
    one.check()
    expect(count(page)).to_have_text(f"{left} of {total} events")
    assert page.evaluate("location.hash") == "#kind=return&level=one-source"
    kind = facet(page, "Kind")
    exchanges = kind.locator("label", has_text="Exchange")
    more = int(exchanges.locator("b").inner_text())  # what would be shown of exchanges, whatever else is ticked here
    exchanges.locator("input").check()
    both = len(page.evaluate(SHOWN))
    assert max(left, more) <= both <= left + more
    page.go_back()
    expect(count(page)).to_have_text(f"{left} of {total} events")
    page.go_back()
    page.go_back()
    expect(count(page)).to_have_text(f"{total} events")
    page.go_forward()
    page.reload()
    expect(count(page)).to_have_text(f"{said} of {total} events")
    page.get_by_role("button", name="Remove the filter: Return").click()
    expect(count(page)).to_have_text(f"{total} events")
    expect(count(page)).to_be_focused()
    assert page.evaluate("location.hash") == ""


def test_places_sides_people_and_precision(real: Path, open_page: Opener, events: dict[str, Any]) -> None:
    page = open_page((real / "index.html").as_uri() + "#place=sudzhansky-district")
    inside = page.evaluate(SHOWN)
    assert 0 < len(inside) < len(events)
    assert facet(page, "Place").get_by_role("combobox").input_value() == "sudzhansky-district"
    page.keyboard.press("Escape")  # the open panel lies over what has been chosen
    page.get_by_role("button", name="Show all events").click()
    known = facet(page, "How well known")
    known.get_by_role("checkbox", name="a place known to 5 km").check()
    known.get_by_role("checkbox", name="the day is known").check()
    left = page.evaluate(SHOWN)
    expect(known.get_by_text("known less well and left out")).to_have_text(re.compile(f"^{len(events) - len(left)} "))
    assert all(len(events[id_]["date"]["edtf"].rstrip("~?")) == 10 for id_ in left)
    page.evaluate("FC.front.reset()")
    people = facet(page, "People")
    people.get_by_role("checkbox", name="Returned").check()
    facet(page, "Who says so").get_by_role("checkbox", name="Ukraine").check()
    assert 0 < len(page.evaluate(SHOWN)) < len(events)
    assert "#side=ukraine" in page.url or "side=ukraine" in page.url


def test_an_empty_result_says_how_to_widen(real: Path, open_page: Opener) -> None:
    page = open_page((real / "index.html").as_uri() + "#kind=return&effect=killed&from=2022-01-01")
    assert page.evaluate(SHOWN) == []
    expect(page.get_by_text("No event has all of this.")).to_be_visible()
    offer = page.locator(".nothing li button").first
    promised = int(re.search(r"(\d+)$", offer.inner_text())[1]) if page.locator(".nothing li").count() else 0  # type: ignore[index]
    if promised:
        offer.click()
        assert len(page.evaluate(SHOWN)) == promised
    page.get_by_role("button", name="Show all events").first.click()
    expect(page.locator(".nothing")).to_be_empty()


def test_the_map_shows_the_list_and_its_kinds_are_the_filter(real: Path, open_page: Opener) -> None:
    page = open_page((real / "index.html").as_uri() + "#kind=return", width=1440)
    expect(page.locator(".fc-layers input:checked")).to_have_count(2)  # returns, and the movements
    drawn, listed = set(page.evaluate(ON_MAP)), page.evaluate(SHOWN)
    unplaced = page.evaluate(
        "[...document.querySelectorAll('[data-unplaced]:not([hidden])')].map(e => e.dataset.unplaced)"
    )
    assert drawn | set(unplaced) == set(listed)
    page.locator(".fc-layers").get_by_role("checkbox", name="Exchange").check()
    assert page.evaluate("location.hash") == "#kind=exchange,return"
    expect(page.locator(".chip")).to_have_text(["Return", "Exchange"])
    page.evaluate("FC.front.reset()")
    expect(page.locator(".fc-layers input:not(:checked)")).to_have_count(0)


def test_a_cluster_counts_every_event_by_kind_and_lists_them_all(real: Path, open_page: Opener) -> None:
    page = open_page(real / "index.html", width=1440)
    assert page.evaluate(WRONG) == []
    marks = "[...FC.map.of(map_1).marks.values()].sort((a, b) => b.events.length - a.events.length)[0]"
    largest = page.evaluate(f"{marks}.events.length")
    page.evaluate(f"{marks}.button.click()")
    expect(page.get_by_role("dialog").locator("li")).to_have_count(largest)


def test_rows_light_marks_and_arcs_and_marks_light_rows(real: Path, open_page: Opener) -> None:
    page = open_page(real / "index.html", width=1440)
    moved = "2024-11-22-sudzha-district-return"
    page.locator(f"[data-event='{moved}'] h3 a").focus()
    expect(page.locator(".fc-arc.fc-lit").first).to_be_attached()
    ends = page.locator(".fc-arc.fc-lit").first.get_attribute("marker-end")
    assert page.evaluate("id => !!document.getElementById(id)", (ends or "")[5:-1])
    page.locator(".fc-mark").first.focus()
    expect(page.locator(".row.is-lit").first).to_be_attached()


def test_the_timeline_moves_list_and_map(real: Path, open_page: Opener, events: dict[str, Any]) -> None:
    page = open_page(real / "index.html", width=1440)
    columns = page.evaluate(
        "FC.front.time.last.exact.reduce((a, b) => a + b) + FC.front.time.last.less.reduce((a, b) => a + b)"
    )
    assert columns + page.evaluate("FC.front.time.last.long.length") == len(events)
    expect(page.locator(".time-vague").first).to_be_attached()
    time = page.get_by_role("region", name="Time")
    time.get_by_label("Since").fill("2024-08-01")
    time.get_by_label("Until").fill("2024-08-31")
    page.keyboard.press("Tab")
    august = page.evaluate(SHOWN)
    assert [id_ for id_, e in events.items() if e["date"]["edtf"][:7] == "2024-08"] == [
        id_ for id_ in august if events[id_]["date"]["edtf"][:7] == "2024-08"
    ]
    assert set(page.evaluate(ON_MAP)) <= set(august)
    window = page.get_by_role("slider", name="Period shown")
    window.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("location.hash") == "#from=2024-09-01&until=2024-09-30"
    page.keyboard.press("Space")  # no motion is wanted: each press is one step
    assert page.evaluate("location.hash") == "#from=2024-10-01&until=2024-10-31"
    page.get_by_role("slider", name="First day shown").focus()
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("location.hash") == "#from=2024-09-01&until=2024-10-31"
    expect(page.get_by_role("slider", name="First day shown")).to_have_attribute("aria-valuetext", "Sep 1, 2024")
    page.get_by_role("button", name="Later").click()
    assert page.evaluate("location.hash") == "#from=2024-10-01&until=2024-11-30"
    page.get_by_role("button", name="All of the time").click()
    expect(count(page)).to_have_text(f"{len(events)} events")
    box = page.locator(".time-plot").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 20, steps=4)
    page.mouse.up()
    assert 0 < len(page.evaluate(SHOWN)) < len(events)
    page.get_by_text("As a table").click()
    expect(page.get_by_role("columnheader", name="Period")).to_be_visible()


def test_playing_moves_by_itself_only_for_readers_who_want_motion(real: Path, open_page: Opener) -> None:
    page = open_page(
        (real / "index.html").as_uri() + "#from=2024-08-01&until=2024-08-31", width=1440, reduced_motion="no-preference"
    )
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_label("Until").last).to_have_value("2024-10-31", timeout=15_000)
    page.get_by_role("button", name="Stop").click()
    still = page.evaluate("location.hash")
    page.wait_for_timeout(1200)
    assert page.evaluate("location.hash") == still


def test_the_set_is_told_to_whoever_asks(real: Path, open_page: Opener) -> None:
    page = open_page(real / "index.html")
    page.evaluate("document.addEventListener('fc:shown', e => { window.told = e.detail; })")
    page.evaluate("FC.front.narrow('search', ['2024-11-22-sudzha-district-return', 'none-such'])")
    assert page.evaluate("[FC.shown(), window.told.count]") == [["2024-11-22-sudzha-district-return"], 1]
    page.evaluate("FC.front.narrow('search', null)")
    assert page.evaluate("window.told.count === window.told.total")


def test_without_scripts_every_choice_is_a_page_that_lists_as_many(real: Path, open_page: Opener) -> None:
    page = open_page(real / "index.html", javascript=False)
    page.locator(".facet", has_text="Kind").locator("summary").click()
    choices = page.locator(".choices li").evaluate_all(
        "all => all.map(item => [item.querySelector('a').getAttribute('href'), item.querySelector('b').textContent])"
    )
    assert len(choices) > 60
    for address, number in choices:
        if "#" not in address and not address.startswith("places/"):  # a place lists some apart
            html = (real / address).read_text(encoding="utf-8")
            assert html.count('class="row"') == int(number), address
    page.locator(".choices a").first.click()
    expect(page.locator("h1")).to_contain_text("Return")


def walk(page: Page, until: str, limit: int = 220) -> list[str]:
    """Press Tab until `until` has the focus; returns what had it on the way."""
    passed = []
    for _ in range(limit):
        page.keyboard.press("Tab")
        passed.append(page.evaluate("document.activeElement.className + ' ' + document.activeElement.tagName"))
        if page.evaluate("s => document.activeElement.matches(s)", until):
            return passed
    pytest.fail(f"Tab never comes to {until}")


def test_everything_by_keyboard_from_the_filters_to_a_card_and_back(real: Path, open_page: Opener) -> None:
    page = open_page(real / "index.html", width=1440)
    walk(page, ".facet summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".chip")).to_have_text(["Return"])
    page.keyboard.press("Escape")
    expect(page.locator(".facet summary").first).to_be_focused()
    expect(page.locator(".facet[open]")).to_have_count(0)
    walk(page, ".row h3 a")
    walk(page, ".fc-move button")
    walk(page, ".fc-mark")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("dialog").get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.fc-mark')")
    walk(page, ".front-time input")
    walk(page, ".time-window")
    page.keyboard.press("ArrowRight")
    assert "until=" in page.evaluate("location.hash")
    top = page.evaluate("document.querySelector('.front-time').getBoundingClientRect().top")
    page.evaluate("FC.front.reset()")
    page.locator(".row h3 a").nth(30).focus()
    box = page.locator(":focus").bounding_box()
    assert box
    assert box["y"] + box["height"] <= max(top, 0)  # the timeline never hides what has the focus


STATES: dict[str, str] = {
    "as it opens": "() => {}",
    "filters open": """() => { document.querySelector('.filters-open').click();
        document.querySelector('.facet').open = true; }""",
    "all filters in use": """() => { document.querySelectorAll('.facet').forEach(f => { f.open = false; });
        location.hash = '#kind=return,evacuation&known=day&from=2024-01-01'; }""",
    "nothing left": "() => { location.hash = '#kind=return&effect=killed&from=2022-01-01'; }",
    "card open": """() => { location.hash = '#kind=return,evacuation,aid,casualties';
        return new Promise(done => setTimeout(done, 100)).then(() => document.querySelector('.fc-mark').click()); }""",
    "drawer and table open": """() => { FC.front.reset();
        document.querySelectorAll('.fc-close').forEach(b => b.click());
        document.querySelectorAll('.drawer, .time-table').forEach(d => { d.open = true; }); }""",
}


@pytest.mark.parametrize("width", [1440, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_state_has_a_barrier(real: Path, open_page: Opener, width: int, scheme: str) -> None:
    page = open_page(real / "index.html", width=width, color_scheme=scheme)
    for state, reach in STATES.items():
        page.evaluate(reach)
        page.wait_for_timeout(150)
        assert [state, *axe(page), *page.evaluate(UNNAMED)] == [state]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), state


def test_after_a_window_shrinks_nothing_covers_the_maps_buttons(real: Path, open_page: Opener) -> None:
    page = open_page(real / "index.html", width=1280)
    page.set_viewport_size({"width": 320, "height": 740})
    page.locator(".fc-move").scroll_into_view_if_needed()
    assert axe(page) == []
    page.locator(".fc-layers > summary").click()
    assert axe(page) == []


@pytest.mark.parametrize("how", [{"forced_colors": "active"}, {"reduced_motion": "no-preference"}])
def test_readers_settings_leave_the_front_page_whole(real: Path, open_page: Opener, how: dict[str, Any]) -> None:
    page = open_page((real / "index.html").as_uri() + "#from=2024-08-01", width=1440, **how)
    expect(page.locator(".time-exact").first).to_be_visible()
    # Marks of places that lie close overlap; each is reached by key, and its events stand in the list.
    assert not [line for line in axe(page) if not (line.startswith("target-size") and "fc-mark" in line)]


def test_text_twice_as_large_fits(real: Path, open_page: Opener) -> None:
    page = open_page(real / "index.html", width=1280)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.wait_for_timeout(150)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_map_fills_the_screen_and_comes_back(real: Path, serve_dir: Callable[..., str], open_page: Opener) -> None:
    page = open_page(serve_dir(real), width=1440)
    full = page.get_by_role("button", name="Full screen")
    full.click()
    expect(page.locator(".fc-map:fullscreen")).to_be_visible()
    page.locator(".fc-mark").first.evaluate("mark => mark.click()")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert axe(page) == []
    page.evaluate("document.exitFullscreen()")
    expect(page.locator(".fc-map:fullscreen")).to_have_count(0)


@pytest.mark.parametrize("home", ["", "uk/", "ru/"])
def test_the_front_page_is_light_in_every_language(real: Path, home: str) -> None:
    import gzip

    html = (real / home / "index.html").read_bytes()
    names = set(re.findall(r'(?:src|href)="(?:\.\./)*(assets/[^"]+)"', html.decode()))
    weights = {name: len(gzip.compress((real / name).read_bytes(), 9, mtime=0)) for name in names}
    before_map = sum(n for name, n in weights.items() if not re.search(r"/(map|the-map|leaflet|data/(?!table))", name))
    own = len(gzip.compress(html, 9, mtime=0))
    assert own + before_map <= 45_000
    assert own + sum(weights.values()) <= 150_000
