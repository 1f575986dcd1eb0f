"""What is risky is read by two people who did not write it: who counts as a reader, and what is risky."""

import json
import shutil
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
BASE = ROOT / "tests" / "data" / "base"
_spec = spec_from_file_location("two_readers", ROOT / ".ci" / "two_readers.py")
assert _spec
assert _spec.loader
two_readers: Any = module_from_spec(_spec)
_spec.loader.exec_module(two_readers)

HELD = "kind: held\nwithheld: [names, images]\n"
DEAD = "claims: [{id: c1, by: residents, says: So., counts: [{effect: killed, total: 9, children: 3}], sources: [a]}]\n"


def said(login: str, state: str = "APPROVED", type_: str = "User") -> dict[str, Any]:
    return {"user": {"login": login, "type": type_}, "state": state}


def test_the_last_word_of_each_counts_and_the_author_does_not() -> None:
    reviews = [
        said("ada"), said("ada", "COMMENTED"), said("ben"), said("ben", "CHANGES_REQUESTED"), said("cyd", "DISMISSED"),
        said("writer"), said("robot", type_="Bot"), said("dan", "CHANGES_REQUESTED"), said("dan"),
        {"user": None, "state": "APPROVED"},
    ]  # fmt: skip
    assert two_readers.readers(reviews, "writer") == {"ada", "dan"}


@pytest.mark.parametrize(
    ("change", "needed"),
    [(HELD, True), ("kind: aid\nalso: [held]\nwithheld: [names, images]\n", True), ("kind: strike\n", True),
     (DEAD, True), ("kind: aid\n", False)],
)  # fmt: skip
@pytest.mark.parametrize("approvals", [0, 1, 2])
def test_a_risky_event_needs_two_who_did_not_write_it(
    change: str, needed: bool, approvals: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "content"
    shutil.copytree(BASE, root)
    event = root / "events/2030/2030-04-families-appeal.yaml"
    fields = {line.partition(":")[0] for line in change.splitlines()}
    kept = [line for line in event.read_text("utf-8").splitlines() if line.partition(":")[0] not in fields]
    event.write_text("\n".join(kept) + "\n" + change, encoding="utf-8")
    # GitHub's pages come one after another.
    pages = [[said(f"reader-{number}")] for number in range(approvals)] + [[said("writer")]]
    (tmp_path / "reviews.json").write_text("".join(map(json.dumps, pages)), encoding="utf-8")
    (tmp_path / "changed").write_text(f"README.md\0{event.as_posix()}\0", encoding="utf-8")
    words = [str(tmp_path / "reviews.json"), str(tmp_path / "changed"), "writer", str(root)]
    assert two_readers.main(*words) == int(needed and approvals < 2)
    assert ("2030-04-families-appeal" in capsys.readouterr().out) == needed


def test_an_event_that_is_not_changed_needs_nobody(tmp_path: Path) -> None:
    assert two_readers.risky(BASE, ["README.md"]) == {}
