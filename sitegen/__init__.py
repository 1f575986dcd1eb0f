"""Frontline Civilians: a neutral, source-attributed map of what happens to civilians along a front line.

from sitegen import load, draw
draw(load("content"))        # a folium.Map that shows itself in a notebook
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sitegen.site import Site

__all__ = ["ContentError", "draw", "load"]


class ContentError(ValueError):
    """The content has problems; the message lists them all."""


def load(content: str | Path = "content", *, now: date | None = None) -> "Site":
    """Read and check a content folder and return the site it describes; raise ContentError with every problem."""
    from sitegen import build, report

    options = build.Options(now=now)
    read, findings = build.examine(Path(content), options)
    if findings.problems:
        raise ContentError("\n".join(line for _, line in report.as_text(findings, f"{content}/")))
    return build.assemble(read, findings, options)


def draw(site: "Site") -> Any:
    """Return the site's map as a `folium.Map`: self-contained in a notebook, one FeatureGroup a kind."""
    from sitegen import maps
    from sitegen.i18n import Translator

    return maps.draw(site, Translator(site.first_language, site.first_language))
