"""The table of confirmation, case by case, and what must hold of it whatever is claimed."""

import string
from typing import Any

import pytest
from claimants import SIDES, SPEAKERS, event, people, says, source
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sitegen.counts import standing
from sitegen.model.event import Event
from sitegen.model.fields import Text
from sitegen.verdict import LABELS, LEVELS, TEMPLATES, Verdicts, explain, judge

Claims = list[dict[str, Any]]
OWN, WIRE_COPY = source("a", "Some Outlet"), source("copy", "Copy Shop", "North Wire")


def judged(*claims: dict[str, Any], **fields: Any) -> Verdicts:
    return judge(event(*claims, **fields), SPEAKERS, SIDES)


def words(verdicts: Verdicts) -> str:
    """The verdict of each row, `!` for disputed: "both-sides, people one-source!"."""
    rows = [(verdict, "!" if verdict.disputed else "") for verdict in verdicts.rows]
    return ", ".join(f"{'' if v.about == 'event' else v.about + ' '}{v.level}{flag}" for v, flag in rows)


# What is claimed (c1, c2, … in order), and the verdict of each row that has claims: `!` is the flag `disputed`.
LEVEL_CASES: dict[str, tuple[Claims, str]] = {
    # One origin
    "a party alone": ([says("governor")], "one-source"),
    "an organisation alone": ([says("relief-league")], "one-source"),
    "press alone, what it saw itself": ([says("north-wire")], "one-source"),
    "residents alone": ([says("residents")], "one-source"),
    "a mediator alone": ([says("harbour-office")], "one-source"),
    "two mediators lift nothing": ([says("harbour-office"), says("ferry-council")], "one-source"),
    "one speaker twice is one origin": ([says("governor"), says("governor")], "one-source"),
    "one speaker in two outlets is one origin": ([says("governor", sources=["a", "copy"])], "one-source"),
    "a body and its head are one": ([says("prefecture"), says("governor")], "one-source"),
    "two heads of one body are one": ([says("old-governor"), says("governor")], "one-source"),
    "a speaker who confirms himself": ([says("governor"), says("governor", "confirms", "c1")], "one-source"),
    # One side
    "two speakers of one party": ([says("governor"), says("envoy")], "one-side"),
    "a deputy is not the head": ([says("governor"), says("deputy")], "one-side"),
    "many speakers of one party": ([says("governor"), says("envoy"), says("deputy")], "one-side"),
    "one side and a mediator": ([says("governor"), says("envoy"), says("harbour-office")], "one-side"),
    "a party and a mediator": ([says("governor"), says("harbour-office", "confirms", "c1")], "one-source"),
    # Both sides
    "two parties": ([says("governor"), says("council")], "both-sides"),
    "a party confirms another": ([says("governor"), says("council", "confirms", "c1")], "both-sides"),
    "a party concedes": ([says("governor"), says("council", "concedes", "c1")], "both-sides"),
    "a party concedes what a channel said": ([says("channel"), says("council", "concedes", "c1")], "one-source"),
    "three parties": ([says("governor"), says("council"), says("coastguard")], "both-sides"),
    "both sides and a mediator": ([says("governor"), says("council"), says("ferry-council")], "both-sides"),
    # Independent
    "a party and an organisation": ([says("governor"), says("relief-league")], "independent"),
    "a party and press": ([says("governor"), says("north-wire")], "independent"),
    "a party and residents": ([says("council"), says("residents")], "independent"),
    "two organisations": ([says("relief-league"), says("river-watch")], "independent"),
    "two unnamed groups": ([says("residents"), says("relatives")], "independent"),
    "one unnamed group twice": ([says("residents"), says("residents")], "one-source"),
    "both sides and press": ([says("governor"), says("council"), says("north-wire")], "independent"),
    "an organisation and a mediator": ([says("relief-league"), says("harbour-office")], "one-source"),
    # Unnamed channels
    "only a channel": ([says("channel")], "unconfirmed"),
    "only channels": ([says("channel"), says("post")], "unconfirmed"),
    "a channel counts nowhere": ([says("channel"), says("governor")], "one-source"),
    "a channel of another side is no side": ([says("channel"), says("council")], "one-source"),
    "whoever no register knows is a channel": ([says("nobody-knows")], "unconfirmed"),
    "whose side no register knows is a channel": ([says("astray"), says("governor")], "one-source"),
    # Superseded and retracted
    "replaced by its own speaker": ([says("governor"), says("governor", supersedes="c1")], "one-source"),
    "another's claim is not replaced": ([says("governor"), says("council", supersedes="c1")], "both-sides"),
    "a body replaces its head's claim": ([says("governor"), says("prefecture", supersedes="c1")], "one-source"),
    "replaced by a claim of another row": (
        [says("governor"), says("envoy"), says("governor", about="cause", supersedes="c1")],
        "one-source, cause one-source",
    ),
    "taken back, nothing left": ([says("governor", retracted="2025-03-09")], "refuted"),
    "all taken back": ([says("governor", retracted="2025-03-09"), says("envoy", retracted="2025-03-10")], "refuted"),
    "taken back, another stands": ([says("governor", retracted="2025-03-09"), says("council")], "one-source"),
    "taken back, a confirmation stands": (
        [says("governor", retracted="2025-03-09"), says("council", "confirms", "c1")],
        "one-source",
    ),
    "taken back, a channel is left": ([says("governor", retracted="2025-03-09"), says("channel")], "unconfirmed"),
    "replaced, and that taken back": (
        [says("governor"), says("governor", supersedes="c1", retracted="2025-03-09")],
        "refuted",
    ),
    "its own denial takes it back": ([says("governor"), says("governor", "denies", "c1")], "refuted!"),
    "its body's denial takes it back": ([says("governor"), says("prefecture", "denies", "c1")], "refuted!"),
    "replaced by a denial": ([says("governor"), says("governor", "denies", "c1", supersedes="c1")], "refuted!"),
    "denied and taken back": ([says("governor", retracted="2025-03-09"), says("council", "denies", "c1")], "refuted!"),
    # Denials
    "denied by the other party": ([says("governor"), says("council", "denies", "c1")], "one-source!"),
    "denied by an organisation": ([says("governor"), says("river-watch", "denies", "c1")], "one-source!"),
    "denied by a mediator": ([says("governor"), says("harbour-office", "denies", "c1")], "one-source!"),
    "denied by press": ([says("governor"), says("north-wire", "denies", "c1")], "one-source"),
    "denied by residents": ([says("governor"), says("residents", "denies", "c1")], "one-source"),
    "denied by a channel": ([says("governor"), says("post", "denies", "c1")], "one-source"),
    "denied within the party": ([says("governor"), says("envoy", "denies", "c1")], "one-source!"),
    "a channel denied by a party": ([says("channel"), says("governor", "denies", "c1")], "unconfirmed!"),
    "confirmed and denied": (
        [says("governor"), says("council", "confirms", "c1"), says("coastguard", "denies", "c1")],
        "both-sides!",
    ),
    "independent and denied": (
        [says("relief-league"), says("north-wire"), says("council", "denies", "c1")],
        "independent!",
    ),
    "a denial taken back": (
        [says("governor"), says("council", "denies", "c1", retracted="2025-03-09")],
        "one-source",
    ),
    "a denial replaced by a confirmation": (
        [says("governor"), says("council", "denies", "c1"), says("council", "confirms", "c1", supersedes="c2")],
        "both-sides",
    ),
    "denied, then conceded": (
        [says("governor"), says("council", "denies", "c1"), says("council", "concedes", "c1")],
        "both-sides",
    ),
    "denied, conceded by another of that party": (
        [says("governor"), says("council", "denies", "c1"), says("marshal", "concedes", "c1")],
        "both-sides!",
    ),
    "denied by the head, conceded by the body": (
        [says("council"), says("governor", "denies", "c1"), says("prefecture", "concedes", "c1")],
        "both-sides",
    ),
    "conceded, then denied": (
        [
            says("governor"),
            says("council", "concedes", "c1", said="2025-03-01"),
            says("council", "denies", "c1", said="2025-03-09"),
        ],
        "one-source!",
    ),
    "denied, then confirmed": (
        [
            says("governor"),
            says("council", "denies", "c1", said="2025-03-01"),
            says("council", "confirms", "c1", said="2025-03-09"),
        ],
        "both-sides",
    ),
    "confirmed, then denied": (
        [
            says("governor"),
            says("council", "confirms", "c1", said="2025-03-01"),
            says("council", "denies", "c1", said="2025-03-09"),
        ],
        "one-source!",
    ),
    "denied and confirmed, nobody knows when": (
        [says("governor"), says("council", "denies", "c1"), says("council", "confirms", "c1")],
        "one-source!",
    ),
    "another claim of the row conceded since": (
        [
            says("governor"),
            says("envoy"),
            says("council", "denies", "c1", said="2025-03-01"),
            says("council", "concedes", "c2", said="2025-03-09"),
        ],
        "both-sides",
    ),
    "to confirm a denial is to deny": (
        [says("governor"), says("envoy", "denies", "c1"), says("council", "confirms", "c2")],
        "one-source!",
    ),
    "to deny a denial is to assert": (
        [says("governor"), says("north-wire", "denies", "c1"), says("council", "denies", "c2")],
        "both-sides",
    ),
    "to concede a denial takes one's claim back": (
        [says("governor"), says("council", "denies", "c1"), says("governor", "concedes", "c2")],
        "refuted!",
    ),
    # Rows
    "a denial of the cause flags the cause only": (
        [says("governor"), says("governor", about="cause"), says("council", "denies", "c2")],
        "one-source, cause one-source!",
    ),
    "an answer takes the row of what it answers": (
        [says("governor", about="route"), says("council", "confirms", "c1"), says("governor")],
        "one-source, route both-sides",
    ),
    "a row of its own comes first": (
        [says("governor"), says("council", "denies", "c1", about="time")],
        "one-source, time unconfirmed!",
    ),
    "to concede the event is not to concede the cause": (
        [says("governor"), says("council", "concedes", "c1"), says("council", "denies", "c1", about="cause")],
        "both-sides, cause unconfirmed!",
    ),
    "a cause claimed is no event claimed": (
        [says("governor", about="cause"), says("envoy", about="cause")],
        "one-source, cause one-side",
    ),
    "rows come in the model's order": (
        [says("governor", about="aim"), says("governor", about="place"), says("governor")],
        "one-source, place one-source, aim one-source",
    ),
    "only a denial": ([says("council", "denies")], "one-source!"),
}


