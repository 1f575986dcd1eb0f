"""Where, in words: the toponym as written, what it is called elsewhere, what it lies in, how finely it is known."""

from dataclasses import dataclass

from sitegen.dates import Span
from sitegen.gazetteer import Entry, spellings
from sitegen.geometry import DECIMALS, LngLat, rounded_point
from sitegen.i18n import Passage, language_of
from sitegen.located import Located, Location
from sitegen.model.event import Where
from sitegen.pages.edition import Edition
from sitegen.pages.holding import Holding, held_at
from sitegen.pages.vocabulary import PRECISION

# Of a whole region or country the distance to its farthest corner would tell a reader nothing.
_WITHOUT_KM = frozenset({"exact", "region", "between", "country", "undisclosed"})


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of an event; `names` are its other names, `chain` what it lies in, from the inside out.

    `held` is what is stated of who held it when the event happened.
    """

    where: Where
    entry: Entry | None
    names: tuple[Passage, ...]
    chain: tuple[Entry, ...]
    country: str
    known: str
    held: tuple[Holding, ...] = ()


def spots(located: Located, edition: Edition) -> tuple[Spot, ...]:
    """Describe the places of an event, in the order written."""
    return tuple(_spot(location, located.event.when.date, edition) for location in located.locations)


def _spot(location: Location, when: Span, edition: Edition) -> Spot:
    entry, where = location.entry, location.where
    if entry is None:
        return Spot(where, None, (), (), "", known(location.precision, None, edition))
    names = tuple(name for name in named(entry, edition) if name.words != where.place)
    words = known(location.precision, location.uncertainty_m, edition)
    held = held_at(entry, when, edition)
    return Spot(where, entry, names, hierarchy(entry, edition), country(entry, edition), words, held)


def hierarchy(entry: Entry, edition: Edition) -> tuple[Entry, ...]:
    """Return what a place lies in, from the inside out."""
    return edition.site.gazetteer.chain(entry.id)[1:]


def country(entry: Entry, edition: Edition) -> str:
    """Return the country's name where no place of the gazetteer says it already."""
    chain = edition.site.gazetteer.chain(entry.id)
    return "" if chain[-1].place.precision == "country" else edition.t.country(entry.place.country)


def named(entry: Entry, edition: Edition) -> tuple[Passage, ...]:
    """Return a place's name in the reader's language and in its country's own, without repetitions."""
    names = dict(entry.place.name.values)
    own = language_of(entry.place.country)
    found = [edition.t.text(entry.place.name), *([Passage(names[own], own)] if own in names else [])]
    return tuple({name.words: name for name in found}.values())


def all_names(entry: Entry, edition: Edition) -> tuple[Passage, ...]:
    """Return a place's name in every language it is given in."""
    values = entry.place.name.values
    return tuple(Passage(words, lang or edition.t.first) for lang, words in values)


def other_spellings(entry: Entry) -> tuple[str, ...]:
    """Return the spellings that are no language's own name."""
    official = {words for _, words in entry.place.name.values}
    return tuple(spelling for spelling in spellings(entry) if spelling not in official)


def position(entry: Entry, edition: Edition) -> str:
    """Write a place's point as finely as its precision is published: "51.19° N, 35.27° E"; empty without one."""
    point = entry.place.point
    if point is None:
        return ""
    lng, lat = rounded_point(LngLat(point.lon, point.lat), DECIMALS[entry.place.precision])
    t = edition.t
    north = t.gettext("{degrees}° S") if lat < 0 else t.gettext("{degrees}° N")
    east = t.gettext("{degrees}° W") if lng < 0 else t.gettext("{degrees}° E")
    return f"{north.format(degrees=t.number(abs(lat)))}, {east.format(degrees=t.number(abs(lng)))}"


def known(precision: str, uncertainty_m: int | None, edition: Edition) -> str:
    """Say how finely a place is known: "known to the district, about 18 km"."""
    t = edition.t
    words = t.gettext(PRECISION[precision])
    if uncertainty_m is None or precision in _WITHOUT_KM:
        return words
    km = uncertainty_m / 1000
    size = t.number(round(km) if km >= 2 else round(km, 1))
    said = t.gettext("{known}, about {km} km").format(known=words, km=size)
    return said.replace(f"{size} ", f"{size}\u00a0")  # a number and its unit stand on one line
