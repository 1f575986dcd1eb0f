"""Codes to and from ACLED, UCDP GED and Airwars: theirs → ours → theirs is the identity.

Ours is finer almost everywhere, so ours → theirs loses detail, and theirs → ours takes the coarsest of ours that
the code allows: nothing becomes surer on the way in. Sources: the ACLED codebook (time_precision, geo_precision),
the UCDP GED codebook 24.1 (date_prec, where_prec, event_clarity), Airwars' published harm status.
"""

from dataclasses import dataclass
from typing import Literal

from sitegen.dates import Span
from sitegen.model.place import Precision
from sitegen.verdict import Level, Verdict

Grain = Literal["day", "days", "week", "month", "year"]
HarmStatus = Literal["confirmed", "fair", "weak", "contested", "discounted"]
Clarity = Literal["one", "summary"]

_ACLED_TIME: dict[Grain, int] = {"day": 1, "days": 2, "week": 2, "month": 3, "year": 3}
_FROM_ACLED_TIME: dict[int, Grain] = {1: "day", 2: "week", 3: "month"}
_UCDP_DATE: dict[Grain, int] = {"day": 1, "days": 2, "week": 3, "month": 4, "year": 5}
_UCDP_CLARITY: dict[Clarity, int] = {"one": 1, "summary": 2}


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A precision of ours, and whether the place is at sea or in international airspace, which only UCDP codes."""

    precision: Precision
    offshore: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """What Airwars' harm status is made of: a level, the flag, and whether the side blamed concedes."""

    level: Level
    disputed: bool = False
    conceded: bool = False


_ACLED_GEO: dict[Precision, int] = {
    "exact": 1, "site": 1, "neighbourhood": 1, "settlement": 1, "near": 2, "district": 2,
    "region": 3, "between": 3, "country": 3, "undisclosed": 3,
}  # fmt: skip
_FROM_ACLED_GEO: dict[int, Precision] = {1: "settlement", 2: "district", 3: "region"}
_UCDP_WHERE: dict[Precision, int] = {
    "exact": 1, "site": 1, "neighbourhood": 1, "settlement": 1, "near": 2, "district": 3,
    "region": 4, "between": 5, "country": 6, "undisclosed": 6,
}  # fmt: skip
_FROM_UCDP_WHERE: dict[int, Whereabouts] = {
    1: Whereabouts("settlement"), 2: Whereabouts("near"), 3: Whereabouts("district"), 4: Whereabouts("region"),
    5: Whereabouts("between"), 6: Whereabouts("country"), 7: Whereabouts("country", offshore=True),
}  # fmt: skip
_FROM_AIRWARS: dict[HarmStatus, Standing] = {
    "confirmed": Standing("one-side", conceded=True),
    "fair": Standing("independent"),
    "weak": Standing("one-source"),
    "contested": Standing("one-source", disputed=True),
    "discounted": Standing("refuted"),
}


def grain(span: Span) -> Grain:
    """Return how finely a span is known; open ends count as a year, 2–6 days as days, 7 as a week."""
    if span.first is None or span.last is None:
        return "year"
    days = (span.last - span.first).days + 1
    bounds: tuple[tuple[int, Grain], ...] = ((1, "day"), (6, "days"), (7, "week"), (31, "month"))
    return next((word for most, word in bounds if days <= most), "year")


def to_acled_time(ours: Grain) -> int:
    """Return ACLED's time_precision: 1 the day, 2 within a week, 3 within a month (their coarsest)."""
    return _ACLED_TIME[ours]


def from_acled_time(code: int) -> Grain:
    """Return our grain for ACLED's time_precision; raise KeyError for a code they do not have."""
    return _FROM_ACLED_TIME[code]


def to_acled_geo(ours: Precision) -> int:
    """Return ACLED's geo_precision: 1 a named town, 2 part of a region, 3 a larger region."""
    return _ACLED_GEO[ours]


def from_acled_geo(code: int) -> Precision:
    """Return our precision for ACLED's geo_precision; raise KeyError for a code they do not have."""
    return _FROM_ACLED_GEO[code]


def to_ucdp_date(ours: Grain) -> int:
    """Return UCDP's date_prec: 1 day, 2 two to six days, 3 week, 4 month, 5 year."""
    return _UCDP_DATE[ours]


def from_ucdp_date(code: int) -> Grain:
    """Return our grain for UCDP's date_prec; raise KeyError for a code they do not have."""
    return {number: word for word, number in _UCDP_DATE.items()}[code]


def to_ucdp_where(ours: Whereabouts) -> int:
    """Return UCDP's where_prec: 1 exact … 4 region, 5 between, 6 country, 7 sea or international airspace."""
    return 7 if ours.offshore else _UCDP_WHERE[ours.precision]


def from_ucdp_where(code: int) -> Whereabouts:
    """Return our precision for UCDP's where_prec; raise KeyError for a code they do not have."""
    return _FROM_UCDP_WHERE[code]


def to_ucdp_clarity(ours: Clarity) -> int:
    """Return UCDP's event_clarity: 1 one event, 2 a summary of several."""
    return _UCDP_CLARITY[ours]


def from_ucdp_clarity(code: int) -> Clarity:
    """Return our word for UCDP's event_clarity; raise KeyError for a code they do not have."""
    return {number: word for word, number in _UCDP_CLARITY.items()}[code]


def standing(verdict: Verdict, *, conceded: bool) -> Standing:
    """Return what Airwars would ask of a verdict of ours."""
    return Standing(verdict.level, verdict.disputed, conceded)


def to_airwars(ours: Standing) -> HarmStatus | None:
    """Return Airwars' harm status; None for withdrawn, which they do not have.

    discounted before contested before confirmed: a refutation or a denial is never hidden behind a concession.
    """
    if ours.level == "withdrawn":
        return None
    if ours.level == "refuted":
        return "discounted"
    if ours.disputed:
        return "contested"
    if ours.conceded:
        return "confirmed"
    return "fair" if ours.level in {"both-sides", "independent"} else "weak"


def from_airwars(status: HarmStatus) -> Standing:
    """Return our reading of Airwars' harm status; raise KeyError for one they do not have."""
    return _FROM_AIRWARS[status]
