"""Positions written into texts and addresses, past every rounding."""

import re
from collections.abc import Iterator

from sitegen.content import Content
from sitegen.decode import Decoded
from sitegen.model.event import Event
from sitegen.problems import quoted, say
from sitegen.rules.glance import Sheet, masked, spotted
from sitegen.rules.registry import Finding, Scene, rule
from sitegen.rules.texts import Loc

_DEGREE = r"\s*(?:°|º|deg(?:rees?)?\.?|град\w*\.?)?\s*"
_NS, _EW = (
    r"(?:[NSСЮ]\b|п(?:івн|івд)\w*\.?\s*ш\w*\.?|[сю]\.?\s?ш\.?|пн\.?\s?ш\.?)",
    r"(?:[EWВЗСX]\b|[вз]\.?\s?д\.?|сх\.?\s?д\.?)",
)
_KEYWORD = (
    r"(?i:\b(?:coordinates?|coords?|lat(?:itude)?|gps|"
    r"координат(?!ор|к|ив)\w*|широт\w*|жпс|геопозиц\w*|геолокац\w*)\b)"
)
_DECIMAL_PAIR = re.compile(
    rf"(?<![\d.,])([-−]?\d{{1,3}}\.\d{{3,}}){_DEGREE}{_NS}?[\s,;/|]+(?:and\s|і\s|и\s|"
    rf"та\s)?{_EW}?\s*([-−]?\d{{1,3}}\.\d{{3,}})(?!\d)"
)
_TEXT = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\d.,])\d{{1,2}},\d{{4,}}{_DEGREE}{_NS}?[\s;,/]+{_EW}?\s*\d{{1,3}},\d{{4,}}(?!\d)",  # decimal commas
        rf"{_KEYWORD}\W{{0,4}}(?:\w{{1,12}}\W{{1,3}}){{0,3}}?[-−]?\d{{1,3}}[.,]\d{{2,}}{_DEGREE}\w?\W{{1,5}}(?:\w{{1,12}}\W{{1,3}}){{0,2}}?[-−]?\d{{1,3}}[.,]\d{{2,}}",
        rf"(?<![\d.,])\d{{1,3}}\.\d{{2,}}\s*[°º]\s*{_NS}",
        r"(?<![\d.,])\d{1,3}\.\d{2,}\s*[°º]?\s*(?:N|S|с\.?\s?ш|ю\.?\s?ш|пн\.?\s?ш|півн)\b",
        r"\b[NS]\s?\d{1,2}(?:[.,]\d{2,}|\s*[°º])\s*\d*",
        r"\d{1,3}\s*[°º˚]\s*\d{1,2}(?:[.,]\d+)?\s*(?:['′’ʹ]|мин|хв|min)",
        r"\d{1,3}\s*(?:degrees?|deg\.?|град\w*\.?)\s*\d{1,2}(?:[.,]\d+)?\s*(?:minutes?|min\.?|мин\w*\.?|хв\w*\.?)",
        r"\b\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?(?:\d{2}\s?\d{2}|\d{3}\s?\d{3}|\d{4}\s?\d{4}|"
        r"\d{5}\s?\d{5})\b",  # MGRS
        r"\b[XХxх]\s*[=:]\s*\d{5,7}\W+[YУyу]\s*[=:]\s*\d{5,8}\b",  # Gauss–Krüger
        r"\b(?=\w*[CFGHJMPQRVWX])[2-9CFGHJMPQRVWX]{4,8}\+[2-9CFGHJMPQRVWX]{2,3}\b",  # plus codes
        r"///?[^\W\d_]{3,}\.[^\W\d_]{3,}\.[^\W\d_]{3,}",  # three words for a square of three metres
        r"\bgeo:[-\d]",
    )
)
_MAPS = re.compile(
    r"(?:google\.[a-z.]{2,6}/maps|maps\.google|goo\.gl/maps|maps\.app\.goo\.gl|openstreetmap\.org|osm\.org|"
    r"yandex\.[a-z]{2,3}/(?:maps|map|navi)|maps\.yandex|2gis\.|wikimapia\.org|what3words\.com|w3w\.co|"
    r"deepstatemap\.live|liveuamap\.com|maps\.apple\.com|bing\.com/maps|plus\.codes|geohack|maps\.me|here\.com)\S*",
    re.IGNORECASE,
)
_NEAR_DIGITS = re.compile(r"\d(?:[.,]\d\d|[C-X] ?[A-Z]{2}| ?[°º˚])|[=:] ?\d{5}")
_DEGREES = frozenset({"degree", "degrees", "deg", "град", "градус", "градуса", "градусов", "градуси", "градусів"})


