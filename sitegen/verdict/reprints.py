"""Whose text a page is: a chain of reprints is its end."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sitegen.model.event import Source


def texts(sources: Iterable[Source]) -> dict[str, str]:
    """Return for each source id the plain name of the publisher at the end of its chain of reprints.

    The chain follows `republishes` through the event's own sources. A publisher with a page that is no reprint is
    an end. Of several texts that a publisher copies the first by name is followed, and in a ring of copies the
    first by name stands for all.
    """
    pages = tuple(sources)
    copied: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        copied[plain(page.publisher)].add(plain(page.republishes or page.publisher))
    steps = {name: name if name in found else min(found) for name, found in copied.items()}
    known: dict[str, str] = {}
    return {page.id: _end(plain(page.republishes or page.publisher), steps, known) for page in pages}


def _end(name: str, steps: Mapping[str, str], known: dict[str, str]) -> str:
    path: dict[str, None] = {}
    while name not in known and name not in path:
        path[name] = None
        name = steps.get(name, name)
    if name in path:
        names = list(path)
        end = min(names[names.index(name) :])
    else:
        end = known[name]
    known.update(dict.fromkeys(path, end))
    return end


def publishers(sources: Iterable[Source]) -> dict[str, str]:
    """Return each publisher that stands at the end of a chain: plain name to the name as written."""
    pages = tuple(sources)
    written: dict[str, str] = {}
    for name in sorted({name for page in pages for name in (page.publisher, page.republishes) if name}):
        written.setdefault(plain(name), name)
    return {end: written[end] for end in sorted(set(texts(pages).values()))}


def plain(name: str) -> str:
    """Return a publisher's name without case and extra blanks, so that two spellings of it are one."""
    return " ".join(name.split()).casefold()
