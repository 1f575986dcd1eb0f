"""Places that are made of others: drawn from their members where all are known, else never finer than all of it."""

from typing import Any
from xml.etree import ElementTree as ET

import pytest
import sites
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.geometry import distance_m
from sitegen.i18n import Translator
from sitegen.located import Location
from sitegen.locator import events_map

PLACES: dict[str, dict[str, Any]] = {
    "town": sites.place(51.1, 35.0, radius_km="4", name="Town"),
    "mill": sites.place(51.9, 35.9, "site", name="Mill"),
    "both": {**sites.place(precision="district", name="Both"), "members": ["town", "mill"]},
}


def located(place: dict[str, Any]) -> Location:
    site = sites.make_site([sites.event("2024-one", "some")], PLACES | {"some": place})
    return site.events[0].locations[0]


def some(lat: float = 51.2, lon: float = 35.2, **more: Any) -> dict[str, Any]:
    return sites.place(lat, lon, "district", name="Some", members=["town", "mill"], members_unknown="3", **more)


def test_with_unknown_members_the_known_ones_are_not_drawn_by_themselves() -> None:
    [shape] = located(some(radius_km="45")).shapes
    assert (shape.precision, shape.about, shape.anchor) == ("district", True, (35.2, 51.2))
    assert located(some(radius_km="45")).uncertainty_m == shape.radius_m


@settings(deadline=None, max_examples=30)
@given(st.integers(5050, 5200), st.integers(3400, 3700), st.integers(1, 200))
def test_the_circle_of_all_members_holds_the_known_ones(lat: int, lon: int, radius_km: int) -> None:
    [whole] = located(some(lat / 100, lon / 100, radius_km=str(radius_km))).shapes
    assert whole.radius_m >= radius_km * 1000
    for member in ("town", "mill"):
        [part] = located(PLACES[member]).shapes
        assert whole.anchor
        assert part.anchor
        assert distance_m(whole.anchor, part.anchor) + part.radius_m <= whole.radius_m + 1


def test_with_all_members_known_each_is_drawn() -> None:
    assert [shape.precision for shape in located(PLACES["both"]).shapes] == ["settlement", "site"]


@pytest.mark.parametrize("place", [None, "both"])
def test_a_name_stands_once_on_the_map_of_many_events(place: str | None) -> None:
    site = sites.make_site([sites.event("2024-one", "both"), sites.event("2024-two", "both")], PLACES)
    root = ET.fromstring(events_map(site, site.events, Translator("en"), place))  # noqa: S314 - our own
    names = ["".join(e.itertext()) for e in root.iter() if "locator-label" in e.get("class", "")]
    assert names == ["Both"]
