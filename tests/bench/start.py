"""How soon the commands answer that people wait for: on the wall and in processor seconds, medians of several runs.

    make bench-start
    make bench-start FLAGS=15        other repeats

Beside them stands Python itself doing nothing. The aims are `--help` under 0.3 s and a check of one file of the real
content under 0.8 s, on a machine that does nothing else.
"""

import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SITEGEN = Path(sys.executable).parent / "sitegen"
EVENT = ROOT / "content" / "events" / "2024" / "2024-11-22-sudzha-district-return.yaml"
COMMANDS: dict[str, list[str | Path]] = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "sitegen --help": [SITEGEN, "--help"],
    "sitegen check ONE FILE": [SITEGEN, "check", EVENT],
    "sitegen check": [SITEGEN, "check", ROOT / "content"],
}


def once(command: list[str | Path]) -> tuple[float, float]:
    """Run a command; return its seconds on the wall and of all processors."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(repeats: int) -> None:
    """Print a line a command; the first run of each, which may write Python's own caches, does not count."""
    print(f"{'command':24} wall s   cpu s   medians of {repeats}")
    for name, command in COMMANDS.items():
        once(command)
        wall, used = (statistics.median(one) for one in zip(*(once(command) for _ in range(repeats)), strict=True))
        print(f"{name:24} {wall:6.2f} {used:7.2f}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
