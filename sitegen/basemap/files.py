"""The files of `content/basemap/` → a basemap and what is wrong with them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sitegen.basemap.sheets import Basemap, Feature, Origin, Sheet
from sitegen.geometry import Bounds, bounds, from_geojson
from sitegen.problems import Mark, Problem, say

_HINT = say("bring GeoJSON with longitude first, in degrees WGS 84")


def load(folder: Path) -> tuple[Basemap, list[Problem]]:
    """Read every `.geojson` file of `folder`; no folder and no files make an empty basemap."""
    files = sorted(folder.glob("*.geojson")) if folder.is_dir() else []
    return read({f"basemap/{file.name}": file.read_bytes() for file in files})


def read(files: Mapping[str, bytes]) -> tuple[Basemap, list[Problem]]:
    """Read basemap files by their path below the content folder; a file that cannot be read is left out."""
    sheets, problems = [], []
    for path in sorted(files):
        try:
            sheets.append(_sheet(path, json.loads(files[path].decode("utf-8-sig"))))
        except json.JSONDecodeError as error:
            mark = Mark(path, error.lineno, error.colno)
            problems.append(Problem(mark, "basemap-json", say("this is not JSON: %(error)s", error=error.msg), _HINT))
        except (UnicodeDecodeError, RecursionError):
            problems.append(Problem(Mark(path), "basemap-json", say("this is not JSON in UTF-8"), _HINT))
        except ValueError as error:
            problems.append(Problem(Mark(path), "basemap-shape", error.args[0], _HINT))
    return Basemap(tuple(sheets)), problems


def _sheet(path: str, document: Any) -> Sheet:
    if not isinstance(document, dict):
        raise ValueError(say("this is not a GeoJSON object"))
    features = (_feature(item, number) for number, item in enumerate(_items(document), 1))
    origin = Origin(*(_text(document, key) for key in ("source", "licence", "attribution", "made_with")))
    name = path.rpartition("/")[2].removesuffix(".geojson")
    return Sheet(name, tuple(f for f in features if not f.shape.is_empty), origin, _view(document))


def _items(document: dict[str, Any]) -> list[Any]:
    match document:
        case {"type": "FeatureCollection", "features": list(features)}:
            return features
        case {"type": "Feature"}:
            return [document]
    return [{"geometry": document}]


def _feature(item: Any, number: int) -> Feature:
    item = item if isinstance(item, dict) else {}
    try:
        shape = from_geojson(item.get("geometry") or {})
    except ValueError:
        raise ValueError(say("feature %(number)s has no GeoJSON geometry", number=number)) from None
    if not shape.is_empty and not _on_globe(bounds(shape)):
        said = say("feature %(number)s reaches beyond 180 degrees of longitude or 90 of latitude", number=number)
        raise ValueError(said)
    properties = item.get("properties")
    return Feature(shape, properties if isinstance(properties, dict) else {})


def _on_globe(box: Bounds) -> bool:
    return box.west >= -180 and box.east <= 180 and box.south >= -90 and box.north <= 90


def _text(document: dict[str, Any], key: str) -> str:
    value = document.get(key)
    return value if isinstance(value, str) else ""


def _view(document: dict[str, Any]) -> Bounds | None:
    match document.get("bbox"):
        case [
            int() | float() as west,
            int() | float() as south,
            int() | float() as east,
            int() | float() as north,
        ]:
            return Bounds(float(west), float(south), float(east), float(north))
    return None
