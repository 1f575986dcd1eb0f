"""Tell whether what a pull request changes has been read by enough people who did not write it.

    two_readers.py REVIEWS CHANGED AUTHOR [CONTENT]

REVIEWS is GitHub's answer to "list reviews for a pull request" (pages one after another), CHANGED the paths it changes
as `git diff --name-only -z` writes them, AUTHOR who opened it. Exit status 1: a risky event lacks readers.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sitegen import content
from sitegen.build import Options, stands_at
from sitegen.locate import known
from sitegen.rules import Scene
from sitegen.rules.risk import READERS, risks


def readers(reviews: Iterable[Mapping[str, Any]], author: str) -> set[str]:
    """Return who approves now: the last word of each, comments aside; the author and machines do not count."""
    last: dict[str, str] = {}
    for review in reviews:
        user = review.get("user") or {}
        if review["state"] != "COMMENTED" and user.get("type") == "User" and user["login"] != author:
            last[user["login"]] = review["state"]
    return {login for login, state in last.items() if state == "APPROVED"}


def risky(root: Path, changed: Iterable[str]) -> dict[str, list[str]]:
    """Return why each changed event needs more than one reader; `changed` are paths from where git stands."""
    read, _ = content.read(root)
    scene = Scene(read, known(read), stands_at(read, Options()))
    paths = set(changed)
    found = {event.path: list(dict.fromkeys(map(str, risks(event.record, scene)))) for event in read.events.values()}
    return {path: whys for path, whys in found.items() if whys and f"{root.as_posix()}/{path}" in paths}


def pages(text: str) -> list[dict[str, Any]]:
    """Read one JSON list after another, as `gh api --paginate` writes them."""
    decoder, at, found = json.JSONDecoder(), 0, []
    while (at := len(text) - len(text[at:].lstrip())) < len(text):
        page, at = decoder.raw_decode(text, at)
        found += page
    return found


def main(reviews: str, changed: str, author: str, root: str = "content") -> int:
    """Print what lacks readers; return the exit status."""
    approving = readers(pages(Path(reviews).read_text(encoding="utf-8")), author)
    found = risky(Path(root), Path(changed).read_text(encoding="utf-8").split("\0"))
    for path, whys in sorted(found.items()):
        sys.stdout.write(f"{root}/{path}: {'; '.join(whys)}\n")
    if found and len(approving) < READERS:
        sys.stdout.write(f"These need {READERS} readers who did not write them; {len(approving)} approve so far.\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
