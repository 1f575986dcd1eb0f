"""How long a build takes and how much it writes, beside PyYAML's own reading of the same files.

    make bench                    1,000 and 10,000 made-up events
    make bench FLAGS="500"        other sizes

The peer is `yaml.load` with PyYAML's C loader, which reads the files and makes nothing of them: the ratios hold from
machine to machine, the seconds do not. Every figure is of a process of its own. Seconds of stages are those of all
processors together; the wall's stand beside, and on a busy machine mean little. "Peak" is the largest process.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from made import make

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


def main(sizes: list[int]) -> None:
    """Print a line a size."""
    print("events   read  check locate  render   all cpu s   wall s  × yaml.load   peak MB   files  bytes/event")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            content = make(Path(folder, "content"), size)
            ours, peer = run(BUILD, content, Path(folder, "output")), run(PEER, content)
        print(
            f"{size:6,} {ours['read']:6.2f} {ours['check']:6.2f} {ours['locate']:6.2f} {ours['render']:7.2f} "
            f"{ours['cpu']:11.2f} {ours['seconds']:8.2f} {ours['cpu'] / peer['cpu']:12.1f} {ours['mb']:9.0f} "
            f"{ours['files']:7,} {ours['bytes'] / size:12,.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [1_000, 10_000])
