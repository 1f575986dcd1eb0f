"""What was found, for a person at a terminal, for a pull request, and for a program."""

from sitegen.report.findings import (
    ANNOTATIONS,
    Format,
    as_github,
    as_json,
    as_markdown,
    as_text,
    print_text,
    summary,
    write_summary,
)
from sitegen.report.places import (
    drift_lines,
    drifts_json,
    drifts_summary,
    print_candidates,
    result_lines,
    results_json,
    results_summary,
)

__all__ = [
    "ANNOTATIONS",
    "Format",
    "as_github",
    "as_json",
    "as_markdown",
    "as_text",
    "drift_lines",
    "drifts_json",
    "drifts_summary",
    "print_candidates",
    "print_text",
    "result_lines",
    "results_json",
    "results_summary",
    "summary",
    "write_summary",
]
