"""Each duty is held by rules that are there and tests that are there, and each rule knows which duty it holds."""

import re
from pathlib import Path

import pytest

from sitegen.rules import RULES
from sitegen.rules.dnh import DUTIES, Duty

TESTS = Path(__file__).parent
SHOWN = {case.stem.partition("-")[2].rpartition("-")[0] for case in (TESTS / "data/harm/bad").rglob("*.yaml")}


def test_every_duty_is_there_once_in_order() -> None:
    assert [duty.id for duty in DUTIES] == [f"DNH-{number:02d}" for number in range(1, 27)]


@pytest.mark.parametrize("duty", DUTIES, ids=lambda duty: duty.id)
def test_what_holds_a_duty_is_there(duty: Duty) -> None:
    assert duty.rules or duty.proofs
    assert set(duty.rules) <= set(RULES)
    for proof in duty.proofs:
        file, _, function = proof.partition("::")
        source = (TESTS / file).read_text("utf-8")
        assert function == "*" or f"def {function}(" in source, proof


def test_a_rule_that_names_a_duty_is_named_by_it() -> None:
    rules = {duty.id: set(duty.rules) for duty in DUTIES}
    for rule in RULES.values():
        for duty in re.findall(r"DNH-\d\d", rule.words):
            assert rule.id in rules[duty], f"{rule.id} says {duty}"


def test_every_rule_that_holds_a_duty_is_attacked_by_the_red_team() -> None:
    named = {rule.id for rule in RULES.values() if "(DNH-" in rule.words}
    assert named - SHOWN == set()