@pytest.mark.parametrize(("claims", "expected"), LEVEL_CASES.values(), ids=LEVEL_CASES)
def test_level(claims: Claims, expected: str) -> None:
    assert words(judged(*claims, sources=[OWN, WIRE_COPY])) == expected


def counts(*numbers: tuple[str, Any], **fields: Any) -> Claims:
    return [says(by, counts=people(total, **fields)) for by, total in numbers]


NUMBER_CASES: dict[str, tuple[Claims, str, list[tuple[int | None, int | None]] | None]] = {
    # Row `people`, and the numbers that two parties share: None where no two parties give any.
    "one party's number": (counts(("governor", "46")), "one-source", None),
    "one party's two numbers dispute nothing": (counts(("governor", "46"), ("envoy", "60")), "one-side", None),
    "the same number": (counts(("governor", "46"), ("council", "46")), "both-sides", [(46, 46)]),
    "two that overlap": (
        counts(("governor", {"min": "40", "max": "50"}), ("council", {"min": "46", "max": "60"})),
        "both-sides",
        [(46, 50)],
    ),
    "an open end overlaps": (counts(("governor", {"min": "40"}), ("council", "46")), "both-sides", [(46, 46)]),
    "two that are apart": (counts(("governor", "46"), ("council", "60")), "both-sides!", []),
    "an open end that is apart": (counts(("governor", {"min": "50"}), ("council", "46")), "both-sides!", []),
    "some and a number": (counts(("governor", "some"), ("council", "46")), "both-sides", [(1, None)]),
    "some and none": (counts(("governor", "some"), ("council", "none")), "both-sides!", []),
    "one of a side's speakers agrees": (
        counts(("governor", "46"), ("envoy", "60"), ("council", "60")),
        "both-sides",
        [(60, 60)],
    ),
    "between one side's numbers is no agreement": (
        counts(("governor", "46"), ("envoy", "60"), ("council", "50")),
        "both-sides!",
        [],
    ),
    "one side's numbers that overlap are one stretch": (
        counts(("governor", {"min": "40", "max": "50"}), ("envoy", {"min": "45", "max": "55"}), ("council", "55")),
        "both-sides",
        [(55, 55)],
    ),
    "they may meet twice": (
        counts(("governor", "10"), ("envoy", "60"), ("council", {"max": "20"}), ("marshal", {"min": "50"})),
        "both-sides",
        [(10, 10), (60, 60)],
    ),
    "some beside a number speaks for nobody": (
        counts(("governor", "46"), ("envoy", "some"), ("council", "50")),
        "both-sides!",
        [],
    ),
    "an organisation's number disputes nothing": (
        counts(("governor", "46"), ("relief-league", "60")),
        "independent",
        None,
    ),
    "a mediator's number disputes nothing": (counts(("governor", "46"), ("harbour-office", "60")), "one-source", None),
    "a channel's number disputes nothing": (counts(("channel", "46"), ("council", "60")), "one-source", None),
    "different parts do not compete": (
        counts(("governor", "46"), of="Elmere") + counts(("council", "60"), of="Ashby"),
        "both-sides",
        None,
    ),
    "different effects do not compete": (
        counts(("governor", "46")) + counts(("council", "60"), effect="injured"),
        "both-sides",
        None,
    ),
    "a number that was corrected": (
        [*counts(("governor", "46"), ("council", "60")), says("council", supersedes="c2", counts=people("46"))],
        "both-sides",
        [(46, 46)],
    ),
    "a newer number": (
        [
            says("governor", counts=people("46", as_of="2025-03-09")),
            says("council", counts=people("60", as_of="2025-03-09")),
            says("governor", counts=people("60", as_of="2025-03-10")),
        ],
        "both-sides",
        [(60, 60)],
    ),
    "children are compared, too": (
        counts(("governor", "46"), children="12") + counts(("council", "46"), children="3"),
        "both-sides!",
        [(46, 46)],
    ),
    "a number in a denial denies the people": (
        [says("governor", counts=people("46")), says("council", "denies", "c1", counts=people("none"))],
        "one-source!",
        None,
    ),
}


