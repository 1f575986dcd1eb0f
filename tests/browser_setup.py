"""Find a Chromium for the tests, or get one: run as a script before the tests, asked by them afterwards."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPS = ("Chromium", "Google Chrome")
NOTHING_FOUND = "No browser for the tests. Install Chromium or Chrome, or name one in SITEGEN_BROWSER."


def find() -> Path | None:
    """The first browser that starts: the named one, an installed one, Playwright's own download.

    A browser named in SITEGEN_BROWSER is taken as it is, or nothing is.
    """
    return next((path for path in _candidates() if _starts(path)), None)


def _candidates() -> Iterator[Path]:
    if named := os.environ.get("SITEGEN_BROWSER"):
        yield Path(named)
        return
    yield from (Path(found) for found in map(shutil.which, COMMANDS) if found)
    for folder in (Path("/Applications"), Path.home() / "Applications"):
        yield from (folder / f"{app}.app/Contents/MacOS/{app}" for app in MAC_APPS)
    yield _downloaded()


def _downloaded() -> Path:
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def _starts(path: Path) -> bool:
    """Whether it runs at all: a stub that points to another package, or missing libraries, says no here."""
    try:
        subprocess.run([path, "--version"], check=True, capture_output=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def ensure() -> Path | None:
    """A browser, got if need be: Playwright's download first, then Debian's package where we are root."""
    if "SITEGEN_BROWSER" in os.environ:
        return find()
    for get in (_download, _install_package):
        if found := find():
            return found
        get()
    return find()


def _download() -> None:
    print("No Chromium or Chrome is installed: downloading Playwright's.", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def _install_package() -> None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    print("That did not give one that runs: installing Debian's package.", flush=True)
    subprocess.run(["apt-get", "update", "-qq"], check=False)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core"]
    subprocess.run(install, check=False, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"})


if __name__ == "__main__":
    browser = ensure()
    print(f"Browser for the tests: {browser}" if browser else NOTHING_FOUND)
    sys.exit(browser is None)
