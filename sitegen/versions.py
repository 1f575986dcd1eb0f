"""What a build is made with, in one digest: another version of any of it may write other bytes."""

import platform
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

from sitegen.assets import templates_dir

_COMPILED = frozenset({".pyc", ".pyo"})
_INSTALLED = (".dist-info", ".egg-info")


@cache
def made_with() -> bytes:
    """Return the SHA-256 of this code, its templates, catalogues and data, of Python and of every package installed."""
    digest = sha256("\n".join((sys.version, platform.machine(), *_packages())).encode())
    for folder in dict.fromkeys((Path(__file__).resolve().parent, templates_dir())):
        for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix not in _COMPILED):
            data = path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()}\0{len(data)}\0".encode() + data)
    return digest.digest()


def _packages() -> Iterator[str]:
    """Yield the names of the folders that describe packages: name and version, and no file needs to be read."""
    for folder in sys.path:
        with suppress(OSError):
            yield from sorted(path.name for path in Path(folder or ".").iterdir() if path.name.endswith(_INSTALLED))