@pytest.mark.parametrize(("claims", "expected", "shared"), NUMBER_CASES.values(), ids=NUMBER_CASES)
def test_numbers(claims: Claims, expected: str, shared: list[tuple[int | None, int | None]] | None) -> None:
    verdicts = judged(*claims)
    row = verdicts["people"]
    assert f"{row.level}{'!' if row.disputed else ''}" == expected
    found = [(quantity.min, quantity.max) for n in row.numbers for quantity in n.shared]
    assert (found if row.numbers else None) == shared
    if not any(claim.get("stance") == "denies" for claim in claims):
        assert not verdicts.event.disputed


def test_numbers_name_their_claims_and_sides() -> None:
    [compared] = judged(*counts(("council", "60"), ("governor", "46"), ("coastguard", "46")))["people"].numbers[:1]
    assert (compared.sides, compared.claims, compared.shared) == (("coast", "lower"), ("c1", "c3"), ())


# Pages without claims: publisher and whose text it republishes.
SOURCE_CASES: dict[str, tuple[list[dict[str, str]], str, tuple[str, ...]]] = {
    "one source": ([OWN], "one-source", ("Some Outlet",)),
    "many sources are still one": ([OWN, source("b", "Other Outlet")], "one-source", ("Other Outlet", "Some Outlet")),
    "a copy is its end": ([WIRE_COPY], "one-source", ("North Wire",)),
    "a chain is its end": (
        [source("a", "Elmere Gazette", "Copy Shop"), WIRE_COPY],
        "one-source",
        ("North Wire",),
    ),
    "a ring of copies": (
        [source("a", "Elmere Gazette", "copy  shop"), source("b", "Copy Shop", "Elmere Gazette")],
        "one-source",
        ("Copy Shop", "Elmere Gazette"),
    ),
    "a publisher with a page of its own": (
        [source("a", "Copy Shop", "North Wire"), source("b", "Copy Shop")],
        "one-source",
        ("Copy Shop", "North Wire"),
    ),
    "only posts of nobody": ([source("a", "Somebody", kind="social")], "unconfirmed", ("Somebody",)),
    "only posts of a channel": ([source("a", "A Channel", kind="social")], "unconfirmed", ("A Channel",)),
    "a post of a registered body": ([source("a", "Coast guard", kind="social")], "one-source", ("Coast guard",)),
    "a post and an outlet": ([source("a", "X", kind="social"), source("b", "Y")], "one-source", ("X", "Y")),
}


