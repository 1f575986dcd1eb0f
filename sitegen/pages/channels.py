"""What can be followed: which pages have a feed, and where it lies."""

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.i18n import Passage
from sitegen.located import Located
from sitegen.pages.edition import Edition

FOLDER = "feeds/"
CORRECTIONS = "follow.html"


@dataclass(frozen=True, slots=True)
class Channel:
    """One thing to follow: the feed's `path` inside its edition, without ending; the page it tells the news of.

    All feeds lie in one folder, so that an entry with relative links is the same in each. `events` are newest first.
    """

    path: str
    page: str
    title: Passage
    events: tuple[Located, ...] = ()


def channel_of(page: str, edition: Edition) -> Channel | None:
    """Return the channel of a page, None where it has none of its own."""
    folder, _, id_ = page.removesuffix(".html").partition("/")
    site, index = edition.site, edition.index
    if page == "index.html":
        return Channel(f"{FOLDER}events", page, _own(edition.t.gettext("All events"), edition), site.events)
    if page == CORRECTIONS:
        return Channel(
            f"{FOLDER}corrections", page, _own(edition.t.gettext("Corrections and withdrawn entries"), edition)
        )
    if folder == "kinds" and id_ in site.kinds:
        return Channel(f"{FOLDER}kind-{id_}", page, edition.t.text(site.kinds[id_].label), index.by_kind.get(id_, ()))
    if folder == "places" and id_ in site.gazetteer.entries:
        name = edition.t.text(site.gazetteer.entries[id_].place.name)
        return Channel(f"{FOLDER}place-{id_}", page, name, index.by_place.get(id_, ()))
    return None


def _own(words: str, edition: Edition) -> Passage:
    return Passage(words, edition.lang)


def channels(edition: Edition) -> Iterator[Channel]:
    """Yield everything that can be followed in one language."""
    site = edition.site
    pages = [
        "index.html",
        CORRECTIONS,
        *(f"kinds/{id_}.html" for id_ in site.kinds),
        *(f"places/{id_}.html" for id_ in site.gazetteer.entries),
    ]
    yield from (channel for page in pages if (channel := channel_of(page, edition)))


def heard_on(page: str, edition: Edition) -> list[tuple[str, str]]:
    """Return (title, path without ending) of the feeds that a page's head names: its own, then that of the site."""
    own, whole = channel_of(page, edition), channel_of("index.html", edition)
    named = {channel.path: channel for channel in (own, whole) if channel}
    return [(feed_title(channel, edition), path) for path, channel in named.items()]


def feed_title(channel: Channel, edition: Edition) -> str:
    """Return the name of a feed among feeds of other sites."""
    return edition.t.gettext("{site}: {part}").format(site=edition.title, part=channel.title.words)
