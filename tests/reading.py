"""Reading built pages in tests: strict HTML, links, ids, and text as a reader would see it."""

from collections.abc import Iterator
from html.parser import HTMLParser
from posixpath import join, normpath
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib


def parse(html: bytes) -> Element:
    """Parse a page as the standard says; the first mistake raises."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(html, transport_encoding="utf-8")
    return root


def text(element: Element) -> str:
    """Return the words of an element with blanks as one."""
    return " ".join("".join(element.itertext()).split())


def find(root: Element, *, tag: str = "*", **attributes: str) -> list[Element]:
    """Return the elements with these attributes; `class_` matches one class of several."""
    wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    return [element for element in root.iter() if tag in {"*", element.tag} and _has(element, wanted)]


def _has(element: Element, wanted: dict[str, str]) -> bool:
    given = {name: element.get(name) for name in wanted}
    return all(value is not None and wanted[name] in {value, *value.split()} for name, value in given.items())


def links(root: Element) -> Iterator[str]:
    """Yield every address that a page names."""
    for element in root.iter():
        for name in ("href", "src"):
            if (address := element.get(name)) is not None:
                yield address


class _Outline(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.listed = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids |= {given["id"] or ""} if "id" in given else set()
        self.links += [given[name] or "" for name in ("href", "src") if name in given]
        self.listed &= (given.get("name"), given.get("content")) != ("robots", "noindex")


def outline(html: bytes) -> tuple[set[str], list[str], bool]:
    """Return a page's ids, the addresses it names and whether it is to be found: quickly, forgiving mistakes."""
    parser = _Outline()
    parser.feed(html.decode())
    return parser.ids, parser.links, parser.listed


def inside(address: str) -> bool:
    """Tell whether an address leads inside the site."""
    parts = urlsplit(address)
    return not parts.scheme and not parts.netloc


def target(page: str, address: str) -> tuple[str, str]:
    """Return (path from the root, fragment) of a relative address on a page."""
    parts = urlsplit(address)
    path = normpath(join(page.rpartition("/")[0], parts.path)) if parts.path else page
    return path, parts.fragment