@pytest.mark.parametrize(("sources", "level", "publishers"), SOURCE_CASES.values(), ids=SOURCE_CASES)
def test_without_claims(sources: list[dict[str, str]], level: str, publishers: tuple[str, ...]) -> None:
    verdict = judged(sources=sources).event
    assert (verdict.level, verdict.disputed, verdict.publishers) == (level, False, publishers)


OWN_B, GAZETTE_COPY = source("b", "Other Outlet"), source("gazette", "Elmere Gazette", "NW")
# `a` and `b` are pages of their own; `copy` and `gazette` copy North Wire.
PAGES = [
    *(OWN, OWN_B, WIRE_COPY, GAZETTE_COPY),
    source("chain", "South Wire", "Copy Shop"),
    source("relay", "Elmere Gazette", "Some Outlet"),
    source("office", "Elmere Gazette", "Префектура  ельмере"),
    source("post", "Elmere Gazette", "A channel"),
    source("far", "Elmere Gazette", "Far Wire"),
    source("far-too", "South Wire", "Far Wire"),
]
RELAY_CASES: dict[str, tuple[Claims, str]] = {
    "press that relays press": ([says("north-wire"), says("gazette", sources=["gazette"])], "one-source"),
    "press that relays a relay": ([says("north-wire"), says("south-wire", sources=["chain"])], "one-source"),
    "two that relay one who is silent here": (
        [says("gazette", sources=["gazette"]), says("south-wire", sources=["copy"])],
        "one-source",
    ),
    "two that relay one whom we do not know": (
        [says("gazette", sources=["far"]), says("south-wire", sources=["far-too"])],
        "one-source",
    ),
    "two that relay two who are silent here": (
        [says("gazette", sources=["gazette"]), says("south-wire", sources=["far-too"])],
        "independent",
    ),
    "press with a page that is no copy": (
        [says("north-wire"), says("gazette", sources=["gazette", "b"])],
        "independent",
    ),
    "press that copies carry is itself": ([says("north-wire", sources=["copy"]), says("governor")], "independent"),
    "a party that copies carry is itself": (
        [says("governor", sources=["copy"]), says("council", sources=["gazette"])],
        "both-sides",
    ),
    "press that relays a page which carries a claim": (
        [says("governor"), says("gazette", sources=["relay"])],
        "one-source",
    ),
    "press that relays a text which carries a claim": (
        [says("governor", sources=["far-too"]), says("gazette", sources=["far"])],
        "one-source",
    ),
    "press that relays a text which carries a claim of another row": (
        [says("governor", sources=["far-too"], about="cause"), says("gazette", sources=["far"]), says("council")],
        "independent, cause one-source",
    ),
    "press that relays a claim taken back": (
        [says("north-wire", retracted="2025-03-09"), says("gazette", sources=["gazette"])],
        "refuted",
    ),
    "a text that carries a denial is no relay of it": (
        [says("gazette", sources=["far"]), says("council", "denies", "c1", sources=["far"])],
        "one-source!",
    ),
    "press that relays a denial": (
        [says("governor"), says("north-wire", "denies", "c1"), says("gazette", "denies", "c1", sources=["gazette"])],
        "one-source",
    ),
    "press that relays what only a channel says": (
        [says("channel", sources=["gazette"]), says("gazette", sources=["gazette"])],
        "unconfirmed",
    ),
    "press that relays a party's text": ([says("governor"), says("gazette", sources=["office"])], "one-source"),
    "press that relays its own party's text": (
        [says("prefecture", sources=["b"]), says("gazette", sources=["office"])],
        "one-source",
    ),
    "press that relays a party that is silent here": (
        [says("council"), says("gazette", sources=["office"])],
        "both-sides",
    ),
    "press that relays a channel": ([says("gazette", sources=["post"])], "unconfirmed"),
    "press that relays nobody we know": ([says("gazette", sources=["far"]), says("governor")], "independent"),
}


