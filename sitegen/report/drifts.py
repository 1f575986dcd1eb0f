"""What changed at the providers since places were found: for a terminal, a pipe, a program."""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sitegen.i18n import Translator
from sitegen.problems import printable
from sitegen.report.spoken import ENGLISH

if TYPE_CHECKING:  # geopy is not needed to say that a build went well
    from sitegen.geocode import Drift

Line = tuple[str, str]


def drift_lines(drift: "Drift", t: Translator = ENGLISH) -> Iterator[Line]:
    """Yield (style, line): how far a place moved, how it was renamed, and the change to its file as a diff."""
    moved = t.gettext("moved by %(metres)s m") % {"metres": t.number(round(drift.moved_m))}
    told = [moved] if drift.status == "moved" else []
    told += [f"{lang}: {was} → {now}" for lang, was, now in drift.renamed]
    yield "yellow", printable(f"{drift.id}: {'; '.join(told) or t.gettext('the provider no longer has it')}")
    for line in drift.diff.splitlines():
        yield "green" if line.startswith("+") else "red" if line.startswith("-") else "dim", printable(line)


def drifts_summary(drifts: "Sequence[Drift]", t: Translator = ENGLISH) -> str:
    """Return how many places changed at their provider."""
    if not drifts:
        return t.gettext("Nothing has changed.")
    said = t.ngettext(
        "%(count)s place has changed at its provider.", "%(count)s places have changed at their providers.", len(drifts)
    )
    return said % {"count": t.number(len(drifts))}


def drifts_json(drifts: "Sequence[Drift]") -> str:
    """Return `{"drifts": […]}` with metres, names and the diff of each."""
    rows = [
        {
            "place": d.id,
            "status": d.status,
            "moved_m": round(d.moved_m),
            "renamed": [{"lang": lang, "was": was, "now": now} for lang, was, now in d.renamed],
            "diff": d.diff,
        }
        for d in drifts
    ]
    return json.dumps({"drifts": rows}, ensure_ascii=False, indent=1) + "\n"
