"""Records → feeds that readers subscribe to: Atom for every site, JSON Feed where it has an address."""

from collections.abc import Iterator

from sitegen.assets import Assets
from sitegen.feeds import atom, jsonfeed
from sitegen.feeds.entries import Entries, Entry
from sitegen.i18n import Translator
from sitegen.pages.channels import CORRECTIONS, Channel, channels
from sitegen.pages.edition import Edition, Index
from sitegen.site import Site

__all__ = ["NEWEST", "feeds"]

NEWEST = 50
"""How many entries a feed holds at most, and so what a reader who was away for long still sees."""


def feeds(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield every feed as (posix path from the site's root, bytes); the same site gives the same bytes.

    Without a base URL there is only Atom, whose relative links a reader resolves against where it found the feed
    (RFC 4287, 2): JSON Feed has no rule for them.
    """
    index = Index.of(site)
    for lang in site.file.languages:
        edition = Edition(site, Assets(), Translator(lang, site.first_language), index)
        yield from _of_one_language(edition)


def _of_one_language(edition: Edition) -> Iterator[tuple[str, bytes]]:
    entries = Entries(edition)
    as_atom, as_json = atom.Writer(edition), jsonfeed.Writer(edition)
    for channel in channels(edition):
        told = _newest(channel, entries)
        yield f"{edition.home}{channel.path}.xml", as_atom.write(channel, told)
        if edition.site.base_url:
            yield f"{edition.home}{channel.path}.json", as_json.write(channel, told)


def _newest(channel: Channel, entries: Entries) -> list[Entry]:
    """Withdrawn entries are told where no place or kind is: a tombstone does not know them any more."""
    told = [entries.event(event) for event in channel.events]
    if channel.page == CORRECTIONS:
        told += entries.corrections()
    if channel.page in {CORRECTIONS, "index.html"}:
        told += entries.withdrawn()
    return sorted(told, key=lambda entry: (entry.updated, entry.id), reverse=True)[:NEWEST]
