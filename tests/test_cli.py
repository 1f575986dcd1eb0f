"""The commands as a person runs them: exit status, what is printed, what is left alone."""

import json
from pathlib import Path

import pytest
from sitebuilding import BASE, copied, edit, sitegen

COMMANDS = ("build", "check", "serve", "schema", "basemap")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return copied(BASE, tmp_path / "content")


@pytest.fixture
def broken(content: Path) -> Path:
    edit(sorted((content / "events").rglob("*.yaml"))[0], "kind: ", "kind: no-such-")
    return content


@pytest.mark.parametrize("command", COMMANDS)
def test_help_says_what_a_command_does(command):
    done = sitegen(command, "--help")
    assert done.returncode == 0
    assert len(done.stdout.split()) > 30
    assert done.stdout.startswith("Usage: sitegen " + command)


def test_the_group_lists_every_command_and_the_exit_status():
    done = sitegen("--help")
    assert all(command in done.stdout for command in COMMANDS)
    assert "Exit status" in done.stdout


def test_build_and_check_of_good_content(content, tmp_path):
    done = sitegen("build", content, "-o", tmp_path / "out")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "out/index.html").is_file()
    assert sitegen("check", content).returncode == 0


def test_default_folders_are_content_and_output(content):
    assert sitegen("build", cwd=content.parent).returncode == 0
    assert (content.parent / "output/index.html").is_file()


def test_build_of_broken_content_publishes_nothing(broken, tmp_path):
    done = sitegen("build", broken, "-o", tmp_path / "out")
    assert done.returncode == 1
    assert "Nothing was published." in done.stdout
    assert not (tmp_path / "out").exists()
    assert "Traceback" not in done.stdout + done.stderr


def test_a_folder_that_is_not_ours_is_kept(content, tmp_path):
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "diary.txt").write_text("dear diary")
    done = sitegen("build", content, "-o", mine)
    assert done.returncode == 2
    assert "--force" in done.stderr
    assert (mine / "diary.txt").read_text() == "dear diary"
    assert sitegen("build", content, "-o", mine, "--force").returncode == 0


def test_check_json(broken):
    done = sitegen("check", broken, "--format", "json")
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert report["count"] == len([p for p in report["problems"] if p["severity"] == "problem"]) == 1
    assert set(report["problems"][0]) == {"path", "line", "column", "rule", "severity", "message", "hint"}
    assert report["problems"][0]["rule"] == "kind-unknown"


def test_check_annotates_by_itself_under_github_actions(broken, tmp_path):
    summary = tmp_path / "summary.md"
    done = sitegen("check", "content", cwd=broken.parent, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    assert done.stdout.startswith("::error file=content/events/")
    assert "kind-unknown" in summary.read_text(encoding="utf-8")


def test_check_of_one_file_reads_all_and_tells_what_concerns_it(broken):
    bad, *good = sorted((broken / "events").rglob("*.yaml"))
    assert sitegen("check", bad).returncode == 1
    assert sitegen("check", good[0]).returncode == 0


@pytest.mark.parametrize(
    "words",
    [
        ("build", "no-such-folder"),
        ("build", BASE, "--now", "3 May 2024"),
        ("build", BASE, "--base-url", "ftp://front.invented.org"),
        ("check", "/"),
        ("serve", BASE, "--port", "70000"),
        ("nonsense",),
    ],
)
def test_misuse_exits_with_2_and_no_traceback(words, tmp_path):
    done = sitegen(*words, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_schema_writes_what_editors_read(content):
    done = sitegen("schema", content)
    assert done.returncode == 0, done.stderr
    assert (content / "README.md").is_file()
    assert json.loads((content / "schema/event.json").read_text())["type"] == "object"
    assert sitegen("check", content).returncode == 0, "what schema writes must not be a misplaced file"
