"""One page to be written: which template, with what, and where."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sitegen.pages.channels import channel_of, heard_on
from sitegen.pages.edition import Edition
from sitegen.pages.engine import Engine
from sitegen.pages.environment import Fallen
from sitegen.pages.head import POLICY, head
from sitegen.pages.links import Links
from sitegen.pages.listing import Mark
from sitegen.pieces import Material, Page


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page; `path` is inside its edition, `styles` and `scripts` are asset paths that only it needs.

    `anywhere`: a server may show it at any address, so its links are absolute where the site has one. `marks` are the
    symbols it draws; pages that are not `listed` stay out of the sitemap; `policy` is what the page may load; `card`
    is the path, inside the edition, of the picture that previews of the page show.
    """

    path: str
    template: str
    title: str
    description: str
    values: Mapping[str, Any] = field(default_factory=dict)
    styles: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    anywhere: bool = False
    listed: bool = True
    policy: str = POLICY
    card: str = ""


class Due(NamedTuple):
    """A page to come: its path inside the edition, what makes it, and which events and lists it is made of.

    `of` None: all events. What is not of events (places, speakers, texts) need not be named.
    """

    path: str
    make: Callable[[Edition], Sheet]
    of: Material = None


def write(sheet: Sheet, edition: Edition, templates: Engine) -> Page:
    """Render a page."""
    path = edition.home + sheet.path
    links = Links(path, edition.home, (edition.site.base_url or "") if sheet.anywhere else "")
    values = {
        "head": head(sheet.title, sheet.description, links, edition, sheet.styles, sheet.scripts, sheet.policy),
        "link": links,
        "site": edition.site,
        "edition": edition,
        "here": sheet.path,
        "card": sheet.card,
        "channel": channel_of(sheet.path, edition),
        "feeds": heard_on(sheet.path, edition),
        "listed": sheet.listed,
        "sprite": sorted(set(sheet.marks), key=lambda mark: mark.id),
        "languages": _languages(sheet, edition, links),
        "fallen": Fallen(),
    }
    html = templates.page(sheet.template, {**sheet.values, **values})
    return Page(path, html.encode(), sheet.listed)


def _languages(sheet: Sheet, edition: Edition, links: Links) -> tuple[tuple[str, str], ...]:
    """Return the other languages and where this page is in them; of a page shown anywhere there is only one."""
    first, path = edition.site.first_language, "index.html" if sheet.anywhere else sheet.path
    others = (lang for lang in edition.site.file.languages if lang != edition.lang)
    return tuple((lang, links.file(("" if lang == first else f"{lang}/") + path)) for lang in others)
