"""One invented site with everything that pages can show, rendered with its real map."""

from dataclasses import replace
from datetime import date
from typing import Any

import sites

from sitegen import build
from sitegen.located import Tombstone
from sitegen.site import Site

HELD = {
    "by": "yonder", "from": "2024-08", "publisher": "Valley Post", "url": "https://example.org/held",
    "extent": "Part of it", "claimed_by": "council", "as_of": "2024-12-01",
}  # fmt: skip
PLACES = {
    "land": {**sites.place(precision="country", radius_km="90"), "name": {"en": "Ukraine", "uk": "Україна"}},
    "dale": sites.place(
        51.2, 35.2, "district", name={"en": "Dale District", "uk": "Дольський район"}, within="land",
        radius_km="18", spellings=["Dal district"], control=[HELD],
    ),
    "mill": sites.place(51.3, 35.3, name="Mill", within="dale"),
    "hamlets": sites.place(51.2, 35.2, "district", name="Hamlets", members=["mill"], members_unknown="2"),
}  # fmt: skip
SPEAKERS: dict[str, dict[str, Any]] = {
    "envoy": {
        "name": {"en": "Envoy", "uk": "Посланниця"}, "kind": "person", "side": "hither",
        "offices": [{"title": "Envoy for returns", "of": "council", "from": "2020"}],
    },
    "council": {"name": "Valley Council", "kind": "body", "side": "yonder"},
    "reporters": {"name": "Valley Post reporters", "kind": "body", "side": "press"},
}  # fmt: skip
CLAIMS = [
    {
        "id": "c1", "by": "envoy", "said": "2024-11-22", "says": "46 came back", "sources": ["a"],
        "counts": [{"effect": "returned", "total": "46", "children": "12"}],
    },
    {
        "id": "c2", "by": "council", "says": "They had left by themselves", "stance": "denies", "answers": "c3",
        "sources": ["b"],
    },
    {"id": "c3", "by": "envoy", "about": "cause", "says": {"uk": "Їх вивезли"}, "sources": ["a"]},
    {"id": "c4", "by": "envoy", "about": "cause", "says": "It was planned", "sources": ["a"]},
    {"id": "c5", "by": "envoy", "about": "time", "says": "At noon", "retracted": "2024-11-30", "sources": ["a"]},
]  # fmt: skip
SOURCES = [
    {
        "id": "a", "publisher": "Valley Post", "url": "https://example.org/1", "archive": "https://example.net/1",
        "published": "2024-11-22", "lang": "uk",
    },
    {
        "id": "b", "publisher": "Copy House", "url": "https://example.org/names", "kind": "copy",
        "archive": "https://example.net/names", "republishes": "Wire", "names_private_people": "true",
        "side": "hither", "published": "2024-11-27", "lang": "fr", "note": "its headline", "graphic": "true",
    },
    {"id": "c", "publisher": "Lens", "url": "https://example.org/lens", "graphic": "true"},
]  # fmt: skip
FULL = sites.event(
    "2024-11-22-dale-return",
    {"place": "Dal district", "role": "origin"},
    {"place": "Mill", "role": "destination"},
    title={"en": "Envoy announces a return"},
    summary="First part.\n\nSecond part.",
    also=["aid"],
    when={"date": "2024-11-22", "basis": "announced"},
    claims=CLAIMS,
    sources=SOURCES,
    looked=[{"side": "yonder", "until": "2024-11-29", "about": ["event", "aim"], "note": "Two pages were read."}],
    withheld=["names", "ages"],
    corrections=[{"date": "2024-12-01", "what": "number", "was": "45", "now": "46"}],
    related=["2024-10-hidden"],
    external=[{"system": "Other", "id": "7"}],
)
HIDDEN = sites.event(
    "2024-10-hidden", {"precision": "undisclosed"}, kind="aid", when="2024-10~",
    title="<script>alert(1)</script> {{ 7*7 }} ${x}",
)  # fmt: skip
OLD = sites.event("2023-mill", "Mill", kind="removal", when="../2023-05", part_of="2024-11-22-dale-return")


def make(**changes: Any) -> Site:
    """Return the site in English and Ukrainian; keywords replace fields of `Site`."""
    site = sites.make_site([FULL, HIDDEN, OLD], PLACES, speakers=SPEAKERS, languages=["en", "uk"])
    stones = (Tombstone("2024-09-gone", date(2024, 12, 24), "request"),)
    prose = {"about": {"en": "# About the valley\n\nSee [method](method.html).\n\n## Why\n\nBecause."}}
    return replace(site, **({"tombstones": stones, "prose": prose} | changes))


def render(site: Site) -> dict[str, bytes]:
    """Return every file of the site but the exports, by path."""
    return {path: data for path, data in build.render(site) if not path.startswith("data/")}
