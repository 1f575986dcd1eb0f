"""Borders, regions and water that meet each other, made of lines and areas clipped to a view."""

from dataclasses import dataclass

from sitegen.basemap.sheets import DECIMALS, Feature, Origin, Sheet
from sitegen.geometry import Bounds, LngLat, Shape, simplified
from sitegen.geometry.linework import cells, edges, frame, inner_point, joined, network, polyline, touches

TOLERANCE = 0.01
"""Degrees by which a simplified line may leave the true one: about a kilometre."""

LAKE = 0.03
"""Square degrees, about 250 km², below which a lake is left out."""

CREDITS = ("Made with Natural Earth", "Towns: GeoNames, CC BY 4.0", "public domain")
"""What our own sheets are credited with, and one's licence: maps and pages translate these words."""

MADE_WITH = "sitegen basemap"
NATURAL_EARTH = Origin(
    "Natural Earth 1:10m: admin-0 boundary lines, ocean and rivers 3.0.0, admin-1 lines 4.1.0",
    CREDITS[2],
    CREDITS[0],
    MADE_WITH,
)
_REGIONS = Origin(
    f"{NATURAL_EARTH.source}; the line between Crimea and Kherson Oblast is drawn by hand",
    NATURAL_EARTH.licence,
    NATURAL_EARTH.attribution,
    MADE_WITH,
)

# Natural Earth 4.1.0 has no line between the Autonomous Republic of Crimea and Kherson Oblast. This one runs
# from the head of Karkinit Bay over the isthmus of Perekop, through the Syvash and over the Arabat Spit.
PEREKOP = tuple(
    LngLat(*point)
    for point in (
        *((33.590, 46.140), (33.612, 46.157), (33.660, 46.185), (33.700, 46.200), (33.800, 46.175)),
        *((34.100, 46.090), (34.410, 46.005), (34.550, 45.985), (34.730, 45.965), (34.800, 45.900)),
        *((34.862, 45.805), (34.940, 45.775), (35.020, 45.760)),
    )
)


@dataclass(frozen=True, slots=True)
class Layers:
    """What was read, clipped to the view: two sets of lines, the sea as an area, lakes one by one."""

    borders: Shape
    regions: Shape
    ocean: Shape
    lakes: tuple[Shape, ...]


def composed(layers: Layers, view: Bounds) -> list[Sheet]:
    """Make the sheets `borders`, `regions` and `water`.

    The lines are noded and simplified together, so that borders, regions and coast still meet afterwards.
    """
    lines = {"frame": frame(view), "borders": layers.borders, "coast": edges(layers.ocean)}
    lines |= {"regions": layers.regions, "perekop": polyline(PEREKOP)}
    net = network(lines, DECIMALS, TOLERANCE)
    sea = (c for c in cells([net["coast"], net["frame"]]) if touches(inner_point(c), layers.ocean))
    lakes = (simplified(shape, TOLERANCE) for shape in layers.lakes if shape.area >= LAKE)
    border = Feature(joined([net["borders"]]), {"kind": "border"})
    internal = Feature(joined([net["regions"]]), {"kind": "internal"})
    disputed = Feature(joined([net["perekop"]]), {"kind": "disputed", "dashed": True})
    water = Feature(joined(sea), {"kind": "sea"}), Feature(joined(lakes), {"kind": "lake"})
    return [
        Sheet("borders", _kept(border), NATURAL_EARTH, view),
        Sheet("regions", _kept(internal, disputed), _REGIONS, view),
        Sheet("water", _kept(*water), NATURAL_EARTH, view),
    ]


def _kept(*features: Feature) -> tuple[Feature, ...]:
    return tuple(feature for feature in features if not feature.shape.is_empty)
