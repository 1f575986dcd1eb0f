"""The map under the events: open outlines, rivers and towns, cut to the site's view and committed small."""

from sitegen.basemap.compose import CREDITS
from sitegen.basemap.cutting import VIEW, cut
from sitegen.basemap.enclosed import Outlines, outlines
from sitegen.basemap.files import load, read
from sitegen.basemap.raw import RawDataError
from sitegen.basemap.sheets import Basemap, Feature, Origin, Sheet, encoded

__all__ = [
    "CREDITS",
    "VIEW",
    "Basemap",
    "Feature",
    "Origin",
    "Outlines",
    "RawDataError",
    "Sheet",
    "cut",
    "encoded",
    "load",
    "outlines",
    "read",
]
