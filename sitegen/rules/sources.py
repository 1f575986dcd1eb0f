"""Pages that carry claims: no private accounts, no hidden addresses, reprints marked, copies kept."""

from collections.abc import Iterator

from sitegen.decode import Decoded
from sitegen.model.event import Event, Source
from sitegen.problems import quoted, say
from sitegen.rules.links import host_of, on_host
from sitegen.rules.registry import Finding, Scene, rule
from sitegen.verdict.relays import Register, unregistered

_NETWORKS = frozenset((
    "t.me", "telegram.me", "facebook.com", "fb.com", "instagram.com", "vk.com", "vk.ru", "ok.ru",
    "twitter.com", "x.com", "tiktok.com", "threads.net", "youtube.com", "youtu.be", "rutube.ru",
    "linkedin.com", "bsky.app", "mastodon.social", "livejournal.com", "viber.com", "dzen.ru", "ok.me",
    "max.ru"
))  # fmt: skip


@rule(
    "social-private",
    Event,
    bad='sources: [{id: a, publisher: A neighbour, url: "https://t.me/valley/12", kind: social}]',
    good="""
sources: [{id: a, publisher: Defence office of Belmark, url: "https://t.me/belmark/12", kind: social}]
""",
)
def social_private(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """A post on a social network is a source only where an office or organisation of the register posted it.

    A private person who posts from a war is found through the link, also through an archived copy.

    (DNH-20)
    """
    for index, source in enumerate(event.record.sources):
        if source.kind == "social" and not _speaks_publicly(source, scene):
            yield Finding(
                event.mark("sources", index, "publisher"),
                say(
                    "%(name)s is no office or organisation of the register, and this is a post",
                    name=quoted(source.publisher),
                ),
                say("leave the post out, or name the office that posted it as it stands in speakers/"),
            )


def _speaks_publicly(source: Source, scene: Scene) -> bool:
    key = Register.__module__
    if key not in scene.memo:
        scene.memo[key] = Register({id_: s.record for id_, s in scene.content.speakers.items()})
    name: str = scene.memo[key].name(source.publisher)
    return not unregistered(name) and scene.content.speakers[name].record.kind != "group"


@rule(
    "social-unmarked",
    Event,
    bad='sources: [{id: a, publisher: Defence office of Belmark, url: "https://t.me/belmark/12"}]',
    good="""
sources: [{id: a, publisher: Defence office of Belmark, url: "https://t.me/belmark/12", kind: social}]
""",
)
def social_unmarked(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """A page of a social network is marked as one, so that its publisher is looked up in the register.

    (DNH-20)
    """
    for index, source in enumerate(event.record.sources):
        if source.kind != "social" and any(
            on_host(url, _NETWORKS) for url in (source.url, source.archive or "") if url
        ):
            yield Finding(
                event.mark("sources", index, "url"),
                say("%(host)s is a social network", host=quoted(host_of(source.url))),
                say("write kind: social, and as publisher: the office that posted it"),
            )


@rule(
    "reprint-unmarked",
    Event,
    "remark",
    bad='sources: [{id: a, publisher: Example Copy, url: "https://copy.example.org/2", kind: copy}]',
    good="""
sources: [{id: a, publisher: Example Copy, url: "https://copy.example.org/2", kind: copy, republishes: Example Wire}]
""",
)
def reprint_unmarked(event: Decoded[Event], scene: Scene) -> Iterator[Finding]:
    """A copy says whose text it copies: else one report reprinted ten times looks like ten.

    (DNH-13)
    """
    for index, source in enumerate(event.record.sources):
        if source.kind in {"copy", "aggregator"} and not source.republishes:
            yield Finding(
                event.mark("sources", index, "kind"),
                say("the page is of kind %(kind)s, and whose text it is does not stand here", kind=source.kind),
                say("write republishes: and the agency or outlet that wrote it"),
            )
