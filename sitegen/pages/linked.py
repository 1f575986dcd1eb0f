"""An event as linked data: schema.org's Event, Claim and Place, for programs that read pages.

Never ClaimReview: this site rates nobody. https://schema.org/Claim, https://schema.org/GeoCircle
"""

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from sitegen.located import Located, Location, Shape
from sitegen.maps import dumped
from sitegen.model.event import Claim, Source
from sitegen.pages.edition import Edition
from sitegen.pages.links import address

_AUTHORS = {"person": "Person", "body": "Organization", "group": "Organization", "channel": "Organization"}


def linked(located: Located, edition: Edition) -> Markup:
    """Return the event and its claims as JSON-LD that cannot end the element it stands in."""
    page = page_of(located, edition)
    graph = [_event(located, page, edition), *(_claim(claim, located, page, edition) for claim in located.event.claims)]
    return Markup(dumped({"@context": "https://schema.org", "@graph": graph}))  # noqa: S704 - no < is left in it


def page_of(located: Located, edition: Edition) -> str:
    """Return the public address of an event's page, empty where the site has none."""
    base = edition.site.base_url
    return address(base, f"{edition.home}events/{located.id}.html") if base else ""


def _event(located: Located, page: str, edition: Edition) -> dict[str, Any]:
    record, site, when = located.event, edition.site, located.event.when.date
    return _stated(
        {
            "@type": "Event",
            "@id": f"{page}#event",
            "identifier": located.id,
            "name": edition.plain(record.title),
            "description": edition.plain(record.summary) if record.summary else None,
            "startDate": when.first.isoformat() if when.first else None,
            "endDate": when.last.isoformat() if when.last else None,
            "location": [place for at in located.locations if (place := _place(at, edition))],
            "subjectOf": _stated(
                {
                    "@type": "WebPage",
                    "url": page or None,
                    "inLanguage": edition.lang,
                    "license": site.file.licence.url,
                    "creditText": site.file.attribution,
                    "version": site.revision,
                    "dateModified": record.modified.isoformat() if record.modified else None,
                }
            ),
        }
    )


def _place(at: Location, edition: Edition) -> dict[str, Any] | None:
    """Return a place that may be named, around each of its points a circle of the metres it is known to."""
    if at.entry is None or not at.shapes:
        return None
    return _stated({"@type": "Place", "name": edition.place_name(at.entry), "geo": list(_circles(at))})


def _circles(at: Location) -> Iterator[dict[str, Any]]:
    for shape in at.shapes:
        metres = _metres(shape, at)
        if shape.anchor and metres:
            middle = {"@type": "GeoCoordinates", "latitude": shape.anchor.lat, "longitude": shape.anchor.lng}
            yield {"@type": "GeoCircle", "geoMidpoint": middle, "geoRadius": metres}


def _metres(shape: Shape, at: Location) -> int | None:
    return shape.radius_m or at.uncertainty_m


def _claim(claim: Claim, located: Located, page: str, edition: Edition) -> dict[str, Any]:
    speaker = edition.site.speakers[claim.by]
    sources = [source for source in located.event.sources if source.id in claim.sources]
    return _stated(
        {
            "@type": "Claim",
            "@id": f"{page}#claim-{claim.id}",
            "identifier": claim.id,
            "text": edition.plain(claim.says),
            "author": {"@type": _AUTHORS[speaker.kind], "name": edition.plain(speaker.name)},
            "dateCreated": claim.said.first.isoformat() if claim.said and claim.said.first else None,
            "about": {"@id": f"{page}#event"},
            "appearance": [_appearance(source) for source in sources],
        }
    )


def _appearance(source: Source) -> dict[str, Any]:
    """Return a page that carries a claim; the address of one that names private people stays out."""
    url = None if source.names_private_people == "true" else source.url
    publisher = {"@type": "Organization", "name": source.publisher}
    return _stated({"@type": "CreativeWork", "url": url, "publisher": publisher})


def _stated(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None and value != []}
