"""The corpora of reading, and which rules they are about."""

import json
import shutil
from datetime import date
from pathlib import Path

from sitegen.build import Options, examine
from sitegen.problems import Findings
from sitegen.rules import RULES

DATA = Path(__file__).parent / "data"
BASE = DATA / "base"
BESIDE = {"report.txt", "options.json"}

# Rules in other modules judge what is read; they have tests of their own and may come and go without a change here.
MODULES = {"claims", "control", "dates", "gazetteer", "places", "references", "twins", "unused", "vocabulary", "wheres"}
OF_READING = {id_ for id_, rule in RULES.items() if rule.check.__module__.removeprefix("sitegen.rules.") in MODULES}


def is_read(rule: str) -> bool:
    """Tell whether a rule id is one of reading: of a module above, or of what comes before all rules."""
    return rule in OF_READING or rule not in RULES


def cases(corpus: str) -> list[Path]:
    """Return the cases of `valid` or `invalid`."""
    return sorted(path for path in (DATA / corpus).iterdir() if path.is_dir())


def overlaid(case: Path, root: Path) -> Findings:
    """Lay a case over the base at `root` and return what reading finds."""
    options = json.loads((case / "options.json").read_text()) if (case / "options.json").exists() else {}
    shutil.copytree(BASE, root)
    shutil.copytree(case, root, dirs_exist_ok=True, ignore=lambda _, names: BESIDE & set(names))
    for name in options.get("without", ()):
        (root / name).unlink()
    now = date.fromisoformat(options["now"]) if "now" in options else None
    found = examine(root, Options(now=now))[1]
    return Findings(tuple(problem for problem in found.all if is_read(problem.rule)))
