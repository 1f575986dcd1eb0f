"""The corpora: overlays on `data/base`, a small complete content folder, and what is said of each.

`data/valid/CASE/` must give nothing at all, `data/invalid/CASE/` exactly its `report.txt` (written by --bless). An
`options.json` in a case may give `now` and the files of the base that it is `without`.
"""

import re
from pathlib import Path

import pytest
from catalogues import untold
from corpora import BASE, DATA, OF_READING, cases, overlaid
from test_hostile import RULES_MADE_BY_CODE

from sitegen import report
from sitegen.build import examine
from sitegen.problems import Findings

SITEGEN = Path(__file__).parent.parent / "sitegen"
RULES_OF_OTHERS = {"outline", "contact-placeholder"}  # of geometry and of the build: shown here, made there
READING = ("marked/*", "decode/*", "model/*", "dates/*", "yamlwords", "urls", "files", "content", "rules/__init__")


def told(findings: Findings) -> str:
    return "".join(line.rstrip() + "\n" for _, line in report.as_text(findings))


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.mark.parametrize("corpus", ["valid", "invalid"])
def test_a_corpus_is_not_empty_and_no_case_is(corpus: str) -> None:
    assert len(cases(corpus)) >= 15
    for case in cases(corpus):
        assert any(path.is_file() and path.name != "report.txt" for path in case.rglob("*")), case


def test_the_base_gives_nothing() -> None:
    assert examine(BASE)[1].all == ()


@pytest.mark.parametrize("case", cases("valid"), ids=lambda case: case.name)
def test_a_valid_case_gives_nothing(case: Path, tmp_path: Path) -> None:
    assert told(overlaid(case, tmp_path / "content")) == "No problems.\n"


@pytest.mark.parametrize("case", cases("invalid"), ids=lambda case: case.name)
def test_an_invalid_case_gives_its_report(case: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    findings = overlaid(case, tmp_path / "content")
    if request.config.getoption("--bless"):
        (case / "report.txt").write_text(told(findings), encoding="utf-8")
    assert findings.all
    assert told(findings) == (case / "report.txt").read_text(encoding="utf-8")
    assert untold(findings) == []


def rules_in_reports() -> set[str]:
    lines = [line for path in DATA.glob("invalid/*/report.txt") for line in path.read_text("utf-8").splitlines()]
    found = (re.search(r"  ([a-z0-9]+(?:-[a-z0-9]+)+|outline)(?: \(remark\))?$", line) for line in lines)
    return {match[1] for match in found if match}


def rules_in_code() -> set[str]:
    """Every string that stands where a rule id does: the corpus must show what each of them says."""
    files = [file for name in READING for file in SITEGEN.glob(f"{name}.py")]
    heads = "yaml|file|date|url|count|text|id|colour|country|language|number|latitude|longitude|exception"
    ids = re.compile(rf'"((?:{heads})-[a-z-]+|wrong-type|unknown-(?:field|word)|missing-field|list-length)"')
    return {match for file in files for match in ids.findall(file.read_text(encoding="utf-8"))}


def test_every_rule_is_shown_by_a_case() -> None:
    assert OF_READING | rules_in_code() == (rules_in_reports() | RULES_MADE_BY_CODE) - RULES_OF_OTHERS


def test_the_reports_are_lower_case_plain_and_short() -> None:
    """No type names, no parser's words, no blame, one line each, and a hint under every message."""
    unwanted = re.compile(
        r"\b(str|int|dict|NoneType|mapping|scalar|sequence|token|expected|invalid|illegal|wrong|error)\b"
    )
    for path in DATA.glob("invalid/*/report.txt"):
        lines = path.read_text("utf-8").splitlines()
        for line, after in zip(lines, [*lines[1:], ""], strict=True):
            if found := re.match(r"  \d+:\d+ +(.+?)  +[a-z0-9-]+(?: \(remark\))?$", line):
                if line.endswith(tuple(RULES_OF_OTHERS)) or "  outline" in line:
                    continue
                message = re.sub(r'".*"', "", found[1])
                assert message[:1] in {"", '"'} or not message[0].isupper(), line
                assert not unwanted.search(message), line
                assert re.match(" {10}[^ ]", after), f"no hint: {path.parent.name}: {line}"
