"""Ranges, sums, overlaps and contradictions of people counts."""

from datetime import date
from typing import Any

import pytest
from claimants import SPEAKERS, event, people, says
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.counts import Contradiction, Range, contradictions, overlap, ranges, standing, sums, voices
from sitegen.model.event import Counts
from sitegen.model.fields import Quantity


def the_range(*claims: dict[str, Any], field: str = "total", **fields: Any) -> Range:
    found = [r for r in ranges(event(*claims, **fields), SPEAKERS) if r.field == field]
    assert len(found) == 1
    return found[0]


def ends(found: Range) -> tuple[int | None, int | None, tuple[str, ...], tuple[str, ...]]:
    return found.min, found.max, found.min_claims, found.max_claims


def test_one_number_is_both_ends() -> None:
    found = the_range(says("governor", counts=people("46")))
    assert ends(found) == (46, 46, ("c1",), ("c1",))
    assert (found.best, found.open_below, found.open_above, found.some) == (46, (), (), ())


def test_each_end_names_its_claim() -> None:
    found = the_range(
        says("governor", counts=people("46")),
        says("council", counts=people("52")),
        says("relief-league", counts=people({"min": "44", "best": "50", "max": "52"})),
    )
    assert ends(found) == (44, 52, ("c3",), ("c2", "c3"))
    assert found.best is None


def test_a_best_number_that_all_give_is_kept() -> None:
    rough = {"min": "40", "best": "46", "max": "50"}
    assert the_range(says("governor", counts=people("46")), says("council", counts=people(rough))).best == 46


def test_only_the_newest_number_of_each_speaker_counts() -> None:
    found = the_range(
        says("governor", counts=people("30", as_of="2025-03-01")),
        says("governor", counts=people("46", as_of="2025-03-09")),
        says("council", counts=people("20", as_of="2025-02-01")),
    )
    assert ends(found) == (20, 46, ("c3",), ("c2",))


def test_a_body_and_its_head_are_one_speaker() -> None:
    found = the_range(
        says("prefecture", counts=people("30", as_of="2025-03-01")),
        says("governor", counts=people("46", as_of="2025-03-09")),
    )
    assert ends(found) == (46, 46, ("c2",), ("c2",))


def test_without_as_of_the_day_it_was_said_counts() -> None:
    found = the_range(
        says("governor", said="2025-03-09", counts=people("46")),
        says("governor", said="2025-03-01", counts=people("30")),
    )
    assert ends(found) == (46, 46, ("c1",), ("c1",))


@pytest.mark.parametrize("when", [None, "2025-03", "2025-03-09"])
def test_a_number_that_is_not_surely_older_stays(when: str | None) -> None:
    found = the_range(
        says("governor", said=when, counts=people("30")),
        says("governor", said="2025-03-09", counts=people("46")),
    )
    assert ends(found) == (30, 46, ("c1",), ("c2",))


def the_fields(*claims: dict[str, Any]) -> list[tuple[str, int | None, int | None, tuple[str, ...]]]:
    return [(r.field, r.min, r.max, r.claims) for r in ranges(event(*claims), SPEAKERS)]


def test_a_newer_total_without_children_keeps_the_children_told_before() -> None:
    """Of 12 dead three were children; of 20 they still are, until their speaker gives another number of them."""
    first = says("governor", counts=people("12", "killed", children="3", women="5", as_of="2025-03-01"))
    later = says("governor", counts=people("20", "killed", as_of="2025-03-02"))
    last = says("governor", counts=people("25", "killed", children="4", as_of="2025-03-03"))
    kept = [("total", 20, 20, ("c2",)), ("women", 5, 5, ("c1",)), ("children", 3, 3, ("c1",))]
    assert the_fields(first, later) == kept
    told = [("total", 25, 25, ("c3",)), ("women", 5, 5, ("c1",)), ("children", 4, 4, ("c3",))]
    assert the_fields(first, later, last) == told


def test_children_of_one_speaker_are_kept_beside_anothers_newer_ones() -> None:
    first = says("governor", counts=people("12", "killed", children="3", as_of="2025-03-01"))
    newer = says("governor", counts=people("20", "killed", as_of="2025-03-05"))
    other = says("council", counts=people("25", "killed", children="6", as_of="2025-03-09"))
    assert ("children", 3, 6, ("c1", "c3")) in the_fields(first, newer, other)


