"""The map taken apart: what a page needs to show the very map that a notebook shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from branca.element import CssLink, JavascriptLink

from sitegen.maps.columns import columns, outlines_used
from sitegen.maps.elements import layers_of
from sitegen.maps.files import name_of, script
from sitegen.maps.ground import ground, outlines
from sitegen.maps.shell import LocalMap


class ForeignAssetError(ValueError):
    """Something added to the map wants to load a file that this site does not hold; the message names it."""


@dataclass(frozen=True, slots=True)
class MapParts:
    """A map for a page whose policy allows nothing inline.

    `div_id` is the id that the page's element must bear, `script` the map's own script, exactly as its figure has
    it, to run last. `styles` and `scripts` name the assets to load before, in this order; then come `data`: asset
    name → content (data/basemap.js, data/outlines.js, data/<layer>.js), in any order.
    """

    div_id: str
    script: str
    data: Mapping[str, bytes]
    styles: tuple[str, ...]
    scripts: tuple[str, ...]


def take_apart(drawn: LocalMap) -> MapParts:
    """Return the parts of a map that `draw` made and that its owner may have changed since.

    Raises ForeignAssetError where an added element brings a script or style sheet from elsewhere.
    """
    figure = rendered(drawn)
    styles, scripts = (_local(drawn, figure, kind) for kind in (CssLink, JavascriptLink))
    return MapParts(drawn.get_name(), str(figure.script.render()), data_of(drawn), styles, scripts)


def rendered(drawn: LocalMap) -> Any:
    """Return the map's figure with everything in its place in header, html and script."""
    figure: Any = drawn.get_root()
    for child in list(figure._children.values()):
        child.render()
    return figure


def data_of(drawn: LocalMap) -> dict[str, bytes]:
    """Return the data that the map's layers and basemap draw, by asset name; contributors' words are only here."""
    site, layers = drawn.site, layers_of(drawn)
    files = {
        "data/basemap.js": script(("basemap",), ground(site, drawn.voice)),
        "data/outlines.js": script(("outlines",), outlines(site.outlines, outlines_used(layers))),
    }
    return files | {name_of(layer.id): script(("data", layer.id), columns(layer, drawn.voice)) for layer in layers}


def _local(drawn: LocalMap, figure: Any, kind: type[Any]) -> tuple[str, ...]:
    """Return the names of the linked assets, in the order in which they load."""
    ours = {url: name for name, url in (*drawn.default_css, *drawn.default_js)}
    links = [child.url for child in figure.header._children.values() if isinstance(child, kind)]
    if foreign := [url for url in links if url not in ours]:
        raise ForeignAssetError(f"a layer on the map loads {foreign[0]}, which this site does not hold")
    return tuple(ours[url] for url in links)
