"""The frame around a drawing: an image with a name, and in words what it leaves out."""

from collections.abc import Iterable
from html import escape

from sitegen.located import Location
from sitegen.locator.frame import Frame
from sitegen.locator.words import Words
from sitegen.site import Site


def svg(frame: Frame, title: str, body: str) -> str:
    """Wrap a map's drawing; `title` is what a screen reader says."""
    return (
        f'<svg class="locator-map" role="img" viewBox="0 0 {frame.width} {frame.height}"'
        f' width="{frame.width}" height="{frame.height}"><title>{escape(title)}</title>'
        f'<rect class="blank" width="{frame.width}" height="{frame.height}"/>{body}</svg>'
    )


def figure(drawing: str, *notes: str, below: str = "") -> str:
    """Put a drawing and the sentences under it together; empty where there is nothing to show or to say.

    `below` is HTML that stands under a drawing only.
    """
    said = [note for note in notes if note]
    caption = f'<p class="locator-note">{escape(" ".join(said))}</p>' if said else ""
    return f'<div class="locator">{drawing}{below if drawing else ""}{caption}</div>' if drawing or caption else ""


def disclaimer(site: Site, words: Words) -> str:
    """Say what the lines and names of a map do not mean."""
    said, lang = site.disclaimer(words)
    marked = "" if lang == words.lang else f' lang="{escape(lang)}"'
    return f'<p class="locator-note map-disclaimer"{marked}>{escape(said)}</p>'


def withheld(locations: Iterable[Location], words: Words) -> str:
    """Say how many places are not drawn on purpose, or nothing."""
    n = sum(place.precision == "undisclosed" for place in locations)
    if not n:
        return ""
    said = words.ngettext("One place is not shown, on purpose.", "{n} places are not shown, on purpose.", n)
    return said.format(n=words.number(n))


def not_routes(words: Words) -> str:
    """Say what the arrows are not."""
    return words.gettext("The arrows join the places that are named; they are not routes.")
