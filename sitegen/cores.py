"""Work shared out among the cores of this machine; the results are those of one process, whatever their number.

Processes are forked, so that nothing but results is copied: on Linux only, and never from a process with threads,
of which a fork would keep one. Elsewhere the same jobs run here, one after the other.
"""

import gc
import os
import pickle
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe, wait
from traceback import format_exc
from typing import NoReturn, TypeVar

T = TypeVar("T")
Job = Callable[[], Iterable[T]]

MOST_JOBS = 250
_DONE = None


def count() -> int:
    """Return how many processes may work at once: PYTHON_CPU_COUNT, as Python 3.13 reads it, else the free cores."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    with suppress(ValueError):
        return max(1, int(os.environ.get("PYTHON_CPU_COUNT", "")))
    return len(os.sched_getaffinity(0))


def shared(jobs: Sequence[Job[T]], *, processes: int | None = None) -> Iterator[T]:
    """Yield everything that the jobs yield, each job once, in no particular order between jobs.

    At most 250 jobs; what they yield must be picklable. An exception of a job is raised here, and the others stop.
    """
    processes = min(processes or count(), len(jobs))
    if processes < 2:
        for job in jobs:
            yield from job()
    else:
        yield from _forked(jobs, processes)


def _forked(jobs: Sequence[Job[T]], processes: int) -> Iterator[T]:
    waiting = _queue(len(jobs))
    children: dict[Connection[object, object], int] = {}
    gc.freeze()  # else the collector of each child would write to, and so copy, everything there is
    try:
        for _ in range(processes):
            ours, theirs = Pipe(duplex=False)
            children[ours] = _fork(jobs, waiting, theirs)
            theirs.close()
        yield from _gathered(list(children))
    finally:
        gc.unfreeze()
        os.close(waiting)
        for connection, child in children.items():
            connection.close()
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def _queue(length: int) -> int:
    """Return a pipe that holds the number of each job: whoever reads a byte has taken that job."""
    reading, writing = os.pipe()
    os.write(writing, bytes(range(length)))
    os.close(writing)
    return reading


def _fork(jobs: Sequence[Job[T]], waiting: int, results: "Connection[object, object]") -> int:
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    with warnings.catch_warnings():
        # Python warns of threads; those that are there are of numpy's libraries, which know what a fork is.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    return child or _work(jobs, waiting, results)


def _work(jobs: Sequence[Job[T]], waiting: int, results: "Connection[object, object]") -> NoReturn:
    """Take jobs until there are none; ends the process."""
    try:
        # Locks of the parent must not outlive it, nor may a sibling keep a pipe open whose reader is gone.
        kept = sorted((waiting, results.fileno()))
        for low, high in zip((3, kept[0] + 1, kept[1] + 1), (*kept, os.sysconf("SC_OPEN_MAX")), strict=True):
            os.closerange(low, high)
        while taken := os.read(waiting, 1):
            for result in jobs[taken[0]]():
                results.send_bytes(pickle.dumps((True, result), pickle.HIGHEST_PROTOCOL))
        results.send_bytes(pickle.dumps((True, _DONE)))
    except BaseException as error:
        with suppress(OSError):
            results.send_bytes(_told(error))
    finally:
        os._exit(0)


def _told(error: BaseException) -> bytes:
    trace = format_exc()
    try:
        pickle.loads(told := pickle.dumps((False, (error, trace))))  # noqa: S301 - our own
    except Exception:
        return pickle.dumps((False, (RuntimeError(repr(error)), trace)))
    return told


def _gathered(open_: "list[Connection[object, object]]") -> Iterator[T]:
    while open_:
        for connection in wait(open_):
            try:
                fine, result = pickle.loads(connection.recv_bytes())  # type: ignore[union-attr] # noqa: S301
            except EOFError:
                raise RuntimeError("a process ended before its work was done") from None
            if not fine:
                error, trace = result
                error.add_note(trace)
                raise error
            if result is _DONE:
                open_.remove(connection)  # type: ignore[arg-type]
            else:
                yield result
