"""Ids that are the same in every build, where branca would draw them at random."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from threading import RLock, get_ident
from typing import Any

from branca.element import Element

_LOCK = RLock()
_Element: Any = Element  # branca types the method that is replaced here as one that cannot be


@contextmanager
def counted_ids() -> Iterator[None]:
    """Count from 1 the elements that this thread makes, until the block is left, however it is left.

    Other threads wait to enter the block; elements they make outside it keep getting random ids.
    """
    with _LOCK:
        numbers, owner = count(1), get_ident()
        random_id = _Element.__dict__["_generate_id"]

        def generate(cls: Any) -> str:
            return str(next(numbers)) if get_ident() == owner else str(random_id.__get__(None, cls)())

        _Element._generate_id = classmethod(generate)
        try:
            yield
        finally:
            _Element._generate_id = random_id
