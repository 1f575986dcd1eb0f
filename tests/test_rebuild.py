"""A preview that follows edits shows what a build of the same files from nothing publishes, to the byte."""

from pathlib import Path
from random import Random

import pytest
from sitebuilding import BASE, copied, sitegen, tree

from sitegen.build import Options
from sitegen.content import Known, read
from sitegen.publish import MARKER
from sitegen.serve import Preview


def reword(files: list[Path], random: Random) -> None:
    """Change the title of an event."""
    file = random.choice([file for file in files if "events" in file.parts])
    lines = file.read_text(encoding="utf-8").splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("title:"))
    lines[at] = f'title: "Aid reported near the border, reworded {random.choice("abcdefgh")}"'
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def remark(files: list[Path], random: Random) -> None:
    """Change the bytes of a file and nothing that it says."""
    with random.choice(files).open("a", encoding="utf-8") as stream:
        stream.write(f"# {random.random()}\n")


def copy(files: list[Path], random: Random) -> None:
    """Add an event."""
    file = random.choice([file for file in files if "events" in file.parts])
    file.with_name(f"{file.stem}-{''.join(random.choices('aeiou', k=6))}.yaml").write_bytes(file.read_bytes())


def remove(files: list[Path], random: Random) -> None:
    """Take away an event that was added."""
    events = [file for file in files if "events" in file.parts]
    if len(events) > 1:
        max(events, key=lambda file: len(file.name)).unlink()


@pytest.mark.parametrize("seed", range(2))
def test_following_edits_gives_what_a_clean_build_gives(tmp_path, seed):
    random, content = Random(seed), copied(BASE, tmp_path / "content")  # noqa: S311 - the same edits every time
    for story in content.glob("stories/*"):
        story.unlink()  # it names events that may go
    preview = Preview(content, Options())
    for _ in range(4):
        files = sorted([*content.rglob("events/**/*.yaml"), *content.rglob("places/*.yaml")])
        random.choice([reword, remark, copy, remove])(files, random)
        preview.rebuild()
        broken = random.choice(files)
        if broken.exists():
            whole = broken.read_bytes()
            broken.write_bytes(whole[: len(whole) // 2] + b"\n  : [")
            preview.rebuild()
            assert preview.findings.problems
            broken.write_bytes(whole)
    preview.rebuild()
    done = sitegen("build", content, "-o", tmp_path / "clean")
    assert done.returncode == 0, done.stdout
    assert preview.tree == {path: data for path, data in tree(tmp_path / "clean").items() if path != MARKER}


def test_only_what_has_changed_is_decoded_again(tmp_path):
    content, known = copied(BASE, tmp_path / "content"), Known()
    first, _ = read(content, known)
    event = next(iter(first.events.values()))
    with (content / event.path).open("a", encoding="utf-8") as stream:
        stream.write("# seen\n")
    second, _ = read(content, known)
    assert second.events[event.id] is not event
    assert all(second.places[id_] is place for id_, place in first.places.items())
    (content / event.path).unlink()
    read(content, known)
    assert event.path not in known.files
