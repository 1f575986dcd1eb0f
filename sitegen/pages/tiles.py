"""The map on a third party's tiles: the one page whose policy lets pictures come from elsewhere."""

from collections.abc import Iterator, Mapping

from sitegen.maps import MapParts
from sitegen.pages.edition import Edition
from sitegen.pages.front import map_files
from sitegen.pages.head import POLICY
from sitegen.pages.sheet import Sheet


def tile_page(edition: Edition, tiled: Mapping[str, MapParts]) -> Iterator[Sheet]:
    """Yield the page, where the site has tiles; `tiled` is its map taken apart, by language."""
    tiles = edition.site.file.tiles
    if tiles is None or not tiled:
        return
    styles, scripts = map_files(edition, tiled, "tile-map.js")
    title = edition.t.gettext("Map with pictures from {name}").format(name=tiles.name)
    yield Sheet(
        "map-tiles.html", "map-tiles.html", title, title,
        {"title": title, "tiles": tiles, "map_id": tiled[edition.lang].div_id}, styles, scripts,
        listed=False, policy=POLICY.replace("data:;", f"data: {tiles.origin};"),
    )  # fmt: skip
