"""A site → every file of it: what an earlier build kept, and what has to be made."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, cached_property
from threading import RLock
from typing import TYPE_CHECKING

from sitegen import pieces
from sitegen.assets import PROMISED
from sitegen.assets import load as load_assets
from sitegen.i18n import Translator
from sitegen.pieces import Kept, Page, Piece
from sitegen.site import Site

if TYPE_CHECKING:
    from sitegen import maps
    from sitegen.pages import front

_REVISION = "revision-now"
"""Stands for the revision on pages that are kept, and is as long."""


def render(site: Site, kept: Kept | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the site as (posix path, bytes); what `kept` has is not made again."""
    from sitegen import exports, pages

    work, lines, listed = _Work(site, kept or Kept()), dict[str, bytes](), list[str]()
    yield from work.searched.values()
    for page in pieces.made(work.records, work.kept):
        if page.path.startswith(exports.LINES):
            lines[page.path] = page.data
        else:
            yield work.finished(page)
    for page in pieces.made([*work.pages, work.downloads(lines)], work.kept):
        if page.path.startswith("assets/"):  # what several pieces bring is one file
            work.assets.put(page.path, page.path, page.data)
        else:
            yield work.finished(page)
            listed += [page.path] if page.listed else []
    yield from pages.addressed(site, listed)
    yield from work.assets.tree().items()


class Tree(Mapping[str, bytes]):
    """The files that `render` yields, each made when it is asked for: for whoever looks at a page after each edit."""

    def __init__(self, site: Site, kept: Kept) -> None:
        """Show `site`; any thread may ask."""
        self._work, self._lock, self._whole = _Work(site, kept), RLock(), False
        self._pieces = {piece.path: piece for piece in (*self._work.records, *self._work.pages)}
        self._files = self._work.assets.tree()

    def __getitem__(self, path: str) -> bytes:
        with self._lock:
            if path not in self._files and path in self._pieces:
                made = pieces.made([self._pieces[path]], self._work.kept)
                self._files |= {**dict(self._work.searched.values()), **dict(map(self._work.finished, made))}
            elif path not in self._files and not path.endswith(".html"):
                self._all()
            return self._files[path]

    def _all(self) -> dict[str, bytes]:
        """Make what no piece is named after: the files of all events."""
        with self._lock:
            if not self._whole:
                self._files, self._whole = dict(render(self._work.site, self._work.kept)), True
            return self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


class _Work:
    """The pieces of a site, and what is put in last, so that an edit does not change every page."""

    def __init__(self, site: Site, kept: Kept) -> None:
        # Here, because folium alone takes half a second to import, and `check` needs none of these.
        from sitegen import pages

        self.site, self.kept, self.assets = site, kept, load_assets()
        self._lasting = replace(site, revision=_REVISION)
        self._editions = pages.editions(self._lasting, self.assets)

    @cached_property
    def records(self) -> list[Piece]:
        from sitegen import exports

        return list(exports.pieces(self._lasting))

    @cached_property
    def pages(self) -> list[Piece]:
        from sitegen import cards, feeds, pages

        drawn = [*pages.pieces(self._editions, _parts(self.site)), *cards.pieces(self._lasting)]
        return drawn + list(feeds.pieces(self._editions))

    def downloads(self, lines: Mapping[str, bytes]) -> Piece:
        from sitegen import exports, pages

        together = lambda: exports.together(self.site, lines)  # noqa: E731
        return pages.downloads(self._editions, self.site.revision, together, exports.FILES)

    @cached_property
    def searched(self) -> dict[bytes, tuple[str, bytes]]:
        """The search indexes, by what stands for their paths on pages."""
        from sitegen import pages

        said = {path: data for path, data, _ in pieces.made(list(pages.sayings(self._editions)), self.kept)}
        made = pieces.made(list(pages.searches(self._editions, said)), self.kept)
        return {_promised(path): (path, data) for path, data, _ in made}

    def finished(self, page: Page) -> tuple[str, bytes]:
        """Return a file with its revision and the paths that were promised; what holds all events has its own."""
        data = page.data
        if page.path.endswith(".html") or page.path.startswith("data/events/"):
            for stand_in, value in self._late:
                data = data.replace(stand_in, value)
        return page.path, data

    @cached_property
    def _late(self) -> Iterable[tuple[bytes, bytes]]:
        paths = [(promised, path.encode()) for promised, (path, _) in self.searched.items()]
        return [(_REVISION.encode(), self.site.revision.encode()), *paths]


def _parts(site: Site) -> "front.Parts":
    """Return what takes the map of the front page apart, once for all who ask."""

    @cache
    def parts(*, tiled: bool = False) -> "dict[str, maps.MapParts]":
        from sitegen import maps

        tiles, first = (site.file.tiles if tiled else None), site.first_language
        return {lang: maps.take_apart(maps.draw(site, Translator(lang, first), tiles)) for lang in site.file.languages}

    return parts


def _promised(path: str) -> bytes:
    """Return what stands on pages for the path of an asset that was promised."""
    stem, _, ending = path.split("/")[-1].split(".")
    return f"{path.rpartition('/')[0]}/{stem}.{PROMISED}.{ending}".encode()
