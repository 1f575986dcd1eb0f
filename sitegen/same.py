"""A key for what is too large to compare: the very same object, not an equal one."""

from typing import Generic, TypeVar

T = TypeVar("T")


class Same(Generic[T]):
    """Wraps `it` so that caches tell objects apart by identity; the cache's reference keeps `it` alive."""

    __slots__ = ("it",)

    def __init__(self, it: T) -> None:
        self.it = it

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.it is self.it

    def __hash__(self) -> int:
        return id(self.it)
