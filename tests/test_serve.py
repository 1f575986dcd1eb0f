"""The preview: loopback only, follows changes, and shows problems instead of dying."""

import json
import socket
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from sitebuilding import BASE, copied, edit

from sitegen.build import Options
from sitegen.serve import LOOPBACK, Preview, make_server, serve


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return copied(BASE, tmp_path / "content")


@pytest.fixture
def port(content: Path) -> Iterator[int]:
    """A running `sitegen serve` of `content`."""
    said: list[str] = []
    stop = threading.Event()
    thread = threading.Thread(target=serve, args=(content, 0, Options(), said.append, stop))
    thread.start()
    try:
        yield int(_until(lambda: said and said[0]).split(":")[-1].split("/")[0])
    finally:
        stop.set()
        thread.join(10)
    assert not thread.is_alive()


def _until(found, seconds=20.0):
    limit = time.monotonic() + seconds
    while not (value := found()):
        assert time.monotonic() < limit, "it did not happen"
        time.sleep(0.05)
    return value


def _get(port: int, path: str, host: str | None = None) -> tuple[int, dict[str, str], bytes]:
    connection = HTTPConnection(LOOPBACK, port, timeout=30)
    connection.request("GET", path, headers={"Host": host or f"{LOOPBACK}:{port}"})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, dict(answer.getheaders()), body


def _state(port: int, seen: int = -1) -> dict:
    return json.loads(_get(port, f"/-/sitegen/state?{seen}")[2])


def test_pages_and_what_makes_them_reload(port):
    status, headers, body = _get(port, "/")
    assert status == 200
    assert b"/-/sitegen/preview.js" in body
    assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert _get(port, "/-/sitegen/preview.js")[0] == 200
    assert _get(port, "/no/such/page.html")[0] == 404
    assert _get(port, "/data/events.geojson")[1]["Content-Type"] == "application/geo+json"


def test_a_change_is_followed(port, content):
    before = _state(port)["version"]
    edit(content / "site.yaml", "title: ", 'title: "Heron" #')
    _until(lambda: _state(port)["version"] != before)
    assert b"Heron" in _get(port, "/")[2]


def test_a_broken_file_is_shown_and_the_good_site_stays(port, content):
    good = _get(port, "/")[2]
    event = sorted((content / "events").rglob("*.yaml"))[0]
    original = event.read_text(encoding="utf-8")
    edit(event, "kind: ", "kind: no-such-")
    state = _until(lambda: (s := _state(port))["count"] and s)
    assert state["problems"][0]["rule"] == "kind-unknown"
    assert _get(port, "/")[2] == good
    event.write_text(original, encoding="utf-8")
    _until(lambda: _state(port)["count"] == 0)


def test_only_this_machine_is_answered(port):
    """No other address listens, and a foreign name that resolves here (DNS rebinding) reads nothing."""
    assert _get(port, "/", host=f"evil.invented.org:{port}")[0] == 403
    with socket.socket() as other:
        other.settimeout(2)
        assert other.connect_ex(("127.0.0.2", port)) != 0


def test_a_preview_that_was_never_good_says_so(content):
    (content / "kinds.yaml").write_text("groups: [\n", encoding="utf-8")
    preview = Preview(content, Options())
    preview.rebuild()
    server = make_server(preview, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        status, _, body = _get(server.server_port, "/")
        assert status == 404
        assert b"no good site yet" in body
        assert b"preview.js" in body
        assert _state(server.server_port)["count"] > 0
    finally:
        server.shutdown()
        server.server_close()
