"""A site → every file of it: what an earlier build kept, and what has to be made."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from sitegen import pieces
from sitegen.assets import PROMISED
from sitegen.assets import load as load_assets
from sitegen.i18n import Translator
from sitegen.pieces import Kept
from sitegen.site import Site

if TYPE_CHECKING:
    from sitegen import maps
    from sitegen.pages import front

_REVISION = "revision-now"
"""Stands for the revision on pages that are kept, and is as long."""


def render(site: Site, kept: Kept | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the site as (posix path, bytes); what `kept` has is not made again."""
    # Here, because folium alone takes half a second to import, and `check` needs none of these.
    from sitegen import cards, exports, feeds, pages

    kept = kept or Kept()
    # What changes with every edit is put in last, so that an edit does not change every page.
    lasting, registry, listed = replace(site, revision=_REVISION), load_assets(), list[str]()
    editions = pages.editions(lasting, registry)
    late, lines = [(_REVISION.encode(), site.revision.encode())], dict[str, bytes]()
    for path, data, _ in pieces.made([*pages.searches(editions), *exports.pieces(lasting)], kept):
        if path.startswith(exports.LINES):
            lines[path] = data
        elif path.startswith("assets/"):
            late.append((_promised(path), path.encode()))
            yield path, data
        else:
            yield path, _put_in(late[:1], data)
    many = pages.pieces(editions, _parts(site)) + cards.pieces(lasting) + [*feeds.pieces(editions)]
    many.append(pages.downloads(editions, site.revision, lambda: exports.together(site, lines), exports.FILES))
    for path, data, to_list in pieces.made(many, kept):
        if path.startswith("assets/"):  # what several pieces bring is one file
            registry.put(path, path, data)
        else:
            yield path, _put_in(late, data) if path.endswith(".html") else data
            listed += [path] if to_list else []
    yield from pages.addressed(site, listed)
    yield from registry.tree().items()


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


def _put_in(late: Iterable[tuple[bytes, bytes]], data: bytes) -> bytes:
    for stand_in, value in late:
        data = data.replace(stand_in, value)
    return data
