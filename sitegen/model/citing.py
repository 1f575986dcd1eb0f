"""Links inside a story's text: `[46 people](a)` are words that rest on what the step cites under `a`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]*)\)")


class Run(NamedTuple):
    """Some words of a text, and the id of what they rest on, None for words between links."""

    words: str
    cite: str | None


def runs(text: str) -> Iterator[Run]:
    """Yield the words of a text in their order, links apart from what stands between them."""
    at = 0
    for found in _LINK.finditer(text):
        if found.start() > at:
            yield Run(text[at : found.start()], None)
        yield Run(found[1], found[2])
        at = found.end()
    if at < len(text):
        yield Run(text[at:], None)


def unlinked(text: str) -> str:
    """Return the words of a text without the marks of its links."""
    return "".join(run.words for run in runs(text))
