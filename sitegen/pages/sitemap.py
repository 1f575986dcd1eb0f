"""What search engines read, where the site has an address: sitemap.xml and robots.txt."""

from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

from sitegen.pages.links import address

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(base_url: str, paths: Iterable[str], homes: Sequence[tuple[str, str]]) -> bytes:
    """List every page (`paths` inside an edition) in every language; `homes` are (language, its folder)."""
    ET.register_namespace("", _SITEMAP)
    ET.register_namespace("xhtml", _XHTML)
    root = ET.Element(f"{{{_SITEMAP}}}urlset")
    for path in sorted(paths):
        for _, home in homes:
            url = ET.SubElement(root, f"{{{_SITEMAP}}}url")
            ET.SubElement(url, f"{{{_SITEMAP}}}loc").text = address(base_url, home + path)
            if len(homes) > 1:
                _alternates(url, base_url, path, homes)
    ET.indent(root)
    data: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _alternates(url: ET.Element, base_url: str, path: str, homes: Sequence[tuple[str, str]]) -> None:
    for lang, home in homes:
        attributes = {"rel": "alternate", "hreflang": lang, "href": address(base_url, home + path)}
        ET.SubElement(url, f"{{{_XHTML}}}link", attributes)


def robots(base_url: str) -> bytes:
    """Let everyone in and say where the sitemap is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {base_url}sitemap.xml\n".encode()