@pytest.mark.parametrize(("claims", "expected"), RELAY_CASES.values(), ids=RELAY_CASES)
def test_relays(claims: Claims, expected: str) -> None:
    assert words(judged(*claims, sources=PAGES)) == expected


def test_a_claim_that_only_relays_is_named_as_such() -> None:
    verdict = judged(says("north-wire"), says("gazette", sources=["gazette"]), sources=PAGES).event
    assert (verdict.claims, verdict.relayed) == (("c1",), ("c2",))


def test_withdrawn_overrides_all_and_names_nobody() -> None:
    taken_down = {"date": "2025-04-01", "reason": "request"}
    verdicts = judged(says("governor"), says("council", "denies", "c1"), withdrawn=taken_down)
    assert words(verdicts) == "withdrawn"
    assert (verdicts.event.asserting, verdicts.event.denying, verdicts.event.publishers) == ((), (), ())


def test_who_stands_where() -> None:
    verdict = judged(
        says("governor"),
        says("prefecture", "confirms", "c1"),
        says("council", "denies", "c1"),
        says("harbour-office", "confirms", "c1"),
        says("channel"),
        says("envoy", retracted="2025-03-09"),
    ).event
    assert verdict.parties == ("upper",)
    assert [(o.speakers, o.claims) for o in verdict.asserting if o.part == "party"] == [
        (("governor", "prefecture"), ("c1", "c2"))
    ]
    assert [origin.speakers for origin in verdict.mediators] == [("harbour-office",)]
    assert [origin.claims for origin in verdict.denying] == [("c3",)]
    assert [origin.claims for origin in verdict.taken_back] == [("c6",)]
    assert (verdict.others, verdict.claims) == ((), ("c1", "c2", "c4", "c5"))


