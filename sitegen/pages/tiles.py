"""The map on a third party's tiles: the one page whose policy lets pictures come from elsewhere."""

from collections.abc import Iterator
from functools import partial

from sitegen.model.tiles import Tiles
from sitegen.pages.edition import Edition
from sitegen.pages.front import Parts, map_files
from sitegen.pages.head import POLICY
from sitegen.pages.sheet import Due, Sheet


def tile_page(edition: Edition, parts: Parts) -> Iterator[Due]:
    """Yield the page, where the site has tiles."""
    if tiles := edition.site.file.tiles:
        yield Due("map-tiles.html", partial(_page, tiles, parts))


def _page(tiles: Tiles, parts: Parts, edition: Edition) -> Sheet:
    tiled = parts(tiled=True)
    styles, scripts = map_files(edition, tiled, "tile-map.js")
    title = edition.t.gettext("Map with pictures from {name}").format(name=tiles.name)
    return Sheet(
        "map-tiles.html", "map-tiles.html", title, title,
        {"title": title, "tiles": tiles, "map_id": tiled[edition.lang].div_id}, styles, scripts,
        listed=False, policy=POLICY.replace("data:;", f"data: {tiles.origin};"),
    )  # fmt: skip
