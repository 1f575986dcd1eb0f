"""What Lighthouse says of the built site on a phone: `make bench-lighthouse` after `make site`.

The site is served on loopback and opened by the Chromium that the tests use. Four marks a page, of 100; below the
marks stands what Lighthouse finds wanting. The exit status is 1 where a page misses what the site promises.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))

import browser_setup  # noqa: E402
from browsing import ARGS  # noqa: E402
from static_server import serving  # noqa: E402

NPM = ROOT / "tests" / "npm" / "lighthouse"
OUTPUT = ROOT / "output"
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
PAGES = (
    "index.html", "events/2024-11-22-sudzha-district-return.html", "places/kursk-oblast.html", "timeline.html",
    "browse.html", "uk/index.html",
)  # fmt: skip


def judge(address: str) -> dict[str, Any]:
    """Return Lighthouse's report on one page."""
    flags = " ".join(["--headless=new", "--no-sandbox", *(arg for arg in ARGS if not arg.startswith("--host"))])
    command = [
        str(Path(sys.executable).with_name("node")),
        str(NPM / "node_modules/lighthouse/cli/index.js"),
        address,
        "--quiet",
        "--output=json",
    ]
    command += [f"--only-categories={','.join(LEAST)}", f"--chrome-flags={flags}"]
    quiet = os.environ | {"CHROME_PATH": str(browser_setup.find()), "CI": "1"}
    done = subprocess.run(command, env=quiet, capture_output=True, text=True, timeout=180, check=True)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def wanting(report: dict[str, Any]) -> list[str]:
    """Return what keeps a page from full marks, a line each."""
    lines = []
    for category in report["categories"].values():
        for part in category["auditRefs"]:
            audit = report["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                lines.append(f"    {audit['id']}: {audit['title']} {audit.get('displayValue', '')}".rstrip())
    return lines


def main() -> int:
    """Judge the pages and print their marks."""
    missed = 0
    with serving(OUTPUT, packed=True) as base:
        for page in sys.argv[1:] or PAGES:
            report = judge(base + page)
            marks = {name: round(100 * category["score"]) for name, category in report["categories"].items()}
            missed += any(marks[name] < least for name, least in LEAST.items())
            print(page, ", ".join(f"{name} {mark}" for name, mark in marks.items()))
            print("\n".join(wanting(report)))
    return min(missed, 1)


if __name__ == "__main__":
    sys.exit(main())
