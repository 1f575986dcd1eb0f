"""A third party's tiles: on one page, which says so; nothing is asked of that party before it is opened."""

import http.server
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from browsing import Opener, axe
from pydantic import ValidationError
from reading import parse, text
from sitebuilding import BASE, copied, tree

from sitegen.build import build
from sitegen.model.tiles import Tiles
from sitegen.pages.head import POLICY

TILE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c63606060f80f0001040100f5f7e14b0000000049454e44ae426082"
)


@dataclass(slots=True)
class TileServer:
    """A tile server on loopback, standing as the third party."""

    origin: str = ""
    asked: list[tuple[str, str | None]] = field(default_factory=list)


@pytest.fixture(scope="module")
def party() -> Iterator[TileServer]:
    found = TileServer()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append((self.path, self.headers.get("Referer")))
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.end_headers()
            self.wfile.write(TILE)

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found.origin = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield found
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def sites(party: TileServer, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The base content without tiles, and with those of the party."""
    folder = tmp_path_factory.mktemp("tiles")
    content = copied(BASE, folder / "content")
    assert not build(content, folder / "plain").problems
    lines = f'tiles: {{name: "Tiles <b>Inc", url: "{party.origin}/{{z}}/{{x}}/{{y}}.png", attribution: "<i>T"}}\n'
    with (content / "site.yaml").open("a", encoding="utf-8") as file:
        file.write(lines)
    findings = build(content, folder / "tiled")
    assert not findings.problems, findings.problems
    return folder / "plain", folder / "tiled"


def test_only_that_page_has_a_policy_of_its_own_and_only_the_map_leads_there(
    sites: tuple[Path, Path], party: TileServer
) -> None:
    plain, tiled = map(tree, sites)
    assert not [path for path in plain if "tile" in path]
    new = {path for path in tiled if path.endswith(".html")} - set(plain)
    assert {path.rpartition("/")[2] for path in new} == {"map-tiles.html"}
    own = f"img-src 'self' data: {party.origin};"
    for path, data in tiled.items():
        if path.endswith(".html") and "embed/" not in path:
            policy = parse(data).findall("head/meta")[1].get("content")
            assert policy == (POLICY.replace("img-src 'self' data:;", own) if path in new else POLICY), path
            leads = b"map-tiles.html" in data
            assert path in new or leads == (path in {f"{home}index.html" for home in ("", "uk/", "ru/")}), path
    for path in new:
        main = text(parse(tiled[path]).find("body/main"))  # type: ignore[arg-type]
        assert "Tiles <b>Inc" in main
        assert party.origin in main


@pytest.mark.browser
def test_nothing_is_asked_before_the_page_is_opened(
    sites: tuple[Path, Path], party: TileServer, open_page: Opener
) -> None:
    party.asked.clear()
    page = open_page(sites[1] / "index.html")
    page.locator(".leaflet-container").wait_for()
    assert "Tiles <b>Inc your address and what you look at" in page.locator("#map-here").inner_text()
    assert party.asked == []
    page.get_by_role("link", name="A map with pictures from").click()
    page.locator("img.leaflet-tile-loaded").first.wait_for()
    assert party.asked
    assert {referer for _, referer in party.asked} == {None}, "it is not told where the reader was"
    assert page.locator(".leaflet-control-attribution").inner_text().startswith("<i>T")
    assert page.locator(".fc-mark").count() > 0
    assert axe(page) == []


@pytest.mark.parametrize(
    ("url", "rule"),
    [
        ("https://tiles.example.org/{z}/{x}/{y}.png", None),
        ("https://tiles.example.org:8443/t?z={z}&x={x}&y={y}&key=1", None),
        ("http://127.0.0.1:9999/{z}/{x}/{y}.png", None),
        ("http://tiles.example.org/{z}/{x}/{y}.png", "tiles-open"),
        ("http://127.0.0.1.example.org/{z}/{x}/{y}.png", "tiles-open"),
        ("https://a:b@tiles.example.org/{z}/{x}/{y}.png", "url-credentials"),
        ("https://10.0.0.7/{z}/{x}/{y}.png", "url-private"),
        ("https://tiles.local/{z}/{x}/{y}.png", "url-private"),
        ("https://127.0.0.1/{z}/{x}/{y}.png", "url-private"),
        ("https://{s}.tiles.example.org/{z}/{x}/{y}.png", "tiles-template"),
        ("https://tiles.example.org/{z}/{x}.png", "tiles-template"),
        ("https://tiles.example.org/{z}/{x}/{y}{r}.png", "tiles-template"),
        ("https://{z}.example.org/{x}/{y}.png", "tiles-template"),
        ("https://пример.укр/{z}/{x}/{y}.png", "tiles-template"),
        ("https://tiles.example.org;script-src/{z}/{x}/{y}.png", "url-format"),
        ("//tiles.example.org/{z}/{x}/{y}.png", "url-scheme"),
    ],
)
def test_which_addresses_of_tiles_are_taken(url: str, rule: str | None) -> None:
    fields = {"name": "Tiles", "url": url, "attribution": "T"}
    if rule is None:
        assert Tiles.model_validate(fields).origin == url.split("/{z}")[0].split("/t?")[0]
        return
    with pytest.raises(ValidationError) as caught:
        Tiles.model_validate(fields)
    assert caught.value.errors()[0]["ctx"]["rule"] == rule
