"""The site itself, and what it is organised by: kinds, sides, speakers, stories."""

from typing import Literal

from pydantic import Field

from sitegen.model.fields import Day, Id, Lang, Latitude, Longitude, Name, Record, Url, When_, Words, YesNo
from sitegen.model.tiles import Tiles

_PLACEHOLDERS = ("example.", "todo", "@example", "your-")

Shape = Literal[
    "circle",
    "square",
    "diamond",
    "triangle",
    "triangle-down",
    "pentagon",
    "hexagon",
    "star",
    "cross",
    "bar",
    "chevron",
    "hourglass",
]


class View(Record):
    """A window on the map, in degrees WGS 84."""

    west: Longitude
    south: Latitude
    east: Longitude
    north: Latitude


class Licence(Record):
    """Under what terms the content may be used."""

    name: Name
    url: Url


class Watch(Record):
    """What the site watches, and since when: printed under every list."""

    what: Words
    since: Day
    languages: tuple[Lang, ...] = Field(min_length=1)


class Geocoder(Record):
    """Who is asked for places that the gazetteer lacks: any geocoder of geopy. Keys are read from the environment."""

    provider: Name = Field("nominatim", description="as geopy calls it", examples=["nominatim", "photon", "pelias"])
    domain: Name | None = Field(None, description="its host, where it is not the provider's own")
    scheme: Literal["https", "http"] = "https"
    licence: Name | None = Field(None, description="of its answers; Nominatim's is known", examples=["ODbL 1.0"])
    attribution: Name | None = Field(None, description="how its answers are to be credited")


class SiteFile(Record):
    """site.yaml."""

    schema_: Literal["1"] = Field(
        alias="schema",
        description="the version of this format",
        json_schema_extra={"type": ["integer", "string"], "enum": [1, "1"]},
    )
    title: Words
    description: Words
    languages: tuple[Lang, ...] = Field(min_length=1, description="the first stands at the root")
    base_url: Url | None = None
    view: View = Field(description="the first view of the map")
    as_of: Day = Field(description="the day the content stands at")
    contact: Name = Field(description="an address for corrections and takedown: e-mail or https")
    disclaimer: Words
    map_disclaimer: Words | None = Field(None, description="what stands on every map instead of our own sentence")
    licence: Licence
    attribution: Name = Field(description="how the content is to be credited")
    watch: Watch
    geocoder: Geocoder = Field(Geocoder(), description="only `sitegen geocode` reads it; a build asks nobody")
    tiles: Tiles | None = Field(None, description="raster tiles of a third party, on a page of their own")

    @property
    def has_contact(self) -> bool:
        """Whether the contact is an address that somebody reads, not the one of a template."""
        return not any(word in self.contact.casefold() for word in _PLACEHOLDERS)


class Kind(Record):
    """One kind of event: a layer of the map."""

    id: Id
    label: Words
    definition: Words
    group: Id
    colour: str = Field(pattern="^#[0-9a-f]{6}$", description="for light grounds; six hex digits")
    colour_dark: str = Field(pattern="^#[0-9a-f]{6}$", description="for dark grounds")
    shape: Shape
    sensitive: YesNo = Field("false", description="true: never drawn finer than the district while open")
    attack: YesNo = Field("false", description="true: for 30 days told no finer than a day and a kilometre")
    custody: YesNo = Field("false", description="true: names and images of these people are always withheld")


class Group(Record):
    """A group of kinds in the legend."""

    id: Id
    label: Words


class KindsFile(Record):
    """kinds.yaml: in the order in which legends show them."""

    groups: tuple[Group, ...] = Field(min_length=1)
    kinds: tuple[Kind, ...] = Field(min_length=1)


class Side(Record):
    """Who a speaker or publisher stands with."""

    id: Id
    label: Words
    role: Literal["party", "mediator", "organisation", "press", "witness"]
    forces: Words | None = Field(
        None, description='whose forces hold a place, as it stands after "held by", in Ukrainian "під контролем"'
    )


class SidesFile(Record):
    """sides.yaml: in the order in which the matrix shows them."""

    sides: tuple[Side, ...] = Field(min_length=1)


class Office(Record):
    """An office a speaker held."""

    title: Words
    of: Id | None = Field(None, description="the body, a file in speakers/")
    head: YesNo = Field("false", description="true: the body and this speaker are one origin")
    start: When_ | None = Field(None, alias="from")
    until: When_ | None = None
    note: Words | None = None


class Speaker(Record):
    """One speaker file: a person speaking in office, a body, or a group without names."""

    name: Words
    kind: Literal["person", "body", "group", "channel"] = Field(
        description="`person` only in office; `group` and `channel` have no names"
    )
    side: Id
    spellings: tuple[Name, ...] = ()
    offices: tuple[Office, ...] = ()
    note: Words | None = None


class Cite(Record):
    """What words of a story rest on: a claim of an event, or an event as a whole."""

    id: Id
    event: Id
    claim: Id | None = None


class Step(Record):
    """One step of a story; `[46 people](a)` in its text links these words to what `cites` has under `a`."""

    text: Words
    event: Id | None = None
    place: Name | None = None
    view: View | None = None
    cites: tuple[Cite, ...] = ()


class Story(Record):
    """A guided tour."""

    title: Words
    summary: Words | None = None
    steps: tuple[Step, ...] = Field(min_length=1)
