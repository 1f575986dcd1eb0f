"""The workflows and forms under .github/ pass the tools made for them, and the tools do find faults."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

GITHUB = Path(__file__).resolve().parent.parent / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
SCHEMAS = {
    "vendor.github-workflows": WORKFLOWS,
    "custom.github-workflows-require-timeout": WORKFLOWS,
    "vendor.dependabot": [GITHUB / "dependabot.yml"],
    "vendor.github-issue-config": [GITHUB / "ISSUE_TEMPLATE" / "config.yml"],
    "vendor.github-issue-forms": [
        path for path in sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml")) if path.name != "config.yml"
    ],
}


def _tool(*words: str | Path) -> subprocess.CompletedProcess[str]:
    bin_folder = Path(sys.executable).parent
    return subprocess.run([bin_folder / words[0], *words[1:]], capture_output=True, text=True, timeout=60)


def _audit(where: Path) -> subprocess.CompletedProcess[str]:
    return _tool("zizmor", "--offline", "--persona=auditor", "--collect=all", "--strict-collection", where)


@pytest.mark.parametrize("schema", SCHEMAS)
def test_files_fit_their_schema(schema: str) -> None:
    assert SCHEMAS[schema]
    done = _tool("check-jsonschema", "--builtin-schema", schema, *SCHEMAS[schema])
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_finding_even_for_the_strictest_auditor() -> None:
    done = _audit(GITHUB)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_auditor_finds_a_planted_fault(tmp_path: Path) -> None:
    text = (GITHUB / "workflows" / "check.yml").read_text(encoding="utf-8")
    (tmp_path / ".github" / "workflows").mkdir(parents=True)
    planted = tmp_path / ".github" / "workflows" / "check.yml"
    planted.write_text(text.replace("run: make check", "run: echo ${{ github.head_ref }}"), encoding="utf-8")
    done = _audit(tmp_path)
    assert done.returncode != 0
    assert "template-injection" in done.stdout


def test_every_action_is_pinned_by_commit_with_its_tag_beside_it() -> None:
    uses = [line for path in WORKFLOWS for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert uses
    assert [line for line in uses if not re.search(r"uses: [\w/-]+@[0-9a-f]{40} # v\d", line)] == []
