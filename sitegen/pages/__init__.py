"""Records → HTML: every page of the site, complete without JavaScript, in every language of the site."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from sitegen.assets import Assets
from sitegen.i18n import Translator
from sitegen.located import Located
from sitegen.maps import WORDS as MAP_WORDS
from sitegen.pages import follow, front, prose, sources, stories
from sitegen.pages.chosen import chosen
from sitegen.pages.coverage import coverage_page
from sitegen.pages.edition import Edition, Index
from sitegen.pages.embeds import embeds
from sitegen.pages.engine import Engine
from sitegen.pages.environment import environment
from sitegen.pages.event import cards, events
from sitegen.pages.front import Parts
from sitegen.pages.frontwords import FRONT
from sitegen.pages.generated import WORDS, kinds_css, words_js
from sitegen.pages.kinds import kinds
from sitegen.pages.places import places
from sitegen.pages.sheet import Due, write
from sitegen.pages.sitemap import robots, sitemap
from sitegen.pages.speakers import speakers
from sitegen.pages.tiles import tile_page
from sitegen.pages.timeline import timeline
from sitegen.pieces import Page, Piece
from sitegen.search import index_js, said_by
from sitegen.site import Site

__all__ = ["addressed", "downloads", "editions", "pieces", "sayings", "searches"]

File = tuple[str, str, str]


def editions(site: Site, assets: Assets) -> list[Edition]:
    """Return the site in each of its languages; adds to `assets` what all pages load, and promises the search index."""
    assets.add("kinds.css", kinds_css(tuple(site.kinds.values())))
    index = Index.of(site)
    found = [Edition(site, assets, Translator(lang, site.first_language), index) for lang in site.file.languages]
    for edition in found:
        assets.add(f"words.{edition.lang}.js", words_js({**MAP_WORDS, **WORDS, **FRONT}, edition.t))
        assets.promise(_search(edition))
    return found


def _search(edition: Edition) -> str:
    return f"search/{edition.lang}.js"


def sayings(editions: Sequence[Edition]) -> Iterator[Piece]:
    """Yield the pieces that `searches` are made of: what each event is found by."""
    for edition in editions:
        for event in edition.site.events:
            yield Piece(_saying(edition, event), event, partial(_said, edition, event))


def _saying(edition: Edition, event: Located) -> str:
    return f"{_search(edition)}/{event.id}"


def _said(edition: Edition, event: Located) -> Iterator[Page]:
    yield Page(_saying(edition, event), " ".join(said_by(event, edition.t)).encode())


def searches(editions: Sequence[Edition], said: Mapping[str, bytes]) -> Iterator[Piece]:
    """Yield the pieces that yield the search indexes; `said` are the files of `sayings`."""
    for edition in editions:
        yield Piece(_search(edition), edition.site.events, partial(_indexed, edition, said))


def _indexed(edition: Edition, said: Mapping[str, bytes]) -> Iterator[Page]:
    assets, site = Assets(), edition.site
    words = [said[_saying(edition, event)].decode().split() for event in site.events]
    path = assets.add(_search(edition), index_js(site, edition.t, edition.home, words))
    yield Page(path, assets.source(_search(edition)))


def pieces(editions: Sequence[Edition], parts: Parts) -> list[Piece]:
    """Return the pieces that together yield every page but the list of downloads, and what only some pages load."""
    found: list[Piece] = []
    for edition in editions:
        templates = environment(edition.t)
        found += (_piece(due, edition, templates) for due in _dues(edition, parts))
        found += cards(edition)
    return found


def _piece(due: Due, edition: Edition, templates: Engine) -> Piece:
    of = edition.site.events if due.of is None else due.of
    return Piece(edition.home + due.path, of, partial(_written, due, edition, templates))


def _written(due: Due, edition: Edition, templates: Engine) -> Iterator[Page]:
    """Yield a page, and the files that it alone had to add."""
    mine = replace(edition, assets=edition.assets.beside())
    yield write(due.make(mine), mine, templates)
    yield from (Page(path, data) for path, data in mine.assets.tree().items())


def _dues(edition: Edition, parts: Parts) -> Iterator[Due]:
    yield Due("index.html", partial(front.front, parts))
    yield Due("timeline.html", timeline)
    yield Due("coverage.html", coverage_page)
    yield Due("sources.html", sources.sources_page)
    yield Due("follow.html", follow.follow_page)
    if not edition.home:
        yield Due("404.html", prose.lost_page, ())
    yield from tile_page(edition, parts)
    yield from stories.stories(edition, parts)
    yield from prose.prose_pages(edition)
    yield from prose.tombstones(edition)
    for many in (kinds, speakers, chosen, places, embeds, events):
        yield from many(edition)


def downloads(
    editions: Sequence[Edition],
    revision: str,
    exported: Callable[[], Iterator[tuple[str, bytes]]],
    files: Sequence[File],
) -> Piece:
    """Return the piece that yields the downloads, and the page that lists them with their sizes.

    `exported` yields the downloads, which bear the `revision`; `files` say what they are, as (path, label, description)
    with label and description in English, marked for translation; a pattern of paths has no size.
    """
    return Piece("data.html", (editions[0].site.events, revision), partial(_downloads, editions, exported, files))


def _downloads(
    editions: Sequence[Edition], exported: Callable[[], Iterator[tuple[str, bytes]]], files: Sequence[File]
) -> Iterator[Page]:
    sizes: dict[str, int] = {}
    for path, data in exported():
        sizes[path] = len(data)
        yield Page(path, data)
    for edition in editions:
        listed = [(path, label, words, sizes.get(path)) for path, label, words in files]
        yield write(prose.data_page(edition, listed), edition, environment(edition.t))


def addressed(site: Site, pages: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield what search engines read of a site that has an address; `pages` are the paths of those to list."""
    if site.base_url:
        homes = [(lang, "" if lang == site.first_language else f"{lang}/") for lang in site.file.languages]
        others = tuple(home for _, home in homes if home)
        yield "sitemap.xml", sitemap(site.base_url, [path for path in pages if not path.startswith(others)], homes)
        yield "robots.txt", robots(site.base_url)
