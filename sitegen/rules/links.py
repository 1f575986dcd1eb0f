"""Web addresses: links that show where they lead, tell nobody who follows them, and can still be opened later."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from sitegen.content import Content
from sitegen.decode import Decoded
from sitegen.model.event import Event
from sitegen.problems import quoted, say
from sitegen.rules.registry import Finding, Scene, rule

_SHORT = frozenset((
    "bit.ly", "t.co", "goo.gl", "tinyurl.com", "ow.ly", "is.gd", "clck.ru", "vk.cc",
    "cutt.ly", "rb.gy", "shorturl.at", "surl.li"
))  # fmt: skip
_TRACKERS = re.compile(r"utm_\w+|fbclid|gclid|yclid|igshid|mc_[ce]id|_openstat|ysclid|si", re.IGNORECASE)
_MEDIA = re.compile(r"\.(?:jpe?g|png|gif|webp|heic|mp4|mov|webm|avi|mkv|m3u8)(?:[?#][^/]*)?$", re.IGNORECASE)
_BEFORE = re.compile(r"^(?:www|m|mobile|[a-z]{2})\.(?=.*\..)")


def host_of(url: str) -> str:
    """Return the host of an address, without www, a language or a mobile version before it."""
    host = url.partition("://")[2].partition("/")[0].partition("?")[0].partition(":")[0].lower().removesuffix(".")
    return _BEFORE.sub("", host)


def on_host(url: str, hosts: frozenset[str]) -> bool:
    """Tell whether an address is on one of the hosts, or below one."""
    host = host_of(url)
    return host in hosts or host.split(".", 1)[-1] in hosts


@rule(
    "link-short",
    Event,
    "remark",
    bad='sources: [{id: a, publisher: Example Daily, url: "https://bit.ly/3xYzAbC"}]',
    good='sources: [{id: a, publisher: Example Daily, url: "https://daily.example.org/return"}]',
)
def link_short(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """A link shows where it leads: shorteners hide that, count who follows, and stop working.

    (DNH-17)
    """
    for index, source in enumerate(event.record.sources):
        if on_host(source.url, _SHORT):
            yield Finding(
                event.mark("sources", index, "url"),
                say("%(host)s hides where the link leads", host=quoted(host_of(source.url))),
                say("open it and copy the address of the page itself"),
            )


@rule(
    "link-tracked",
    Event,
    "remark",
    bad="""
sources: [{id: a, publisher: Example Daily, url: "https://daily.example.org/return?utm_source=x"}]
""",
    good='sources: [{id: a, publisher: Example Daily, url: "https://daily.example.org/return?page=2"}]',
)
def link_tracked(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """A link carries nothing that tells a publisher through whom its reader came.

    (DNH-17)
    """
    for index, source in enumerate(event.record.sources):
        if "?" in source.url:
            names = [name for name, _ in parse_qsl(urlsplit(source.url).query) if _TRACKERS.fullmatch(name)]
            if names:
                yield Finding(
                    event.mark("sources", index, "url"),
                    say("the address carries %(names)s, which only follows readers", names=", ".join(names)),
                    say("delete that part of the address"),
                )


@rule(
    "media-direct",
    Event,
    "remark",
    bad='sources: [{id: a, publisher: Example Daily, url: "https://daily.example.org/return.jpg"}]',
    good='sources: [{id: a, publisher: Example Daily, url: "https://daily.example.org/return.html"}]',
)
def media_direct(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """A source is a page, not a picture or film: readers are warned before they see one.

    (DNH-01, DNH-15)
    """
    for index, source in enumerate(event.record.sources):
        if source.graphic == "false" and _MEDIA.search(source.url[-200:]):
            yield Finding(
                event.mark("sources", index, "url"),
                say("the address leads straight to a picture or film"),
                say("link the page it stands on; write graphic: true if people who suffer can be seen"),
            )


_KEPT_DAYS = 365
_TOLD = 10


@rule(
    "archive-missing",
    Content,
    "remark",
    bad="when: 2029-05",
    good="""
when: 2029-05
sources: [{id: a, publisher: Example Daily, url: "https://daily.example.org/1", archive: "https://archive.example.org/1"}]
""",
)
def archive_missing(content: Content, scene: Scene) -> Iterator[Finding]:
    """An event older than a year keeps at least one page in an archive: pages vanish, and the claim with them.

    Pages that name private people are not asked for: their copies would keep the names for ever. Told are the ten
    latest such events.

    (DNH-13)
    """
    lacking = [event for event in content.events.values() if _unkept(event.record, scene)]
    for event in sorted(lacking, key=lambda event: event.id, reverse=True)[:_TOLD]:
        yield Finding(
            event.mark("sources"),
            say("no page of this event is kept in an archive"),
            say("save one in a public archive and write its address as archive:"),
        )


def _unkept(event: Event, scene: Scene) -> bool:
    pages = [source for source in event.sources if source.names_private_people == "false" and source.kind != "social"]
    old = (scene.now - event.when.date.end).days > _KEPT_DAYS
    return old and bool(pages) and not event.withdrawn and not any(source.archive for source in pages)
