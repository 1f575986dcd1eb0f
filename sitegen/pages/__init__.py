"""Records → HTML: every page of the site, complete without JavaScript, in every language of the site."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from jinja2 import Environment

from sitegen.assets import Assets
from sitegen.i18n import Translator
from sitegen.maps import WORDS as MAP_WORDS
from sitegen.maps import MapParts
from sitegen.pages import follow, front, prose, sources, stories
from sitegen.pages.chosen import chosen
from sitegen.pages.coverage import coverage_page
from sitegen.pages.edition import Edition, Index
from sitegen.pages.embeds import embeds
from sitegen.pages.environment import environment
from sitegen.pages.event import cards, events
from sitegen.pages.frontwords import FRONT
from sitegen.pages.generated import WORDS, kinds_css, words_js
from sitegen.pages.kinds import kinds
from sitegen.pages.places import places
from sitegen.pages.shares import Share, shares
from sitegen.pages.sheet import Page, Sheet, write
from sitegen.pages.sitemap import robots, sitemap
from sitegen.pages.speakers import speakers
from sitegen.pages.tiles import tile_page
from sitegen.pages.timeline import timeline
from sitegen.search import index_js
from sitegen.site import Site

__all__ = ["Page", "addressed", "jobs"]

File = tuple[str, str, str]


class Parts(Protocol):
    """Returns the front page's map taken apart, in each language of the site; `tiled`: on a third party's tiles."""

    def __call__(self, *, tiled: bool = False) -> Mapping[str, MapParts]: ...


def jobs(
    site: Site, assets: Assets, parts: Parts, exported: Callable[[], Iterator[tuple[str, bytes]]], files: Sequence[File]
) -> list[Callable[[], Iterator[Page]]]:
    """Return jobs that can run in any order and together yield every page, and what pages load beyond `assets`.

    `exported` yields the downloads; `files` say what they are, as (path, label, description) with label and description
    in English, marked for translation. Adds to `assets` what all pages load.
    """
    assets.add("kinds.css", kinds_css(tuple(site.kinds.values())))
    index, editions = Index.of(site), []
    for lang in site.file.languages:
        edition = Edition(site, assets, Translator(lang, site.first_language), index)
        assets.add(f"search/{lang}.js", index_js(site, edition.t, edition.home))
        assets.add(f"words.{lang}.js", words_js({**MAP_WORDS, **WORDS, **FRONT}, edition.t))
        editions.append((edition, environment(edition.t)))
    pages = [partial(_pages, editions, share, parts) for share in shares(len(site.events))]
    # The downloads take longest of what cannot be shared out: early, so that no core waits for them at the end.
    return [*pages[:1], partial(_downloads, editions, exported, files), *pages[1:]]


def _pages(editions: Sequence[tuple[Edition, Environment]], share: Share, parts: Parts) -> Iterator[Page]:
    assets = editions[0][0].assets
    before = set(assets.tree())
    for edition, templates in editions:
        mine = replace(edition, share=share)
        for sheet in _sheets(mine, parts):
            yield write(sheet, mine, templates)
        yield from (Page(*card) for card in cards(mine))
    yield from (Page(path, data) for path, data in assets.tree().items() if path not in before)


def _sheets(edition: Edition, parts: Parts) -> Iterator[Sheet]:
    if edition.share.first:
        drawn = parts()
        yield front.front(edition, drawn)
        if edition.site.file.tiles:
            yield from tile_page(edition, parts(tiled=True))
        yield from prose.tombstones(edition)
        yield from kinds(edition)
        yield timeline(edition)
        yield from stories.stories(edition, drawn)
        yield from prose.prose_pages(edition)
        yield coverage_page(edition)
        yield sources.sources_page(edition)
        yield follow.follow_page(edition)
        if not edition.home:
            yield prose.lost_page(edition)
    # These take their share of many.
    yield from events(edition)
    yield from places(edition)
    yield from speakers(edition)
    yield from chosen(edition)
    yield from embeds(edition)


def _downloads(
    editions: Sequence[tuple[Edition, Environment]],
    exported: Callable[[], Iterator[tuple[str, bytes]]],
    files: Sequence[File],
) -> Iterator[Page]:
    """Yield the downloads, and the page that lists them with their sizes; a pattern of paths has none."""
    sizes: dict[str, int] = {}
    for path, data in exported():
        sizes[path] = len(data)
        yield Page(path, data)
    for edition, templates in editions:
        listed = [(path, label, words, sizes.get(path)) for path, label, words in files]
        yield write(prose.data_page(edition, listed), edition, templates)


def addressed(site: Site, pages: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield what search engines read of a site that has an address; `pages` are the paths of those to list."""
    if site.base_url:
        homes = [(lang, "" if lang == site.first_language else f"{lang}/") for lang in site.file.languages]
        others = tuple(home for _, home in homes if home)
        yield "sitemap.xml", sitemap(site.base_url, [path for path in pages if not path.startswith(others)], homes)
        yield "robots.txt", robots(site.base_url)
