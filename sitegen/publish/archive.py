"""The tree once more as one ZIP archive, the same bytes for the same files, to be carried and opened anywhere."""

from contextlib import suppress
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sitegen.publish.errors import PublishError, telling
from sitegen.publish.target import GITIGNORE, MARKER

FOLDER = "site/"
"""What everything in the archive lies in, so that unpacking it fills no folder with a thousand files."""

_COMMENT = b"Made by sitegen, which replaces it at every build."
_DAY_ONE = (1980, 1, 1, 0, 0, 0)  # the first a ZIP can state: no clock is read
_UNIX, _FILE = 3, 0o100644 << 16


def check_archive(place: Path, *, force: bool = False) -> None:
    """Raise `PublishError` where a file stands at `place` that sitegen did not make, unless `force`."""
    with telling(place):
        if place.exists() and not force and not _is_ours(place):
            raise PublishError(f"sitegen did not make {place}: move it, or replace it with --force.")


def pack(folder: Path, place: Path) -> None:
    """Write the published `folder` as one archive to `place`, in the order of its paths, without what is for git.

    Raises `PublishError` where the disk refuses; what stood there then stays.
    """
    new = place.with_name(f".{place.name}.sitegen-new")
    files = sorted((file.relative_to(folder).as_posix(), file) for file in folder.rglob("*") if file.is_file())
    try:
        with telling(place):
            with ZipFile(new, "w", ZIP_DEFLATED, compresslevel=9) as archive:
                archive.comment = _COMMENT
                for path, file in files:
                    if path not in (MARKER, GITIGNORE):
                        archive.writestr(_info(path), file.read_bytes())
            new.replace(place)
    finally:
        with suppress(OSError):
            new.unlink()


def _info(path: str) -> ZipInfo:
    info = ZipInfo(FOLDER + path, _DAY_ONE)
    info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, _UNIX, _FILE
    return info


def _is_ours(place: Path) -> bool:
    return place.is_file() and place.read_bytes().endswith(_COMMENT)
