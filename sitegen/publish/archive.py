"""The tree once more as one ZIP archive, the same bytes for the same files, to be carried and opened anywhere."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sitegen.publish.errors import PublishError, telling

FOLDER = "site/"
"""What everything in the archive lies in, so that unpacking it fills no folder with a thousand files."""

_COMMENT = b"Made by sitegen, which replaces it at every build."
_DAY_ONE = (1980, 1, 1, 0, 0, 0)  # the first a ZIP can state: no clock is read
_UNIX, _FILE = 3, 0o100644 << 16


class Archive:
    """An archive at `place` that takes files while they are published; it appears when the block ends well.

    Raises `PublishError` where a file stands that sitegen did not make (unless `force`), or the disk refuses.
    """

    def __init__(self, place: Path, *, force: bool = False) -> None:
        """Look at what stands there; nothing is written yet."""
        self._place = place
        self._new = place.with_name(f".{place.name}.sitegen-new")
        self._zip: ZipFile | None = None
        with telling(place):
            if place.exists() and not force and not _is_ours(place):
                raise PublishError(f"sitegen did not make {place}: move it, or replace it with --force.")

    def __enter__(self) -> "Archive":
        """Return the archive; it is begun with the first file, when the publisher holds its lock."""
        return self

    def taking(self, files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
        """Yield `files` (path, bytes) on, and keep a copy of each."""
        with telling(self._place):
            self._zip = ZipFile(self._new, "w", ZIP_DEFLATED, compresslevel=9)
        self._zip.comment = _COMMENT
        for path, data in files:
            info = ZipInfo(FOLDER + path, _DAY_ONE)
            info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, _UNIX, _FILE
            with telling(self._place):
                self._zip.writestr(info, data)
            yield path, data

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Put the archive in its place; after an error leave what stood there."""
        if self._zip is None:
            return
        try:
            with telling(self._place):
                self._zip.close()
                if kind is None:
                    self._new.replace(self._place)
        finally:
            with suppress(OSError):
                self._new.unlink()


def _is_ours(place: Path) -> bool:
    return place.is_file() and place.read_bytes().endswith(_COMMENT)
