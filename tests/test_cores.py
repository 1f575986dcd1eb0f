"""Jobs shared out among processes: the same results as in one, and nothing that goes wrong stays unheard."""

import os
import signal
import sys
from collections.abc import Iterator
from functools import partial

import pytest

from sitegen import cores

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is one process")


def squares(first: int) -> Iterator[int]:
    for number in range(first, first + 50):
        yield number * number


def failing() -> Iterator[int]:
    yield 1
    raise KeyError("no such shape")


@pytest.mark.parametrize("processes", [1, 2, 5])
def test_the_results_are_those_of_one_process(processes):
    jobs = [partial(squares, first) for first in range(0, 1000, 50)]
    assert sorted(cores.shared(jobs, processes=processes)) == [number * number for number in range(1000)]


def test_several_processes_work():
    def who() -> Iterator[int]:
        yield os.getpid()

    assert os.getpid() not in set(cores.shared([who] * 4, processes=2))
    assert set(cores.shared([who] * 4, processes=1)) == {os.getpid()}


@pytest.mark.parametrize("processes", [1, 2])
def test_an_exception_of_a_job_is_raised_here(processes):
    with pytest.raises(KeyError, match="no such shape"):
        list(cores.shared([failing, partial(squares, 0)], processes=processes))


def test_an_exception_that_cannot_be_sent_is_told():
    class HereError(Exception):
        pass

    def job() -> Iterator[int]:
        raise HereError("only here")
        yield 1

    with pytest.raises(RuntimeError, match="only here") as caught:
        list(cores.shared([job, job], processes=2))
    assert "HereError" in caught.value.__notes__[0]


def test_a_process_that_dies_is_no_end_of_work():
    def dying() -> Iterator[int]:
        yield 1
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(RuntimeError, match="ended before its work"):
        list(cores.shared([dying, partial(squares, 0)], processes=2))


def test_who_stops_listening_leaves_nobody_behind():
    def endless() -> Iterator[int]:
        while True:
            yield os.getpid()

    results = cores.shared([endless, endless], processes=2)
    child = next(results)
    results.close()
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_the_number_of_cores_can_be_set(monkeypatch):
    monkeypatch.setattr(cores.threading, "active_count", lambda: 1)
    for written, count in (("1", 1), ("3", 3), ("0", 1), ("many", len(os.sched_getaffinity(0)))):
        monkeypatch.setenv("PYTHON_CPU_COUNT", written)
        assert cores.count() == count
