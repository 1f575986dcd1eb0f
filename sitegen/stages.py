"""How long each stage of a run takes: the clock on the wall, and what the processors did for it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple


class Stage(NamedTuple):
    """A stage and its seconds; `cpu` adds up all processes, those that worked beside this one included."""

    name: str
    wall: float
    cpu: float


@dataclass(slots=True)
class Stages:
    """The stages of one run, in their order."""

    done: list[Stage] = field(default_factory=list)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure what happens inside."""
        wall, cpu = time.perf_counter(), _cpu()
        try:
            yield
        finally:
            self.done.append(Stage(name, time.perf_counter() - wall, _cpu() - cpu))

    def lines(self) -> Iterator[str]:
        """Yield a line for each stage and one for all: seconds on the wall, seconds of all processors."""
        everything = Stage("all", sum(one.wall for one in self.done), sum(one.cpu for one in self.done))
        for stage in (*self.done, everything):
            yield f"{stage.name:10} {stage.wall:7.2f} s {stage.cpu:7.2f} s cpu"


def _cpu() -> float:
    used = time.process_time()
    try:
        import resource  # not on Windows
    except ImportError:
        return used
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used + children.ru_utime + children.ru_stime
