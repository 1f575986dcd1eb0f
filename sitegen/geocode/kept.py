"""Responses kept on disk for a while, so that no request is made twice: also what makes a stopped run resumable."""

import hashlib
import json
import os
import tempfile
import time
from pathlib import Path

DAY_S = 86_400
KEPT_DAYS = 30
EMPTY_DAYS = 1  # somebody may add the place to the map tomorrow
_EMPTY_BYTES = 8


def folder() -> Path:
    """Return where responses are kept: below XDG_CACHE_HOME, else ~/.cache."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base, "frontline-civilians", "geocode")


class Kept:
    """Response texts by address. Secrets never reach the disk: they are cut from the address first."""

    def __init__(self, path: Path, secrets: tuple[str, ...] = (), *, fresh: bool = False) -> None:
        """Keep in the folder `path`; `fresh` asks anew for everything and keeps the new answers."""
        self.path, self.secrets, self.fresh = path, secrets, fresh

    def get(self, url: str) -> str | None:
        """Return the kept response, None where there is none or it is too old."""
        if self.fresh:
            return None
        try:
            kept = json.loads(self._file(url).read_text("utf-8"))
            text, at = str(kept["text"]), float(kept["at"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        days = KEPT_DAYS if len(text) > _EMPTY_BYTES else EMPTY_DAYS
        return text if 0 <= time.time() - at < days * DAY_S else None

    def put(self, url: str, text: str) -> None:
        """Keep a response; a full disk or a folder that cannot be written only means that nothing is kept."""
        target = self._file(url)
        try:
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=target.parent, delete=False) as stream:
                json.dump({"url": self._public(url), "at": time.time(), "text": text}, stream, ensure_ascii=False)
            Path(stream.name).replace(target)
        except OSError:
            return

    def _file(self, url: str) -> Path:
        return self.path / f"{hashlib.sha256(self._public(url).encode()).hexdigest()[:32]}.json"

    def _public(self, url: str) -> str:
        for secret in self.secrets:
            url = url.replace(secret, "…")
        return url