def test_a_newer_count_of_children_alone_keeps_the_total() -> None:
    first = says("governor", counts=people("12", "killed", as_of="2025-03-01"))
    newer = says("governor", counts=people(None, "killed", children="3", as_of="2025-03-02"))
    assert the_fields(first, newer) == [("total", 12, 12, ("c1",)), ("children", 3, 3, ("c2",))]


def test_a_newer_total_that_has_no_room_for_the_children_replaces_them() -> None:
    first = says("governor", said="2025-03-01", counts=people("46", children="12"))
    assert the_fields(first, says("governor", said="2025-03-09", counts=people("10"))) == [("total", 10, 10, ("c2",))]
    open_ended = says("governor", said="2025-03-09", counts=people({"min": "10"}))
    assert ("children", 12, 12, ("c1",)) in the_fields(first, open_ended)


def test_children_of_a_claim_that_fell_are_not_kept() -> None:
    first = says("governor", counts=people("12", "killed", children="3", as_of="2025-03-01"), retracted="2025-03-02")
    later = says("governor", counts=people("20", "killed", as_of="2025-03-02"))
    assert the_fields(first, later) == [("total", 20, 20, ("c2",))]


def test_the_newest_of_one_effect_leaves_another_alone() -> None:
    found = ranges(
        event(
            says("governor", said="2025-03-01", counts=people("3", "injured")),
            says("governor", said="2025-03-09", counts=people("1", "killed")),
        ),
        SPEAKERS,
    )
    assert [(r.effect, r.max) for r in found] == [("killed", 1), ("injured", 3)]


@pytest.mark.parametrize(
    "dropped",
    [
        [says("governor", counts=people("90"), retracted="2025-03-09")],
        [says("governor", counts=people("90")), says("governor", supersedes="c2")],
        [says("governor", counts=people("90")), says("governor", "denies", "c2")],
    ],
    ids=["retracted", "superseded", "denied by its own speaker"],
)
def test_what_no_longer_stands_gives_no_number(dropped: list[dict[str, Any]]) -> None:
    found = the_range(says("council", counts=people("46")), *dropped)
    assert ends(found) == (46, 46, ("c1",), ("c1",))


def test_another_speaker_cannot_replace_a_number() -> None:
    found = the_range(says("council", counts=people("46")), says("governor", supersedes="c1", counts=people("10")))
    assert ends(found) == (10, 46, ("c2",), ("c1",))


def test_numbers_in_a_denial_are_the_deniers_own() -> None:
    found = the_range(says("council", counts=people("46")), says("governor", "denies", "c1", counts=people("none")))
    assert ends(found) == (0, 46, ("c2",), ("c1",))


def test_open_ends_are_kept_beside_the_numbers() -> None:
    found = the_range(
        says("governor", counts=people({"min": "40"})),
        says("council", counts=people("46")),
        says("river-watch", counts=people({"max": "60"})),
    )
    assert ends(found) == (40, 60, ("c1",), ("c3",))
    assert (found.open_below, found.open_above) == (("c3",), ("c1",))
    assert found.claims == ("c1", "c3")


def test_ends_that_cross_hold_every_number_given() -> None:
    found = the_range(says("governor", counts=people({"min": "60"})), says("council", counts=people({"max": "40"})))
    assert ends(found) == (40, 60, ("c2",), ("c1",))
    assert (found.open_below, found.open_above) == (("c2",), ("c1",))


def test_an_end_that_nobody_gives_is_open() -> None:
    found = the_range(says("governor", counts=people({"min": "40"})))
    assert ends(found) == (40, None, ("c1",), ())
    assert found.open_above == ("c1",)


def test_a_best_number_alone_is_open_on_both_sides() -> None:
    found = the_range(says("governor", counts=people({"best": "46"})))
    assert ends(found) == (46, 46, ("c1",), ("c1",))
    assert (found.best, found.open_below, found.open_above) == (46, ("c1",), ("c1",))


def test_some_are_named_and_not_counted() -> None:
    found = the_range(says("governor", counts=people("some")), says("council", counts=people("46")))
    assert ends(found) == (46, 46, ("c2",), ("c2",))
    assert found.some == ("c1",)
    alone = the_range(says("governor", counts=people("some")))
    assert ends(alone) == (None, None, (), ())
    assert (alone.best, alone.some, alone.open_above) == (None, ("c1",), ())


