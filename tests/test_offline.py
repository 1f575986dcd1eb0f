"""The real content without a network: every point of its gazetteer is where its file says it is."""

from functools import cache

from sitebuilding import ROOT

from sitegen import content, locate
from sitegen.content import Content
from sitegen.geometry import LngLat, contains, distance_to_m

NEAR_LINE_M = 3_000  # how far the basemap's lines may leave the true ones


@cache
def real() -> Content:
    return content.read(ROOT / "content")[0]


def test_every_point_lies_in_its_oblast():
    ground, gazetteer = locate.ground(real()), locate.known(real())
    looked_at = 0
    for entry in gazetteer.entries.values():
        point = entry.place.point
        regions = [e.id for e in gazetteer.chain(entry.id) if e.place.precision == "region" and not e.place.members]
        for region in regions if point else ():
            if outline := ground.outlines.get(region):
                looked_at += 1
                away = distance_to_m(outline, LngLat(point.lon, point.lat))
                assert away <= NEAR_LINE_M, f"{entry.id} lies {away / 1000:.1f} km outside {region}"
    assert looked_at >= 60


def test_every_point_lies_in_its_country_and_in_no_other():
    ground, gazetteer = locate.ground(real()), locate.known(real())
    countries = {
        e.place.country: ground.outlines[e.id]
        for e in gazetteer.entries.values()
        if e.place.precision == "country" and e.id in ground.outlines
    }
    assert set(countries) >= {"UA", "BY"}  # Russia and Turkey leave the basemap's view
    regions = [e for e in gazetteer.entries.values() if e.place.precision == "region" and e.id in ground.outlines]
    for entry in gazetteer.entries.values():
        if entry.place.point is None:
            continue
        point, own = LngLat(entry.place.point.lon, entry.place.point.lat), entry.place.country
        if own in countries:
            assert distance_to_m(countries[own], point) <= NEAR_LINE_M, entry.id
        foreign = [outline for code, outline in countries.items() if code != own]
        foreign += [ground.outlines[e.id] for e in regions if e.place.country != own]
        for outline in foreign:
            assert not contains(outline, point) or distance_to_m(outline.boundary, point) <= NEAR_LINE_M, entry.id
