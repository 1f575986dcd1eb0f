"""Layers as compact columns: what the page's scripts draw events from."""

from collections.abc import Iterable
from typing import Any

from sitegen.layers import Feature, Layer
from sitegen.located import Shape
from sitegen.maps.words import Voice
from sitegen.symbols import left_half, outline

_FORMS = {"exact": "pin", "site": "dot", "between": "line"}


def columns(layer: Layer, voice: Voice) -> dict[str, Any]:
    """Return the layer's data in three tables, each a list a column.

    `events` has a row an event, `at` a row an event at a place, `shapes` a row a shape; `at.event` and `shapes.at`
    are row numbers. A column of few words is {words, of}: the words, and of each row which one. Degrees WGS 84,
    longitude first; `size` is metres, the id of an outline, or the ends of a line.
    """
    events = {event.id: row for row, event in enumerate(layer.events)}
    shapes = [(row, f, shape) for row, f in enumerate(layer.features) for shape in f.location.shapes]
    return {
        "label": voice.text(layer.kind.label)[0],
        "group": [layer.group.id, voice.text(layer.group.label)[0]],
        "mark": [outline(layer.kind.shape), left_half(layer.kind.shape)],
        "events": _events(layer, voice),
        "at": {
            "event": [events[feature.event.id] for feature in layer.features],
            "place": _few(_place(feature, voice) for feature in layer.features),
            "role": _few(feature.location.where.role for feature in layer.features),
            "known": _few(feature.location.precision for feature in layer.features),
        },
        "shapes": {
            "at": [row for row, _, _ in shapes],
            "form": _few(form(shape) for _, _, shape in shapes),
            "lng": [shape.anchor and shape.anchor.lng for _, _, shape in shapes],
            "lat": [shape.anchor and shape.anchor.lat for _, _, shape in shapes],
            "size": [_size(shape) for _, _, shape in shapes],
            "whole": [int(feature.location.where.extent == "whole") for _, feature, _ in shapes],
        },
    }


def _events(layer: Layer, voice: Voice) -> dict[str, Any]:
    ranks = {feature.event.id: feature.rank for feature in layer.features}
    verdicts = [event.verdicts.event for event in layer.events]
    return {
        "id": [event.id for event in layer.events],
        "rank": [ranks[event.id] for event in layer.events],
        "title": [voice.text(event.event.title)[0] for event in layer.events],
        "date": [voice.date(event.event.when.date) for event in layer.events],
        "level": _few(verdict.level for verdict in verdicts),
        "disputed": [int(verdict.disputed) for verdict in verdicts],
    }


def _few(column: Iterable[str]) -> dict[str, list[Any]]:
    numbers: dict[str, int] = {}
    of = [numbers.setdefault(word, len(numbers)) for word in column]
    return {"words": list(numbers), "of": of}


def _place(feature: Feature, voice: Voice) -> str:
    """Name the place as the gazetteer does; the event's page has the source's words, too."""
    entry = feature.location.entry
    return voice.text(entry.place.name)[0] if entry else ""


def form(shape: Shape) -> str:
    """Return how a shape is drawn: pin, dot, circle, about, outline or line."""
    if shape.outline:
        return "outline"
    if shape.about:
        return "about"
    return _FORMS.get(shape.precision, "circle")


def _size(shape: Shape) -> int | str | list[list[float]]:
    if shape.line:
        return [list(end) for end in shape.line]
    return shape.outline or shape.radius_m


def outlines_used(layers: list[Layer]) -> tuple[str, ...]:
    """Return the ids of the places that the layers draw by their outline, sorted."""
    shapes = (shape for layer in layers for feature in layer.features for shape in feature.location.shapes)
    return tuple(sorted({shape.outline for shape in shapes if shape.outline}))
