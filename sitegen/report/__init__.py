"""What was found, for a person at a terminal, for a pull request, and for a program."""

from sitegen.report.answers import results_json
from sitegen.report.drifts import drift_lines, drifts_json, drifts_summary
from sitegen.report.findings import Format, as_json, as_text, print_text
from sitegen.report.github import (
    ANNOTATIONS,
    as_github,
    as_markdown,
    changed_files,
    write_summary,
)
from sitegen.report.places import (
    print_candidates,
    result_lines,
    results_summary,
)
from sitegen.report.rules import rule_lines, rules_list
from sitegen.report.spoken import in_language, summary

__all__ = [
    "ANNOTATIONS",
    "Format",
    "as_github",
    "as_json",
    "as_markdown",
    "as_text",
    "changed_files",
    "drift_lines",
    "drifts_json",
    "drifts_summary",
    "in_language",
    "print_candidates",
    "print_text",
    "result_lines",
    "results_json",
    "results_summary",
    "rule_lines",
    "rules_list",
    "summary",
    "write_summary",
]
