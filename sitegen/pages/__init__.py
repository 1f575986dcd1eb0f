"""Records → HTML: every page of the site, complete without JavaScript, in every language of the site."""

from collections.abc import Iterator, Mapping, Sequence

from sitegen.assets import Assets
from sitegen.i18n import Translator
from sitegen.maps import WORDS as MAP_WORDS
from sitegen.maps import MapParts
from sitegen.pages import front, prose, subjects
from sitegen.pages.choices import choices
from sitegen.pages.edition import Edition, Index
from sitegen.pages.environment import environment
from sitegen.pages.event import events
from sitegen.pages.frontwords import FRONT
from sitegen.pages.generated import WORDS, kinds_css, words_js
from sitegen.pages.sheet import Sheet, write
from sitegen.pages.sitemap import robots, sitemap
from sitegen.site import Site

__all__ = ["render"]

File = tuple[str, str, str]


def render(
    site: Site, assets: Assets, parts: Mapping[str, MapParts], files: Sequence[File] = ()
) -> Iterator[tuple[str, bytes]]:
    """Yield every page as (posix path from the site's root, bytes), and add to `assets` what the pages load.

    `parts` is the front page's map taken apart, in each language of the site; `files` are the downloads to list, as
    (path, label, description) with label and description in English, marked for translation.
    """
    assets.add("kinds.css", kinds_css(tuple(site.kinds.values())))
    index, listed = Index.of(site), []
    for lang in site.file.languages:
        edition = Edition(site, assets, Translator(lang, site.first_language), index)
        assets.add(f"words.{lang}.js", words_js({**MAP_WORDS, **WORDS, **FRONT}, edition.t))
        templates = environment(edition.t)
        for sheet in _sheets(edition, parts, files):
            yield write(sheet, edition, templates)
            listed += [sheet.path] if sheet.listed and not edition.home else []
    if site.base_url:
        homes = [(lang, "" if lang == site.first_language else f"{lang}/") for lang in site.file.languages]
        yield "sitemap.xml", sitemap(site.base_url, listed, homes)
        yield "robots.txt", robots(site.base_url)


def _sheets(edition: Edition, parts: Mapping[str, MapParts], files: Sequence[File]) -> Iterator[Sheet]:
    yield front.front(edition, parts)
    yield from front.month_pages(edition)
    yield from choices(edition)
    yield from events(edition)
    yield from prose.tombstones(edition)
    yield from subjects.places(edition)
    yield from subjects.kinds(edition)
    yield from subjects.speakers(edition)
    yield from prose.prose_pages(edition)
    yield prose.data_page(edition, files)
    if not edition.home:
        yield prose.lost_page(edition)
