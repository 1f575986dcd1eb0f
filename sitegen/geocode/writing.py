"""New files that never replace one: a place is there whole or not at all, and what is there stays."""

import json
import os
import tempfile
from collections.abc import Container
from pathlib import Path

from sitegen.gazetteer import slug
from sitegen.geocode.candidates import Candidate
from sitegen.geocode.placefile import names
from sitegen.geometry import rounded, simplified, to_geojson

OPEN_LICENCES = frozenset(
    {"ODbL 1.0", "CC0 1.0", "CC BY 4.0", "CC BY 3.0", "CC BY-SA 4.0", "PDDL 1.0", "public domain"}
)
_TOLERANCE_DEGREES, _DECIMALS = 0.001, 4
_OUTLINED = frozenset({"district", "region"})


def free_id(candidate: Candidate, within: str | None, taken: Container[str]) -> str:
    """Return an id that no file has: the English name, with the containing place where another has that name."""
    first = slug(names(candidate).get("en", candidate.title)) or slug(candidate.ref)
    longer = f"{first}-{within}"[:90].strip("-") if within else first
    numbered = (f"{longer}-{number}" for number in range(2, 1_000))
    return next(id_ for id_ in (first, longer, *numbered) if id_ not in taken)


def has_open_outline(candidate: Candidate) -> bool:
    """Tell whether an outline comes with it that may be published: of a district or region, under an open licence.

    A country's outline is never taken from a provider: where its borders run is a question of viewpoint there.
    """
    return candidate.outline is not None and candidate.precision in _OUTLINED and candidate.licence in OPEN_LICENCES


def outline_file(candidate: Candidate) -> bytes:
    """Return the outline as GeoJSON that names its own source, licence and attribution (degrees WGS 84)."""
    shape = rounded(simplified(candidate.outline, _TOLERANCE_DEGREES), _DECIMALS)
    feature = {
        "type": "Feature",
        "properties": {
            "source": f"{candidate.provider}, {candidate.ref}",
            "licence": candidate.licence,
            "attribution": candidate.attribution,
            "made_with": "sitegen geocode",
        },
        "geometry": to_geojson(shape, _DECIMALS),
    }
    return (json.dumps(feature, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet; raises FileExistsError where it is, and leaves nothing half-written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    staged = _staged(path, data)
    try:
        os.link(staged, path)
    finally:
        staged.unlink()


def replace(path: Path, data: bytes) -> None:
    """Put new text in the place of a file, whole or not at all."""
    _staged(path, data).replace(path)


def _staged(path: Path, data: bytes) -> Path:
    # A name that begins with a dot is no content, should this process die here.
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".sitegen-geocode", delete=False) as stream:
        stream.write(data)
    staged = Path(stream.name)
    staged.chmod(0o644)
    return staged
