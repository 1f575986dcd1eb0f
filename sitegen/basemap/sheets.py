"""The records of a basemap and the bytes they are kept as: one GeoJSON file a sheet."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sitegen.geometry import Bounds, Shape, to_geojson

DECIMALS = 3
"""Decimals of a degree in the files that `sitegen basemap` writes: about 100 metres."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A shape (degrees WGS 84) and what is known about it, such as `kind` or a town's names."""

    shape: Shape
    properties: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the data of a sheet come from, in words for readers and for whoever makes them again."""

    source: str = ""
    licence: str = ""
    attribution: str = ""
    made_with: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file of the basemap; `view` is the box that it was clipped to, if it was."""

    name: str
    features: tuple[Feature, ...]
    origin: Origin = Origin()
    view: Bounds | None = None

    def of_kind(self, kind: str) -> list[Shape]:
        """Return the shapes whose property `kind` is `kind`."""
        return [f.shape for f in self.features if f.properties.get("kind") == kind]

    def to_geojson(self) -> dict[str, Any]:
        """Return the sheet as a GeoJSON FeatureCollection that says where it comes from."""
        origin = self.origin
        return {
            "type": "FeatureCollection",
            "source": origin.source,
            "licence": origin.licence,
            "attribution": origin.attribution,
            "made_with": origin.made_with,
            **({"bbox": list(self.view)} if self.view else {}),
            "features": [_feature(feature) for feature in self.features],
        }


@dataclass(frozen=True, slots=True)
class Basemap:
    """The sheets drawn under the events, in the order of their names; empty for a site without a basemap.

    `borders`, `regions`, `water`, `rivers` and `towns` have a look of their own; any other sheet is the
    operator's and drawn as plain lines and areas.
    """

    sheets: tuple[Sheet, ...] = ()

    def sheet(self, name: str) -> Sheet | None:
        """Return the sheet called `name`, or None."""
        return next((sheet for sheet in self.sheets if sheet.name == name), None)

    @property
    def credits(self) -> tuple[Origin, ...]:
        """Where the sheets come from: each origin once, in the order of the sheets."""
        return tuple(dict.fromkeys(sheet.origin for sheet in self.sheets if sheet.origin.attribution))


def encoded(sheet: Sheet) -> bytes:
    """Write the sheet as compact GeoJSON, a feature a line; the same sheet gives the same bytes."""
    document = sheet.to_geojson()
    features = ",\n".join(_compact(feature) for feature in document.pop("features"))
    return f'{_compact(document)[:-1]},"features":[\n{features}\n]}}\n'.encode()


def _feature(feature: Feature) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": dict(feature.properties),
        "geometry": to_geojson(feature.shape, DECIMALS),
    }


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
