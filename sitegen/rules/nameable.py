"""Whom and what this content may name, worked out once for a run."""

from sitegen.rules.glance import sheets
from sitegen.rules.registry import Scene
from sitegen.words import Register


def ready(scene: Scene) -> None:
    """Work out beforehand what the rules on words share, so that no two processes do."""
    sheets(scene)
    register(scene)


def register(scene: Scene) -> Register:
    """Return whom and what this content may name."""
    if __name__ not in scene.memo:
        speakers = {id_: speaker.record for id_, speaker in scene.content.speakers.items()}
        places = {id_: place.record for id_, place in scene.content.places.items()}
        scene.memo[__name__] = Register(speakers, places)
    known: Register = scene.memo[__name__]
    return known


def places_only(scene: Scene) -> Register:
    """Return a register of places only: what may stand in the name of a group."""
    key = f"{__name__}: places"
    if key not in scene.memo:
        scene.memo[key] = Register({}, {id_: place.record for id_, place in scene.content.places.items()})
    places: Register = scene.memo[key]
    return places
