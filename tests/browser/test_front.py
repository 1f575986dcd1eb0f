"""The front page on the real events: list, map and timeline as one set, by mouse, by key, without scripts."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browsing import Opener, axe, everywhere
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser
Front = Callable[..., Page]

SHOWN = "() => [...document.querySelectorAll('[data-list] .row')].filter(r => !r.hidden).map(r => r.dataset.event)"
ON_MAP = """() => {
    const state = FC.map.of(map_1), found = new Set();
    state.groups.forEach(group => FC.map.eventsOf(map_1, group).forEach(event => found.add(event.id)));
    return [...found];
}"""
# What a mark paints (a kind without a number beside it stands for one event) and what its button is called.
WRONG = """() => [...FC.map.of(map_1).marks.values()].filter(({button, face, group}) => {
    const events = FC.map.eventsOf(map_1, group), of = layer => events.filter(event => event.layer === layer).length;
    const painted = face.parts.reduce((sum, [kind, words]) => sum + (words ? Number(words) : 1), 0);
    const told = group.tally.kinds.every(({layer, n}) => n === of(layer)
        && (events.length < 3 || button.ariaLabel.includes(layer.data.label + ' ' + n)));
    return painted !== events.length || !told || !button.ariaLabel.includes(events[0].title);
}).map(({button}) => button.outerHTML)"""
UNNAMED = """() => [...document.querySelectorAll('main :is(button, a, input, select, summary, [role=slider])')]
    .filter(e => e.checkVisibility() && !(e.ariaLabel || e.textContent.trim() || (e.labels || []).length))
    .map(e => e.outerHTML)"""


@pytest.fixture(scope="module")
def events(real_site: Path) -> dict[str, Any]:
    """The published events by id, newest first: what filters are checked against."""
    listed = re.findall(r'class="row" data-event="([^"]+)"', (real_site / "index.html").read_text(encoding="utf-8"))
    read = {
        id_: json.loads((real_site / f"data/events/{id_}.json").read_text(encoding="utf-8"))["event"] for id_ in listed
    }
    assert len(read) >= 60
    return read


@pytest.fixture
def front(real_site: Path, open_page: Opener) -> Front:
    """Open the front page at `#address` and wait for its map."""

    def opened(address: str = "", **how: Any) -> Page:
        page = open_page((real_site / "index.html").as_uri() + address, **{"width": 1440, **how})
        expect(page.locator(".fc-layers")).to_be_attached()
        return page

    return opened


def facet(page: Page, name: str) -> Locator:
    """Open the panel of filters with this heading and return it."""
    panel = page.locator(".facet").filter(has=page.locator("summary", has_text=re.compile(f"^{name}")))
    if panel.get_attribute("open") is None:
        panel.locator("summary").click()
    return panel


def count(page: Page) -> Locator:
    return page.locator("[data-count]")


def test_filters_combine_are_counted_announced_and_kept_in_the_address(front: Front, events: dict[str, Any]) -> None:
    page, total = front(), len(events)
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


def test_places_sides_people_and_precision(front: Front, events: dict[str, Any]) -> None:
    page = front("#place=sudzhansky-district")
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


SCREEN = """() => {
    const {lat, lng} = map_1.getCenter(), card = document.querySelector('.fc-card');
    return {count: document.querySelector('[data-count]').textContent, shown: FC.shown().length,
        map: [map_1.getZoom(), lat.toFixed(2), lng.toFixed(2)], card: card && card.innerText,
        off: [...document.querySelectorAll('.fc-layers input:not(:checked)')].length,
        period: document.querySelector('.time-window').getAttribute('aria-valuetext'),
        open: [...document.querySelectorAll('.time-table, [data-drawer]')].map(panel => panel.open)};
}"""
RESTED = """() => {
    const said = new URLSearchParams(location.hash.slice(1)).get('map');
    return said && Math.abs(Number(said.split('/')[2]) - map_1.getCenter().lng) < 0.01;
}"""
LARGEST = "[...FC.map.of(map_1).marks.values()].sort((a, b) => b.group.tally.n - a.group.tally.n)[0].button.click()"


def test_the_address_reopens_the_very_screen_and_back_steps_through_it(front: Front) -> None:
    page = front("#kind=evacuation,return&from=2024-01-01")
    page.get_by_role("button", name="Zoom in").click()
    page.get_by_role("button", name="Move east").click()
    page.get_by_role("checkbox", name="Movements").uncheck()
    page.get_by_text("As a table").click()
    page.wait_for_function(RESTED)  # what Back leads to
    expect(page).to_have_url(re.compile("off=1.*open=table"))
    page.evaluate(LARGEST)
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page).to_have_url(re.compile("card=.*off=1.*open=table"))
    address, screen = page.evaluate("location.hash"), page.evaluate(SCREEN)
    view, card = r"map=[\d.]+/[\d.]+/[\d.]+", r"card=[\d.]+/[\d.]+"
    assert re.fullmatch(rf"#kind=evacuation,return&from=2024-01-01&(?=.*{view})(?=.*{card}).*", address), address
    assert len(address) < 120
    again = front(address)
    expect(again.get_by_role("dialog")).to_be_visible()
    assert again.evaluate(SCREEN) == screen
    again.wait_for_timeout(400)
    assert again.evaluate("location.hash") == address  # opening a link does not change it
    page.go_back()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.evaluate("FC.front.reset()")
    page.get_by_role("button", name="Back to the first view").click()
    expect(page).not_to_have_url(re.compile("map="))
    page.go_back()
    page.wait_for_function(f"view => ({SCREEN})().map.join() === view", arg=",".join(map(str, screen["map"])))
    assert page.evaluate(SCREEN)["shown"] == screen["shown"]


def test_a_link_to_one_event_on_the_map_opens_it_and_can_be_copied(
    real_site: Path, open_page: Opener, serve_dir: Callable[..., str]
) -> None:
    shared = "index.html#card=2024-11-22-sudzha-district-return"
    page = open_page(serve_dir(real_site) + shared, width=360, permissions=["clipboard-read", "clipboard-write"])
    expect(page.get_by_role("dialog").get_by_role("link")).to_have_count(1)
    expect(page.get_by_role("dialog")).to_be_in_viewport()
    page.get_by_role("button", name="Copy a link to this view").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert "card=2024-11-22-sudzha-district-return" in page.url


def test_on_a_phone_the_map_is_loaded_when_it_is_wanted(real_site: Path, open_page: Opener) -> None:
    page = open_page(real_site / "index.html", width=360)
    page.wait_for_timeout(300)
    assert not [url for url in open_page.watch(page).requests if "leaflet" in url]
    page.get_by_role("button", name="Show on the map").nth(2).click()
    expect(page.get_by_role("dialog")).to_be_in_viewport()


def test_an_empty_result_says_how_to_widen(front: Front) -> None:
    page = front("#kind=return&effect=killed&from=2022-01-01")
    assert page.evaluate(SHOWN) == []
    expect(page.get_by_text("No event has all of this.")).to_be_visible()
    offer = page.locator(".nothing li button").first
    promised = int(re.search(r"(\d+)$", offer.inner_text())[1]) if page.locator(".nothing li").count() else 0  # type: ignore[index]
    if promised:
        offer.click()
        assert len(page.evaluate(SHOWN)) == promised
    page.get_by_role("button", name="Show all events").first.click()
    expect(page.locator(".nothing")).to_be_empty()


def test_the_map_shows_the_list_and_its_kinds_are_the_filter(front: Front) -> None:
    page = front("#kind=return")
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


def test_a_cluster_counts_every_event_by_kind_and_lists_them_all(front: Front) -> None:
    page = front()
    assert page.evaluate(WRONG) == []
    marks = "[...FC.map.of(map_1).marks.values()].sort((a, b) => b.group.tally.n - a.group.tally.n)[0]"
    largest = page.evaluate(f"{marks}.group.tally.n")
    page.evaluate(f"{marks}.button.click()")
    expect(page.get_by_role("dialog").locator("li")).to_have_count(largest)


def test_rows_light_marks_and_arcs_and_marks_light_rows(front: Front) -> None:
    page = front()
    moved = "2024-11-22-sudzha-district-return"
    page.locator(f"[data-event='{moved}'] h3 a").focus()
    expect(page.locator(".fc-arc.fc-lit").first).to_be_attached()
    ends = page.locator(".fc-arc.fc-lit").first.get_attribute("marker-end")
    assert page.evaluate("id => !!document.getElementById(id)", (ends or "")[5:-1])
    page.locator(".fc-mark").first.focus()
    expect(page.locator(".row.is-lit").first).to_be_attached()


def test_the_timeline_moves_list_and_map(front: Front, events: dict[str, Any]) -> None:
    page = front()
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


def test_playing_moves_by_itself_only_for_readers_who_want_motion(front: Front) -> None:
    page = front("#from=2024-08-01&until=2024-08-31", reduced_motion="no-preference")
    page.get_by_role("button", name="Play").click()
    expect(page.get_by_label("Until").last).to_have_value("2024-10-31", timeout=15_000)
    page.get_by_role("button", name="Stop").click()
    still = page.evaluate("location.hash")
    page.wait_for_timeout(1200)
    assert page.evaluate("location.hash") == still


def test_the_set_is_told_to_whoever_asks(front: Front) -> None:
    page = front()
    page.evaluate("document.addEventListener('fc:shown', e => { window.told = e.detail; })")
    page.evaluate("FC.front.narrow('search', ['2024-11-22-sudzha-district-return', 'none-such'])")
    assert page.evaluate("[FC.shown(), window.told.count]") == [["2024-11-22-sudzha-district-return"], 1]
    page.evaluate("FC.front.narrow('search', null)")
    assert page.evaluate("window.told.count === window.told.total")


def test_without_scripts_every_choice_is_a_page_that_lists_as_many(real_site: Path, open_page: Opener) -> None:
    page = open_page(real_site / "index.html", javascript=False)
    page.locator(".facet", has_text="Kind").locator("summary").click()
    choices = page.locator(".choices li").evaluate_all(
        "all => all.map(item => [item.querySelector('a').getAttribute('href'), item.querySelector('b').textContent])"
    )
    assert len(choices) > 60
    for address, number in choices:
        if "#" not in address and not address.startswith("places/"):  # a place lists some apart
            html = (real_site / address).read_text(encoding="utf-8")
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


def test_everything_by_keyboard_from_the_filters_to_a_card_and_back(front: Front) -> None:
    page = front()
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


# Each is reached from the one before.
STATES: dict[str, str] = {
    "filters open": """() => { const button = document.querySelector('.filters-open');
        if (button.offsetWidth && button.ariaExpanded === 'false') button.click();
        document.querySelector('.facet').open = true; }""",
    "search open": """() => { document.querySelector('.facet').open = false;
        document.querySelector('.search button').click(); }""",
    "filters in use, a period chosen": """() => { document.querySelector('.search button').click();
        location.hash = '#kind=return,evacuation&known=day&from=2024-01-01'; }""",
    "nothing left": "() => { location.hash = '#kind=return&effect=killed&from=2022-01-01'; }",
    "card open": """async () => { location.hash = '#kind=return,evacuation,aid,casualties';
        await new Promise(done => setTimeout(done, 100));
        document.querySelector('.fc-layers').open = false;
        [...FC.map.of(map_1).marks.values()].find(made => made.group.tally.n > 1).button.click(); }""",
    "drawers, layers and table open": """() => { location.hash = '';
        document.querySelectorAll('.fc-layers, .fc-key, .drawer, .time-table').forEach(d => { d.open = true; }); }""",
    "at rest": """() => document.querySelectorAll('.fc-layers, .fc-key, .drawer, .time-table')
        .forEach(d => { d.open = false; })""",
}


def test_no_state_has_a_barrier(front: Front) -> None:
    page = front()
    for state, reach in STATES.items():
        page.set_viewport_size({"width": 320, "height": 800})
        page.evaluate(reach)
        page.wait_for_timeout(120)
        for where, lines in everywhere(page):
            assert [state, where, *lines, *page.evaluate(UNNAMED)] == [state, where]
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (state, where)


def test_after_a_window_shrinks_nothing_covers_the_maps_buttons(front: Front) -> None:
    page = front(width=1280)
    page.set_viewport_size({"width": 320, "height": 740})
    page.locator(".fc-move").scroll_into_view_if_needed()
    assert axe(page) == []
    page.locator(".fc-layers > summary").click()
    assert axe(page) == []


@pytest.mark.parametrize("how", [{"forced_colors": "active"}, {"reduced_motion": "no-preference"}])
def test_readers_settings_leave_the_front_page_whole(front: Front, how: dict[str, Any]) -> None:
    page = front("#from=2024-08-01", **how)
    expect(page.locator(".time-exact").first).to_be_visible()
    # Marks of places that lie close overlap; each is reached by key, and its events stand in the list.
    assert not [line for line in axe(page) if not (line.startswith("target-size") and "fc-mark" in line)]


def test_text_twice_as_large_fits(front: Front) -> None:
    page = front(width=1280)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.wait_for_timeout(150)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_map_fills_the_screen_and_comes_back(
    real_site: Path, serve_dir: Callable[..., str], open_page: Opener
) -> None:
    page = open_page(serve_dir(real_site), width=1440)
    full = page.get_by_role("button", name="Full screen")
    full.click()
    expect(page.locator(".fc-map:fullscreen")).to_be_visible()
    page.locator(".fc-mark").first.evaluate("mark => mark.click()")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert axe(page) == []
    page.evaluate("document.exitFullscreen()")
    expect(page.locator(".fc-map:fullscreen")).to_have_count(0)


@pytest.mark.parametrize("home", ["", "uk/", "ru/"])
def test_the_front_page_is_light_in_every_language(real_site: Path, home: str) -> None:
    import gzip

    html = (real_site / home / "index.html").read_bytes()
    wanted = r'<(?:script|link)[^>]+(?:src|href)="([^"]+)"|data-(?:styles|scripts)="([^"]+)"'
    loaded = re.findall(wanted, html.decode())
    names = {name.replace("../", "") for some in loaded for name in " ".join(some).split() if "assets/" in name}
    weights = {name: len(gzip.compress((real_site / name).read_bytes(), 9, mtime=0)) for name in names}
    before_map = sum(n for name, n in weights.items() if not re.search(r"/(map|the-map|leaflet|data/(?!table))", name))
    own = len(gzip.compress(html, 9, mtime=0))
    assert own + before_map <= 45_000
    assert own + sum(weights.values()) <= 150_000