def test_none_is_the_number_zero() -> None:
    assert ends(the_range(says("governor", counts=people("none")))) == (0, 0, ("c1",), ("c1",))


def test_fields_and_effects_come_in_the_order_of_the_model() -> None:
    counts = people("5", "affected", of="B") + people("6", "affected", of="A") + people("7", "killed", children="2")
    found = ranges(event(says("governor", counts=counts)), SPEAKERS)
    assert [(r.effect, r.of, r.field) for r in found] == [
        ("killed", None, "total"),
        ("killed", None, "children"),
        ("affected", "A", "total"),
        ("affected", "B", "total"),
    ]


def two_places(first: Any, second: Any, **fields: Any) -> list[Range]:
    counts = people(first, of="Elmere") + people(second, of="Ashby", **fields)
    return list(ranges(event(says("governor", counts=counts)), SPEAKERS))


def test_different_of_add_and_keep_their_parts() -> None:
    [total] = sums(two_places("20", {"min": "5", "best": "7", "max": "9"}))
    assert (total.min, total.max, total.best) == (25, 29, 27)
    assert [part.of for part in total.parts] == ["Ashby", "Elmere"]
    assert (total.open_below, total.open_above, total.some, total.lacking) == (False, False, False, ())


def test_competing_numbers_of_one_part_widen_the_sum() -> None:
    found = ranges(
        event(
            says("governor", counts=people("20", of="Elmere") + people("5", of="Ashby")),
            says("council", counts=people("12", of="Elmere")),
        ),
        SPEAKERS,
    )
    [total] = sums(found)
    assert (total.min, total.max) == (17, 25)
    assert total.parts[1].min_claims == ("c2",)


def test_some_and_open_ends_leave_the_sum_open() -> None:
    [total] = sums(two_places("20", "some"))
    assert (total.min, total.max, total.best, total.some, total.open_above) == (20, None, None, True, True)
    [total] = sums(two_places({"max": "20"}, {"min": "5"}))
    assert (total.min, total.max, total.open_below, total.open_above) == (5, None, True, True)
    [total] = sums(two_places({"max": "20"}, "5"))
    assert (total.min, total.max, total.open_below, total.open_above) == (5, 25, True, False)


def test_a_part_without_the_field_opens_the_sum_and_is_named() -> None:
    total, children = sums(two_places("20", "30", children="9"))
    assert (total.lacking, children.lacking) == ((), ("Elmere",))
    assert (children.min, children.max, children.open_above, children.best) == (9, None, True, None)


def test_the_whole_is_not_added_to_its_parts() -> None:
    counts = people("50") + people("20", of="Elmere") + people("30", of="Ashby")
    [total] = sums(ranges(event(says("governor", counts=counts)), SPEAKERS))
    assert total.max == 50


def test_one_part_is_no_sum() -> None:
    assert sums(ranges(event(says("governor", counts=people("20", of="Elmere"))), SPEAKERS)) == ()
    assert sums(ranges(event(says("governor", counts=people("20"))), SPEAKERS)) == ()


def q(low: int | None, high: int | None, best: int | None = None) -> Quantity:
    return Quantity(low, best, high)


SOME = Quantity(1, None, None, some=True)


@pytest.mark.parametrize(
    ("a", "b", "both"),
    [
        (q(46, 46), q(46, 46), q(46, 46)),
        (q(40, 50), q(46, 60), q(46, 50)),
        (q(40, 50), q(50, 60), q(50, 50)),
        (q(40, 49), q(50, 60), None),
        (q(40, None), q(46, 46), q(46, 46)),
        (q(40, None), q(39, 39), None),
        (q(None, 40), q(50, None), None),
        (q(None, 40), q(None, 30), q(None, 30)),
        (q(40, None), q(50, None), q(50, None)),
        (q(40, 50, 46), q(40, 60, 46), q(40, 50, 46)),
        (q(40, 50, 46), q(40, 60, 47), q(40, 50)),
        (SOME, q(46, 46), SOME),
        (SOME, q(None, 5), SOME),
        (SOME, SOME, SOME),
        (SOME, q(0, 0), None),
        (q(0, 0), q(0, 0), q(0, 0)),
    ],
)
def test_overlap(a: Quantity, b: Quantity, both: Quantity | None) -> None:
    assert overlap(a, b) == both
    assert overlap(b, a) == both


