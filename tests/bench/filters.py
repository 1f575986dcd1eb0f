"""How long the front page takes to answer a filter on a slow phone, with ten thousand made-up events.

    make bench-front                    10,000 events, a processor four times slower
    make bench-front FLAGS="2000 6"     2,000 events, six times slower

Each figure is the median and the worst of 15 changes, in milliseconds: `list` until the script is done (set, counts,
list, timeline), `frame` until the browser has painted the map, too. `cpu` is what the page's thread worked for one
change, all in all: it does not count others that keep the machine busy. Absolute times are those of this machine.
"""

import sys
import tempfile
from pathlib import Path
from statistics import median

import browser_setup
from browsing import ARGS
from made import make
from playwright.sync_api import Page, sync_playwright

from sitegen import build
from sitegen.publish import publish

CHANGES = {
    "one kind": "i => FC.front.choose('kind', [...FC.front.facets.get('kind').keys()][i % 6], i % 2 === 0)",
    "one place": "i => FC.front.change(s => s.chosen.set('place', new Set(['place-' + i])), 'replace')",
    "known to 5 km": "i => FC.front.choose('known', 'km5', i % 2 === 0)",
    "half the time": "i => { const t = FC.front.time; t.select(t.low + i * 30, t.low + 900 + i * 30, 'replace'); }",
    "everything again": "i => i % 2 ? FC.front.reset() : FC.front.choose('kind', 'return', true)",
}
PREPARE = "change => { window.change = eval(change); FC.front.reset(); }"
RUN = """i => new Promise(done => setTimeout(() => {
    const start = performance.now();
    window.change(i);
    const list = performance.now() - start;
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done([list, performance.now() - start]))));
}, 30))"""
TIMES = 15


def site(folder: Path, count: int) -> Path:
    """Build a site of made-up events; returns its front page."""
    content = make(folder / "content", count)
    read, findings = build.examine(content)
    publish(dict(build.render(build.assemble(read, findings))), folder / "output")
    return folder / "output" / "index.html"


def measure(page: Page) -> None:
    """Print a line for each kind of change."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent() -> float:
        metrics = devtools.send("Performance.getMetrics")["metrics"]
        return 1000 * next(float(one["value"]) for one in metrics if one["name"] == "TaskDuration")

    print(f"{'change':20} {'list':>7} {'worst':>7} {'frame':>7} {'worst':>7} {'cpu':>7}")
    for name, change in CHANGES.items():
        page.evaluate(PREPARE, change)
        before = spent()
        lists, frames = zip(*(page.evaluate(RUN, i) for i in range(TIMES)), strict=True)
        figures = (median(lists), max(lists), median(frames), max(frames), (spent() - before) / TIMES)
        print(f"{name:20} " + " ".join(f"{one:7.1f}" for one in figures), flush=True)


def main(count: int = 10_000, slower: float = 4) -> None:
    """Build, open, slow down, measure."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        index = site(Path(folder), count)
        browser = playwright.chromium.launch(executable_path=browser_setup.find(), args=[*ARGS, "--no-sandbox"])
        # The page's own policy forbids eval, which only this script uses.
        page = browser.new_context(viewport={"width": 1280, "height": 800}, bypass_csp=True).new_page()
        page.goto(index.as_uri())
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
        print(f"{count:,} events, processor {slower:g} times slower")
        measure(page)
        browser.close()


if __name__ == "__main__":
    main(*(float(word) if "." in word else int(word) for word in sys.argv[1:]))
