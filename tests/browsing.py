"""A real Chromium for the tests, its pages watched for foreign requests, messages and policy breaks."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import browser_setup
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

# What the browser does of itself is switched off, and no name resolves: a page that tries to leave cannot.
ARGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--no-first-run",
]
# A busy machine is slow and not wrong.
expect.set_options(timeout=20_000)
LOCAL_SCHEMES = {"about", "blob", "chrome", "data", "file"}
REPORT_BREAKS = """addEventListener('securitypolicyviolation', e =>
    policyBroken(`${e.effectiveDirective}: ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`))"""
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
LOOKS = ("color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size")
"""The rules whose answer depends on the width of the window or on the colours: the others have one for all."""
RUN_AXE = """async ([tags, rules]) => (await axe.run(document, {
    runOnly: rules.length ? {type: 'rule', values: rules} : {type: 'tag', values: tags},
    resultTypes: ['violations'], preload: false,
})).violations.flatMap(v => v.nodes.map(n => `${v.id} (${v.help}): ${n.target.join(' ')} ${n.html}`))"""


@dataclass(slots=True)
class Watch:
    """What one page did, in the order it happened."""

    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    policy: list[str] = field(default_factory=list)

    @property
    def foreign(self) -> list[str]:
        """Requests to anything but loopback and local files."""
        return [url for url in self.requests if _is_foreign(url)]

    def trouble(self) -> list[str]:
        """Everything that a page of ours must not do, a line each."""
        found = {"foreign request": self.foreign, "console": self.console, "policy": self.policy}
        return [f"{what}: {line}" for what, lines in found.items() for line in lines]


def _is_foreign(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme not in LOCAL_SCHEMES and parts.hostname != "127.0.0.1"


@dataclass(slots=True)
class Opener:
    """Opens watched pages, each in a context of its own; made by the fixture `open_page`."""

    browser: Browser
    _watches: dict[Page, Watch] = field(default_factory=dict)
    _excused: set[Page] = field(default_factory=set)

    def __call__(
        self,
        where: str | Path | None = None,
        *,
        width: int = 1280,
        height: int = 800,
        javascript: bool = True,
        excused: bool = False,
        **context: Any,
    ) -> Page:
        """Open an address or a file, or an empty page; sizes in CSS pixels.

        `excused` pages may misbehave: their watch is kept and never judged. Other keywords are Playwright's
        (`color_scheme="dark"`, `reduced_motion="no-preference"`, `locale="uk"`, `timezone_id=…`).
        """
        settings: dict[str, Any] = {"color_scheme": "light", "locale": "en", "reduced_motion": "reduce"}
        settings |= {"timezone_id": "UTC", "device_scale_factor": 1, "java_script_enabled": javascript}
        viewport = {"width": width, "height": height}
        page = self.browser.new_context(**(settings | {"viewport": viewport} | context)).new_page()
        self._watches[page] = _watched(page)
        if excused:
            self._excused.add(page)
        if where is not None:
            page.goto(where.resolve().as_uri() if isinstance(where, Path) else where)
        return page

    def watch(self, page: Page) -> Watch:
        """What `page` has done so far."""
        return self._watches[page]

    def close(self) -> list[str]:
        """Close every page; returns the trouble of those that were not excused."""
        for page in self._watches:
            page.context.close()
        judged = [watch for page, watch in self._watches.items() if page not in self._excused]
        return [line for watch in judged for line in watch.trouble()]


def _watched(page: Page) -> Watch:
    watch = Watch()
    page.context.on("request", lambda request: watch.requests.append(request.url))
    page.on("websocket", lambda socket: watch.requests.append(socket.url))
    page.on("console", lambda said: watch.console.append(f"{said.type}: {said.text} ({said.location['url']})"))
    page.on("pageerror", lambda error: watch.console.append(f"uncaught: {error}"))
    page.expose_function("policyBroken", lambda line: watch.policy.append(line))
    page.add_init_script(REPORT_BREAKS)
    return watch


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium that `make test` found; a missing one fails, for a skipped test proves nothing."""
    path = browser_setup.find()
    if path is None:
        pytest.fail(browser_setup.NOTHING_FOUND)
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGS + sandbox)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Opener]:
    """Open pages as a reader would; the test fails if one of them did what ours must not."""
    opener = Opener(browser)
    yield opener
    trouble = opener.close()
    assert not trouble, "\n".join(trouble)


@pytest.fixture
def page(open_page: Opener) -> Page:
    """One empty watched page of 1280 by 800 pixels, light, without motion, in UTC."""
    return open_page()


def axe(page: Page, *rules: str) -> list[str]:
    """The WCAG 2.2 A and AA violations on `page` as it stands, a line for each element; `rules`: only of these.

    axe is evaluated from outside, not put into the page, so the page keeps its real policy.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(RUN_AXE, [AXE_TAGS, list(rules)])
    return found


def everywhere(page: Page, widths: tuple[int, ...] = (320, 1440)) -> Iterator[tuple[str, list[str]]]:
    """Yield axe's findings on a page that is open, at each width in both schemes, with where that was.

    All rules once, then those that the width or the colours can change.
    """
    rules: tuple[str, ...] = ()
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            yield f"{width} {scheme}", axe(page, *rules)
            rules = LOOKS
