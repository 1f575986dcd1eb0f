"""Reports: what a person, a pull request and a program are shown; no text gets out of its place."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import report
from sitegen.problems import MOST, Findings, Mark, Problem, capped, listed, printable, quoted

ANY = st.text() | st.text(alphabet="a`\n\r%:,\x1b[]\u202e\ud800 ", max_size=20)
MARKS = st.builds(Mark, ANY, st.integers(1, 10_000), st.integers(1, 10_000))
RULES = st.sampled_from(["date-format", "url-http"])
PROBLEMS = st.builds(Problem, MARKS, RULES, ANY, ANY, st.sampled_from(["problem", "remark"]))
FINDINGS = st.lists(PROBLEMS, max_size=30).map(Findings.of)

TWO = Findings.of(
    [
        Problem(
            Mark("events/b.yaml", 6, 8), "place-unknown", 'no place is called "Kafr Nable"', 'did you mean "Kafr Nabl"?'
        ),
        Problem(
            Mark("events/b.yaml", 4, 8), "date-format", '"3 May 2024" is not a date we can read', "write 2024-05-03"
        ),
        Problem(Mark("events/a.yaml", 10, 2), "url-http", '"http://x.org" is plain http', "", "remark"),
        Problem(Mark("events/a.yaml", 10, 2), "url-http", '"http://x.org" is plain http', "", "remark"),
    ]
)


def text(findings: Findings, *more: str) -> str:
    return "\n".join(line for _, line in report.as_text(findings, *more))


def test_for_a_person() -> None:
    assert text(TWO, "content/", "Nothing was published.") == (
        "content/events/a.yaml\n"
        '  10:2    "http://x.org" is plain http                                url-http (remark)\n'
        "\n"
        "content/events/b.yaml\n"
        '  4:8     "3 May 2024" is not a date we can read                      date-format\n'
        "          write 2024-05-03\n"
        '  6:8     no place is called "Kafr Nable"                             place-unknown\n'
        '          did you mean "Kafr Nabl"?\n'
        "\n"
        "2 problems and 1 remark in 2 files. Nothing was published."
    )


@pytest.mark.parametrize(
    ("problems", "remarks", "said"),
    [
        (0, 0, "No problems."),
        (1, 0, "1 problem in 1 file."),
        (2, 0, "2 problems in 2 files."),
        (0, 1, "1 remark in 1 file."),
        (1, 2, "1 problem and 2 remarks in 3 files."),
        (1200, 0, "1,200 problems in 1,200 files."),
    ],
)
def test_the_sentence_gets_its_plurals_right(problems: int, remarks: int, said: str) -> None:
    found = [Problem(Mark(f"p{n}"), "x", "m") for n in range(problems)]
    found += [Problem(Mark(f"r{n}"), "x", "m", "", "remark") for n in range(remarks)]
    assert report.summary(Findings.of(found)) == said


def test_for_a_pull_request() -> None:
    lines = report.as_github(TWO, "content/").splitlines()
    assert lines[0] == (
        "::error file=content/events/b.yaml,line=4,col=8,title=date-format::"
        '"3 May 2024" is not a date we can read%0Awrite 2024-05-03'
    )
    assert lines[2] == '::warning file=content/events/a.yaml,line=10,col=2,title=url-http::"http://x.org" is plain http'


def test_github_shows_ten_of_each_and_problems_come_first() -> None:
    many = Findings.of(
        [Problem(Mark("a", n), "r", "m", "", severity) for n in range(1, 30) for severity in ("problem", "remark")]  # type: ignore[arg-type]
    )
    levels = [line.split()[0] for line in report.as_github(many).splitlines()]
    assert levels == ["::error"] * report.ANNOTATIONS + ["::warning"] * report.ANNOTATIONS


def test_for_a_program() -> None:
    given = json.loads(report.as_json(TWO, "content/"))
    assert given["count"] == 2
    assert given["problems"][1] == {
        "path": "content/events/b.yaml",
        "line": 4,
        "column": 8,
        "rule": "date-format",
        "severity": "problem",
        "message": '"3 May 2024" is not a date we can read',
        "hint": "write 2024-05-03",
    }


def test_the_job_summary_is_appended_and_of_a_size_that_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "summary.md"
    path.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    report.write_summary(Findings(), "")
    assert path.read_text() == "before\n"
    report.write_summary(Findings.of([Problem(Mark(f"файл{n}"), "r", "м" * 200, "п" * 200) for n in range(3_000)]), "")
    assert path.read_text().startswith("before\n### 3,000 problems in 3,000 files.")
    assert path.stat().st_size < 1_000_000
    assert path.read_text().endswith(" more\n")


def test_printing_colours_nothing_in_a_pipe_and_takes_no_markup(capsys: pytest.CaptureFixture[str]) -> None:
    report.print_text([("red", "[bold]x[/bold] :smile: " + "y" * 300), ("", "z")])
    assert capsys.readouterr().out == "[bold]x[/bold] :smile: " + "y" * 300 + "\nz\n"


@given(FINDINGS)
def test_every_finding_keeps_to_its_line_for_a_person(findings: Findings) -> None:
    lines = [line for _, line in report.as_text(findings)]
    assert all(line.isprintable() for line in lines)
    assert sum(line.startswith("  ") and ":" in line[:12] for line in lines) >= len(findings.all)


@given(FINDINGS)
def test_every_finding_is_one_command(findings: Findings) -> None:
    out = report.as_github(findings, "content/")
    assert out.count("\n") == min(len(findings.problems), 10) + min(len(findings.remarks), 10)
    for line in out.splitlines():
        command, _, message = line[2:].partition("::")
        assert command.startswith(("error file=content/", "warning file=content/"))
        assert [part.partition("=")[0] for part in command.partition(" ")[2].split(",")] == [
            "file",
            "line",
            "col",
            "title",
        ]
        assert "%" not in message.replace("%25", "").replace("%0A", "")
    out.encode()


@given(FINDINGS)
def test_a_program_reads_what_was_written(findings: Findings) -> None:
    out = report.as_json(findings)
    out.encode()
    given = json.loads(out)
    assert given["count"] == len(findings.problems)
    assert [p["line"] for p in given["problems"]] == [p.mark.line for p in findings.all]


@given(FINDINGS)
def test_nothing_gets_out_of_a_code_span(findings: Findings) -> None:
    head, _, *items = report.as_markdown(findings).splitlines()
    assert head.startswith("### ")
    assert len(items) == len(findings.all)
    for item in items:
        assert item.count("`") == 4
        assert item.startswith("- `")
        assert item.endswith("`")


@given(ANY)
def test_quoting_keeps_to_one_line(text: str) -> None:
    shown = quoted(text)
    assert shown.isprintable()
    assert shown[0] == shown[-1] == '"'
    assert len(shown) <= 62
    assert printable(text).isprintable()
    assert quoted(shown.strip('"')).isprintable()


def test_lists_and_floods_are_cut() -> None:
    assert listed(["a", "b"]) == "a, b"
    assert listed(map(str, range(10**9))) == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 …"
    flood = [Problem(Mark(path, n + 1), rule, "m") for path in "ab" for rule in ("r", "s") for n in range(MOST + 50)]
    shown = list(capped(flood))
    assert len(shown) == 4 * (MOST + 1)
    assert sum("more of the same" in problem.message for problem in shown) == 4


def test_findings_are_sorted_and_distinct() -> None:
    assert [p.mark.line for p in TWO.all] == [10, 4, 6]
    assert len(TWO.problems) == 2
    assert len(TWO.remarks) == 1
