"""Whom and what this content may name, worked out once for a run."""

from functools import lru_cache

from sitegen.model.place import Place
from sitegen.model.site import Speaker
from sitegen.rules.glance import sheets
from sitegen.rules.registry import Scene
from sitegen.same import Same
from sitegen.words import Register


def ready(scene: Scene) -> None:
    """Work out beforehand what the rules on words share, so that no two processes do."""
    sheets(scene)
    register(scene)


def register(scene: Scene) -> Register:
    """Return whom and what this content may name."""
    if __name__ not in scene.memo:
        speakers = tuple((id_, Same(speaker.record)) for id_, speaker in scene.content.speakers.items())
        scene.memo[__name__] = _register(speakers, _places(scene))
    known: Register = scene.memo[__name__]
    return known


def places_only(scene: Scene) -> Register:
    """Return a register of places only: what may stand in the name of a group."""
    return _register((), _places(scene))


def _places(scene: Scene) -> tuple[tuple[str, Same[Place]], ...]:
    return tuple((id_, Same(place.record)) for id_, place in scene.content.places.items())


@lru_cache(maxsize=4)
def _register(speakers: tuple[tuple[str, Same[Speaker]], ...], places: tuple[tuple[str, Same[Place]], ...]) -> Register:
    """Make a register once for the same records: a preview checks them again and again."""
    return Register({id_: same.it for id_, same in speakers}, {id_: same.it for id_, same in places})
