"""What nobody writes by accident: every such folder is told about, in time, in memory, without a traceback.

Each is made in a folder of its own and checked by the command in a process of its own, so that time and memory are
those of a person who runs `sitegen check`.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from corpora import BASE, is_read

from sitegen.build import examine

SECONDS, MEGABYTES = 5.0, 500
RULES_MADE_BY_CODE = {"file-too-big", "file-link", "file-unreadable"}
EVENT = "events/2030/2030-06-01-case.yaml"
GOOD = """title: Aid at the station
kind: aid
when: 2030-06
where: [{place: Soluna}]
sources: [{id: a, publisher: Example Daily, url: "https://daily.example.org/x"}]
"""

# Runs the check as `sitegen check` does, then says what it took: seconds of the processor (others may keep it busy,
# too) and megabytes. A process started from a big one inherits that one's ru_maxrss, so Linux is asked for the peak
# of this program alone.
RUN = """
import re, resource, sys
from pathlib import Path
from sitegen.cli import main
try:
    main(["check", *sys.argv[1:]])
finally:
    used = resource.getrusage(resource.RUSAGE_SELF)
    status = Path("/proc/self/status")
    peak = re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1] if status.exists() else used.ru_maxrss
    print(used.ru_utime + used.ru_stime, int(peak) // 1024, file=sys.stderr)
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "content")
    return tmp_path / "content"


def run(content: Path, form: str = "json", seconds: float = SECONDS) -> tuple[int, str]:
    """Check `content`: exit status and what was printed; time and memory must be within the limits."""
    loud = ("GITHUB_", "SOURCE_DATE", "COV")
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(content), "--format", form],
        capture_output=True,
        env={name: value for name, value in os.environ.items() if not name.startswith(loud)},
        timeout=60,
        check=False,
    )
    said, out = done.stderr.decode(), done.stdout.decode()
    assert "Traceback" not in said + out, said[-2000:]
    used, megabytes = map(float, said.split()[-2:])
    assert used < seconds
    assert megabytes < MEGABYTES
    return done.returncode, out


def problems(content: Path) -> list[dict[str, object]]:
    status, out = run(content)
    found = json.loads(out)
    assert status == (1 if found["count"] else 0)
    return [problem for problem in found["problems"] if is_read(problem["rule"])]


def rules(content: Path, path: str) -> set[object]:
    return {problem["rule"] for problem in problems(content) if problem["path"].endswith(path)}  # type: ignore[attr-defined]


def write(content: Path, data: bytes | str, path: str = EVENT) -> Path:
    file = content / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return file


def alias_bomb() -> str:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * 10) + "]" for n in range(1, 12)]
    return "\n".join(rows)


def claims(more: str, count: int) -> str:
    rows = (f"- {{id: c{n}, by: residents, says: x, sources: [a], {more}}}" for n in range(count))
    rows = (row.replace("{n}", str(n)).replace("{next}", str((n + 1) % count)) for n, row in enumerate(rows))
    return GOOD + "claims:\n" + "\n".join(rows)


def counts(total: str) -> str:
    return (
        GOOD + f"claims: [{{id: c, by: residents, says: x, sources: [a], counts: [{{effect: held, total: {total}}}]}}]"
    )


def deep_block(depth: int) -> str:
    # A megabyte holds no more than 1,300 levels of indented blocks; compact dashes make up for it.
    return "x:\n" + "- " * depth + "y\n"


