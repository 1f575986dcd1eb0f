"""The watch on pages must itself catch what it is there for."""

from collections.abc import Callable
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from browsing import Opener, axe
from playwright.sync_api import Page

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"
SOUND = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<link rel="icon" href="data:,">
<script defer src="a.js"></script></head><body><main><h1>A page</h1><p>Its text.</p></main></body></html>"""
SHOWN = "document.querySelector('p').dataset.ran = 'yes';"

pytestmark = pytest.mark.browser


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text(SOUND, encoding="utf-8")
    (tmp_path / "a.js").write_text(SHOWN, encoding="utf-8")
    return tmp_path


def test_a_sound_page_gives_no_trouble(folder: Path, serve_dir: Callable[..., str], open_page: Opener) -> None:
    page = open_page(serve_dir(folder, base="/project/"))
    assert page.locator("p").get_attribute("data-ran") == "yes"
    assert len(open_page.watch(page).requests) == 2
    assert axe(page) == []


def test_a_file_opens_as_well_and_without_javascript(folder: Path, open_page: Opener) -> None:
    assert open_page(folder / "index.html").locator("p").get_attribute("data-ran") == "yes"
    still = open_page(folder / "index.html", javascript=False, color_scheme="dark", width=320)
    assert still.locator("p").get_attribute("data-ran") is None


@pytest.mark.parametrize(
    ("script", "trouble"),
    [
        ("console.log('left in')", "console: log: left in"),
        ("throw new Error('broke')", "console: uncaught: broke"),
        ("new Image().src = 'https://example.org/a.png'", "policy: img-src: https://example.org/a.png"),
        ("eval('1')", "policy: script-src: eval"),
    ],
)
def test_trouble_is_caught(
    script: str, trouble: str, folder: Path, serve_dir: Callable[..., str], open_page: Opener
) -> None:
    (folder / "a.js").write_text(script, encoding="utf-8")
    page = open_page(serve_dir(folder), excused=True)
    page.wait_for_timeout(100)
    assert any(line.startswith(trouble) for line in open_page.watch(page).trouble())


def test_a_foreign_request_is_caught_and_goes_nowhere(
    folder: Path, serve_dir: Callable[..., str], open_page: Opener
) -> None:
    free = SOUND.replace(POLICY, "default-src *").replace("a.js", "https://example.org/a.js")
    (folder / "index.html").write_text(free, encoding="utf-8")
    page = open_page(serve_dir(folder), excused=True)
    assert open_page.watch(page).foreign == ["https://example.org/a.js"]
    assert any("ERR_NAME_NOT_RESOLVED" in line for line in open_page.watch(page).console)


def test_trouble_fails_the_test_unless_excused(folder: Path, open_page: Opener) -> None:
    (folder / "a.js").write_text("console.warn('left in')", encoding="utf-8")
    excused = Opener(open_page.browser)
    excused(folder / "index.html", excused=True)
    assert excused.close() == []
    judged = Opener(open_page.browser)
    judged(folder / "index.html")
    assert [line.split(" (")[0] for line in judged.close()] == ["console: warning: left in"]


def test_axe_finds_a_planted_barrier_under_the_real_policy(page: Page, folder: Path) -> None:
    barred = SOUND.replace("<p>", '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><p>')
    (folder / "index.html").write_text(barred, encoding="utf-8")
    page.goto((folder / "index.html").as_uri())
    assert any(line.startswith("image-alt") for line in axe(page))


def test_the_server_sends_what_a_static_host_sends(folder: Path, serve_dir: Callable[..., str]) -> None:
    (folder / "404.html").write_text("lost", encoding="utf-8")
    (folder / "a.geojson").write_text("{}", encoding="utf-8")
    address = serve_dir(folder, base="/project/")
    with urlopen(address + "a.geojson") as answer:
        assert answer.headers["Content-Type"] == "application/geo+json"
    for missing in (address + "none.html", address.replace("/project/", "/"), address + "../../etc/passwd"):
        with pytest.raises(HTTPError, match="404") as lost:
            urlopen(missing)
        with lost.value as page:
            assert page.read() == b"lost"
