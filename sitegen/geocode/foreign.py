"""Every other geocoder of geopy: it is asked in one line of text, and its answers are only ever proposals.

Each words its answers in its own way, so nothing but the name, the point and the words after the first comma is read:
no country, no rank. That is never enough to accept one without a person.
"""

from typing import Any

from geopy.location import Location

from sitegen.geocode.candidates import Candidate
from sitegen.geocode.context import Context
from sitegen.geometry import LngLat

_RADIUS_KM = 5.0


def query(toponym: str, context: Context) -> str:
    """Return the toponym with everything that contains it, in English."""
    return ", ".join([toponym, *(entry.place.name.get("en", "en")[0] for entry in context.chain)])


def search(geocoder: Any, words: str) -> list[Location]:
    """Return what the geocoder knows under these words, several if it gives several."""
    return [place for place in geocoder.geocode(words, exactly_one=False) or [] if place is not None]


def candidate(location: Location, provider: str, licence: str, attribution: str) -> Candidate:
    """Return one answer as a candidate whose country and kind are not known."""
    name, *hierarchy = [part.strip() for part in str(location.address).split(",")]
    point = LngLat(location.longitude, location.latitude)
    return Candidate(
        provider=provider,
        ref=f"{point.lat:.5f} {point.lng:.5f}",
        names=(("en", name),),
        point=point,
        country="",
        hierarchy=tuple(part for part in hierarchy if part),
        precision="settlement",
        radius_km=_RADIUS_KM,
        link=f"https://www.openstreetmap.org/?mlat={point.lat:.5f}&mlon={point.lng:.5f}#map=12/{point.lat:.5f}/{point.lng:.5f}",
        licence=licence,
        attribution=attribution,
        complete=False,
    )