def test_rows_are_found_by_name() -> None:
    verdicts = judged(says("governor"))
    assert verdicts["event"] is verdicts.event
    assert verdicts.get("cause") is None
    with pytest.raises(KeyError, match="cause"):
        verdicts["cause"]


def sentence(*claims: dict[str, Any], row: Any = "event", **fields: Any) -> str:
    return str(explain(judged(*claims, **fields)[row], SPEAKERS, SIDES))


SENTENCES: dict[str, tuple[Claims, str]] = {
    "one source": ([says("governor")], "One source: Governor of Elmere (Upper Vale, c1)."),
    "a body and its head": (
        [says("governor"), says("prefecture")],
        "One source: Governor of Elmere / Prefecture of Elmere (Upper Vale, c1, c2).",
    ),
    "one side, and the mediator confirms": (
        [says("governor"), says("envoy"), says("harbour-office", "confirms", "c1")],
        "Several sources, one side: Envoy (Upper Vale, c2), Governor of Elmere (Upper Vale, c1); "
        "the mediation confirms it: Harbour Office (Harbour talks, c3).",
    ),
    "both sides": (
        [says("governor"), says("council")],
        "Both sides say so: Lower Vale council (Lower Vale, c2), Governor of Elmere (Upper Vale, c1).",
    ),
    "three sides": (
        [says("governor"), says("council"), says("coastguard")],
        "Several sides say so: Coast guard (Far Coast, c3), Lower Vale council (Lower Vale, c2), "
        "Governor of Elmere (Upper Vale, c1).",
    ),
    "independent alone": (
        [says("relief-league"), says("residents")],
        "Sources that stand with no side agree: Relief League (Relief organisations, c1), "
        "Residents (People there, c2).",
    ),
    "independent with a party": (
        [says("governor"), says("north-wire")],
        "One side and others that stand with no side agree: Governor of Elmere (Upper Vale, c1), "
        "North Wire (Press, c2).",
    ),
    "independent with both": (
        [says("marshal"), says("envoy"), says("north-wire")],
        "Both sides and others that stand with no side agree: Envoy (Upper Vale, c2), "
        "Marshal (Lower Vale, c1), North Wire (Press, c3).",
    ),
    "a mediator alone": ([says("harbour-office")], "Only from the mediation: Harbour Office (Harbour talks, c1)."),
    "channels": (
        [says("channel"), says("nobody-knows")],
        "Only unnamed channels say so: A channel (Upper Vale, c1), nobody-knows (c2).",
    ),
    "no claims": ([], "Reported by Some Outlet; nobody is named as saying so."),
    "taken back": (
        [says("governor", retracted="2025-03-09")],
        "Nobody says so any more; it was taken back by Governor of Elmere (Upper Vale, c1).",
    ),
    "denied": (
        [says("governor"), says("council", "denies", "c1"), says("channel")],
        "One source: Governor of Elmere (Upper Vale, c1); unnamed channels say so as well: "
        "A channel (Upper Vale, c3); denied by Lower Vale council (Lower Vale, c2).",
    ),
    "no longer denied": (
        [says("envoy"), says("council", "denies", "c1"), says("council", "concedes", "c1")],
        "Both sides say so: Lower Vale council (Lower Vale, c3), Envoy (Upper Vale, c1); "
        "no longer denied by Lower Vale council (Lower Vale, c2).",
    ),
    "one of two taken back": (
        [says("envoy"), says("council", retracted="2025-03-09")],
        "One source: Envoy (Upper Vale, c1); taken back by Lower Vale council (Lower Vale, c2).",
    ),
}


