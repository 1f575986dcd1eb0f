"""How long a build takes and how much it writes, beside PyYAML's own reading of the same files.

    make bench                    1,000 and 10,000 made-up events
    make bench FLAGS="500"        other sizes

The peer is `yaml.load` with PyYAML's C loader, which reads the files and makes nothing of them: the ratios hold from
machine to machine, the seconds do not. Every figure is of a process of its own.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from made import make

BUILD = """
import json, resource, sys, time
start = time.perf_counter()
from pathlib import Path
from sitegen import build
loaded = time.perf_counter()
read, findings = build.examine(Path(sys.argv[1]))
checked = time.perf_counter()
assert not findings.problems, findings.problems[:3]
site = build.assemble(read, findings)
files = dict(build.render(site))
rendered = time.perf_counter()
from sitegen.publish import publish
publish(files, Path(sys.argv[2]))
done = time.perf_counter()
print(json.dumps({"start": loaded - start, "check": checked - loaded, "render": rendered - checked,
    "publish": done - rendered, "seconds": done - loaded, "files": len(files), "bytes": sum(map(len, files.values())),
    "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""
PEER = """
import json, sys, time, yaml
from pathlib import Path
start = time.perf_counter()
for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
print(json.dumps({"seconds": time.perf_counter() - start}))
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
    print("events    check  render  publish    all s  × yaml.load   peak MB   files  bytes/event")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            content = make(Path(folder, "content"), size)
            ours, peer = run(BUILD, content, Path(folder, "output")), run(PEER, content)
        print(
            f"{size:6,} {ours['check']:8.2f} {ours['render']:7.2f} {ours['publish']:8.2f} {ours['seconds']:8.2f} "
            f"{ours['seconds'] / peer['seconds']:12.1f} {ours['mb']:9.0f} {ours['files']:7,} "
            f"{ours['bytes'] / size:12,.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [1_000, 10_000])
