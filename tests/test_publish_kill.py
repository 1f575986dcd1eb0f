"""A build is killed at every step and at random moments: the site is whole, and the next build cleans up."""

import multiprocessing
import random
import signal
import time
from collections.abc import Iterator
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path

import pytest
from publishing import publish_and_die, publish_for_ever, read_tree, tree

from sitegen.publish import publish, recover

EXCHANGE = pytest.mark.parametrize("exchange", [True, False], ids=["one-step", "two-renames"])


@pytest.fixture(scope="module")
def processes() -> ForkServerContext:
    """Children forked from a fresh server without threads, which has imported what they need."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", "publishing"])
    return context


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "site"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def kill(child: ForkServerProcess) -> None:
    child.kill()
    child.join()
    assert child.exitcode == -signal.SIGKILL
    child.close()


def aside(target: Path) -> Path:
    return target.with_name(".site.sitegen-old")


def the_site(target: Path, exchange: bool) -> Path:
    """Where the whole site is after a kill: in its place or, with two renames only, whole beside it."""
    return target if exchange or target.exists() else aside(target)


@EXCHANGE
def test_killed_before_every_step(site: Path, processes: ForkServerContext, exchange: bool) -> None:
    old, new, later = tree("old", 2), tree("new", 2), tree("later", 1)
    found, missing = [], 0
    for step in range(1000):
        publish(old, site)
        child = processes.Process(target=publish_and_die, args=(site, new, exchange, step))
        child.start()
        child.join()
        finished = child.exitcode == 0
        assert finished or child.exitcode == -signal.SIGKILL
        child.close()
        found.append(read_tree(the_site(site, exchange)))
        assert found[-1] in (old, new), f"step {step}"
        assert not aside(site).exists() or read_tree(aside(site)) == old  # it is what would be put back
        missing += not site.exists()
        recover(site)
        assert read_tree(site) == found[-1]
        assert [path.name for path in site.parent.iterdir()] == ["site"]
        if finished:
            break
    else:
        pytest.fail("it never came to its end")
    assert found.count(old) > 20
    assert found.count(new) > 10
    assert missing == (0 if exchange else 1)
    publish(later, site)
    assert read_tree(site) == later


@EXCHANGE
def test_first_publication_killed_before_every_step(
    tmp_path: Path, processes: ForkServerContext, exchange: bool
) -> None:
    new = tree("new", 1)
    for step in range(0, 1000, 3):
        target = tmp_path / str(step) / "site"
        child = processes.Process(target=publish_and_die, args=(target, new, exchange, step))
        child.start()
        child.join()
        assert not target.exists() or read_tree(target) == new
        if child.exitcode == 0:
            return
        publish(new, target)
        assert [path.name for path in target.parent.iterdir()] == ["site"]
    pytest.fail("it never came to its end")


@EXCHANGE
def test_killed_at_random_moments(site: Path, processes: ForkServerContext, exchange: bool) -> None:
    trees = [tree("one", 150), tree("two", 180)]
    publish(trees[0], site)
    moments = random.Random(20241122)  # noqa: S311
    littered = 0
    for _ in range(20):
        child = processes.Process(target=publish_for_ever, args=(site, trees, exchange))
        child.start()
        time.sleep(moments.uniform(0.02, 0.5))
        kill(child)
        assert read_tree(the_site(site, exchange)) in trees
        littered += len(list(site.parent.iterdir())) > 1
        publish(trees[moments.randrange(2)], site)
        assert [path.name for path in site.parent.iterdir()] == ["site"]
    assert littered > 10


def seen_until(site: Path, all_of: set[bytes]) -> set[bytes]:
    """Read the site for a second, and on until everything expected was seen: a busy machine starts builds late."""
    start, seen = time.monotonic(), set[bytes]()
    while (passed := time.monotonic() - start) < 1 or (seen != all_of and passed < 30):
        seen.add((site / "index.html").read_bytes())
    return seen


def test_two_builds_at_once_do_not_mix(site: Path, processes: ForkServerContext) -> None:
    pairs = [[tree(f"{name}-{n}", 30) for n in range(2)] for name in ("first", "second")]
    publish(pairs[0][0], site)
    children = [processes.Process(target=publish_for_ever, args=(site, trees, True)) for trees in pairs]
    for child in children:
        child.start()
    seen = seen_until(site, {b"first-0", b"first-1", b"second-0", b"second-1"})
    for child in children:
        kill(child)
    assert seen == {b"first-0", b"first-1", b"second-0", b"second-1"}
    recover(site)
    assert read_tree(site) in pairs[0] + pairs[1]


def test_readers_always_find_the_site(site: Path, processes: ForkServerContext) -> None:
    trees = [tree("one", 20), tree("two", 20)]
    publish(trees[0], site)
    child = processes.Process(target=publish_for_ever, args=(site, trees, True))
    child.start()
    seen = seen_until(site, {b"one", b"two"})
    kill(child)
    assert seen == {b"one", b"two"}
    recover(site)
