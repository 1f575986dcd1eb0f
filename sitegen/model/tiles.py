"""Raster tiles of a third party: the only thing a site may load from elsewhere, on one page that says so."""

import re
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import Field, PlainValidator, WithJsonSchema

from sitegen.model.fields import Name, Record, Url, refuse
from sitegen.problems import quoted, say
from sitegen.urls import fault

_HOLES = ("{z}", "{x}", "{y}")
_LOOPBACK = re.compile(r"http://127\.0\.0\.1:\d+/")
"""This machine, where somebody tries out a tile server: readers elsewhere would see nothing."""


def _template(value: Any) -> str:
    """Read the address of a tile with {z}, {x} and {y} in its path."""
    if not isinstance(value, str):
        refuse("wrong-type", say("the address of tiles is text"), say("write %(example)s", example=_EXAMPLE))
    found = fault(value.translate(str.maketrans("", "", "{}")))
    if found and not _LOOPBACK.match(value):
        refuse(*found)
    address = urlsplit(value)
    missing = [hole for hole in _HOLES if hole not in address.path + address.query]
    if missing or set(re.findall(r"\{.*?\}", value)) - set(_HOLES) or not address.netloc.isascii():
        said = say("%(url)s is not the address of tiles", url=quoted(value))
        refuse(
            "tiles-template",
            said,
            say("write one host, and {z}, {x} and {y} in the path: %(example)s", example=_EXAMPLE),
        )
    if address.scheme != "https" and not _LOOPBACK.match(value):
        said = say("tiles that are sent in the open tell everybody on the way what is looked at")
        refuse("tiles-open", said, say("write an address that begins https://"))
    return value


_EXAMPLE = "https://tiles.example.org/{z}/{x}/{y}.png"
Template = Annotated[str, PlainValidator(_template), WithJsonSchema({"type": "string", "pattern": "^https://"})]


class Tiles(Record):
    """Raster tiles of a third party, for one page: readers are told before they go there that it will see them."""

    name: Name = Field(description="who sends the tiles: readers are told this name")
    url: Template = Field(description="one host, with {z}, {x} and {y} in the path", examples=[_EXAMPLE])
    attribution: Name = Field(description="how its maps are to be credited")
    terms: Url | None = Field(None, description="the page with its licence and its rules; the credit leads there")

    @property
    def origin(self) -> str:
        """Scheme, host and port: what the page's policy lets pictures come from."""
        address = urlsplit(self.url)
        return f"{address.scheme}://{address.netloc.lower()}"
