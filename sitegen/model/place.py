"""One place of the gazetteer: names, spellings, where, how sure, and who found it."""

from typing import Literal

from pydantic import Field

from sitegen.model.fields import (
    Day,
    Id,
    Kilometres,
    Latitude,
    Longitude,
    Name,
    Number,
    Record,
    Url,
    When_,
    Words,
)

Precision = Literal[
    "exact",
    "site",
    "neighbourhood",
    "settlement",
    "near",
    "district",
    "region",
    "between",
    "country",
    "undisclosed",
]


class Point(Record):
    """Degrees WGS 84."""

    lat: Latitude
    lon: Longitude


class Rejected(Record):
    """A candidate that was looked at and not chosen."""

    name: Name
    lat: Latitude | None = None
    lon: Longitude | None = None
    why: Words


class Found(Record):
    """Where the position comes from."""

    provider: Name = Field(
        description="a gazetteer, a geocoder, or `research`", examples=["GeoNames", "Nominatim", "research"]
    )
    ref: Name | None = Field(None, description="the provider's own id", examples=["geonames 485699"])
    query: Name | None = None
    date: Day | None = None
    licence: Name = Field(examples=["CC BY 4.0"])
    attribution: Name
    confidence: Literal["high", "medium", "low"] = "medium"
    chosen: Literal["only-match", "by-hand"] | None = Field(
        None, description="`only-match`: the single place of this name in its context; `by-hand`: somebody chose it"
    )
    rejected: tuple[Rejected, ...] = ()
    note: Words | None = None


class Control(Record):
    """Who held the place, and when: a dated, sourced claim, never inferred."""

    by: Id = Field(description="a side")
    start: When_ | None = Field(None, alias="from", description="not stated when left out")
    until: When_ | None = Field(None, description="not stated when left out")
    as_of: Day | None = Field(None, description="the latest day the source covers")
    claimed_by: Id | None = Field(None, description="a speaker, where only that side says so")
    publisher: Name
    url: Url | None = None
    extent: Words | None = Field(None, description="where only a part was held")
    note: Words | None = None


class Place(Record):
    """One place file; the file's name is the place's id."""

    name: Words = Field(description="the local official form in each language")
    spellings: tuple[Name, ...] = Field(
        (), max_length=200, description="further spellings, as sources write them: all are found"
    )
    precision: Precision = Field(description="how finely the place itself is known")
    country: str = Field(pattern="^[A-Z]{2}$", description="ISO 3166 code of the internationally recognised state")
    within: Id | None = Field(None, description="the place it lies in")
    point: Point | None = None
    radius_km: Kilometres | None = Field(
        None, description="its size, or our ignorance; of a district the circle of equal area"
    )
    between: tuple[Id, Id] | None = Field(None, description="two places, for precision `between`")
    area: Id | None = Field(None, description="the name of an outline in areas/")
    members: tuple[Id, ...] = Field(
        (), max_length=2_000, description="the places it is made of, drawn instead of a point"
    )
    members_unknown: Number = Field(0, description="how many members are not known by name")
    found: Found
    control: tuple[Control, ...] = Field((), max_length=200)
    note: Words | None = None
