"""What every download says of itself: on what terms, whose, of which content and day."""

from typing import Any

from sitegen.site import Site


def terms(site: Site) -> dict[str, Any]:
    """Return licence, attribution, revision of the content and the day it stands at."""
    file = site.file
    return {
        "licence": {"name": file.licence.name, "url": file.licence.url},
        "attribution": file.attribution,
        "revision": site.revision,
        "as_of": site.now.isoformat(),
    }


def withdrawn(site: Site) -> list[dict[str, str]]:
    """Return what remains of withdrawn events: id, day and reason."""
    return [{"id": stone.id, "date": stone.date.isoformat(), "reason": stone.reason} for stone in site.tombstones]


def page(site: Site, event: str, folder: str = "data/") -> str:
    """Return the address of an event's page: absolute where the site's is known, else relative to `folder`."""
    return (site.base_url or "../" * folder.count("/")) + f"events/{event}.html"
