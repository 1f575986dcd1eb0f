"""Invented speakers and events for the tests of counts and verdicts."""

from typing import Any

from sitegen.model.event import Event
from sitegen.model.site import Side, Speaker

_SIDES = {
    "upper": ("Upper Vale", "party"),
    "lower": ("Lower Vale", "party"),
    "coast": ("Far Coast", "party"),
    "harbour": ("Harbour talks", "mediator"),
    "relief": ("Relief organisations", "organisation"),
    "press": ("Press", "press"),
    "people": ("People there", "witness"),
}
SIDES = {key: Side(id=key, label=label, role=role) for key, (label, role) in _SIDES.items()}


def _speaker(name: Any, kind: str, side: str, *offices: dict[str, str], spellings: tuple[str, ...] = ()) -> Speaker:
    listed = [{"title": "Office", **office} for office in offices]
    return Speaker.model_validate(
        {"name": name, "kind": kind, "side": side, "offices": listed, "spellings": list(spellings)}
    )


_HEAD = {"of": "prefecture", "head": "true"}
SPEAKERS = {
    "prefecture": _speaker({"en": "Prefecture of Elmere", "uk": "Префектура Ельмере"}, "body", "upper"),
    "governor": _speaker("Governor of Elmere", "person", "upper", {**_HEAD, "from": "2025-02"}),
    "old-governor": _speaker("Former governor of Elmere", "person", "upper", {**_HEAD, "until": "2025-01"}),
    "deputy": _speaker("Deputy governor of Elmere", "person", "upper", {"of": "prefecture"}),
    "envoy": _speaker("Envoy", "person", "upper"),
    "council": _speaker("Lower Vale council", "body", "lower"),
    "marshal": _speaker("Marshal", "person", "lower"),
    "coastguard": _speaker("Coast guard", "body", "coast"),
    "harbour-office": _speaker("Harbour Office", "body", "harbour"),
    "ferry-council": _speaker("Ferry Council", "body", "harbour"),
    "relief-league": _speaker("Relief League", "body", "relief"),
    "river-watch": _speaker("River Watch", "body", "relief"),
    "north-wire": _speaker("North Wire", "body", "press", spellings=("NW",)),
    "south-wire": _speaker("South Wire", "body", "press"),
    "gazette": _speaker("Elmere Gazette", "body", "press"),
    "residents": _speaker("Residents", "group", "people"),
    "relatives": _speaker("Relatives", "group", "people"),
    "channel": _speaker("A channel", "channel", "upper"),
    "post": _speaker("Another channel", "channel", "people"),
    "astray": _speaker("A speaker of no known side", "body", "nowhere"),
}


def says(by: str, stance: str = "states", answers: str | None = None, **fields: Any) -> dict[str, Any]:
    """A claim; its id is its place in the list (c1, c2, …) unless given."""
    written = {"by": by, "stance": stance, "answers": answers, "says": "So it was", "sources": ["a"], **fields}
    return {name: value for name, value in written.items() if value is not None}


def people(total: Any = None, effect: str = "returned", **fields: Any) -> list[dict[str, Any]]:
    """The counts of a claim: one entry."""
    return [{"effect": effect, **({"total": total} if total is not None else {}), **fields}]


def source(id_: str, publisher: str, republishes: str | None = None, **fields: str) -> dict[str, str]:
    copied = {"republishes": republishes} if republishes else {}
    return {"id": id_, "publisher": publisher, "url": "https://example.org/x", **copied, **fields}


def event(*claims: dict[str, Any], sources: list[dict[str, str]] | None = None, **fields: Any) -> Event:
    """An event with these claims; its one source `a` is a page of its own unless others are given."""
    return Event.model_validate(
        {
            "title": "Something at Elmere",
            "kind": "return",
            "when": "2025-03",
            "where": [{"place": "Elmere"}],
            "claims": [{"id": f"c{index}", **claim} for index, claim in enumerate(claims, 1)],
            "sources": sources or [source("a", "Some Outlet")],
            **fields,
        }
    )
