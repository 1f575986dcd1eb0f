"""A site for the map's tests with every form a place can take, and one where every text attacks."""

import json
from html import escape
from pathlib import Path
from typing import Any

from sites import KINDS, event, make_site, place

from sitegen import assets
from sitegen.basemap import Basemap, read
from sitegen.geometry import parse_outline
from sitegen.maps import WORDS, LocalMap, take_apart
from sitegen.maps.notebook import kind_colours
from sitegen.site import Site

ATTACKS = (
    "</script><script>window.hit=1</script>",
    "<!--<script>window.hit=1",
    "<img src=x onerror=window.hit=1>",
    "${window.hit=1} `${window.hit=1}` {{ 7*7 }} {% x %}",
    "'\"\\ & &lt; \u2028\u2029 \u202e ]]>",
    "javascript:window.hit=1",
)
ATTACK = " ".join(ATTACKS)
SQUARE = [[34.0, 50.8], [35.0, 50.8], [35.0, 51.6], [34.0, 51.6], [34.0, 50.8]]


def basemap(credit: str = "Drawn for tests") -> Basemap:
    """A sea, a river, a border, a disputed line and two towns, in a frame around the first view."""
    return read(
        {
            "basemap/borders.geojson": _sheet(credit, ("LineString", [[32, 51], [38, 51.5]], {"kind": "border"})),
            "basemap/regions.geojson": _sheet(
                credit, ("LineString", [[34, 49.5], [34, 53]], {"kind": "disputed", "dashed": True})
            ),
            "basemap/rivers.geojson": _sheet(credit, ("LineString", [[33, 52], [36, 51]], {"kind": "river"})),
            "basemap/towns.geojson": _sheet(
                credit,
                ("Point", [35.6, 51.1], {"en": "Hither", "uk": "Туди", "rank": 1}),
                ("Point", [35.601, 51.101], {"en": "Yonder", "uk": "Сюди", "rank": 2}),
            ),
            "basemap/water.geojson": _sheet(
                credit, ("Polygon", [[[31, 49], [33, 49], [33, 50.6], [31, 50.6], [31, 49]]], {"kind": "sea"})
            ),
        }
    )[0]


def _sheet(credit: str, *features: tuple[str, Any, dict[str, Any]]) -> bytes:
    drawn = [
        {"type": "Feature", "properties": about, "geometry": {"type": kind, "coordinates": coordinates}}
        for kind, coordinates, about in features
    ]
    sheet = {"type": "FeatureCollection", "attribution": credit, "bbox": [30, 48, 40, 54], "features": drawn}
    return json.dumps(sheet).encode()


PLACES = {
    "gate": place(52.2, 36.8, "exact", name="Gate"),
    "mill": place(51.6, 36.2, "site", name="Mill"),
    "ford": place(51.2, 35.2, name="Ford"),
    "vale": place(51.3, 35.9, "district", name="Vale", radius_km="18"),
    "shire": place(51.2, 34.5, "region", name="Shire"),
    "road": {**place(name="Road", precision="between"), "between": ["gate", "mill"]},
}


def valley() -> Site:
    """Events at places of every precision, two of them at one place, one disputed, one undisclosed."""
    by = {"teller": {"name": "The teller", "kind": "body", "side": "hither"},
          "other": {"name": "The other", "kind": "body", "side": "yonder"}}  # fmt: skip
    claims = [
        {"id": "c1", "by": "teller", "says": "so it was", "sources": ["a"]},
        {"id": "c2", "by": "other", "says": "it was not", "stance": "denies", "answers": "c1", "sources": ["a"]},
    ]
    events = [
        event("pin", "Gate", when="2024-12-20"),
        event("ford-two", "Ford", when="2024-12-10", kind="aid"),
        event("ford-one", "Ford", when="2024-11-22", claims=claims),
        event("somewhere", {"place": "Shire", "role": "origin"}, "Vale", when="2024-11", kind="removal"),
        event("all-of-it", {"place": "Shire", "extent": "whole"}, when="2024-10", kind="aid"),
        event("at-mill", "Mill", when="2024-09-01", kind="removal"),
        event("on-the-road", "Road", when="2024-08-01"),
        event("hidden", {"precision": "undisclosed"}, when="2024-07-01"),
    ]
    return make_site(events, PLACES, speakers=by, basemap=basemap(), outlines={"shire": outline()})


def outline() -> Any:
    """The outline of the Shire, a square."""
    return parse_outline({"type": "Polygon", "coordinates": [SQUARE]})[0]


def hostile() -> Site:
    """A valley where every text that a contributor or operator can write is an attack."""
    kinds = {
        "groups": [group | {"label": ATTACK} for group in KINDS["groups"]],
        "kinds": [kind | {"label": ATTACK, "definition": ATTACK} for kind in KINDS["kinds"]],
    }
    places = {"vale": place(51.3, 35.9, "district", name=ATTACK, spellings=["Vale"], radius_km="18"),
              "shire": place(51.2, 34.5, "region", name=ATTACK, spellings=["Shire"])}  # fmt: skip
    events = [
        event("one", "Vale", {"place": "Shire", "note": ATTACK}, title=ATTACK, summary=ATTACK),
        event("two", "Vale", title={"en": ATTACK, "uk": ATTACK}, kind="aid"),
        event("hidden", {"precision": "undisclosed", "note": ATTACK}, title=ATTACK),
    ]
    return make_site(events, places, kinds=kinds, basemap=basemap(ATTACK), outlines={"shire": outline()}, title=ATTACK)


POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)
SIZE = (
    ".map{height:600px}body{margin:0;background:var(--paper);color:var(--ink)}main>*{margin:8px}"
    ".visually-hidden{position:absolute;clip-path:inset(50%)}a{color:inherit}"
)
LOCAL = "tokens.css", "kinds.css", "size.css"


def publish(drawn: LocalMap, folder: Path, *, rows: bool = True) -> Path:
    """Write a page around the map's parts, as strict as the site's own, with a row for each event."""
    registry, parts = assets.load(), take_apart(drawn)
    words = f"var FC=window.FC||{{}};FC.words={json.dumps(dict(WORDS))};"
    registry.add("kinds.css", kind_colours(drawn.site.kinds.values()).encode())
    registry.add("size.css", SIZE.encode())
    leaflet, *own = parts.scripts
    scripts = [registry.add("words.js", words.encode()), registry.path(leaflet), registry.bundle("map-all.js", own)]
    scripts += [registry.add(name, content) for name, content in parts.data.items()]
    scripts.append(registry.add("the-map.js", parts.script.encode()))
    styles = [registry.path(name) for name in (*LOCAL, *parts.styles)]
    for path, content in registry.tree().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    events = drawn.site.events if rows else ()
    listed = "".join(f'<li data-event="{e.id}"><a href="#">{escape(str(e.event.title))}</a></li>' for e in events)
    page = folder / "index.html"
    page.write_text(
        f'<!doctype html><html lang="en" data-root=""><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"><title>A map</title>'
        f'<link rel="icon" href="data:,">{"".join(f"<link rel=stylesheet href={style!r}>" for style in styles)}'
        f"{''.join(f'<script defer src={script!r}></script>' for script in scripts)}</head>"
        f'<body><main><h1>A map</h1><ul>{listed}</ul><div id="{parts.div_id}" class="map"></div>'
        f'<p><a id="after" href="#">After the map</a></p></main></body></html>',
        encoding="utf-8",
    )
    return page
