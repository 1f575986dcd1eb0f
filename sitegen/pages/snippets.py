"""What is copied into another page to show ours in a frame, and how programs find it (oembed.com, version 1.0)."""

import json
from html import escape

from sitegen.pages.edition import Edition
from sitegen.pages.links import address

WIDTH, HEIGHT = 640, 320
TALL = 560
"""CSS pixels of a card, and the height of a list or the map."""


def snippet(name: str, title: str, edition: Edition, height: int = HEIGHT) -> str:
    """Return the frame for `embed/<name>.html`, as HTML; empty where the site has no address.

    The sandbox lets the reader follow a link out of the frame, and nothing else.
    """
    if not edition.site.base_url:
        return ""
    source = address(edition.site.base_url, f"{edition.home}embed/{name}.html")
    return (
        f'<iframe src="{escape(source)}" title="{escape(title)}" width="{WIDTH}" height="{height}" loading="lazy" '
        'referrerpolicy="no-referrer" sandbox="allow-top-navigation-by-user-activation" '
        'style="border:0;max-width:100%"></iframe>'
    )


def oembed(id_: str, title: str, edition: Edition) -> bytes:
    """Return what answers a program that was given the address of an event's page."""
    said = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": edition.title,
        "provider_url": address(edition.site.base_url or "", f"{edition.home}index.html"),
        "width": WIDTH,
        "height": HEIGHT,
        "html": snippet(f"events/{id_}", title, edition),
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()
