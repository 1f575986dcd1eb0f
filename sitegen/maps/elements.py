"""Our own folium elements: a line of script each, which calls the page's scripts with data by name."""

from typing import Any

import folium
from branca.element import MacroElement
from folium.template import Template

from sitegen.layers import Layer


class EventsLayer(MacroElement):
    """The events of one kind, inside a FeatureGroup; their data stand in a file of their own."""

    _template = Template("""
        {% macro script(this, kwargs) %}
            FC.map.events({{ this.map_name }}, {{ this._parent.get_name() }}, {{ this.layer.id|tojson }});
        {% endmacro %}
    """)

    def __init__(self, layer: Layer) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "EventsLayer"
        self.layer = layer

    @property
    def map_name(self) -> str:
        """The script's variable of the map this stands in."""
        parent: Any = self._parent
        while not isinstance(parent, folium.Map):
            parent = parent._parent
        return str(parent.get_name())


class MovementsLayer(MacroElement):
    """The arcs between the places of an event, inside a FeatureGroup; they are made from the layers before it."""

    _template = Template("""
        {% macro script(this, kwargs) %}
            FC.map.movements({{ this._parent._parent.get_name() }}, {{ this._parent.get_name() }});
        {% endmacro %}
    """)

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "MovementsLayer"


class _OnMap(MacroElement):
    """An element whose script runs one function of FC.map on its parent, with `options`."""

    call = ""
    _template = Template("""
        {% macro script(this, kwargs) %}
            FC.map.{{ this.call }}({{ this._parent.get_name() }}, {{ this.options|tojson }});
        {% endmacro %}
    """)

    def __init__(self, name: str, options: Any) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name, self.options = name, options


class Furniture(_OnMap):
    """Scale, buttons to move by, marks, cards, and the way home: to `view` (west, south, east, north)."""

    call = "furnish"

    def __init__(self, view: tuple[float, float, float, float], fills: dict[str, str]) -> None:
        super().__init__("Furniture", {"view": list(view), "fills": fills})


class BasemapLayer(_OnMap):
    """Sea, rivers, borders, regions and the names of towns, from the basemap's own file."""

    call = "basemap"

    def __init__(self) -> None:
        super().__init__("BasemapLayer", {})


class LayersControl(MacroElement):
    """The control and legend: it lists the FeatureGroups that the map has when it is rendered."""

    _template = Template("""
        {% macro script(this, kwargs) %}
            FC.map.control({{ this._parent.get_name() }}, [
                {%- for group, about in this.lines %}
                {group: {{ group.get_name() }}, ...{{ about|tojson }}},
                {%- endfor %}
            ], {{ this.options|tojson }});
        {% endmacro %}
    """)

    def __init__(self, position: str = "topright") -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "LayersControl"
        self.options = {"position": position}

    @property
    def lines(self) -> list[tuple[folium.map.Layer, dict[str, str]]]:
        """The overlays to list, each with the id of its kind or, where a user added it, its name."""
        children = self._parent._children.values() if self._parent else ()
        overlays = [c for c in children if isinstance(c, folium.map.Layer) and c.overlay and c.control]
        return [(overlay, _about(overlay)) for overlay in overlays]


def layers_of(element: Any) -> list[Layer]:
    """Return the layers of all EventsLayers below `element`, in their order."""
    own = [element.layer] if isinstance(element, EventsLayer) else []
    return own + [layer for child in element._children.values() for layer in layers_of(child)]


def _about(overlay: folium.map.Layer) -> dict[str, str]:
    own = layers_of(overlay)
    return {"id": own[0].id} if own else {"name": str(overlay.layer_name)}
