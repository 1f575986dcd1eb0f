"""Pictures of the built site for people to look at: `make screenshots` writes them into screenshots/.

A page of every sort, 360, 768 and 1440 pixels wide, light and dark, and as it prints; and the README's picture.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import browser_setup
from browsing import ARGS
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
OUTPUT, PICTURES = ROOT / "output", ROOT / "screenshots"
README = ROOT / ".github" / "front-page.png"
WIDTHS = (360, 768, 1440)
# The newest of each folder stands for its sort.
FOLDERS = ("events", "places", "kinds", "speakers", "months", "verdicts", "sources", "stories")
ALONE = ("index", "timeline", "browse", "places/index", "sources", "coverage", "method", "uk/index")


def chosen() -> Iterator[Path]:
    """Yield the pages to take pictures of: of each folder the fullest, of the rest those that are there."""
    for folder in FOLDERS:
        pages = [page for page in (OUTPUT / folder).glob("*.html") if page.stem != "index"]
        yield from sorted(pages, key=lambda page: (page.stat().st_size, page.name))[-1:]
    yield from (page for name in ALONE if (page := OUTPUT / f"{name}.html").is_file())


def contexts(browser: Browser) -> Iterator[tuple[str, BrowserContext]]:
    """Yield a browser's window for each width and scheme, with the name that pictures taken in it bear."""
    for width in WIDTHS:
        for scheme in ("light", "dark"):
            yield f"{width}-{scheme}", _context(browser, width, "dark" if scheme == "dark" else "light")


def _context(browser: Browser, width: int, scheme: Literal["light", "dark"]) -> BrowserContext:
    return browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        reduced_motion="reduce",
        timezone_id="UTC",
    )


def settled(tab: Page, page: Path) -> None:
    """Open a page and wait for the map that comes after it."""
    tab.goto(page.as_uri(), wait_until="load")
    if tab.locator("[data-map]").count():
        tab.wait_for_timeout(1000)


def shoot(tab: Page, page: Path, name: str) -> None:
    """Take one picture of the whole page as it stands."""
    settled(tab, page)
    parts = page.relative_to(OUTPUT).with_suffix("").parts
    tab.screenshot(path=PICTURES / f"{'-'.join(parts)}-{name}.png", full_page=True)


def main() -> None:
    """Take every picture."""
    pages = list(chosen())
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        args = [*ARGS, "--no-sandbox"]  # only our own pages are opened
        browser = playwright.chromium.launch(executable_path=browser_setup.find(), args=args)
        for name, context in contexts(browser):
            tab = context.new_page()
            for page in pages:
                shoot(tab, page, name)
            context.close()
        paper = _context(browser, 794, "light").new_page()  # A4 at 96 pixels an inch
        paper.emulate_media(media="print")
        for page in pages:
            shoot(paper, page, "print")
        front = _context(browser, 1440, "light").new_page()
        settled(front, OUTPUT / "index.html")
        front.screenshot(path=README)
        browser.close()
    print(f"{(2 * len(WIDTHS) + 1) * len(pages)} pictures are in screenshots/; {README.relative_to(ROOT)} is new")


if __name__ == "__main__":
    main()
