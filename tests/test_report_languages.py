"""Reports in the reader's language, and for a pull request what it changes first."""

import json
import subprocess
from pathlib import Path

import pytest
from sitebuilding import BASE, copied, edit, sitegen

from sitegen import report
from sitegen.i18n import Translator
from sitegen.problems import Findings, Mark, Problem, say

UNKNOWN = {
    "en": "no place is called",
    "uk": "місця з назвою",
    "ru": "места с названием",
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return copied(BASE, tmp_path / "content")


@pytest.fixture
def broken(content: Path) -> Path:
    edit(event(content), "where: [", 'where: [{place: "Nowhere"}, ')
    return content


def event(content: Path) -> Path:
    return content / "events/2030/2030-02-aid-convoy.yaml"


def findings() -> Findings:
    place = say("no place is called %(name)s", name='"Nowhere"')
    hint = say("sitegen geocode, or write a file in places/")
    remark = Problem(Mark("events/a.yaml", 2, 3), "url-http", say("%(url)s is plain http", url='"x"'), "", "remark")
    return Findings.of([Problem(Mark("events/b.yaml", 1, 2), "place-unknown", place, hint), remark])


@pytest.mark.parametrize("lang", UNKNOWN)
def test_check_speaks_the_language_that_is_asked_for(broken: Path, lang: str) -> None:
    done = sitegen("check", broken, "--lang", lang)
    assert done.returncode == 1
    assert UNKNOWN[lang] in done.stdout
    assert done.stdout.count("place-unknown") == 1
    found = json.loads(sitegen("check", broken, "--lang", lang, "--format", "json").stdout)
    assert [p["rule"] for p in found["problems"] if UNKNOWN[lang] in p["message"]] == ["place-unknown"]


def test_the_environment_is_asked_where_nobody_says(broken: Path, tmp_path: Path) -> None:
    assert UNKNOWN["uk"] in sitegen("check", broken, LANG="uk_UA.UTF-8").stdout
    built = sitegen("build", broken, "-o", tmp_path / "out", LC_ALL="ru_RU.UTF-8", LANG="uk_UA.UTF-8")
    assert built.stdout.endswith("Ничего не опубликовано.\n")
    assert UNKNOWN["en"] in sitegen("check", broken, "--lang", "en", LANG="uk_UA.UTF-8").stdout


def test_a_language_without_a_catalogue_is_refused(content: Path) -> None:
    done = sitegen("check", content, "--lang", "tlh")
    assert done.returncode == 2
    assert "'en', 'ru', 'uk'" in done.stderr


@pytest.mark.parametrize(
    ("lang", "numbers", "said"),
    [
        ("uk", (1, 0), "1 проблема у 1 файлі."),
        ("uk", (2, 5), "2 проблеми і 5 зауважень у 7 файлах."),
        ("uk", (21, 1), "21 проблема і 1 зауваження у 22 файлах."),
        ("ru", (0, 3), "3 замечания в 3 файлах."),
        ("ru", (11, 0), "11 проблем в 11 файлах."),
        ("ru", (0, 0), "Проблем нет."),
    ],
)
def test_the_sentence_gets_its_plurals_right(lang: str, numbers: tuple[int, int], said: str) -> None:
    found = [Problem(Mark(f"p{n}"), "x", "m") for n in range(numbers[0])]
    found += [Problem(Mark(f"r{n}"), "x", "m", "", "remark") for n in range(numbers[1])]
    assert report.summary(Findings.of(found), Translator(lang)) == said


def test_a_report_in_another_language_keeps_ids_and_order() -> None:
    uk = Translator("uk")
    told = report.in_language(findings(), uk)
    assert [(p.mark, p.rule, p.severity) for p in told.all] == [(p.mark, p.rule, p.severity) for p in findings().all]
    lines = [line for _, line in report.as_text(told, "", "", uk)]
    assert lines[1].endswith("url-http (зауваження)")
    assert lines[-1] == "1 проблема і 1 зауваження у 2 файлах."
    assert report.in_language(findings(), Translator("en")) == findings()


def test_the_job_summary_holds_everything_in_the_reader_s_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    uk = Translator("uk")
    report.write_summary(report.in_language(findings(), uk), "content/", uk)
    assert (tmp_path / "summary.md").read_text(encoding="utf-8").splitlines() == [
        "### 1 проблема і 1 зауваження у 2 файлах.",
        "",
        '- `content/events/a.yaml:2:3` `"x" — звичайний http · url-http`',
        '- `content/events/b.yaml:1:2` `місця з назвою "Nowhere" немає · place-unknown · '
        "sitegen geocode або створіть файл у places/`",
    ]


def test_annotations_begin_with_the_files_that_change() -> None:
    many = Findings.of([Problem(Mark(f"events/{n:02}.yaml"), "r", "m") for n in range(30)])
    first = report.as_github(many, "content/", {"content/events/28.yaml", "content/events/29.yaml"}).splitlines()
    named = [line.partition("file=content/events/")[2][:2] for line in first]
    assert named == ["28", "29", *(f"{n:02}" for n in range(8))]


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def pulled(broken: Path) -> Path:
    """A repository whose checked-out branch changes one file, by a commit after the base went on."""
    folder = broken.parent
    (folder / ".gitignore").write_text("summary.md\n")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "base")
    git(folder, "update-ref", "refs/remotes/origin/main", "main")
    git(folder, "checkout", "-q", "-b", "change")
    edit(broken / "places/vadja-district.yaml", "precision: ", "precision: very-")
    git(folder, "commit", "-q", "-a", "-m", "change")
    return folder


def test_git_says_what_a_pull_request_changes(pulled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(pulled)
    assert report.changed_files({"GITHUB_BASE_REF": "main"}) == {"content/places/vadja-district.yaml"}
    for environ in ({}, {"GITHUB_BASE_REF": "gone"}, {"GITHUB_BASE_REF": "--output=x"}):
        assert report.changed_files(environ) == frozenset()


def test_under_actions_what_changed_is_told_first_and_the_summary_holds_all(pulled: Path) -> None:
    summary = pulled / "summary.md"
    actions = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
    before = sitegen("check", cwd=pulled, **actions).stdout.splitlines()
    summary.unlink()
    after = sitegen("check", cwd=pulled, GITHUB_BASE_REF="main", **actions)
    first = after.stdout.splitlines()[0]
    assert after.returncode == 1
    assert first.startswith("::error file=content/places/vadja-district.yaml,")
    assert not before[0].startswith("::error file=content/places/")
    assert {"unknown-word", "place-unknown"} <= {
        line.split(" · ")[1].rstrip("`") for line in summary.read_text(encoding="utf-8").splitlines()[2:]
    }


def test_without_git_the_order_is_that_of_files(broken: Path) -> None:
    done = sitegen("check", broken, "--format", "github", GITHUB_BASE_REF="main", PATH="")
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=")
