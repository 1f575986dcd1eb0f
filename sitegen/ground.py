"""What all pieces of a site are made of, in one digest: everything but the events that are shown."""

from collections.abc import Iterator
from hashlib import sha256

from sitegen.content import Content
from sitegen.site import Site
from sitegen.versions import made_with


def ground(read: Content, site: Site) -> bytes:
    """Return the SHA-256 of the code, of each file that is no event, and of what is decided by all of them together.

    That is the day, the address, and which places, speakers and stories are shown: a hidden event hides what only it
    names.
    """
    digest = sha256(made_with())
    for words in (*_files(read), *_decided(site)):
        digest.update(f"{len(words)} {words}\n".encode())
    return digest.digest()


def _files(read: Content) -> Iterator[str]:
    return (f"{path} {print_.hex()}" for path, print_ in read.prints.items() if not path.startswith("events/"))


def _decided(site: Site) -> Iterator[str]:
    yield from (site.now.isoformat(), str(site.base_url))
    for shown in (site.gazetteer.entries, site.outlines, site.speakers, site.stories):
        yield " ".join(shown)
    yield from map(repr, site.tombstones)
