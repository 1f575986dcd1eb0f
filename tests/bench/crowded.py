"""A made-up map of any number of events, and pages on which others cluster the same points."""

from pathlib import Path
from random import Random
from typing import Any

import folium
from folium.plugins import FastMarkerCluster, MarkerCluster
from sites import KINDS, SITE, event, make_site, place

from sitegen.basemap import load
from sitegen.symbols import SHAPES

ROOT = Path(__file__).resolve().parent.parent.parent
NPM = ROOT / "tests" / "npm" / "clusters" / "node_modules"
FILES = ("leaflet/dist/leaflet.js", "leaflet/dist/leaflet.css", "leaflet.markercluster/dist/leaflet.markercluster.js",
         "leaflet.markercluster/dist/MarkerCluster.css", "leaflet.markercluster/dist/MarkerCluster.Default.css",
         "supercluster/dist/supercluster.min.js", "leaflet/dist/images/marker-icon.png",
         "leaflet/dist/images/marker-shadow.png")  # fmt: skip
NAMES = ("return", "exchange", "evacuation", "aid", "casualties", "infrastructure")
VIEW = [[50.4, 33.0], [52.4, 37.2]]
PLAIN = "function (row) { return L.marker([row[0], row[1]]); }"
CLUSTERS = """(() => { const all = CLUSTER.getLayers(), some = all.filter((one, i) => i % 6 === 0);
    filter = on => { CLUSTER.clearLayers(); CLUSTER.addLayers(on ? all : some); }; })()"""
SUPER = """<!doctype html><meta charset=utf-8><link rel=stylesheet href=leaflet.css>
<style>#map{height:600px}.n{background:#fff;border:1px solid;border-radius:15px;text-align:center}</style>
<div id=map></div>
<script src=leaflet.js></script><script src=supercluster.min.js></script><script src=points.js></script><script>
const map = L.map('map', {maxZoom: 12, zoomSnap: 0.25}), marks = L.layerGroup().addTo(map);
const geometry = ([lat, lng]) => ({type: 'Point', coordinates: [lng, lat]});
const features = POINTS.map(point => ({type: 'Feature', geometry: geometry(point), properties: {}}));
let index;
function fill(some) { index = new Supercluster({radius: 46, maxZoom: 12}).load(some); show(); }
function show() {
  const b = map.getBounds().pad(0.3), box = [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()];
  marks.clearLayers();
  index.getClusters(box, Math.round(map.getZoom())).forEach(({geometry: {coordinates: [lng, lat]}, properties}) => {
    const icon = L.divIcon({className: 'n', html: String(properties.point_count || 1), iconSize: [40, 30]});
    marks.addLayer(L.marker([lat, lng], {icon}));
  });
}
map.fitBounds(BOUNDS); fill(features); map.on('moveend', show);
const some = features.filter((one, i) => i % 6 === 0), filter = on => fill(on ? features : some);
</script>"""


def site(count: int) -> Any:
    """Return a site of events that went from one of 300 places to another."""
    random = Random(count)  # noqa: S311 - the same events every time are the point
    spots = [(f"{50.4 + random.random() * 2:.3f}", f"{33 + random.random() * 4.2:.3f}") for _ in range(300)]
    places = {f"place-{i}": place(lat, lon, name=f"Place {i}", radius_km=str(random.randint(1, 5)))  # type: ignore[arg-type]
              for i, (lat, lon) in enumerate(spots)}  # fmt: skip
    kinds = {"groups": KINDS["groups"], "kinds": [
        {"id": id_, "label": id_, "definition": id_, "group": "help", "shape": shape, "colour": "#0072b2",
         "colour_dark": "#56b4e9"} for id_, shape in zip(NAMES, SHAPES, strict=False)]}  # fmt: skip
    events = [
        event(
            "e-" + "".join(chr(97 + int(digit)) for digit in str(i)),
            {"place": f"Place {random.randrange(300)}", "role": "origin"},
            {"place": f"Place {random.randrange(300)}", "role": "destination"},
            kind=NAMES[i % 6], title=f"An office reports {random.randint(20, 400)} people near Place {i % 300}",
            when=f"{random.randint(2022, 2024)}-{random.randint(1, 12):02d}-{random.randint(1, 28):02d}",
        )
        for i in range(count)
    ]  # fmt: skip
    return make_site(events, places, kinds=kinds, basemap=load(ROOT / "content" / "basemap")[0], title=SITE["title"])


def points(made: Any) -> list[list[float]]:
    """Return where all of the events are: latitude, longitude."""
    anchors = (shape.anchor for event in made.events for at in event.locations for shape in at.shapes)
    return [[anchor.lat, anchor.lng] for anchor in anchors if anchor]


def rivals(folder: Path, spots: list[list[float]]) -> dict[str, tuple[str, str]]:
    """Write the others' pages; returns of each the expression of its map and what gives it a `filter`."""
    for name in FILES:
        target = folder / ("images" if "/images/" in name else "") / Path(name).name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((NPM / name).read_bytes())
    written = {}
    for name, cluster in {
        "MarkerCluster": MarkerCluster(spots),
        "FastMarkerCluster": FastMarkerCluster(spots, PLAIN),
    }.items():
        drawn = folium.Map(tiles=None, height=600, max_zoom=12, zoom_snap=0.25)
        drawn.default_js, drawn.default_css = [("leaflet", "leaflet.js")], [("leaflet_css", "leaflet.css")]
        cluster.default_js = [("markercluster", "leaflet.markercluster.js")]
        cluster.default_css = [("mc", "MarkerCluster.css"), ("mcd", "MarkerCluster.Default.css")]
        drawn.options["max_zoom"] = 12
        cluster.add_to(drawn)
        drawn.fit_bounds(VIEW)
        (folder / f"{name}.html").write_text(drawn.get_root().render(), encoding="utf-8")
        written[name] = (drawn.get_name(), CLUSTERS.replace("CLUSTER", cluster.get_name()))
    (folder / "supercluster.html").write_text(SUPER.replace("BOUNDS", str(VIEW)), encoding="utf-8")
    (folder / "points.js").write_text(f"var POINTS={spots}", encoding="utf-8")
    return {**written, "supercluster": ("map", "0")}
