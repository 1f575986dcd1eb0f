"""Every rule finds something in its bad example, and nothing in its good one.

An example is a few YAML fields laid over a valid record of `data/base`; a blank field is left out of it. A key with
a slash is a file: its fields are laid over that file, or over the record of its folder where it is not there.
"""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from catalogues import LANGUAGES, untold

from sitegen import report
from sitegen.build import Options, examine
from sitegen.content import Content
from sitegen.i18n import Translator
from sitegen.model.event import Event
from sitegen.model.place import Place
from sitegen.model.site import Speaker, Story
from sitegen.problems import Findings
from sitegen.rules import RULES

BASE = Path(__file__).parent / "data" / "base"
RECORDS: dict[type[Any], str] = {
    Event: "events/2030/2030-04-families-appeal.yaml",
    Place: "places/soluna.yaml",
    Speaker: "speakers/commissioner.yaml",
    Story: "stories/a-return.yaml",
    Content: "events/2030/2030-04-families-appeal.yaml",
}
FOLDERS = {path.split("/")[0]: path for path in reversed(RECORDS.values())}
NOW = {"date-future"}  # rules that hold only where the day of the build is stated


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def overlaid(snippet: str, over: type[Any], root: Path) -> None:
    """Copy the base to `root` and lay the fields of `snippet` over it."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    fields = yaml.load(snippet, Loader=yaml.CBaseLoader)  # noqa: S506 - strings only
    assert isinstance(fields, dict), "an example is fields of YAML"
    files = {key: value for key, value in fields.items() if "/" in key or key.endswith(".yaml")}
    own = {key: value for key, value in fields.items() if key not in files}
    if own:
        files[RECORDS[over]] = own
    for path, changes in files.items():
        if path.endswith(".geojson"):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(json.dumps(yaml.safe_load(snippet)[path]), encoding="utf-8")
        else:
            _lay(root, path, changes or {})


def _lay(root: Path, path: str, changes: dict[str, Any]) -> None:
    file = root / path
    beneath = file if file.exists() else BASE / FOLDERS[path.split("/")[0]]
    record = yaml.load(beneath.read_text("utf-8"), Loader=yaml.CBaseLoader) | changes  # noqa: S506
    file.parent.mkdir(parents=True, exist_ok=True)
    kept = {key: value for key, value in record.items() if value != ""}
    file.write_text(yaml.safe_dump(kept, allow_unicode=True, sort_keys=False), encoding="utf-8")


def found(rule: str, snippet: str, root: Path) -> Findings:
    overlaid(snippet, RULES[rule].over, root)
    now = date(2030, 12, 1) if rule in NOW else None
    return examine(root, Options(now=now))[1]


def rules_of(findings: Findings) -> set[str]:
    return {problem.rule for problem in findings.all}


def test_every_rule_says_what_it_is_for_and_shows_both() -> None:
    lacking = [rule.id for rule in RULES.values() if not (rule.words and rule.bad and rule.good)]
    assert not lacking


@pytest.mark.parametrize("rule", [rule.id for rule in RULES.values() if rule.bad])
def test_the_bad_example_gives_exactly_its_rule(rule: str, tmp_path: Path) -> None:
    findings = found(rule, RULES[rule].bad, tmp_path / "content")
    assert rules_of(findings) == {rule}
    assert all(problem.hint for problem in findings.all)
    assert untold(findings) == [], "each message and hint has its words in every language of the reports"
    for lang in LANGUAGES:
        told = report.in_language(findings, Translator(lang))
        assert not {(p.message, p.hint) for p in told.all} & {(p.message, p.hint) for p in findings.all}


@pytest.mark.parametrize("rule", [rule.id for rule in RULES.values() if rule.good])
def test_the_good_example_gives_nothing_of_it(rule: str, tmp_path: Path) -> None:
    assert rule not in rules_of(found(rule, RULES[rule].good, tmp_path / "content"))
