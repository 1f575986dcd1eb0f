"""Small sites for tests, from plain dicts: invented people and places, the real models, locating and judging."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sitegen.basemap import Basemap
from sitegen.gazetteer import Gazetteer
from sitegen.locate import locate
from sitegen.locate.shapes import Shapes
from sitegen.model.event import Event
from sitegen.model.place import Place
from sitegen.model.site import KindsFile, Side, SiteFile, Speaker
from sitegen.site import Site

SITE = {
    "schema": "1",
    "title": {"en": "Quiet Valley", "uk": "Тиха долина"},
    "description": "What happens to civilians in the Quiet Valley.",
    "languages": ["en"],
    "view": {"west": "33", "south": "50.4", "east": "37.2", "north": "52.4"},
    "as_of": "2025-01-31",
    "contact": "post@valley.test",
    "disclaimer": "Names imply no opinion.",
    "licence": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
    "attribution": "Quiet Valley",
    "watch": {"what": "the valley", "since": "2024-08-06", "languages": ["en"]},
}
KINDS = {
    "groups": [{"id": "movement", "label": "Moving"}, {"id": "help", "label": "Help"}],
    "kinds": [
        {"id": id_, "label": id_.capitalize(), "definition": f"A {id_}.", "group": group, "shape": shape,
         "colour": "#0072b2", "colour_dark": "#4fa3dd"}
        for id_, group, shape in (
            ("return", "movement", "circle"), ("removal", "movement", "pentagon"), ("aid", "help", "bar"),
        )
    ],
}  # fmt: skip
SIDES = (
    {"id": "hither", "label": "Hither", "role": "party"},
    {"id": "yonder", "label": "Yonder", "role": "party"},
    {"id": "press", "label": "Press", "role": "press"},
)
FOUND = {"provider": "research", "licence": "CC0", "attribution": "invented"}


class _Written(NamedTuple):
    """What locating reads of a decoded file."""

    id: str
    path: str
    record: Event


def place(lat: float = 51.2, lon: float = 35.2, precision: str = "settlement", **more: Any) -> dict[str, Any]:
    """Return a place file; `lat` and `lon` are degrees WGS 84."""
    point = {"point": {"lat": str(lat), "lon": str(lon)}}
    return {"name": "Somewhere", "precision": precision, "country": "UA", "found": FOUND, **point, **more}


def event(id_: str, *toponyms: str | dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return an event file with its `id`, at each of the toponyms."""
    where = [{"place": t} if isinstance(t, str) else t for t in toponyms]
    source = {"id": "a", "publisher": "Valley Post", "url": "https://example.org/post/1"}
    return {"id": id_, "title": f"Title of {id_}", "kind": "return", "when": "2024-11-22", "where": where,
            "sources": [source], **more}  # fmt: skip


def make_site(
    events: Sequence[Mapping[str, Any]] = (),
    places: Mapping[str, Mapping[str, Any]] | None = None,
    *,
    kinds: Mapping[str, Any] = KINDS,
    speakers: Mapping[str, Mapping[str, Any]] | None = None,
    basemap: Basemap | None = None,
    outlines: Mapping[str, Any] | None = None,
    **site: Any,
) -> Site:
    """Build a site from dicts as they stand in files; each event has its `id`, other keywords change site.yaml."""
    register = KindsFile.model_validate(kinds)
    sides = {side["id"]: Side.model_validate(side) for side in SIDES}
    known = {id_: Speaker.model_validate(speaker) for id_, speaker in (speakers or {}).items()}
    gazetteer = Gazetteer({id_: Place.model_validate(found) for id_, found in (places or {}).items()})
    written = [_written(dict(item)) for item in events]
    return Site(
        file=SiteFile.model_validate({**SITE, **site}),
        groups=register.groups,
        kinds={kind.id: kind for kind in register.kinds},
        sides=sides,
        speakers=known,
        gazetteer=gazetteer,
        events=locate(written, Shapes(gazetteer, outlines or {}), known, sides),  # type: ignore[arg-type]
        tombstones=(),
        stories={},
        prose={},
        basemap=basemap or Basemap(),
        outlines=outlines or {},
        now=date(2025, 1, 31),
        revision="0" * 12,
    )


def _written(item: dict[str, Any]) -> _Written:
    id_ = item.pop("id")
    return _Written(id_, f"events/{id_}.yaml", Event.model_validate(item))
