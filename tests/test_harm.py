"""The red team: what could hurt somebody is told in exactly these words, and what only looks like it is not told.

`data/harm/bad/<lang>-<rule>-<nn>.yaml` is an event over `data/base`, with the report it gives beside it (`.txt`,
written by --bless); the events in `data/harm/good/` give nothing. All of them are read as one content folder. What
must lie at a certain place, such as a speaker, stands in `elsewhere/` and says where in its first line.
"""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from catalogues import untold

from sitegen import report
from sitegen.build import examine
from sitegen.problems import Findings

HARM = Path(__file__).parent / "data" / "harm"
BASE = HARM.parent / "base"


def cases(corpus: str) -> list[Path]:
    return sorted((HARM / corpus).rglob("*.yaml"))


def rule_of(case: Path) -> str:
    """`uk-contact-phone-03` → `contact-phone`."""
    return case.stem.partition("-")[2].rpartition("-")[0]


@cache
def reports(corpus: str) -> dict[str, Findings]:
    """What is found in each case, by its name."""
    with TemporaryDirectory() as folder:
        root = Path(folder, "content")
        shutil.copytree(BASE, root)
        named = {_home(index, case): case for index, case in enumerate(cases(corpus))}
        for path, case in named.items():
            shutil.copyfile(case, root / path)
        found = examine(root)[1].all
    return {case.stem: Findings(tuple(p for p in found if p.mark.path == path)) for path, case in named.items()}


def _home(index: int, case: Path) -> str:
    if case.parent.name == "elsewhere":
        return case.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
    return f"events/2030/2030-case-{_letters(index)}.yaml"


def _letters(index: int) -> str:
    """0 → "aaa": a number in a file's name would be told of."""
    return "".join(chr(97 + index // 26**place % 26) for place in (2, 1, 0))


def told(findings: Findings) -> str:
    """The report without its first line, the path, and without its last, the sum."""
    lines = [line.rstrip() for _, line in report.as_text(findings)]
    return "\n".join(lines[1:-2]) + "\n"


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.mark.parametrize("case", cases("bad"), ids=lambda case: case.stem)
def test_a_bad_case_gives_its_report(case: Path, request: pytest.FixtureRequest) -> None:
    findings = reports("bad")[case.stem]
    expected = case.with_suffix(".txt")
    if request.config.getoption("--bless"):
        expected.write_text(told(findings), encoding="utf-8")
    assert told(findings) == expected.read_text(encoding="utf-8")
    assert rule_of(case) in {problem.rule for problem in findings.all}
    assert untold(findings) == []


@pytest.mark.parametrize("case", cases("good"), ids=lambda case: case.stem)
def test_a_good_case_gives_nothing(case: Path) -> None:
    assert [(p.rule, p.message, p.mark.line) for p in reports("good")[case.stem].all] == []
