"""What a build costs that finds what an earlier one kept: nothing changed, one event changed, beside one from nothing.

    make bench-warm                    the real content, 1,000 and 10,000 made-up events
    make bench-warm FLAGS="1000"       other sizes

Seconds are those of all processors together, of the whole command but Python's start; the ratios hold from machine to
machine. "Kept" is the size of the store.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from build import run
from made import make

REAL = Path(__file__).resolve().parents[2] / "content"
BUILD = """
import gc, json, sys
from pathlib import Path
from sitegen import build
gc.set_threshold(100_000, 20, 50)  # as the command does
options = build.Options(keeping=True)
assert not build.build(Path(sys.argv[1]), Path(sys.argv[2]), options).problems
print(json.dumps({"cpu": sum(s.cpu for s in options.clock.done)} | {s.name: s.cpu for s in options.clock.done}))
"""


def measure(content: Path, folder: Path) -> list[dict[str, float]]:
    """Build from nothing, again, and after an event was changed."""
    os.environ["SITEGEN_CACHE"] = str(folder / "cache")
    found = [run(BUILD, content, folder / "output") for _ in range(2)]
    event = sorted(content.glob("events/*/*.yaml"))[-1]
    event.write_text(event.read_text(encoding="utf-8").replace("title: ", "# seen\ntitle: ", 1), encoding="utf-8")
    found.append(run(BUILD, content, folder / "output"))
    found[0]["kept"] = sum(path.stat().st_size for path in folder.glob("cache/*.db")) / 1e6
    return found


def main(sizes: list[int]) -> None:
    """Print a line a size; 0 is the real content."""
    print("events     cold cpu s   nothing changed   one changed    read  check locate render   kept MB")
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            content = make(folder / "content", size) if size else Path(shutil.copytree(REAL, folder / "content"))
            cold, same, one = measure(content, folder)
        print(
            f"{size or 'real':>6} {cold['cpu']:14.2f} {same['cpu']:9.2f} {same['cpu'] / cold['cpu']:6.0%} "
            f"{one['cpu']:8.2f} {one['cpu'] / cold['cpu']:6.0%} {one['read']:6.2f} {one['check']:6.2f} "
            f"{one['locate']:6.2f} {one['render']:6.2f} {cold['kept']:9.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [0, 1_000, 10_000])
