"""Templates compiled once: shared by the languages of a build, and kept for the next one outside the content."""

import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from types import CodeType

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from sitegen import store

_DIGEST = 32


class Compiled(BytecodeCache):
    """Compiled templates by the SHA-256 of their name and source, in this process and, where it can be, in `folder`.

    A file that is not whole is as good as none; two processes at once write the same. The folder may be deleted at any
    time; what another Python or Jinja wrote has another name.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._known: dict[str, CodeType] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return what tells templates apart by name: two of one text are still two."""
        return sha256(name.encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill `bucket` with what is known of this very source, or leave it empty."""
        name = self._name(bucket)
        if name not in self._known and (data := self._kept(name)):
            bucket.bytecode_from_string(data)
            self._remember(name, bucket)
        bucket.code = self._known.get(name)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled; a folder that takes nothing is no error."""
        self._remember(self._name(bucket), bucket)
        if self._folder:
            with suppress(OSError):
                self._folder.mkdir(parents=True, exist_ok=True)
                _write(self._folder / self._name(bucket), bucket.bytecode_to_string())

    def _remember(self, name: str, bucket: Bucket) -> None:
        if bucket.code:
            self._known[name] = bucket.code

    def _kept(self, name: str) -> bytes | None:
        with suppress(OSError):
            whole = (self._folder / name).read_bytes() if self._folder else b""
            digest, data = whole[:_DIGEST], whole[_DIGEST:]
            return data if data and sha256(data).digest() == digest else None
        return None

    def _name(self, bucket: Bucket) -> str:
        made_by = f"{jinja2.__version__} {sys.version}"
        return sha256(f"{bucket.key} {bucket.checksum} {made_by}".encode()).hexdigest()


def _write(path: Path, data: bytes) -> None:
    with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        file.write(sha256(data).digest() + data)
    Path(file.name).replace(path)


@cache
def compiled() -> Compiled:
    """Return the templates that this process has compiled, kept in the user's cache folder."""
    place = store.folder()
    return Compiled(place / "templates" if place else None)
