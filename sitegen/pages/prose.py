"""The pages that people write in Markdown, what the code adds to them, and the pages that every site needs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, get_args

from markupsafe import Markup

from sitegen.geometry import DECIMALS
from sitegen.i18n import mark as _
from sitegen.located import Tombstone
from sitegen.model.place import Precision
from sitegen.pages.edition import Edition
from sitegen.pages.listing import Mark, mark
from sitegen.pages.markdown import Prose, prose
from sitegen.pages.rulebook import exceptions, rule_rows
from sitegen.pages.sheet import Due, Sheet
from sitegen.pages.snippets import TALL, snippet
from sitegen.pages.vocabulary import LEVEL_MEANING
from sitegen.symbols import FILLS
from sitegen.verdict import LABELS, LEVELS, Level

# Name of the file in pages/, and the title where there is none.
TITLES = {
    "about": _("About"),
    "method": _("Method"),
    "families": _("Looking for someone"),
    "contribute": _("Contribute"),
    "contact": _("Contact"),
}


_OWN_TEMPLATES = frozenset({"method", "families", "contact"})
_ELSEWHERE = frozenset({"coverage"})  # prose that stands on a page of computed figures


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One row of the table of confirmation."""

    id: Level
    label: str
    meaning: str
    mark: Mark
    count: int


def prose_pages(edition: Edition) -> Iterator[Due]:
    """Yield the site's own pages: those it must have, and any others it holds."""
    for name in dict.fromkeys((*TITLES, *(name for name in edition.site.prose if name not in _ELSEWHERE))):
        yield Due(f"{name}.html", partial(_page, name), None if name == "method" else ())


def _page(name: str, edition: Edition) -> Sheet:
    text, lang = text_of(name, edition)
    title = text.title or edition.t.gettext(TITLES.get(name, name.replace("-", " ").capitalize()))
    values = {
        "title": title,
        "body": text.html,
        "body_lang": lang,
        "name": name,
        "title_lang": lang if text.title else edition.lang,
    }
    extra, marks = _method(edition) if name == "method" else ({}, ())
    template = f"{name}.html" if name in _OWN_TEMPLATES else "prose.html"
    return Sheet(f"{name}.html", template, title, title, values | extra, marks=marks)


def text_of(name: str, edition: Edition) -> tuple[Prose, str]:
    """Return the page in the edition's language, else in the site's first, else in any; empty where nobody wrote it."""
    versions = edition.site.prose.get(name, {})
    lang = next(
        (code for code in (edition.lang, edition.site.first_language, *sorted(versions)) if code in versions), ""
    )
    return (prose(versions[lang]), lang) if lang else (Prose("", Markup()), edition.lang)


def _method(edition: Edition) -> tuple[dict[str, Any], tuple[Mark, ...]]:
    """Work out the tables that the code itself knows: kinds, confirmation, precision, credits of the maps."""
    by_kind = edition.index.by_kind
    kinds = [(kind, mark(kind.shape, "full"), len(by_kind.get(id_, ()))) for id_, kind in edition.site.kinds.items()]
    levels = [_level(level, edition) for level in reversed(LEVELS) if level in FILLS]
    crossed = mark("circle", "half", crossed=True)
    values = {
        "kinds": kinds,
        "levels": levels,
        "crossed": crossed,
        "precisions": [(name, DECIMALS.get(name)) for name in get_args(Precision)],
        "credits": _credits(edition),
        "rules": rule_rows(),
        "exceptions": exceptions(edition),
    }
    return values, (*(symbol for _, symbol, _ in kinds), *(level.mark for level in levels), crossed)


def _level(level: Level, edition: Edition) -> LevelRow:
    t, fill = edition.t, FILLS[level]
    count = sum(event.verdicts.event.level == level for event in edition.site.events)
    return LevelRow(level, t.gettext(LABELS[level]), t.gettext(LEVEL_MEANING[level]), mark("circle", fill), count)


def _credits(edition: Edition) -> tuple[str, ...]:
    """Name whose data the maps and the places are made of, with the licence, each once."""
    site = edition.site
    sheets = site.basemap.sheets if site.basemap else ()
    own = edition.t.gettext
    drawn = [f"{own(s.origin.attribution)}, {own(s.origin.licence)}" for s in sheets if s.origin.attribution]
    found = sorted({f"{e.place.found.attribution}, {e.place.found.licence}" for e in edition.listed_places})
    return tuple(dict.fromkeys([*drawn, *found]))


def data_page(edition: Edition, files: Sequence[tuple[str, str, str, int | None]]) -> Sheet:
    """Return the page that lists what can be downloaded; `files` are (path, label, description, bytes)."""
    title = edition.t.gettext("Data")
    words = edition.t.gettext("What can be downloaded, in which formats, on what terms")
    return Sheet("data.html", "data.html", title, words, {"title": title, "files": files, "frames": _frames(edition)})


def _frames(edition: Edition) -> tuple[tuple[str, str], ...]:
    """Return what to copy for the list and for the map, each with its page; empty where the site has no address."""
    frames = ((name, snippet(name, edition.title, edition, TALL)) for name in ("list", "map"))
    return tuple((f"embed/{name}.html", frame) for name, frame in frames if frame)


def lost_page(edition: Edition) -> Sheet:
    """Return the page that a host shows for an address without a page."""
    title = edition.t.gettext("There is no such page")
    words = edition.t.gettext("The address leads nowhere on this site")
    return Sheet("404.html", "404.html", title, words, {"title": title}, anywhere=True, listed=False)


def tombstones(edition: Edition) -> Iterator[Due]:
    """Yield what remains of withdrawn events: the id, the day and the reason."""
    for stone in edition.site.tombstones:
        yield Due(f"events/{stone.id}.html", partial(_tombstone, stone), ())


def _tombstone(stone: Tombstone, edition: Edition) -> Sheet:
    title = edition.t.gettext("Entry withdrawn")
    values = {"stone": stone, "title": title}
    return Sheet(f"events/{stone.id}.html", "withdrawn.html", title, title, values, listed=False)
