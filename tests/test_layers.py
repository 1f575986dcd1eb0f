"""Layers: one a kind, in the legend's order, and every event in exactly one of them."""

from hypothesis import given
from hypothesis import strategies as st
from sites import event, make_site, place

from sitegen.layers import group, unplaced

PLACES = {"mill": place(51.2, 35.2, name="Mill"), "ford": place(51.4, 35.4, name="Ford")}


def test_layers_come_in_the_order_of_the_kinds_with_their_group() -> None:
    events = [event("e1", "Mill", kind="aid"), event("e2", "Mill", kind="return"), event("e3", "Ford", kind="aid")]
    layers = group(make_site(events, PLACES))
    assert [(layer.id, layer.group.id, len(layer.events)) for layer in layers] == [
        ("return", "movement", 1), ("aid", "help", 2),
    ]  # fmt: skip


def test_a_kind_without_events_has_no_layer_and_also_does_not_count() -> None:
    layers = group(make_site([event("e1", "Mill", also=["removal", "aid"])], PLACES))
    assert [layer.id for layer in layers] == ["return"]


def test_features_are_newest_first_and_then_in_the_order_of_the_file() -> None:
    events = [event("old", "Mill", when="2024-01-01"), event("new", "Ford", "Mill", when="2024-12-01")]
    (layer,) = group(make_site(events, PLACES))
    assert [(f.event.id, f.location.entry and f.location.entry.id, f.rank) for f in layer.features] == [
        ("new", "ford", 0), ("new", "mill", 0), ("old", "mill", 1),
    ]  # fmt: skip


def test_a_place_named_twice_in_one_role_is_one_feature_and_in_two_roles_two() -> None:
    twice = event("e1", "Mill", "mill", {"place": "Mill", "role": "origin"})
    (layer,) = group(make_site([twice], PLACES))
    assert [feature.location.where.role for feature in layer.features] == ["scene", "origin"]
    assert layer.features[0].location.where.place == "Mill"


def test_events_without_a_place_are_counted_for_the_drawer_newest_first() -> None:
    hidden = {"precision": "undisclosed"}
    events = [
        event("h1", hidden, when="2024-01-01", kind="return"),
        event("h2", hidden, when="2024-12-01", kind="aid"),
        event("both", hidden, "Mill", kind="aid"),
    ]
    layers = group(make_site(events, PLACES))
    assert [(layer.id, [e.id for e in layer.unplaced]) for layer in layers] == [("return", ["h1"]), ("aid", ["h2"])]
    assert [e.id for e in unplaced(layers)] == ["h2", "h1"]


@given(st.lists(st.sampled_from(["return", "removal", "aid"]), max_size=12))
def test_counts_add_up_to_the_number_of_events(kinds: list[str]) -> None:
    site = make_site([event(f"e{i}", "Mill", "Ford", kind=kind) for i, kind in enumerate(kinds)], PLACES)
    layers = group(site)
    assert sorted(e.id for layer in layers for e in layer.events) == sorted(e.id for e in site.events)
    assert all(layer.events for layer in layers)
