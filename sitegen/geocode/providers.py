"""Who is asked: GeoNames first, without a network, then the geopy provider that the site names."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Protocol

from geopy.exc import GeopyError

from sitegen.geocode import embedded, foreign, nominatim, towns
from sitegen.geocode.candidates import Candidate
from sitegen.geocode.connection import connected, is_nominatim, terms
from sitegen.geocode.context import Context
from sitegen.geocode.errors import OutageError
from sitegen.geocode.pace import Pace, gap_s
from sitegen.geocode.respelled import respelled
from sitegen.geometry import contains
from sitegen.model.site import SiteFile

Enough = Callable[[list[Candidate]], bool]


class Provider(Protocol):
    """Somebody to ask."""

    name: str

    def candidates(self, toponym: str, context: Context, enough: Enough) -> list[Candidate]:
        """Return what is proposed, asking on until `enough`; raise OutageError if the service fails."""

    def lookup(self, ref: str) -> Candidate | None:
        """Return what the provider says of one of its places today, None where it is gone."""


class Embedded:
    """GeoNames on this machine."""

    name = towns.NAME

    def __init__(self) -> None:
        self._geocoder = embedded.GeoNames()

    def candidates(self, toponym: str, context: Context, enough: Enough) -> list[Candidate]:
        """Return the towns of this name in the stated country, and similar names in the stated region only.

        Where no country is stated, those of the gazetteer's places are meant before the rest of the world.
        """
        known = {entry.place.country for entry in context.gazetteer.entries.values()}
        countries = {context.country} if context.country else known
        found = self._geocoder.geocode(toponym, exactly_one=False, countries=countries)
        region = context.at("region")
        outline = context.outlines.get(region.id) if region else None
        if not found and outline is not None:
            inside = partial(contains, outline)
            found = self._geocoder.geocode(toponym, exactly_one=False, countries=countries, inside=inside)
            found = found or self._geocoder.similar(toponym, context.country, inside)
        if not found and not context.country:
            found = self._geocoder.geocode(toponym, exactly_one=False)
        return [towns.candidate(location.raw) for location in found or []]

    def lookup(self, ref: str) -> Candidate | None:
        """Return the town with this GeoNames id ("geonames 486816")."""
        location = self._geocoder.lookup(ref.removeprefix("geonames "))
        return towns.candidate(location.raw) if location else None


class Online:
    """A geopy provider over the network."""

    def __init__(self, file: SiteFile, *, pace: Pace | None = None, fresh: bool = False) -> None:
        """Set up the provider that site.yaml names; raises MisuseError where something is missing."""
        told = file.geocoder
        self.name = told.provider
        self._is_nominatim = is_nominatim(told)
        self._licence, self._attribution = terms(told)
        self._geocoder = connected(file, pace or Pace(gap_s=gap_s(told.domain)), fresh=fresh)

    def candidates(self, toponym: str, context: Context, enough: Enough) -> list[Candidate]:
        """Ask with the whole context, then with less of it, then under other spellings."""
        found: list[Candidate] = []
        for ask in self._asks(toponym, context):
            with _service(self.name):
                found += ask()
            if enough(found):
                break
        return found

    def lookup(self, ref: str) -> Candidate | None:
        """Return an OpenStreetMap object by its id; other providers have nothing to look up by."""
        if not self._is_nominatim:
            return None
        with _service(self.name):
            location = self._geocoder.lookup(ref)
        return nominatim.candidate(location, self._licence, self._attribution) if location else None

    def _asks(self, toponym: str, context: Context) -> Iterator[Callable[[], list[Candidate]]]:
        if not self._is_nominatim:
            yield partial(self._foreign, foreign.query(toponym, context))
            return
        for query in nominatim.queries(toponym, context):
            yield partial(self._nominatim, query, context.country)
        for spelling in respelled(toponym):
            yield partial(self._nominatim, nominatim.queries(spelling, context)[0], context.country)

    def _nominatim(self, query: str | dict[str, str], country: str) -> list[Candidate]:
        found = self._geocoder.search(query, country)
        return [nominatim.candidate(location, self._licence, self._attribution) for location in found]

    def _foreign(self, words: str) -> list[Candidate]:
        found = foreign.search(self._geocoder, words)
        return [foreign.candidate(place, self.name, self._licence, self._attribution) for place in found]


@contextmanager
def _service(name: str) -> Iterator[None]:
    """Say of every failure of a service that it is one: nothing found is an answer and looks different."""
    try:
        yield
    except GeopyError as error:
        raise OutageError(f"{name}: {error}") from error
