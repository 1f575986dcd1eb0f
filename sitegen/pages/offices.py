"""In which office somebody spoke: the dated ones that were held when the claim was made."""

from datetime import date

from sitegen.dates import Span
from sitegen.model.site import Office, Speaker


def offices_at(speaker: Speaker, said: Span | None) -> tuple[Office, ...]:
    """Return the offices that `speaker` may have held on the days `said`, as listed; none where no day is known.

    An end that is not stated is open; the first and last day of an end that is a month or a year count as held.
    """
    if said is None:
        return ()
    return tuple(office for office in speaker.offices if _first(office) <= said.end and said.start <= _last(office))


def _first(office: Office) -> date:
    return office.start.start if office.start else date.min


def _last(office: Office) -> date:
    return office.until.end if office.until else date.max
