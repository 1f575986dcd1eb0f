"""The forms for people without git: what is sent is public, so they say so first and ask for nobody's data."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

GITHUB = Path(__file__).resolve().parent.parent / ".github"
FORMS = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in GITHUB.glob("ISSUE_TEMPLATE/*.yml")}
OF_CONTENT = ("event", "correction")
PERSONAL = re.compile(
    r"\b(?:your|full|first|last|their|victim\w*)\s+(?:\w+\s+)?names?\b|e-?mail|phone|telegram|birth|\bages?\b|\baged\b|"
    r"passport|relatives?\b|\bcontact\b|photo|picture|coordinates?",
    re.IGNORECASE,
)


def asked(form: dict[str, Any]) -> list[dict[str, Any]]:
    return [part for part in form["body"] if part["type"] != "markdown"]


@pytest.mark.parametrize("name", OF_CONTENT)
def test_a_form_says_what_becomes_public_before_anything_is_asked(name: str) -> None:
    first = FORMS[name]["body"][0]
    assert first["type"] == "markdown"
    assert re.search(r"public[^.]*cannot be unsent", " ".join(first["attributes"]["value"].split()))
    promise = asked(FORMS[name])[-1]
    assert promise["type"] == "checkboxes"
    assert all(option["required"] for option in promise["attributes"]["options"])
    assert any("no private person" in option["label"] for option in promise["attributes"]["options"])


@pytest.mark.parametrize("name", sorted(set(FORMS) - {"config"}))
def test_a_form_asks_for_nothing_about_a_person(name: str) -> None:
    for part in asked(FORMS[name]):
        words = [part["attributes"].get(key, "") for key in ("label", "description", "placeholder")]
        assert part["type"] in {"input", "textarea", "checkboxes"}, "nothing is uploaded"
        assert not PERSONAL.search(" ".join(words).replace("No personal data", "")), words


def test_there_is_no_way_around_the_forms() -> None:
    assert FORMS["config"]["blank_issues_enabled"] is False


def test_the_test_finds_a_question_about_a_person() -> None:
    for words in ("Your full name", "A phone number or e-mail", "Ages of the victims", "Coordinates of the place"):
        assert PERSONAL.search(words)
