"""Records → feeds that readers subscribe to: Atom for every site, JSON Feed where it has an address."""

from collections.abc import Iterator, Sequence
from functools import partial

from sitegen.assets import Assets
from sitegen.feeds import atom, jsonfeed
from sitegen.feeds.entries import Entries, Entry
from sitegen.i18n import Translator
from sitegen.pages.channels import CORRECTIONS, Channel, channels
from sitegen.pages.edition import Edition, Index
from sitegen.pieces import Page, Piece
from sitegen.site import Site

__all__ = ["NEWEST", "feeds", "pieces"]

NEWEST = 50
"""How many entries a feed holds at most, and so what a reader who was away for long still sees."""


def feeds(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield every feed as (posix path from the site's root, bytes); the same site gives the same bytes.

    Without a base URL there is only Atom, whose relative links a reader resolves against where it found the feed
    (RFC 4287, 2): JSON Feed has no rule for them.
    """
    index = Index.of(site)
    editions = [Edition(site, Assets(), Translator(lang, site.first_language), index) for lang in site.file.languages]
    for piece in pieces(editions):
        yield from ((page.path, page.data) for page in piece.make())


def pieces(editions: Sequence[Edition]) -> Iterator[Piece]:
    """Yield a piece for each channel; what feeds have in common is made once for all that one process makes."""
    for edition in editions:
        writers = Entries(edition), atom.Writer(edition), jsonfeed.Writer(edition)
        for channel in channels(edition):
            of = edition.site.events if channel.page == CORRECTIONS else channel.events
            yield Piece(f"{edition.home}{channel.path}.xml", of, partial(_written, channel, edition, *writers))


def _written(
    channel: Channel, edition: Edition, entries: Entries, as_atom: atom.Writer, as_json: jsonfeed.Writer
) -> Iterator[Page]:
    told = _newest(channel, entries)
    yield Page(f"{edition.home}{channel.path}.xml", as_atom.write(channel, told))
    if edition.site.base_url:
        yield Page(f"{edition.home}{channel.path}.json", as_json.write(channel, told))


def _newest(channel: Channel, entries: Entries) -> list[Entry]:
    """Withdrawn entries are told where no place or kind is: a tombstone does not know them any more."""
    told = [entries.event(event) for event in channel.events]
    if channel.page == CORRECTIONS:
        told += entries.corrections()
    if channel.page in {CORRECTIONS, "index.html"}:
        told += entries.withdrawn()
    return sorted(told, key=lambda entry: (entry.updated, entry.id), reverse=True)[:NEWEST]