@pytest.mark.parametrize(("claims", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_sentence(claims: Claims, expected: str) -> None:
    assert sentence(*claims) == expected


def test_sentences_of_other_rows() -> None:
    apart = counts(("council", "60"), ("envoy", "46"))
    assert sentence(*apart, row="people") == (
        "Both sides say so: Lower Vale council (Lower Vale, c1), Envoy (Upper Vale, c2); the parties' numbers "
        "cannot both be true: Lower Vale council (Lower Vale, c1), Envoy (Upper Vale, c2)."
    )
    meet = [says("envoy", about="people"), *counts(("council", "46"), ("envoy", "46"))]
    assert sentence(*meet, row="people").endswith(
        "the parties' numbers meet: Lower Vale council (Lower Vale, c2), Envoy (Upper Vale, c3)."
    )
    denial = [says("governor"), says("council", "denies", "c1", about="cause")]
    assert sentence(*denial, row="cause") == (
        "Nobody is on record as saying so; denied by Lower Vale council (Lower Vale, c2)."
    )
    taken_down = {"date": "2025-04-01", "reason": "request"}
    assert sentence(says("governor"), withdrawn=taken_down) == "This entry has been withdrawn."


def test_a_sentence_can_be_said_in_another_language() -> None:
    said = explain(judged(says("prefecture"), says("marshal", "denies", "c1")).event, SPEAKERS, SIDES)
    catalogue = {TEMPLATES["one-source"]: "Одне джерело: %(names)s", TEMPLATES["denied"]: "заперечує %(names)s"}
    spoken = said.say(lambda text: catalogue.get(text, text), lambda text: text.get("uk", "en")[0], " та ".join)
    assert spoken == ("Одне джерело: Префектура Ельмере (Upper Vale, c1); заперечує Marshal (Lower Vale, c2).")


def test_templates_are_fit_for_translation() -> None:
    known = {"names", "name", "side", "claims", "first", "second", "sentence"}
    blanks = dict.fromkeys(known, "—")
    for template in TEMPLATES.values():
        assert set(template % blanks) <= set(template) | {"—"}
        assert not set(template) & set(string.digits)
    assert set(LABELS) == set(LEVELS)


# Whatever is claimed

QUICK = settings(deadline=None, max_examples=60)  # two cores are shared: no example is timed

_stances = st.sampled_from(["states", "states", "states", "confirms", "denies", "concedes"])
_days = st.sampled_from([None, None, "2025-03", "2025-03-01", "2025-03-05", "2025-03-09"])
_abouts = st.sampled_from([None, None, None, "people", "cause", "route"])
_numbers = st.sampled_from([None, None, "46", "60", "some", {"min": "40"}])
_copies = st.lists(st.sampled_from([page["id"] for page in PAGES]), min_size=1, max_size=3, unique=True)


@st.composite
def events(draw: st.DrawFn, fewest: int = 0) -> Event:
    count = draw(st.integers(fewest, 6))
    ids = st.sampled_from([None, *(f"c{number}" for number in range(1, count + 1))])
    claims = []
    for _ in range(count):
        number = draw(_numbers)
        fields = {
            "about": draw(_abouts),
            "said": draw(_days),
            "retracted": draw(st.sampled_from([None, None, None, "2025-03-09"])),
            "supersedes": draw(st.one_of(st.none(), st.none(), ids)),
            "sources": draw(_copies),
            "counts": people(number) if number else [],
        }
        claims.append(says(draw(st.sampled_from(sorted(SPEAKERS))), draw(_stances), draw(ids), **fields))
    return event(*claims, sources=PAGES)


def ranks(verdicts: Verdicts) -> dict[str, int]:
    return {verdict.about: LEVELS.index(verdict.level) for verdict in verdicts.rows}


def verdicts_of(given_event: Event) -> Verdicts:
    return judge(given_event, SPEAKERS, SIDES)


@QUICK
@given(events(), st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(before: Event, random: Any) -> None:
    shuffled = {
        "claims": tuple(random.sample(before.claims, len(before.claims))),
        "sources": tuple(random.sample(before.sources, len(before.sources))),
    }
    assert verdicts_of(before.model_copy(update=shuffled)) == verdicts_of(before)


_outlets = ["New Copies", "Copy Shop", "North Wire", "South Wire", "Elmere Gazette", "Some Outlet", "Far Wire"]
_publishers = st.sampled_from(_outlets)


@QUICK
@given(events(), _publishers, _publishers, st.integers(0, 5))
def test_a_reprint_never_raises_a_level(before: Event, publisher: str, of: str, place: int) -> None:
    reprint = event(sources=[source("new", publisher, of)]).sources
    claims = [
        claim.model_copy(update={"sources": (*claim.sources, "new")}) if index == place else claim
        for index, claim in enumerate(before.claims)
    ]
    after = before.model_copy(update={"claims": tuple(claims), "sources": (*before.sources, *reprint)})
    was, now = ranks(verdicts_of(before)), ranks(verdicts_of(after))
    assert all(now[about] <= was[about] for about in was)
    assert [v.disputed for v in verdicts_of(after).rows] == [v.disputed for v in verdicts_of(before).rows]


@QUICK
@given(events(fewest=2), st.data(), st.sampled_from(["states", "confirms"]))
def test_a_claim_that_reprints_a_page_of_the_event_never_raises_a_level(
    before: Event, data: st.DataObject, stance: str
) -> None:
    asserted = [one for one in standing(before, SPEAKERS) if one.about == "event" and not one.denies]
    # Whoever goes on printing what another paper took back says so again: that is no mere reprint.
    taken_back = {page for one in asserted if one.state != "stands" for page in one.claim.sources}
    pages = sorted({page for one in asserted for page in one.claim.sources} - taken_back)
    assume(pages)
    page = data.draw(st.sampled_from(pages))
    publisher = next(source.publisher for source in before.sources if source.id == page)
    more = event(says("copyist", stance, id="new", sources=["new"]), sources=[source("new", "New Copies", publisher)])
    after = before.model_copy(
        update={"claims": (*before.claims, *more.claims), "sources": (*before.sources, *more.sources)}
    )
    speakers = SPEAKERS | {"copyist": SPEAKERS["gazette"].model_copy(update={"name": Text((("", "New Copies"),))})}
    was, now = ranks(judge(before, speakers, SIDES)), ranks(judge(after, speakers, SIDES))
    assert all(now[about] <= was[about] for about in was)


@QUICK
@given(events(), st.sampled_from(["loner", "watcher", "bystanders"]), _abouts, _numbers)
def test_an_independent_assertion_never_lowers_a_level(before: Event, by: str, about: Any, number: Any) -> None:
    likes = {"loner": "envoy", "watcher": "river-watch", "bystanders": "residents"}
    speakers = SPEAKERS | {name: SPEAKERS[like].model_copy(update={"spellings": ()}) for name, like in likes.items()}
    counted = {"counts": people(number)} if number and by != "loner" else {}
    more = event(says(by, about=about, id="new", **counted)).claims
    was = judge(before, speakers, SIDES)
    now = judge(before.model_copy(update={"claims": (*before.claims, *more)}), speakers, SIDES)
    assert all(ranks(now)[row] >= rank for row, rank in ranks(was).items())
    assert not any(verdict.disputed and not ((old := was.get(verdict.about)) and old.disputed) for verdict in now.rows)


@QUICK
@given(events(), st.sampled_from(sorted(SIDES)), _abouts)
def test_silence_changes_nothing(before: Event, side: str, about: Any) -> None:
    looked = event(looked=[{"side": side, "until": "2025-03-31", "about": [about or "event"]}]).looked
    assert verdicts_of(before.model_copy(update={"looked": looked})) == verdicts_of(before)


@QUICK
@given(events())
def test_every_row_explains_itself(before: Event) -> None:
    for verdict in verdicts_of(before).rows:
        said = str(explain(verdict, SPEAKERS, SIDES))
        assert said.endswith(".")
        assert all(claim in said for claim in verdict.claims)
        assert all(claim in said for origin in verdict.denying for claim in origin.claims)


@QUICK
@given(events())
def test_rows_are_those_of_the_record(before: Event) -> None:
    forward = [c.model_copy(update={"answers": None}) if (c.answers or "") >= c.id else c for c in before.claims]
    straight = before.model_copy(update={"claims": tuple(forward)})
    assert [one.about for one in standing(straight, SPEAKERS)] == [straight.about(claim) for claim in forward]
