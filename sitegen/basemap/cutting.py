"""`sitegen basemap`: raw data → the small files in `content/basemap/`."""

from pathlib import Path

from sitegen.basemap import raw
from sitegen.basemap.compose import CREDITS, MADE_WITH, NATURAL_EARTH, TOLERANCE, Layers, composed
from sitegen.basemap.sheets import Feature, Origin, Sheet, encoded
from sitegen.basemap.towns import towns, wanted
from sitegen.geometry import Bounds, simplified
from sitegen.geometry.linework import joined, without_specks

VIEW = Bounds(21.5, 43.6, 44.5, 57.5)
"""Ukraine and Belarus whole, and of Russia what lies beside them, Moscow and the lower Don."""

ISLAND = 0.005
"""Square degrees, about 40 km², below which an island or a lagoon is left out."""

RIVERS = 7
"""The least important rank of rivers (Natural Earth's scalerank) that is kept."""

_SMALL_RIVERS = frozenset({"Bug", "Pivd. Buh", "Seym"})
_REGIONS_OF = frozenset({"Belarus", "Russia", "Ukraine"})
# The dam broke on 6 June 2023 and the reservoir ran dry; the river's own line is drawn there instead.
_GONE = frozenset({"Kakhovka Reservoir"})
_GEONAMES = Origin(
    "GeoNames cities500: positions and order of size; spellings chosen by hand",
    "CC BY 4.0",
    CREDITS[1],
    MADE_WITH,
)


def cut(view: Bounds, out_dir: Path) -> list[Path]:
    """Write borders, regions, water, rivers and towns inside `view` to `out_dir`; return the paths.

    The same raw data give the same bytes. Raises RawDataError before anything is
    written.
    """
    sheets = [*composed(_layers(view), view), _rivers(view), _towns(view)]
    out_dir.mkdir(parents=True, exist_ok=True)
    for sheet in sheets:
        (out_dir / f"{sheet.name}.geojson").write_bytes(encoded(sheet))
    return [out_dir / f"{sheet.name}.geojson" for sheet in sheets]


def _layers(view: Bounds) -> Layers:
    waters = list(raw.natural_earth("ocean", view))
    borders = raw.natural_earth("admin_0_boundary_lines_land", view)
    regions = raw.natural_earth("admin_1_states_provinces_lines", view)
    oceans = joined(shape for shape, about in waters if about["featurecla"] == "Ocean")
    return Layers(
        borders=joined(shape for shape, _ in borders),
        regions=joined(shape for shape, about in regions if about["adm0_name"] in _REGIONS_OF),
        ocean=without_specks(oceans, ISLAND),
        lakes=tuple(s for s, about in waters if about["featurec_2"] and about["name"] not in _GONE),
    )


def _rivers(view: Bounds) -> Sheet:
    found = raw.natural_earth("rivers_lake_centerlines", view)
    large = joined(s for s, about in found if about["scalerank"] <= RIVERS or about["name"] in _SMALL_RIVERS)
    return Sheet("rivers", (Feature(simplified(large, TOLERANCE), {"kind": "river"}),), NATURAL_EARTH, view)


def _towns(view: Bounds) -> Sheet:
    return Sheet("towns", towns(wanted(), raw.geonames(), view), _GEONAMES, view)