@rule(
    "text-coordinates",
    Content,
    bad="summary: They waited at 41.5236, 11.3142 until evening.",
    good="summary: 41.5 per cent of them waited, 11.3 per cent went on.",
)
def text_coordinates(content: Content, scene: Scene) -> Iterator[Finding]:
    """No text holds a position: decimal degrees, minutes and seconds, grids, plus codes, links to a map.

    What is drawn is rounded to how sure the place is; a position in a text goes past that.

    (DNH-05)
    """
    for passage, found in spotted(scene, _may_hold_position, positions):
        yield Finding(
            passage.mark,
            say("a position stands here, %(found)s", found=masked(found)),
            say("delete it; name the place under where: and let the gazetteer say how finely it may be drawn"),
        )


def _may_hold_position(sheet: Sheet, scene: Scene) -> object:
    text = sheet.text
    return (
        "/" in text
        or "+" in text
        or "geo:" in text
        or _NEAR_DIGITS.search(text)
        or not _DEGREES.isdisjoint(sheet.words)
    )


def positions(text: str) -> Iterator[str]:
    """Yield the positions in a text, links to maps among them."""
    for found in _DECIMAL_PAIR.finditer(text):
        lat, lon = (abs(float(found[at].replace("−", "-"))) for at in (1, 2))
        if lat <= 90 and lon <= 180 and not _counts(found[0]):
            yield found[0]
    for pattern in (*_TEXT, _MAPS):
        yield from (found[0] for found in pattern.finditer(text) if not _counts(found[0]))


# "12,400 and 13,900", "40.000 / 60.000" are thousands: two numbers of a position seldom both end in a nought.
_THOUSANDS = re.compile(
    r"(?:[^\d°º]*\d{1,3},\d\d0(?:[^\d°º]+\d{1,3},\d\d0)*"
    r"|\d{1,3}\.\d\d0(?:[^\d°º]+\d{1,3}\.\d\d0)*)\D*"
)


def _counts(found: str) -> bool:
    return bool(_THOUSANDS.fullmatch(found))


_IN_ADDRESS = re.compile(
    r"[@=/,#:](?:[a-z]{1,8}=)?-?\d{1,3}\.\d{3,}(?:,|%2c|/|;|\+|%20|&\w+=)+(?:[a-z]{1,8}=)?-?\d{1,3}\.\d{3,}",
    re.IGNORECASE,
)
_PIN = re.compile(
    r"maps\.app\.goo\.gl/|goo\.gl/maps/|osm\.org/go/|openstreetmap\.org/(?:node|way)/\d|mlat=|[?&]pt=|/place/\S*@|"
    r"what3words\.com/[^\W\d_]+\.|w3w\.co/[^\W\d_]+\.|plus\.codes/\w+\+|yandex\.\w+/maps/-/|"
    r"wikimapia\.org/\S*lat=|2gis\.\w+/\S*/(?:firm|geo)/",
    re.IGNORECASE,
)


_DECIMALS = re.compile(r"\d\.\d{3}")
_MAP_HOST = re.compile(r"map|goo\.gl|osm\.org|openstreetmap|what3words|w3w\.co|plus\.codes|2gis", re.IGNORECASE)


@rule(
    "map-pin",
    Event,
    bad="""
sources: [{id: a, publisher: Example Maps, url: "https://www.openstreetmap.org/#map=19/41.52361/11.31422"}]
""",
    good="""
sources: [{id: a, publisher: Example Maps, url: "https://www.openstreetmap.org/relation/12345"}]
""",
)
def map_pin(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """No address that an event links to opens a map at a position: it would show what the site does not.

    (DNH-05)
    """
    for loc, url in _linked(event.record):
        if (_DECIMALS.search(url) and _IN_ADDRESS.search(url)) or (_MAP_HOST.search(url) and _PIN.search(url)):
            yield Finding(
                event.mark(*loc),
                say("the address opens a map at one spot: %(url)s", url=quoted(url.split("/")[2])),
                say("link the page that tells of the event, not the spot on a map"),
            )


def _linked(event: Event) -> Iterator[tuple[Loc, str]]:
    for index, source in enumerate(event.sources):
        yield ("sources", index, "url"), source.url
        if source.archive:
            yield ("sources", index, "archive"), source.archive
    for index, other in enumerate(event.external):
        if other.url:
            yield ("external", index, "url"), other.url
