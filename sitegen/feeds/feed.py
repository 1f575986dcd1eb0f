"""What every feed says of itself, in whichever format."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sitegen.feeds.entries import Entry, locate
from sitegen.pages.channels import Channel, feed_title
from sitegen.pages.edition import Edition


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a feed; `path` is from the site's root, without ending; `updated` the day of its newest entry."""

    path: str
    page: str
    title: str
    description: str
    updated: date


def head(channel: Channel, entries: Sequence[Entry], edition: Edition) -> Head:
    """Describe a channel; one without entries is as old as the watch."""
    t, watch = edition.t, edition.site.file.watch
    words = t.gettext("The number of entries is a choice and not a measure of harm.")
    return Head(
        path=edition.home + channel.path,
        page=locate(edition, edition.home + channel.page),
        title=feed_title(channel, edition),
        description=f"{edition.plain(edition.site.file.description)} {words}",
        updated=max((entry.updated for entry in entries), default=watch.since),
    )
