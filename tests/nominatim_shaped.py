"""A local server that answers as Nominatim does, misbehaves on demand, and remembers when it was asked what."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

Reply = tuple[int, dict[str, str], bytes]


@dataclass
class Asked:
    """One request: when it came, its path and parameters, its headers."""

    at: float
    path: str
    words: dict[str, str]
    headers: dict[str, str]


@dataclass
class Shaped:
    """What the server knows: `places` by the name asked for; `reply` may answer otherwise (None: as usual)."""

    places: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    reply: Callable[[int, Asked], Reply | float | None] = lambda number, asked: None
    asked: list[Asked] = field(default_factory=list)
    address: str = ""

    def answer(self, words: dict[str, str]) -> list[dict[str, Any]]:
        """Return the places of a query, structured or not; the first part of "a, b" is the name."""
        if "osm_ids" in words:
            every = (place for places in self.places.values() for place in places)
            return [p for p in every if f"{p['osm_type'][0].upper()}{p['osm_id']}" == words["osm_ids"]]
        name = words.get("city") or words.get("q", "").partition(",")[0]
        found = self.places.get(name, [])
        country, state = words.get("countrycodes"), words.get("state")
        found = [p for p in found if country in (None, p["address"]["country_code"])]
        return [p for p in found if state in (None, p["address"].get("state"))]


def place(
    name: str, number: int, lat: float, lon: float, *, rank: int = 19, code: str = "xa", **address: str
) -> dict[str, Any]:
    """Return a place in Nominatim's form, a node with its made-up bounding box."""
    around = (lat - 0.02, lat + 0.02, lon - 0.02, lon + 0.02)
    return {
        "place_id": 900_000 + number,
        "licence": "Data © OpenStreetMap contributors, ODbL 1.0.",
        "osm_type": "node",
        "osm_id": number,
        "lat": str(lat),
        "lon": str(lon),
        "class": "place",
        "type": "village",
        "place_rank": rank,
        "importance": 0.1,
        "addresstype": "village",
        "name": name,
        "display_name": ", ".join([name, *address.values()]),
        "address": {"village": name, **address, "country_code": code},
        "extratags": None,
        "namedetails": {"name": name, "name:en": name},
        "boundingbox": [str(corner) for corner in around],
    }


@contextmanager
def serving(shaped: Shaped) -> Iterator[Shaped]:
    """Serve on a free loopback port until the block ends; `shaped.address` is "host:port"."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            url = urlsplit(self.path)
            words = {key: values[0] for key, values in parse_qs(url.query).items()}
            asked = Asked(time.time(), url.path, words, dict(self.headers))
            shaped.asked.append(asked)
            reply = shaped.reply(len(shaped.asked), asked)
            if isinstance(reply, float):
                return self._drop_by_drop(reply)
            body = json.dumps(shaped.answer(words)).encode()
            self._send(*(reply or (200, {}, body)))
            return None

        def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
            self.send_response(status)
            for name, value in {
                "Content-Type": "application/json",
                "Content-Length": str(len(body)),
                **headers,
            }.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def _drop_by_drop(self, seconds: float) -> None:
            """Send a blank now and then, for ever: never silent long enough for a socket's own time limit."""
            self.send_response(200)
            self.send_header("Content-Length", "1000000")
            self.end_headers()
            try:
                for _ in range(1000):
                    self.wfile.write(b" ")
                    time.sleep(seconds)
            except OSError:
                return

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the parent's name
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 64

    with Server(("127.0.0.1", 0), Handler) as server:
        shaped.address = f"127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield shaped
        finally:
            server.shutdown()
            thread.join()
