"""Where, in words: the toponym as written, what it is called elsewhere, what it lies in, how finely it is known."""

from dataclasses import dataclass

from sitegen.gazetteer import Entry, spellings
from sitegen.i18n import Passage, language_of
from sitegen.located import Location
from sitegen.model.event import Where
from sitegen.pages.edition import Edition
from sitegen.pages.vocabulary import PRECISION

# Of a whole region or country the distance to its farthest corner would tell a reader nothing.
_WITHOUT_KM = frozenset({"exact", "region", "between", "country", "undisclosed"})


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of an event; `names` are its other names, `chain` what it lies in, from the inside out."""

    where: Where
    entry: Entry | None
    names: tuple[Passage, ...]
    chain: tuple[Entry, ...]
    country: str
    known: str


def spots(locations: tuple[Location, ...], edition: Edition) -> tuple[Spot, ...]:
    """Describe the places of an event, in the order written."""
    return tuple(_spot(location, edition) for location in locations)


def _spot(location: Location, edition: Edition) -> Spot:
    entry, where = location.entry, location.where
    if entry is None:
        return Spot(where, None, (), (), "", known(location.precision, None, edition))
    names = tuple(name for name in named(entry, edition) if name.words != where.place)
    words = known(location.precision, location.uncertainty_m, edition)
    return Spot(where, entry, names, hierarchy(entry, edition), country(entry, edition), words)


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


def known(precision: str, uncertainty_m: int | None, edition: Edition) -> str:
    """Say how finely a place is known: "known to the district, about 18 km"."""
    t = edition.t
    words = t.gettext(PRECISION[precision])
    if uncertainty_m is None or precision in _WITHOUT_KM:
        return words
    km = uncertainty_m / 1000
    size = t.number(round(km) if km >= 2 else round(km, 1))
    return t.gettext("{known}, about {km} km").format(known=words, km=size)
