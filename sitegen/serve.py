"""The preview: make pages as they are asked for, serve on loopback only, read anew and reload on change."""

import json
import mimetypes
import threading
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from watchfiles import watch

from sitegen import assets
from sitegen.build import Options, assemble, examine, kept, store_of
from sitegen.content import Content, Known
from sitegen.problems import Findings
from sitegen.render import Tree
from sitegen.report import as_json, summary
from sitegen.store import Store

LOOPBACK = "127.0.0.1"
_OWN = "/-/sitegen/"
_INJECT = (
    b'<link rel="stylesheet" href="/-/sitegen/preview.css"><script defer src="/-/sitegen/preview.js"></script></head>'
)
_WAIT_SECONDS = 20.0


@dataclass
class Preview:
    """The last good site and the latest findings; `version` rises with every rebuild."""

    content: Path
    options: Options
    tree: Mapping[str, bytes] = field(default_factory=dict)
    findings: Findings = field(default_factory=Findings)
    version: int = 0
    store: Store = field(default_factory=lambda: Store(None))
    known: Known = field(init=False)
    changed: threading.Condition = field(default_factory=threading.Condition)

    def __post_init__(self) -> None:
        self.known = Known(store=self.store)

    def rebuild(self) -> None:
        """Read what has changed; pages are made as they are asked for. While there is a problem the old tree stays."""
        read, findings = examine(self.content, self.options, self.known)
        tree = self.tree if findings.problems else self._made(read, findings)
        with self.changed:
            self.tree, self.findings = tree, findings
            self.version += 1
            self.changed.notify_all()

    def _made(self, read: Content, findings: Findings) -> Tree:
        site = assemble(read, findings, self.options)
        return Tree(site, kept(read, site, self.store))

    def wait(self, seen: int) -> int:
        """Return the version, once it differs from `seen` or after some seconds."""
        with self.changed:
            self.changed.wait_for(lambda: self.version != seen, timeout=_WAIT_SECONDS)
            return self.version


def make_server(preview: Preview, port: int) -> ThreadingHTTPServer:
    """Return a server of `preview` on 127.0.0.1; port 0 takes any free one, a taken one raises OSError."""
    handler = type("Handler", (_Handler,), {"preview": preview})
    server = ThreadingHTTPServer((LOOPBACK, port), handler)
    server.daemon_threads = True
    return server


def serve(
    content: Path,
    port: int,
    options: Options,
    tell: Callable[[str], object],
    stop: threading.Event | None = None,
) -> None:
    """Serve and follow `content` until interrupted, or until `stop` is set."""
    with closing(store_of(content, options)) as store:
        _follow(Preview(content, options, store=store), port, tell, stop)


def _follow(preview: Preview, port: int, tell: Callable[[str], object], stop: threading.Event | None) -> None:
    preview.rebuild()
    server = make_server(preview, port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    tell(f"{summary(preview.findings)} http://{LOOPBACK}:{server.server_port}/  (Ctrl-C ends it)")
    try:
        for _ in watch(preview.content, debounce=100, step=25, stop_event=stop, raise_interrupt=False):
            preview.rebuild()
            tell(summary(preview.findings))
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    """Files of the tree, and under /-/sitegen/ what reloads the page and shows the problems."""

    preview: Preview
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        host = (self.headers.get("Host") or "").rpartition(":")[0]
        if host not in {LOOPBACK, "localhost"}:
            # A foreign name that resolves to this machine (DNS rebinding) must not read drafts.
            self._send(403, "text/plain", b"Open this preview as http://127.0.0.1.")
            return
        path = unquote(urlsplit(self.path).path)
        if path.startswith(_OWN):
            self._own(path.removeprefix(_OWN))
        else:
            self._page(path.lstrip("/"))

    do_HEAD = do_GET  # noqa: N815 - the name is http.server's

    def _own(self, name: str) -> None:
        if name == "state":
            seen = urlsplit(self.path).query
            version = self.preview.wait(int(seen) if seen.isdecimal() else -1)
            found = json.loads(as_json(self.preview.findings, self.preview.content.name + "/"))
            self._send(200, "application/json", json.dumps({"version": version, **found}).encode())
        elif name in {"preview.js", "preview.css"}:
            self._send(200, _type(name), assets.preview(name))
        else:
            self._send(404, "text/plain", b"not here")

    def _page(self, path: str) -> None:
        tree = self.preview.tree
        path = path + "index.html" if path.endswith("/") or not path else path
        status = 200 if path in tree else 404
        body = tree.get(path) or tree.get("404.html") or assets.preview("empty.html")
        kind = _type(path) if status == 200 else "text/html; charset=utf-8"
        if kind.startswith("text/html"):
            body = body.replace(b"</head>", _INJECT, 1)
        self._send(status, kind, body)

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        for name, value in (
            ("Content-Type", kind),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"),
            ("Content-Security-Policy", "frame-ancestors 'none'"),
            ("X-Content-Type-Options", "nosniff"),
        ):
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is http.server's
        """Nobody is told who reads, not even the terminal."""


def _type(path: str) -> str:
    known = {
        ".js": "text/javascript; charset=utf-8",
        ".geojson": "application/geo+json",
        ".csv": "text/csv; charset=utf-8",
    }
    ending = path[path.rfind(".") :] if "." in path else ""
    guessed = known.get(ending) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    return "text/html; charset=utf-8" if guessed == "text/html" else guessed
