"""One request a second for the whole machine: a lock file that holds when the next request may start.

The usage policy of the public Nominatim counts an application, not a process: two runs share one second. geopy's own
RateLimiter paces one process only, and turns an outage into "not found" unless told otherwise; it is not used.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

GAP_S = 1.0
GAP_HERE = "SITEGEN_GEOCODER_GAP_S"
"""An environment variable: the seconds between requests to a server on this very machine, and to no other."""

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
LONGEST_S = 120.0
"""Nobody waits longer than this, whatever a server asks for or a broken lock file says."""

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)


def gap_s(domain: str | None) -> float:
    """Return the seconds between requests to a host: one, whatever the environment says, unless it is this machine."""
    told = os.environ.get(GAP_HERE)
    if not told or urlsplit(f"//{domain or ''}").hostname not in _HERE:
        return GAP_S
    try:
        return max(0.0, float(told))
    except ValueError:
        return GAP_S


class Pace:
    """Starts requests at least `gap_s` seconds apart, over all processes that use the same `path`."""

    def __init__(self, path: Path | None = None, gap_s: float = GAP_S) -> None:
        """Use the lock file `path`; by default one that all users of this machine share."""
        self.path = path or Path(tempfile.gettempdir(), "frontline-civilians-geocode.lock")
        self.gap_s = gap_s

    def wait(self) -> None:
        """Return when a request may start, and book the second after it; others queue meanwhile."""
        with self._held() as lock:
            now = time.time()
            start = max(now, min(_read(lock), now + LONGEST_S))
            time.sleep(start - now)
            _write(lock, start + self.gap_s)

    def hold_back(self, seconds: float) -> None:
        """Let no request of any process start for `seconds`: the server asked for a pause."""
        with self._held() as lock:
            _write(lock, max(_read(lock), time.time() + min(seconds, LONGEST_S)))

    @contextmanager
    def _held(self) -> Iterator[int]:
        lock = self._open()
        try:
            _lock(lock)  # the kernel gives it back if this process dies
            yield lock
        finally:
            os.close(lock)

    def _open(self) -> int:
        flags = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0)
        try:
            return os.open(self.path, flags)
        except FileNotFoundError:
            pass
        try:
            # Other users' runs wait for the same second: the file is theirs to write, too.
            lock = os.open(self.path, flags | os.O_CREAT | os.O_EXCL, 0o666)
        except FileExistsError:
            return os.open(self.path, flags)
        if hasattr(os, "fchmod"):
            os.fchmod(lock, 0o666)
        return lock


def _read(lock: int) -> float:
    os.lseek(lock, 0, os.SEEK_SET)
    try:
        return float(os.read(lock, 64).decode("ascii"))
    except ValueError:
        return 0.0


def _write(lock: int, moment: float) -> None:
    os.lseek(lock, 0, os.SEEK_SET)
    os.write(lock, f"{moment:<32.3f}".encode("ascii"))
