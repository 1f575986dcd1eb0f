"""The page that lists every source: who publishes it, what it is, and which entries it carries."""

from collections import defaultdict
from dataclasses import dataclass

from sitegen.located import Located
from sitegen.model.event import Source
from sitegen.pages.edition import Edition
from sitegen.pages.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a publisher, and where it is a source: (entry, the source's id in it)."""

    source: Source
    carries: tuple[tuple[Located, str], ...]

    @property
    def linked(self) -> bool:
        """Whether readers are led to the page: not where it names private people."""
        return self.source.names_private_people != "true"


def sources_page(edition: Edition) -> Sheet:
    """Return the page of all sources, by publisher."""
    t = edition.t
    pages = _pages(edition)
    publishers: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        publishers[page.source.publisher].append(page)
    title = t.gettext("Sources")
    values = {
        "title": title,
        "publishers": tuple((name, tuple(found)) for name, found in publishers.items()),
        "pages": len(pages),
        "reprints": sum(page.source.republishes is not None for page in pages),
        "unlinked": sum(not page.linked for page in pages),
    }
    words = t.gettext("Every page that an entry rests on: who publishes it, what it is, and which entries it carries")
    return Sheet("sources.html", "sources.html", title, words, values, (edition.assets.path("coverage.css"),))


def _pages(edition: Edition) -> tuple[Page, ...]:
    """Return the pages by publisher and then day; one that carries several entries stands once, as its first says."""
    carried: dict[str, list[tuple[Located, Source]]] = defaultdict(list)
    for event in edition.site.events:
        for source in event.event.sources:
            carried[source.url].append((event, source))
    found = [Page(_strictest(uses), tuple((event, s.id) for event, s in uses)) for uses in carried.values()]
    return tuple(sorted(found, key=_order))


def _strictest(uses: list[tuple[Located, Source]]) -> Source:
    """Return what one entry says of a page; if any says that it names private people, that one."""
    return next((source for _, source in uses if source.names_private_people == "true"), uses[0][1])


def _order(page: Page) -> tuple[str, str, str, str]:
    source = page.source
    day = source.published.start.isoformat() if source.published else ""
    return source.publisher.casefold(), source.publisher, day, source.url
