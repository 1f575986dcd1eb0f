"""The map itself: folium's, with our own assets, rendered anew each time as if it were the first."""

from collections.abc import Mapping
from typing import Any

import folium
from branca.element import Element
from folium.template import Template

from sitegen.assets import Assets
from sitegen.maps.elements import LayersControl
from sitegen.maps.words import Voice
from sitegen.site import Site

STYLES = ("leaflet.css", "map.css")
SCRIPTS = (
    "leaflet.js", "map.js", "map-canvas.js", "map-base.js", "map-circles.js", "map-events.js", "map-arcs.js",
    "map-sites.js", "map-faces.js", "map-marks.js", "map-card.js", "map-control.js",
)  # fmt: skip


class LocalMap(folium.Map):
    """A folium map that loads nothing from elsewhere; `site` and `voice` are what its data are made of.

    Its page, unlike folium's, lets readers zoom in as they like.
    """

    _template = Template("""
        {% macro header(this, kwargs) %}
            <meta name="viewport" content="width=device-width, initial-scale=1" />
        {% endmacro %}

        {% macro html(this, kwargs) %}
            <div class="map" id={{ this.get_name()|tojson }}></div>
        {% endmacro %}

        {% macro script(this, kwargs) %}{{ this.as_folium_does(kwargs) }}{% endmacro %}
    """)

    def __init__(self, site: Site, voice: Voice, assets: Assets, **options: Any) -> None:
        super().__init__(tiles=None, zoom_control=False, **options)
        self.site, self.voice, self.assets = site, voice, assets
        self.default_css = [(name, assets.path(name)) for name in STYLES]
        self.default_js = [(name, assets.path(name)) for name in SCRIPTS]
        self._made: list[tuple[Element, frozenset[str]]] = []

    def as_folium_does(self, kwargs: Mapping[str, Any]) -> str:
        """Return folium's own script that makes the map."""
        return str(folium.Map._template.module.script(self, kwargs))

    def render(self, **kwargs: Any) -> str:
        """Put the map's parts into its figure, without what is left of an earlier rendering.

        folium leaves them there, and a FeatureGroup deleted since would still be in the script.
        """
        for part, names in self._made:
            for name in names:
                part._children.pop(name, None)
        figure: Any = self.get_root()
        parts = (figure.header, figure.html, figure.script)
        before = [set(part._children) for part in parts]
        self._control_last()
        super().render(**kwargs)  # type: ignore[no-untyped-call]
        self._made = [(part, frozenset(part._children) - had) for part, had in zip(parts, before, strict=True)]
        return ""

    def _control_last(self) -> None:
        """Let the control follow the layers added after it: it can only list what is there already."""
        for name, child in list(self._children.items()):
            if isinstance(child, LayersControl):
                self._children.move_to_end(name)
