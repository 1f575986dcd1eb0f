"""Theirs → ours → theirs is the identity; ours → theirs never claims more than ours."""

from typing import get_args

import pytest

from sitegen import crosswalk
from sitegen.crosswalk import Standing, Whereabouts
from sitegen.dates import read_span
from sitegen.model.place import Precision


@pytest.mark.parametrize(
    ("there", "back", "codes"),
    [
        (crosswalk.from_acled_time, crosswalk.to_acled_time, range(1, 4)),
        (crosswalk.from_acled_geo, crosswalk.to_acled_geo, range(1, 4)),
        (crosswalk.from_ucdp_date, crosswalk.to_ucdp_date, range(1, 6)),
        (crosswalk.from_ucdp_where, crosswalk.to_ucdp_where, range(1, 8)),
        (crosswalk.from_ucdp_clarity, crosswalk.to_ucdp_clarity, range(1, 3)),
        (crosswalk.from_airwars, crosswalk.to_airwars, get_args(crosswalk.HarmStatus)),
    ],
    ids=["acled-time", "acled-geo", "ucdp-date", "ucdp-where", "ucdp-clarity", "airwars"],
)
def test_a_code_of_theirs_comes_back_as_it_was(there, back, codes):
    assert [back(there(code)) for code in codes] == list(codes)
    with pytest.raises(KeyError):
        there(99)


def test_coarser_of_ours_is_never_finer_of_theirs():
    order = get_args(Precision)  # from the finest to the coarsest
    for to in (crosswalk.to_acled_geo, lambda p: crosswalk.to_ucdp_where(Whereabouts(p))):
        codes = [to(precision) for precision in order]
        assert codes == sorted(codes)


@pytest.mark.parametrize(
    ("written", "grain"),
    [
        ("2024-11-22", "day"), ("2024-11-22~", "day"), ("2024-11-01/2024-11-03", "days"),
        ("2024-11-01/2024-11-07", "week"),
        ("2024-11", "month"), ("2024-11-01/2024-11-20", "month"), ("2024", "year"), ("2024-08/..", "year"),
    ],
)  # fmt: skip
def test_grain(written, grain):
    assert crosswalk.grain(read_span(written)) == grain


def test_a_denial_is_not_hidden_behind_a_concession():
    assert crosswalk.to_airwars(Standing("one-side", disputed=True, conceded=True)) == "contested"
    assert crosswalk.to_airwars(Standing("refuted", disputed=True, conceded=True)) == "discounted"
    assert crosswalk.to_airwars(Standing("both-sides")) == "fair"
    assert crosswalk.to_airwars(Standing("one-side")) == "weak"
    assert crosswalk.to_airwars(Standing("withdrawn")) is None


def test_standing_reads_a_verdict():
    from sitegen.model.event import Event
    from sitegen.verdict import judge

    event = Event.model_validate(
        {"title": "x", "kind": "aid", "when": "2024", "where": [{"place": "x"}],
         "sources": [{"id": "a", "publisher": "Invented Daily", "url": "https://daily.invented.org/"}]}
    )  # fmt: skip
    assert crosswalk.standing(judge(event, {}, {}).event, conceded=False) == Standing("one-source")
