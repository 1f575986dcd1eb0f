"""Pictures of the built site for people to look at: `make screenshots` writes them into screenshots/."""

from pathlib import Path

import browser_setup
from browsing import ARGS
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
OUTPUT, PICTURES = ROOT / "output", ROOT / "screenshots"


def shoot(browser: Browser, page: Path, width: int, scheme: str) -> None:
    """One picture of the whole page, `width` CSS pixels wide."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
        timezone_id="UTC",
    )
    tab = context.new_page()
    tab.goto(page.as_uri(), wait_until="load")
    tab.screenshot(path=PICTURES / f"{page.stem}-{width}-{scheme}.png", full_page=True)
    context.close()


def main() -> None:
    """Front page and newest event, narrow and wide, light and dark."""
    pages = [OUTPUT / "index.html", *sorted((OUTPUT / "events").glob("*.html"))[-1:]]
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        args = [*ARGS, "--no-sandbox"]  # only our own pages are opened
        browser = playwright.chromium.launch(executable_path=browser_setup.find(), args=args)
        for page in pages:
            for width in (360, 1440):
                for scheme in ("light", "dark"):
                    shoot(browser, page, width, scheme)
        browser.close()
    print(f"{4 * len(pages)} pictures are in screenshots/")


if __name__ == "__main__":
    main()
