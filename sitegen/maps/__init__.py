"""Layers → a folium map: deterministic, self-contained in a notebook, and taken apart for the site's pages."""

from html import escape

import folium

from sitegen import assets
from sitegen.layers import Layer, group
from sitegen.maps.elements import BasemapLayer, EventsLayer, Furniture, LayersControl, MovementsLayer
from sitegen.maps.files import GROUND, dumped
from sitegen.maps.ids import counted_ids
from sitegen.maps.notebook import LocalFigure
from sitegen.maps.parts import ForeignAssetError, MapParts, take_apart
from sitegen.maps.shell import LocalMap
from sitegen.maps.words import WORDS, PlainVoice, Voice
from sitegen.model.tiles import Tiles
from sitegen.site import Site
from sitegen.symbols import FILLS

__all__ = ["GROUND", "WORDS", "ForeignAssetError", "LocalMap", "MapParts", "Voice", "draw", "dumped", "take_apart"]

MAX_ZOOM = 12
"""Beyond this the basemap, true to a kilometre, would look more exact than it is."""


def draw(site: Site, voice: Voice | None = None, tiles: Tiles | None = None) -> LocalMap:
    """Draw the site's map: a FeatureGroup a kind, the basemap below, a control that lists the groups.

    It shows itself, self-contained, in a notebook (`_repr_html_`, `save`), in plain English unless a `voice`, such
    as a Translator, speaks for it. The same site gives the same map, ids included. With `tiles`, pictures of a
    third party lie below instead of the basemap.
    """
    with counted_ids():
        drawn = _empty(site, voice or PlainVoice(site.first_language))
        view = site.file.view
        Furniture((view.west, view.south, view.east, view.north), dict(FILLS)).add_to(drawn)
        (_tile_layer(tiles) if tiles else BasemapLayer()).add_to(drawn)
        layers = group(site)
        for layer in layers:
            _feature_group(layer, drawn.voice).add_to(drawn)
        if any(layer.moves for layer in layers):
            name = WORDS["movements"]
            MovementsLayer().add_to(folium.FeatureGroup(name=drawn.voice.gettext(name)).add_to(drawn))
        LayersControl().add_to(drawn)
        drawn.fit_bounds([[view.south, view.west], [view.north, view.east]])
        LocalFigure(ratio="70%").add_child(drawn)
    return drawn


def _empty(site: Site, voice: Voice) -> LocalMap:
    view = site.file.view
    middle = [(view.south + view.north) / 2, (view.west + view.east) / 2]
    made = LocalMap(site, voice, assets.load(), location=middle, zoom_start=7, zoom_snap=0.25)
    made.options["max_zoom"] = MAX_ZOOM  # folium keeps its own argument of this name for tiles
    return made


def _tile_layer(tiles: Tiles) -> folium.TileLayer:
    # folium hands the credit to Leaflet as HTML.
    credit = escape(tiles.attribution)
    if tiles.terms:
        credit = f'<a href="{escape(tiles.terms)}" rel="noreferrer noopener external">{credit}</a>'
    return folium.TileLayer(tiles.url, attr=credit, control=False, max_zoom=MAX_ZOOM)


def _feature_group(layer: Layer, voice: Voice) -> folium.FeatureGroup:
    made = folium.FeatureGroup(name=voice.text(layer.kind.label)[0])
    EventsLayer(layer).add_to(made)
    return made
