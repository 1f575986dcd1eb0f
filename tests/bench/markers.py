"""Our map beside what else clusters points for Leaflet, with the same made-up events in the same run.

    make bench-map                     30,000 events at 300 places, five rounds
    make bench-map FLAGS="10000 3"     10,000 events, three rounds

Beside each other: our map with its basemap, shapes and movements; folium's MarkerCluster and FastMarkerCluster; and a
page that draws what supercluster says. The others have bare markers and no ground. All stand on loopback and load
nothing from elsewhere. Medians in milliseconds: `markers` from opening the page until two frames after the first mark;
`frame` and `p95` between frames while the map moves for three seconds; `filter` from leaving out five kinds of six, or
bringing them back, until that is painted. The last column is the sum of what was loaded, compressed, in kilobytes.
"""

import gzip
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import median

import browser_setup
from browsing import ARGS
from crowded import points, rivals, site
from mapping import publish
from playwright.sync_api import Browser, sync_playwright
from static_server import serving

from sitegen.maps import draw

WATCH = """(() => {
    const look = () => {
        if (!document.querySelector('.fc-mark, .leaflet-marker-icon')) return requestAnimationFrame(look);
        requestAnimationFrame(() => requestAnimationFrame(() => { window.firstMarks = performance.now(); }));
    };
    requestAnimationFrame(look);
})()"""
PAN = """map => new Promise(done => {
    const gaps = [], end = performance.now() + 3000;
    let last = 0, way = 1;
    const frame = now => {
        if (last) gaps.push(now - last);
        last = now;
        if (now < end) requestAnimationFrame(frame); else done(gaps);
    };
    const step = () => {
        if (performance.now() >= end) return;
        map.panBy([way * 240, way * 60], {duration: 0.4});
        way = -way;
        setTimeout(step, 450);
    };
    step();
    requestAnimationFrame(frame);
})"""
FILTER = """on => new Promise(done => setTimeout(() => {
    const start = performance.now();
    filter(on);
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))));
}, 200))"""
OURS = """filter = on => FC.map.of(map_1).layers.slice(1).forEach(({group}) => group[on ? 'addTo' : 'remove'](map_1))"""


def measure(
    browser: Browser, base: str, path: str, whole: str, prepare: str, packed: dict[str, int]
) -> dict[str, float]:
    """Open a page anew and return its figures; `packed` are the sizes of files, compressed."""
    # The page's own policy forbids eval, which only this script uses.
    page = browser.new_context(viewport={"width": 1280, "height": 800}, bypass_csp=True).new_page()
    loaded: set[str] = set()
    page.on("response", lambda answer: loaded.add(answer.url.removeprefix(base)))
    page.add_init_script(WATCH)
    page.goto(base + path)
    page.wait_for_function("window.firstMarks", polling=50, timeout=120_000)
    page.wait_for_timeout(500)
    gaps = sorted(page.evaluate(f"({PAN})({whole})"))
    page.evaluate("prepare => { window.eval(prepare); }", prepare)
    took = [page.evaluate(FILTER, on) for on in (False, True, False, True)]
    figures = {"markers": page.evaluate("window.firstMarks"), "frame": median(gaps), "p95": gaps[int(len(gaps) * 0.95)],
               "filter": median(took), "KB": sum(packed.get(name, 0) for name in loaded) / 1000}  # fmt: skip
    page.context.close()
    return figures


def table(found: dict[str, dict[str, list[float]]]) -> None:
    """Print the medians, and how many times ours each is."""
    names = ("markers", "frame", "p95", "filter", "KB")
    print(f"{'':20}" + "".join(f"{name:>16}" for name in names))
    ours = {name: median(found["ours"][name]) for name in names}
    for who, figures in found.items():
        cells = ((median(figures[name]), ours[name]) for name in names)
        print(f"{who:20}" + "".join(f"{value:9.1f} ({value / mine:4.1f})" for value, mine in cells), flush=True)


def main(count: int = 30_000, rounds: int = 5) -> None:
    """Write the pages, open each in turn, print."""
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        folder, made = Path(home), site(count)
        publish(draw(made), folder / "ours", rows=False)
        pages = {"ours": ("ours/index.html", "map_1", OURS)}
        pages |= {name: (f"{name}.html", *how) for name, how in rivals(folder, points(made)).items()}
        packed = {
            file.relative_to(folder).as_posix(): len(gzip.compress(file.read_bytes(), 6))
            for file in folder.rglob("*.*")
        }
        browser = playwright.chromium.launch(executable_path=browser_setup.find(), args=[*ARGS, "--no-sandbox"])
        found: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
        with serving(folder) as base:
            for _ in range(rounds):
                for who, (path, whole, prepare) in pages.items():
                    for name, value in measure(browser, base, path, whole, prepare, packed).items():
                        found[who][name].append(value)
        browser.close()
    print(f"{count:,} events, {rounds} rounds, medians; in brackets: times ours")
    table(found)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
