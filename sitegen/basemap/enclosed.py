"""Region and country outlines, found in the basemap's lines by a point that lies inside."""

from dataclasses import dataclass

from sitegen.basemap.sheets import Basemap, Sheet
from sitegen.geometry import LngLat, Shape, contains
from sitegen.geometry.linework import cells, edges, frame, inner_point, touches


@dataclass(frozen=True, slots=True)
class Outlines:
    """The regions and countries' mainlands that lie whole inside the basemap's view (degrees WGS 84)."""

    regions: tuple[Shape, ...] = ()
    countries: tuple[Shape, ...] = ()

    def outline_at(self, point: LngLat) -> Shape | None:
        """Return the region that holds `point`; None at sea and for a region that leaves the view."""
        return _holding(self.regions, point)

    def country_at(self, point: LngLat) -> Shape | None:
        """Return the country that holds `point`, without islands; None as for `outline_at`."""
        return _holding(self.countries, point)


def outlines(basemap: Basemap) -> Outlines:
    """Find the outlines that the sheets `borders`, `regions` and `water` (its `sea`) enclose.

    A country is what no line of `borders` parts, so a disputed internal line, as at Perekop, parts regions
    but not countries.
    """
    view = next((sheet.view for sheet in basemap.sheets if sheet.view), None)
    seas = [shape for sheet in _found(basemap, "water") for shape in sheet.of_kind("sea")]
    edge = [frame(view)] if view else []
    outer = [*edge, *map(edges, seas), *_lines(basemap, "borders")]
    return Outlines(_whole(cells([*outer, *_lines(basemap, "regions")]), seas, edge), _whole(cells(outer), seas, edge))


def _whole(found: list[Shape], seas: list[Shape], edge: list[Shape]) -> tuple[Shape, ...]:
    return tuple(
        cell
        for cell in found
        if not any(touches(inner_point(cell), sea) for sea in seas) and not any(touches(cell, line) for line in edge)
    )


def _lines(basemap: Basemap, name: str) -> list[Shape]:
    return [feature.shape for sheet in _found(basemap, name) for feature in sheet.features]


def _found(basemap: Basemap, name: str) -> list[Sheet]:
    sheet = basemap.sheet(name)
    return [sheet] if sheet else []


def _holding(shapes: tuple[Shape, ...], point: LngLat) -> Shape | None:
    return next((shape for shape in shapes if contains(shape, point)), None)
