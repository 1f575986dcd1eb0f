"""Events → named, ordered layers: one a kind, as the map, the legend and the counts show them."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from sitegen.located import Located, Location
from sitegen.model.site import Group, Kind
from sitegen.site import Site


@dataclass(frozen=True, slots=True)
class Feature:
    """One event at one of its places; `rank` is the event's position in the site's list, newest first, from 0."""

    event: Located
    location: Location
    rank: int


@dataclass(frozen=True)
class Layer:
    """The events of one kind: `features` by rank and then as the event lists its places, without repetitions."""

    kind: Kind
    group: Group
    features: tuple[Feature, ...]

    @property
    def id(self) -> str:
        """The kind's id: names the layer's data file and its CSS class."""
        return self.kind.id

    @cached_property
    def events(self) -> tuple[Located, ...]:
        """The distinct events, newest first; their number is the count that legends print."""
        return tuple({feature.event.id: feature.event for feature in self.features}.values())

    @property
    def moves(self) -> bool:
        """Whether any of its events went from one place to another."""
        return any(feature.location.where.role not in {"scene", "talks"} for feature in self.features)

    @cached_property
    def unplaced(self) -> tuple[Located, ...]:
        """The events none of whose places can be drawn: they stand in the drawer beside the map."""
        drawn = {feature.event.id for feature in self.features if feature.location.shapes}
        return tuple(event for event in self.events if event.id not in drawn)


def group(site: Site) -> tuple[Layer, ...]:
    """Sort the events into a layer for each kind that has any, in the order of kinds.yaml.

    An event is in the layer of its `kind` only: `also` is for filters, so that the counts of layers add up to the
    number of events.
    """
    by_kind: dict[str, list[Feature]] = defaultdict(list)
    for rank, event in enumerate(site.events):
        by_kind[event.event.kind] += _features(event, rank)
    groups = {group.id: group for group in site.groups}
    return tuple(
        Layer(kind, groups[kind.group], tuple(by_kind[id_])) for id_, kind in site.kinds.items() if id_ in by_kind
    )


def _features(event: Located, rank: int) -> list[Feature]:
    """Make one feature for each place in each role: a place named twice in one role is drawn once."""
    distinct: dict[object, Location] = {}
    for place in event.locations:
        distinct.setdefault((place.entry and place.entry.id, place.where.role, place.shapes), place)
    return [Feature(event, place, rank) for place in distinct.values()]


def unplaced(layers: tuple[Layer, ...]) -> tuple[Located, ...]:
    """Return the events of all `layers` that have no place on the map, newest first: the drawer's content."""
    ranks = {feature.event.id: feature.rank for layer in layers for feature in layer.features}
    return tuple(sorted((event for layer in layers for event in layer.unplaced), key=lambda event: ranks[event.id]))
