"""Ascending numbers and lists of words as short texts, which the script `search-find.js` reads."""

from collections.abc import Iterable
from itertools import groupby, takewhile

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def runs(numbers: Iterable[int]) -> str:
    """Write distinct ascending numbers from 0: "3 2:4" is 3, 5, 6, 7, 8.

    Runs of neighbours, each begun by its distance from the one before, in base 36.
    """
    last, written = 0, []
    for _, group in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        length = f":{_base36(len(run))}" if len(run) > 1 else ""
        written.append(_base36(run[0] - last) + length)
        last = run[-1]
    return " ".join(written)


def fronted(words: Iterable[str]) -> str:
    """Write words without blanks, each by how much of it is as in the one before (a digit of base 36) and its rest."""
    last, written = "", []
    for word in words:
        same = min(sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(last, word, strict=False))), 35)
        written.append(_DIGITS[same] + word[same:])
        last = word
    return " ".join(written)


def _base36(number: int) -> str:
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
        if not number:
            return digits
