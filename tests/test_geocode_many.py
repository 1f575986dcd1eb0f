"""A thousand toponyms, two processes, both killed half-way: nothing lost, nothing asked twice, the pace kept."""

import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from geocoding import UPPER, asking, told
from nominatim_shaped import Shaped, place, serving
from sitebuilding import BASE

from sitegen.build import examine

COUNT, GAP_S = 500, 0.01  # toponyms of each process; the pace is 100 times the real one
RUN = """
import sys
from pathlib import Path
from geocoding import run, session
run(session(Path(sys.argv[1]), Path(sys.argv[2]), gap_s=float(sys.argv[3])))
"""


def word(process: int, number: int) -> str:
    """Return a name for a village that no other is written like."""
    letters = "bdglmnprtv"
    return ("Ka" if process else "Zo") + "".join(letters[int(digit)] + "a" for digit in f"{number:03}")


def villages(process: int) -> dict[str, list[dict[str, object]]]:
    """Return villages all over Soluna District, each known to the server once."""
    found = {}
    for number in range(COUNT):
        lat, lon = 41.42 + 0.003 * (number % 50), 11.2 + 0.02 * (number // 50)
        name = word(process, number)
        found[name] = [place(name, 1000 * process + number, lat, lon, county="Soluna District", **UPPER)]
    return found


def start(root: Path, cache: Path) -> "subprocess.Popen[bytes]":
    told_where = os.environ | {"PYTHONPATH": str(Path(__file__).parent), "XDG_CACHE_HOME": str(cache)}
    return subprocess.Popen([sys.executable, "-c", RUN, str(root), str(cache), str(GAP_S)], env=told_where)


@pytest.mark.heavy
def test_a_thousand_toponyms_survive_a_kill_and_keep_the_pace(tmp_path):
    with serving(Shaped(villages(0) | villages(1))) as server:
        roots = [
            asking(
                tmp_path / f"content-{p}",
                *(f"{{place: {name}, within: Soluna District}}" for name in villages(p)),
                geocoder=told(server),
            )
            for p in (0, 1)
        ]
        cache = tmp_path / "cache"
        cache.mkdir()
        both = [start(root, cache) for root in roots]
        while len(server.asked) < COUNT:
            assert all(process.poll() is None for process in both)
            time.sleep(0.05)
        for process in both:
            process.kill()
            process.wait()
        at_kill = len(server.asked)
        assert COUNT <= at_kill < 2 * COUNT
        both = [start(root, cache) for root in roots]
        assert [process.wait(timeout=300) for process in both] == [0, 0]

    asked = Counter(str(sorted(a.words.items())) for a in server.asked)
    assert len(asked) == 2 * COUNT
    assert len(server.asked) <= 2 * COUNT + 2  # one request each may have been under way when they were killed
    for first, last in ((0, at_kill - 1), (at_kill, len(server.asked) - 1)):
        assert server.asked[last].at - server.asked[first].at >= (last - first) * GAP_S * 0.95
    for root in roots:
        written = {path.stem for path in (root / "places").iterdir()}
        assert len(written - {path.stem for path in (BASE / "places").iterdir()}) == COUNT
        assert not list(root.rglob(".*sitegen-geocode"))
        assert not [p for p in examine(root)[1].problems if p.rule.startswith("place")]
