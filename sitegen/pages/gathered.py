"""What a page shows of many events at once: their list, their map, when they happened, and what is said of people."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from sitegen.dates import Span, read_span
from sitegen.located import Located
from sitegen.locator import events_map, lanes
from sitegen.locator.axis import Axis
from sitegen.model.site import Kind
from sitegen.pages.edition import Edition
from sitegen.pages.groups import month_id
from sitegen.pages.listing import Listing, Mark, listing, mark, marks_of, month_path
from sitegen.pages.told import Told, rests_on_one, told

_MONTHS_UP_TO = 18


@dataclass(frozen=True, slots=True)
class Lane:
    """The events of one kind on the line of days."""

    kind: Kind
    mark: Mark
    count: int
    drawing: Markup


@dataclass(frozen=True, slots=True)
class Period:
    """One row of the table beside the chart; `path` leads to its page inside the edition."""

    when: Span
    path: str
    count: int
    kinds: tuple[tuple[Kind, Mark, int], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Lanes over one line of days, and the same as a table."""

    lanes: tuple[Lane, ...]
    line: Markup
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything that pages of many events have in common; `weak` of them rest on one side or one source."""

    listing: Listing
    map: Markup
    chart: Chart | None
    told: tuple[Told, ...]
    weak: int

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The symbols that the page needs in its sprite."""
        lanes = self.chart.lanes if self.chart else ()
        return (*marks_of(self.listing), *(lane.mark for lane in lanes))


def gather(events: Sequence[Located], edition: Edition, place: str | None = None, limit: int | None = None) -> Gathered:
    """Work out what a page shows of `events`; the map of a `place` shows only what they did there."""
    rows = listing(events, edition, limit) if limit else listing(events, edition)
    drawn = Markup(events_map(edition.site, events, edition.t, place))  # noqa: S704 - the locator escapes
    weak = sum(rests_on_one(event) for event in events)
    return Gathered(rows, drawn, chart(events, edition), told(events, edition), weak)


def chart(events: Sequence[Located], edition: Edition, axis: Axis | None = None) -> Chart | None:
    """Draw when events happened, a lane for each kind, on `axis` or around them; None where there is none."""
    if not events:
        return None
    axis = axis or lanes.around([event.event.when.date for event in events])
    title = edition.t.gettext("Line of days, from {first} to {last}").format(
        first=edition.t.day(min(event.event.when.date.start for event in events)),
        last=edition.t.day(max(event.event.when.date.end for event in events)),
    )
    watched = edition.site.file.watch.since
    line = Markup(lanes.line_of_days(axis, edition.t, title, watched))  # noqa: S704 - the locator escapes
    return Chart(tuple(_lane(*group, axis) for group in _by_kind(events, edition)), line, periods(events, edition))


def _by_kind(events: Sequence[Located], edition: Edition) -> list[tuple[Kind, list[Located]]]:
    groups: dict[str, list[Located]] = {id_: [] for id_ in edition.site.kinds}
    for event in events:
        groups[event.event.kind].append(event)
    return [(edition.site.kinds[id_], group) for id_, group in groups.items() if group]


def _lane(kind: Kind, events: Sequence[Located], axis: Axis) -> Lane:
    drawn = lanes.lane((event.event.when.date for event in events), axis)
    return Lane(kind, mark(kind.shape, "full"), len(events), Markup(drawn))  # noqa: S704 - numbers only


def periods(events: Sequence[Located], edition: Edition) -> tuple[Period, ...]:
    """Count events by the month their date ends in, or by year where there are many months; newest first."""
    months = {month_id(event) for event in events}
    if len(months) <= _MONTHS_UP_TO:
        return tuple(_period(id_, month_path(id_), group, edition) for id_, group in _grouped(events, 7))
    return tuple(_period(id_, f"timeline.html#y{id_}", group, edition) for id_, group in _grouped(events, 4))


def _grouped(events: Sequence[Located], letters: int) -> list[tuple[str, list[Located]]]:
    return [(id_, list(group)) for id_, group in groupby(events, lambda event: month_id(event)[:letters])]


def _period(id_: str, path: str, events: Sequence[Located], edition: Edition) -> Period:
    counted = Counter(event.event.kind for event in events)
    kinds = ((kind, mark(kind.shape, "full"), counted[kid]) for kid, kind in edition.site.kinds.items() if counted[kid])
    return Period(read_span(id_), path, len(events), tuple(kinds))