def count(**fields: Any) -> Counts:
    return Counts.model_validate({"effect": "returned", **fields})


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        (count(total="46", children="12"), ()),
        (count(total="46", children="47"), (Contradiction("part-over-total", ("children",), 47, 46),)),
        (count(total="46", children={"min": "40", "max": "60"}), ()),
        (count(total="some", children="47"), ()),
        (count(total={"min": "46"}, children="47"), ()),
        (count(total="none", children="some"), (Contradiction("part-over-total", ("children",), 1, 0),)),
        (
            count(total="46", women="20", men="20", children="12"),
            (Contradiction("parts-over-total", ("women", "men", "children"), 52, 46),),
        ),
        (
            count(total="46", women="46", children="some"),
            (Contradiction("parts-over-total", ("women", "children"), 47, 46),),
        ),
        (
            count(total="46", women="10", men="10", children="10", unknown="10"),
            (Contradiction("parts-under-total", ("women", "men", "children", "unknown"), 40, 46),),
        ),
        (count(total="46", women="10", men="10", children="10"), ()),
        (count(total="46", women="10", men="10", children="10", unknown="some"), ()),
        (count(total={"max": "46"}, women="1", men="1", children="1", unknown="1"), ()),
        (count(children="12"), ()),
        (count(total="46"), ()),
        (
            count(total="9", women="10", men="10"),
            (
                Contradiction("part-over-total", ("women",), 10, 9),
                Contradiction("part-over-total", ("men",), 10, 9),
            ),
        ),
    ],
)
def test_contradictions(counts: Counts, found: tuple[Contradiction, ...]) -> None:
    assert contradictions(counts) == found


def test_voices_join_bodies_heads_and_successors_only() -> None:
    ids = ["governor", "old-governor", "prefecture", "deputy", "council", "unheard-of"]
    shared = voices(ids, SPEAKERS)
    assert shared["governor"] == shared["old-governor"] == shared["prefecture"]
    assert len({shared[name] for name in ids}) == 4


def test_answers_that_run_in_a_ring_are_read_as_answering_nothing() -> None:
    ring = event(says("governor", "denies", "c2"), says("council", "confirms", "c1"), says("envoy", "denies", "c1"))
    assert [(one.root, one.denies) for one in standing(ring, SPEAKERS)] == [("c1", True), ("c2", False), ("c1", False)]


QUICK = settings(deadline=None, max_examples=60)  # two cores are shared: no example is timed

_numbers = st.one_of(
    st.integers(0, 99).map(str),
    st.just("some"),
    st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda n: {"min": str(min(n)), "max": str(max(n))}),
    st.integers(0, 99).map(lambda n: {"min": str(n)}),
    st.integers(0, 99).map(lambda n: {"max": str(n)}),
)
_counting = st.builds(
    lambda by, number, day, of: says(by, counts=people(number, as_of=str(date(2025, 3, day)), **of)),
    st.sampled_from(sorted(SPEAKERS)),
    _numbers,
    st.integers(1, 4),
    st.sampled_from([{}, {"of": "Elmere"}, {"of": "Ashby"}]),
)


@QUICK
@given(st.lists(_counting, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(claims: list[dict[str, Any]], random: Any) -> None:
    written = event(*claims)
    shuffled = written.model_copy(update={"claims": tuple(random.sample(written.claims, len(written.claims)))})
    assert ranges(shuffled, SPEAKERS) == ranges(written, SPEAKERS)


@QUICK
@given(st.lists(_counting, min_size=1, max_size=6))
def test_every_end_is_a_number_that_its_claim_gives(claims: list[dict[str, Any]]) -> None:
    written = event(*claims)
    given_by = {claim.id: claim.counts[0].total for claim in written.claims}
    for found in ranges(written, SPEAKERS):
        assert all(found.min in {given_by[claim].min, given_by[claim].max} for claim in found.min_claims)
        assert all(found.max in {given_by[claim].min, given_by[claim].max} for claim in found.max_claims)
        assert found.min is None or found.max is None or found.min <= found.max
        assert found.claims
