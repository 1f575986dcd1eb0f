"""The columns of events.csv that say where."""

from sitegen.exports.events_rows import Row, of_event, of_main
from sitegen.exports.places import anchor, extent_m
from sitegen.exports.table import Cell, Column
from sitegen.located import Located, Location
from sitegen.site import Site


def where(site: Site) -> tuple[Column[Row], ...]:
    """Return the columns: all places in words, and the one that stands for the event as a point with its size."""
    degrees = "degrees WGS 84, no finer than known"
    return (
        Column("places", "#loc+list", "all places as the sources write them", of_event(_toponyms)),
        Column("place", "#loc+id", "the place that stands for the event", of_main(_id)),
        Column("role", "#loc+role", "what that place was to the event", of_main(lambda at: at.where.role)),
        Column("precision", "#loc+precision", "how finely it is known", of_main(lambda at: at.precision)),
        Column("country", "#country+code+v_iso2", "the recognised state", of_main(_country)),
        Column("region", "#adm1+name", "the region it lies in", of_main(lambda at: _holder(site, at, "region"))),
        Column("district", "#adm2+name", "the district it lies in", of_main(lambda at: _holder(site, at, "district"))),
        Column("lat", "#geo+lat", degrees, of_main(lambda at: _point(at, 1)), "double"),
        Column("lon", "#geo+lon", degrees, of_main(lambda at: _point(at, 0)), "double"),
        Column("uncertainty_m", "#geo+uncertainty", "metres around that point", of_main(_reach), "integer"),
    )


def _toponyms(event: Located) -> Cell:
    return "; ".join(at.where.place or "(not disclosed)" for at in event.locations)


def _id(at: Location) -> Cell:
    return at.entry.id if at.entry else None


def _country(at: Location) -> Cell:
    return at.entry.place.country if at.entry else None


def _holder(site: Site, at: Location, precision: str) -> Cell:
    chain = site.gazetteer.chain(at.entry.id) if at.entry else ()
    return next((site.say(entry.place.name) for entry in chain if entry.place.precision == precision), None)


def _point(at: Location, axis: int) -> Cell:
    point = anchor(at.shapes[0])
    return point[axis] if point else None


def _reach(at: Location) -> Cell:
    return extent_m(at.shapes[0], at)
