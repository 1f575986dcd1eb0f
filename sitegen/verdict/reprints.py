"""Whose text a page is: reprints are followed to the end of their chain."""

from collections.abc import Callable, Iterable, Mapping

from sitegen.model.event import Source


def plain(name: str) -> str:
    """Return a publisher's name without case and extra blanks, so that two spellings of it are one."""
    return " ".join(name.split()).casefold()


def copies(sources: Iterable[Source], name: Callable[[str], str] = plain) -> dict[str, set[str]]:
    """Return for each publisher whose texts its pages copy: nobody's where one of them is its own text."""
    copied: dict[str, set[str]] = {}
    originals: set[str] = set()
    for page in sources:
        publisher = name(page.publisher)
        texts = copied.setdefault(publisher, set())
        if page.republishes:
            texts.add(name(page.republishes))
        else:
            originals.add(publisher)
    return copied | {publisher: set() for publisher in originals}


def reached(starts: Iterable[str], copied: Mapping[str, set[str]]) -> set[str]:
    """Return every name on the chains of reprints that begin at `starts`."""
    found: set[str] = set()
    pending = list(starts)
    while pending:
        name = pending.pop()
        if name not in found:
            found.add(name)
            pending.extend(copied.get(name, ()))
    return found


def publishers(sources: Iterable[Source]) -> tuple[str, ...]:
    """Return the publishers whose own texts the pages are, as written and sorted; in a ring of copies all of it."""
    pages = tuple(sources)
    written: dict[str, str] = {}
    for name in sorted({name for page in pages for name in (page.publisher, page.republishes) if name}):
        written.setdefault(plain(name), name)
    copied = copies(pages)
    ends = {name for name in written if not copied.get(name)}
    ringed = {name for name in written if not reached([name], copied) & ends}
    return tuple(sorted(written[name] for name in ends | ringed))
