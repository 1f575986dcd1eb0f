"""How any provider is asked: paced, kept, patient, within a time limit; geopy's geocoders cannot do otherwise."""

import json
import time
from collections.abc import Callable
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPSHandler, ProxyHandler, Request, build_opener

from geopy.adapters import AdapterHTTPError, BaseSyncAdapter, get_retry_after
from geopy.exc import GeocoderParseError, GeocoderServiceError, GeocoderTimedOut, GeocoderUnavailable

from sitegen.geocode.kept import Kept
from sitegen.geocode.pace import LONGEST_S, Pace

TRIES = 4
MAX_BYTES = 20_000_000
_BUSY = frozenset({429, 500, 502, 503, 504})
_CHUNK = 65_536


class Transport(BaseSyncAdapter):  # type: ignore[misc]
    """geopy's adapter: one request a second, answers from the disk first, back-off on 429 and 5xx.

    Raises what geopy's adapters raise: AdapterHTTPError, GeocoderTimedOut, GeocoderUnavailable and the like. Proxies
    are those of the environment unless geopy was given others.
    """

    def __init__(self, *, proxies: dict[str, str] | None, ssl_context: Any, pace: Pace, kept: Kept) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context)
        self.pace, self.kept = pace, kept
        self._open = build_opener(ProxyHandler(proxies), HTTPSHandler(context=ssl_context)).open

    def get_json(self, url: str, *, timeout: float, headers: dict[str, str]) -> Any:
        """Return the parsed response; only what parses is kept."""
        return self._ask(url, timeout, headers, _parsed)

    def get_text(self, url: str, *, timeout: float, headers: dict[str, str]) -> str:
        """Return the response as text."""
        text: str = self._ask(url, timeout, headers, str)
        return text

    def _ask(self, url: str, timeout: float, headers: dict[str, str], read: Callable[[str], Any]) -> Any:
        kept = self.kept.get(url)
        if kept is not None:
            return read(kept)
        text = self._patiently(url, timeout, headers)
        value = read(text)
        self.kept.put(url, text)
        return value

    def _patiently(self, url: str, timeout: float, headers: dict[str, str]) -> str:
        for attempt in range(1, TRIES):
            self.pace.wait()
            try:
                return self._fetch(url, timeout, headers)
            except AdapterHTTPError as error:
                pause = _pause(error, attempt)
                if pause is None:
                    raise
                self.pace.hold_back(pause)
            except (GeocoderTimedOut, GeocoderUnavailable):
                # A server that is down stays down for longer than anybody waits: ask once more, then say so.
                if attempt > 1:
                    raise
        self.pace.wait()
        return self._fetch(url, timeout, headers)

    def _fetch(self, url: str, timeout: float, headers: dict[str, str]) -> str:
        deadline = time.monotonic() + timeout
        try:
            with self._open(Request(url, headers=headers), timeout=timeout) as page:  # noqa: S310 - geopy: http(s)
                return _body(page, deadline).decode(page.headers.get_content_charset() or "utf-8", "replace")
        except HTTPError as error:
            with error:
                lowered = {name.lower(): value for name, value in error.headers.items()}
                raise AdapterHTTPError(str(error), status_code=error.code, headers=lowered, text="") from error
        except TimeoutError as error:
            raise GeocoderTimedOut(f"no answer within {timeout:g} seconds") from error
        except URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise GeocoderTimedOut(f"no answer within {timeout:g} seconds") from error
            raise GeocoderUnavailable(str(error.reason)) from error
        except (OSError, HTTPException) as error:
            raise GeocoderUnavailable(str(error) or type(error).__name__) from error


def _body(page: Any, deadline: float) -> bytes:
    """Read a response that may come drop by drop: each drop would reset a socket's own time limit."""
    parts: list[bytes] = []
    while part := page.read1(_CHUNK):
        parts.append(part)
        if time.monotonic() > deadline:
            raise TimeoutError
        if sum(map(len, parts)) > MAX_BYTES:
            raise GeocoderServiceError(f"the answer is larger than {MAX_BYTES:,} bytes")
    return b"".join(parts)


def _pause(error: AdapterHTTPError, attempt: int) -> float | None:
    """Return the seconds to wait before asking again: what the server says, else 2, 4, 8; None: do not ask again."""
    if error.status_code not in _BUSY:
        return None
    wanted = get_retry_after(error.headers)
    seconds = float(2**attempt if wanted is None else wanted)
    return seconds if seconds <= LONGEST_S else None


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise GeocoderParseError("the answer is not JSON") from error
