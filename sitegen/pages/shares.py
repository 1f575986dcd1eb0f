"""Which of many pages a job writes, so that several jobs write all of them once."""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

T = TypeVar("T")

JOBS = 16
"""Enough that no core waits long for the last one."""


class Share(NamedTuple):
    """Every `of`-th item from the `number`-th, counted from 0."""

    number: int = 0
    of: int = 1

    def take(self, items: Sequence[T]) -> Sequence[T]:
        """Return the items whose pages are in this share."""
        return items[self.number :: self.of]

    @property
    def first(self) -> bool:
        """Whether pages that there is one of are in this share."""
        return self.number == 0


ALL = Share()


def shares(count: int) -> tuple[Share, ...]:
    """Return shares of `count` items that hold each of them once; there is always one."""
    of = max(1, min(count, JOBS))
    return tuple(Share(number, of) for number in range(of))