TEXTS: dict[str, tuple[Callable[[], bytes | str], set[str]]] = {
    "cp1251": (lambda: GOOD.replace("Aid", "Допомога").encode("cp1251"), {"file-encoding"}),
    "utf-16": (lambda: GOOD.encode("utf-16"), {"file-encoding"}),
    "utf-32": (lambda: GOOD.encode("utf-32"), {"file-encoding"}),
    "random bytes": (lambda: bytes(range(256)) * 3000, {"file-encoding"}),
    "only NUL": (lambda: b"\0" * 900_000, {"file-encoding"}),
    "one NUL": (lambda: GOOD + "x: \0\n", {"file-control"}),
    "escaped NUL": (lambda: GOOD + 'summary: "a\\0b\\u202ec"\n', {"file-control"}),
    "alias bomb": (alias_bomb, {"yaml-anchor", "yaml-alias", "unknown-field", "missing-field"}),
    "self alias": (lambda: "a: &a [*a]\n", {"yaml-anchor", "yaml-alias", "unknown-field", "missing-field"}),
    "tags": (lambda: GOOD + "x: !!python/object/apply:os.system [ls]\n", {"yaml-tag", "unknown-field"}),
    "many documents": (lambda: "---\na: b\n" * 50_000, {"yaml-documents"}),
    "20 MB": (lambda: GOOD + "# x\n" * 5_000_000, {"file-too-big"}),
    "20 MB in one line": (lambda: "title: " + "x" * 20_000_000, {"file-too-big"}),
    "10,000 brackets": (lambda: "x: " + "[" * 10_000 + "]" * 10_000, {"yaml-depth"}),
    "10,000 braces": (lambda: "x: " + "{a: " * 10_000 + "}" * 10_000, {"yaml-depth"}),
    "10,000 dashes": (lambda: deep_block(10_000), {"yaml-depth"}),
    "10,000 open brackets": (lambda: "[" * 10_000, {"yaml-depth"}),
    "10,000 question marks": (lambda: "? " * 10_000, {"yaml-depth", "yaml-key"}),
    "1,300 levels of blocks": (lambda: "".join(" " * n + "a:\n" for n in range(1300)), {"yaml-depth"}),
    "490,000 keys": (lambda: "{" + ",".join("a" * 490_000) + "}", {"file-too-big", "yaml-duplicate-key"}),
    "160,000 different keys": (lambda: "".join(f"{n:x}:\n" for n in range(160_000)), {"file-too-big"}),
    "24,000 unknown fields": (
        lambda: "".join(f"titl{n:x}: x\n" for n in range(24_000)),
        {"unknown-field", "missing-field"},
    ),
    "24,000 duplicates": (lambda: GOOD + "kind: aid\n" * 24_000, {"yaml-duplicate-key"}),
    "24,000 blank unknown fields": (lambda: GOOD + "".join(f"x{n}:\n" for n in range(24_000)), {"unknown-field"}),
    "49,000 items": (lambda: GOOD + "related: [" + "x," * 49_000 + "]", {"event-unknown"}),
    "a key of 900,000 letters": (lambda: "? " + "k" * 900_000 + "\n: v\n", {"unknown-field", "missing-field"}),
    "a text of 900,000 letters": (lambda: GOOD + "summary: " + "ж" * 450_000, {"text-long"}),
    "900,000 quotes": (lambda: GOOD + "summary: '" + "'" * 900_000, {"yaml-quote"}),
    "900,000 spaces": (lambda: "title:" + " " * 900_000 + ": x", {"yaml-colon", "yaml-indent", "yaml-syntax"}),
    "900,000 colons": (lambda: "title: " + ": " * 450_000, {"yaml-colon"}),
    "900,000 tabs": (lambda: "title:\n" + "\t" * 900_000, {"yaml-tab"}),
    "900,000 empty lines and a mistake": (lambda: "\n" * 900_000 + "a: b: c\n", {"yaml-colon"}),
    "a date of 100,000 signs": (lambda: GOOD.replace("2030-06", "May " + " " * 10 + "1" * 100_000), {"date-format"}),
    "a date of 100,000 slashes": (lambda: GOOD.replace("2030-06", "2030" + "/" * 100_000), {"date-format"}),
    "an address of 100,000 signs": (lambda: GOOD.replace("org/x", "org/" + "a.b-" * 25_000), {"url-long"}),
    "an id of 100,000 signs": (lambda: GOOD.replace("kind: aid", "kind: " + "a-" * 50_000), {"text-long"}),
    "4,000 claims without sources": (
        lambda: GOOD + "claims:\n" + "- {id: a, by: b, says: c, sources: []}\n" * 4_000,
        {"missing-field"},
    ),
    "3,500 claims that answer nothing": (lambda: claims("answers: z{n}", 3_500), {"claim-unknown"}),
    "3,500 claims in a circle": (lambda: claims("answers: c{next}", 3_500), {"claim-cycle"}),
    "5,000 sources of one id": (
        lambda: GOOD.replace("s: [{id", "s: [" + '{id: a, publisher: P, url: "https://a.org/"}, ' * 5_000 + "{id"),
        {"id-twice"},
    ),
    "a number of 100,000 digits": (lambda: counts("9" * 100_000), {"count-impossible"}),
    "a number of 100,000 signs": (lambda: counts("1 000 " * 16_000 + "x"), {"count-format"}),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_is_told_about(content: Path, name: str) -> None:
    """A message quotes no more than a line of what was written, whatever its size, and points into the file."""
    make, expected = TEXTS[name]
    data = write(content, make()).read_bytes()
    began = time.process_time()
    found = examine(content)[1].all
    assert time.process_time() - began < SECONDS
    read = {problem.rule for problem in found if is_read(problem.rule)}
    assert read
    assert read <= expected
    for problem in found:
        assert len(problem.message) < 300
        assert len(problem.hint) < 700
        assert 1 <= problem.mark.line <= data.count(b"\n") + data.count(b"\r") + 1


def test_all_of_them_at_once_take_little_memory(content: Path) -> None:
    for number, (make, _) in enumerate(TEXTS.values()):
        write(content, make(), f"events/2030/2030-06-01-case-{chr(97 + number // 26)}{chr(97 + number % 26)}.yaml")
    status, _ = run(content, seconds=4 * SECONDS)
    assert status == 1


def test_spellings_without_end_are_refused(content: Path) -> None:
    """Every unknown toponym is compared with every spelling in some forty romanisations."""
    place = (
        (content / "places/soluna.yaml").read_text().replace("[Solouna]", "[" + ",".join(["Щітчжань"] * 20_000) + "]")
    )
    write(content, place, "places/soluna.yaml")
    write(content, GOOD.replace("Soluna", "Nowhere"))
    assert "list-length" in rules(content, "places/soluna.yaml")


def test_many_places_and_an_unknown_one(content: Path) -> None:
    point = "precision: settlement\ncountry: XA\nwithin: soluna-district\npoint: {lat: 41, lon: 11}\n"
    found = "found: {provider: research, licence: CC0, attribution: Invented, note: Invented.}\n"
    for number in range(1_000):
        name = "".join("бвгджзклмн"[int(digit)] + "а" for digit in str(number))
        write(content, f"name: {{en: Place {number}, uk: {name}ськ}}\n{point}{found}", f"places/p{number}.yaml")
    write(content, GOOD.replace("Soluna", "Nowhere at all"))
    assert rules(content, EVENT) == {"place-unknown"}


def test_ten_thousand_bad_files(content: Path) -> None:
    for number in range(10_000):
        write(content, "a: b: c\n", f"events/2030/2030-06-x{number}.yaml")
    status, out = run(content, "text")
    assert status == 1
    assert out.count("a colon stands inside the text") == 10_000
    assert "10,0" in out.splitlines()[-1]


def test_files_that_are_none(content: Path) -> None:
    (content / "events/2030/2030-06-01-folder.yaml").mkdir()
    os.mkfifo(content / "events/2030/2030-06-01-pipe.yaml")
    with socket.socket(socket.AF_UNIX) as listening:
        here = Path.cwd()
        os.chdir(content / "places")  # the path of a socket must be short
        try:
            listening.bind("socket.yaml")
        finally:
            os.chdir(here)
        found = {(p["path"].rpartition("/")[2], p["rule"]) for p in problems(content)}  # type: ignore[attr-defined]
    names = ("2030-06-01-folder.yaml", "2030-06-01-pipe.yaml", "socket.yaml")
    assert found == {(name, "file-unreadable") for name in names}


def test_links(content: Path, tmp_path: Path) -> None:
    secret = write(tmp_path, "title: secret words\n", "outside/secret.yaml")
    events = content / "events/2030"
    (events / "2030-06-01-loop.yaml").symlink_to("2030-06-01-loop.yaml")
    (events / "2030-06-01-out.yaml").symlink_to(secret)
    (events / "2030-06-01-up.yaml").symlink_to("../../../outside/secret.yaml")
    (events / "2030-06-01-dangling.yaml").symlink_to("nothing.yaml")
    (content / "events/2031").symlink_to(secret.parent)
    (content / "events/2032").symlink_to("2030")
    (content / "areas").symlink_to(tmp_path)
    found = {p["path"].partition("content/")[2]: p["rule"] for p in problems(content)}  # type: ignore[attr-defined]
    assert found == {
        "areas": "file-link",
        "events/2030/2030-06-01-dangling.yaml": "file-unreadable",
        "events/2030/2030-06-01-loop.yaml": "file-link",
        "events/2030/2030-06-01-out.yaml": "file-link",
        "events/2030/2030-06-01-up.yaml": "file-link",
        "events/2031": "file-link",
        "events/2032": "file-link",
    }
    assert "secret words" not in run(content, "text")[1]


def test_a_link_to_a_file_inside_is_read(content: Path) -> None:
    write(content, GOOD, "events/2030/2030-06-01-one.yaml")
    (content / "pages/about.uk.md").symlink_to("about.en.md")
    assert problems(content) == []


def test_the_content_folder_may_itself_be_a_link(content: Path, tmp_path: Path) -> None:
    (tmp_path / "linked").symlink_to(content)
    assert problems(tmp_path / "linked") == []


SOMEBODY = """
import os, sys
from pathlib import Path
from sitegen import report
from sitegen.build import examine
examine(Path(sys.argv[2]))  # imports all there is to import
if os.geteuid() == 0:
    os.setuid(65534)  # root may read everything
sys.stdout.write(report.as_json(examine(Path(sys.argv[1]))[1]))
"""


def test_unreadable_file_and_folder() -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        content = Path(folder, "content")
        shutil.copytree(BASE, content)
        write(content, GOOD).chmod(0)
        (content / "speakers").chmod(0)
        try:
            command = [sys.executable, "-c", SOMEBODY, content, BASE]
            done = subprocess.run(command, capture_output=True, check=False, timeout=60)
            assert not done.returncode, done.stderr.decode()
        finally:
            (content / "speakers").chmod(0o755)
    told = {(problem["path"], problem["rule"]) for problem in json.loads(done.stdout)["problems"]}
    assert {(EVENT, "file-unreadable"), ("speakers", "file-unreadable")} <= told


NAMES = (
    "new\nline.yaml",
    "carriage\rreturn.yaml",
    "escape\x1b[31mred.yaml",
    "bell\x07.yaml",
    "quote\"'`.yaml",
    "dir\u202eection.yaml",
    "::error file=x,line=1::hi.yaml",
    "%0A::error::hi.yaml",
    "a,b:c.yaml",
    "<img src=x onerror=alert(1)>.yaml",
    "`](javascript:alert(1)).yaml",
    os.fsdecode(b"sur\xffrogate.yaml"),
    "long" * 60 + ".yaml",
    "[bold red]x[bold].yaml",
)


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_names_of_files_stay_on_their_line(content: Path, form: str) -> None:
    for name in NAMES:
        (content / "events/2030" / name).write_bytes(GOOD.encode())
    status, out = run(content, form)
    assert status == 1
    assert not any(ord(char) < 32 and char != "\n" for char in out)
    assert "\u202e" not in out
    lines = out.splitlines()
    if form == "github":
        commands, rest = [line for line in lines if line.startswith("::")], [x for x in lines if not x.startswith("::")]
        assert len(commands) == 20
        assert len(rest) == 1, "only the closing sentence"
        assert all(line.startswith(("::error file=", "::warning file=")) for line in commands)
    elif form == "json":
        assert len({p["path"] for p in json.loads(out)["problems"] if p["rule"] == "file-name"}) == len(NAMES)
    else:
        paths = [line for line in lines if "/events/2030/" in line and not line.startswith(" ")]
        assert len(paths) == len(NAMES)
        assert any(r"new\u000aline.yaml" in line for line in paths)
        assert any("[bold red]x[bold].yaml" in line for line in paths)
