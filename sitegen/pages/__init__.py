"""Records → HTML: every page of the site, complete without JavaScript, in every language of the site."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from jinja2 import Environment

from sitegen.assets import Assets
from sitegen.i18n import Translator
from sitegen.maps import WORDS as MAP_WORDS
from sitegen.maps import MapParts
from sitegen.pages import front, prose, subjects
from sitegen.pages.edition import Edition, Index
from sitegen.pages.environment import environment
from sitegen.pages.event import events
from sitegen.pages.generated import WORDS, kinds_css, words_js
from sitegen.pages.shares import Share, shares
from sitegen.pages.sheet import Page, Sheet, write
from sitegen.pages.sitemap import robots, sitemap
from sitegen.site import Site

__all__ = ["Page", "addressed", "jobs"]

File = tuple[str, str, str]
Parts = Callable[[], Mapping[str, MapParts]]


def jobs(site: Site, assets: Assets, parts: Parts, files: Sequence[File] = ()) -> list[Callable[[], Iterator[Page]]]:
    """Return jobs that can run in any order and together yield every page, and what pages load beyond `assets`.

    `parts` returns the front page's map taken apart, in each language of the site; `files` are the downloads to list,
    as (path, label, description) with label and description in English, marked for translation. Adds to `assets` what
    all pages load.
    """
    assets.add("kinds.css", kinds_css(tuple(site.kinds.values())))
    index, editions = Index.of(site), []
    for lang in site.file.languages:
        edition = Edition(site, assets, Translator(lang, site.first_language), index)
        assets.add(f"words.{lang}.js", words_js({**MAP_WORDS, **WORDS}, edition.t))
        editions.append((edition, environment(edition.t)))
    return [partial(_pages, editions, share, parts, files) for share in shares(len(site.events))]


def _pages(
    editions: Sequence[tuple[Edition, Environment]], share: Share, parts: Parts, files: Sequence[File]
) -> Iterator[Page]:
    assets = editions[0][0].assets
    before = set(assets.tree())
    for edition, templates in editions:
        mine = replace(edition, share=share)
        for sheet in _sheets(mine, parts, files):
            yield write(sheet, mine, templates)
    yield from (Page(path, data) for path, data in assets.tree().items() if path not in before)


def _sheets(edition: Edition, parts: Parts, files: Sequence[File]) -> Iterator[Sheet]:
    if edition.share.first:
        yield front.front(edition, parts())
        yield from front.month_pages(edition)
        yield from prose.tombstones(edition)
        yield from subjects.kinds(edition)
        yield from prose.prose_pages(edition)
        yield prose.data_page(edition, files)
        if not edition.home:
            yield prose.lost_page(edition)
    # These take their share of many.
    yield from events(edition)
    yield from subjects.places(edition)
    yield from subjects.speakers(edition)


def addressed(site: Site, pages: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield what search engines read of a site that has an address; `pages` are the paths of those to list."""
    if site.base_url:
        homes = [(lang, "" if lang == site.first_language else f"{lang}/") for lang in site.file.languages]
        others = tuple(home for _, home in homes if home)
        yield "sitemap.xml", sitemap(site.base_url, [path for path in pages if not path.startswith(others)], homes)
        yield "robots.txt", robots(site.base_url)
