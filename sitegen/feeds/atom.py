"""Feeds as Atom (RFC 4287)."""

from collections.abc import Sequence
from datetime import date
from xml.etree import ElementTree as ET

from sitegen.feeds.entries import Entry, identity, locate
from sitegen.feeds.feed import Head, head
from sitegen.pages.channels import Channel
from sitegen.pages.edition import Edition

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_MARK = "\N{OBJECT REPLACEMENT CHARACTER}"


class Writer:
    """Writes the feeds of one language; each entry is put into XML once, however many feeds hold it."""

    def __init__(self, edition: Edition) -> None:
        """Write for `edition`."""
        self._edition = edition
        self._written: dict[Entry, bytes] = {}

    def write(self, channel: Channel, entries: Sequence[Entry]) -> bytes:
        """Return a whole feed."""
        before, after = _frame(head(channel, entries, self._edition), self._edition)
        return before + b"".join(map(self._entry, entries)) + after

    def _entry(self, entry: Entry) -> bytes:
        if entry not in self._written:
            self._written[entry] = ET.tostring(_entry(entry, self._edition.lang), encoding="utf-8") + b"\n"
        return self._written[entry]


def _frame(about: Head, edition: Edition) -> tuple[bytes, bytes]:
    """Write the feed around its entries. Names have no prefix, so that an entry written alone fits in."""
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", _LANG: edition.lang})
    _text(root, "id", identity(edition, f"{about.path}.xml"))
    _text(root, "title", about.title)
    _text(root, "subtitle", about.description)
    _text(root, "updated", moment(about.updated))
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": about.page})
    own = locate(edition, f"{about.path}.xml")
    ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": own})
    _text(ET.SubElement(root, "author"), "name", edition.site.file.attribution)
    licence = edition.site.file.licence
    _text(root, "rights", f"{licence.name}, {licence.url}")
    for child in root:
        child.tail = "\n"
    root[-1].tail = _MARK
    data: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    before, _, after = data.partition(_MARK.encode())
    return before + b"\n", after + b"\n"


def _entry(entry: Entry, lang: str) -> ET.Element:
    root = ET.Element("entry")
    _text(root, "id", entry.id)
    title = _text(root, "title", entry.title.words)
    if entry.title.lang != lang:
        title.set(_LANG, entry.title.lang)
    _text(root, "published", moment(entry.published))
    _text(root, "updated", moment(entry.updated))
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": entry.url})
    for tag in entry.tags:
        ET.SubElement(root, "category", {"term": tag})
    _text(root, "summary", entry.words)
    return root


def _text(parent: ET.Element, name: str, words: str) -> ET.Element:
    child = ET.SubElement(parent, name)
    child.text = words
    return child


def moment(day: date) -> str:
    """Return noon UTC of a day: the record has no hour, and at noon it is that day almost everywhere on earth."""
    return f"{day.isoformat()}T12:00:00Z"
