"""Feeds as JSON Feed 1.1 (jsonfeed.org): only where the site has an address."""

from collections.abc import Sequence
from typing import Any

from sitegen.exports.plain import collection, compact, present
from sitegen.feeds.atom import moment
from sitegen.feeds.entries import Entry, locate
from sitegen.feeds.feed import head
from sitegen.pages.channels import Channel
from sitegen.pages.edition import Edition

_VERSION = "https://jsonfeed.org/version/1.1"


class Writer:
    """Writes the feeds of one language."""

    def __init__(self, edition: Edition) -> None:
        """Write for `edition`."""
        self._edition = edition

    def write(self, channel: Channel, entries: Sequence[Entry]) -> bytes:
        """Return a whole feed."""
        edition, about = self._edition, head(channel, entries, self._edition)
        said = {
            "version": _VERSION,
            "title": about.title,
            "home_page_url": about.page,
            "feed_url": locate(edition, f"{about.path}.json"),
            "description": about.description,
            "language": edition.lang,
            "authors": [{"name": edition.site.file.attribution}],
        }
        return collection(said, "items", (compact(_item(entry, edition.lang)) for entry in entries))


def _item(entry: Entry, lang: str) -> dict[str, Any]:
    return present(
        {
            "id": entry.id,
            "url": entry.url,
            "title": entry.title.words,
            "content_text": entry.words,
            "date_published": moment(entry.published),
            "date_modified": moment(entry.updated),
            "language": entry.title.lang if entry.title.lang != lang else None,
            "tags": list(entry.tags),
        }
    )
