"""How long a build takes, how that grows, and how much it writes, beside PyYAML's own reading of the same files.

    make bench                               1,000, 3,000 and 10,000 made-up events
    make bench FLAGS="30000 100000"          other sizes
    make bench FLAGS="1000 --svg grows.svg"  where the curves are drawn; else screenshots/scaling.svg

The peer is `yaml.load` with PyYAML's C loader, which reads the files and makes nothing of them: the ratios hold from
machine to machine, the seconds do not. Every figure is of a process of its own. Seconds of stages are those of all
processors together; the wall's stand beside, and on a busy machine mean little. "Peak" is the largest process. The
exponent is the slope of log seconds over log events: 1.00 is a time that grows as the events do.
"""

import argparse
import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from curves import curves
from made import make

STAGES = ("read", "check", "locate", "render", "cpu")
BUILD = """
import gc, json, resource, sys, time
from pathlib import Path
from sitegen import build
gc.set_threshold(100_000, 20, 50)  # as the command does
options, output = build.Options(), Path(sys.argv[2])
findings = build.build(Path(sys.argv[1]), output, options)
assert not findings.problems, findings.problems[:3]
sizes = [path.stat().st_size for path in output.rglob("*") if path.is_file()]
used = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
stages = options.clock.done
whole = {"cpu": sum(stage.cpu for stage in stages), "seconds": sum(stage.wall for stage in stages)}
print(json.dumps({"files": len(sizes), "bytes": sum(sizes), "mb": max(used)} | whole | {s.name: s.cpu for s in stages}))
"""
PEER = """
import json, sys, time, yaml
from pathlib import Path
start = time.process_time()
for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
print(json.dumps({"cpu": time.process_time() - start}))
"""


def run(code: str, *arguments: Path) -> dict[str, float]:
    """Run `code` in a process of its own and return the figures it prints."""
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], check=True, capture_output=True, text=True
    )
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """Return the least-squares slope of log seconds over log sizes; nan for a single size."""
    xs, ys = [math.log(size) for size in sizes], [math.log(max(one, 1e-3)) for one in seconds]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    across = sum((one - x) ** 2 for one in xs)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / across if across else math.nan


def measured(size: int) -> dict[str, float]:
    """Build `size` events once, print a line, and return the figures."""
    with tempfile.TemporaryDirectory() as folder:
        content = make(Path(folder, "content"), size)
        ours, peer = run(BUILD, content, Path(folder, "output")), run(PEER, content)
    print(
        f"{size:7,} {ours['read']:6.2f} {ours['check']:6.2f} {ours['locate']:6.2f} {ours['render']:7.2f} "
        f"{ours['cpu']:11.2f} {ours['seconds']:8.2f} {ours['cpu'] / peer['cpu']:12.1f} {ours['mb']:9.0f} "
        f"{ours['files']:7,.0f} {ours['bytes'] / size:12,.0f}",
        flush=True,
    )
    return ours


def main() -> None:
    """Print a line a size and the exponents, and draw the curves."""
    parser = argparse.ArgumentParser(description="How long a build takes, and how that grows.")
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 3_000, 10_000])
    parser.add_argument("--svg", type=Path, default=Path("screenshots/scaling.svg"))
    asked = parser.parse_args()
    print(" events   read  check locate  render   all cpu s   wall s  × yaml.load   peak MB   files  bytes/event")
    found = [measured(size) for size in asked.sizes]
    lines = {name: [one[name] for one in found] for name in STAGES}
    if len(found) > 1:
        grown = (
            f"{'all' if name == 'cpu' else name} {exponent(asked.sizes, line):.2f}" for name, line in lines.items()
        )
        print(f"exponent of cpu seconds over events: {', '.join(grown)}")
        asked.svg.parent.mkdir(parents=True, exist_ok=True)
        asked.svg.write_text(curves(asked.sizes, lines), encoding="utf-8")
        print(f"drawn in {asked.svg}")


if __name__ == "__main__":
    main()
