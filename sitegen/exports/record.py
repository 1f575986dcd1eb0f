"""One event as the world reads it: what was written, resolved, ranged and judged."""

from typing import Any

from sitegen.counts import sums
from sitegen.exports.people import counted, ranged, summed
from sitegen.exports.places import Geometries, extent_m, place, reach
from sitegen.exports.plain import dates, present, words
from sitegen.exports.terms import page
from sitegen.located import Located, Location
from sitegen.model.event import Claim, Looked, Source
from sitegen.site import Site
from sitegen.verdict import Verdict, explain


def record(site: Site, event: Located, geometries: Geometries) -> dict[str, Any]:
    """Return everything that is published of `event`; its address is relative to `data/` without a base URL.

    Left out are exemptions and embargoes, the addresses of pages that name private people, and relations to
    events that are not published.
    """
    written, first = event.event, site.first_language
    return present(
        {
            "id": event.id,
            "url": page(site, event.id, "data/"),
            "title": words(written.title, first),
            "summary": words(written.summary, first),
            "kind": written.kind,
            "also": list(written.also),
            "date": dates(written.when.date) | {"basis": written.when.basis},
            "date_note": words(written.when.note, first),
            "over": written.over.isoformat() if written.over else None,
            "verdicts": [_verdict(site, verdict) for verdict in event.verdicts.rows],
            "ranges": [ranged(one) for one in event.ranges],
            "sums": [summed(total) for total in sums(event.ranges)],
            "locations": [_location(site, at, geometries) for at in event.locations],
            "claims": [_claim(site, event, claim) for claim in written.claims],
            "looked": [_looked(site, one) for one in written.looked],
            "withheld": list(written.withheld),
            "sources": [source(site, one) for one in written.sources],
            **_rest(site, event),
        }
    )


def _rest(site: Site, event: Located) -> dict[str, Any]:
    written, first = event.event, site.first_language
    corrections = (
        {"date": c.date.isoformat()} | {name: words(getattr(c, name), first) for name in ("what", "was", "now", "why")}
        for c in written.corrections
    )
    return {
        "modified": written.modified.isoformat() if written.modified else None,
        "corrections": [present(one) for one in corrections],
        "related": _published(site, written.related),
        "part_of": next(iter(_published(site, (written.part_of,))), None),
        "supersedes": _published(site, written.supersedes),
        "graphic": written.graphic == "true" or None,
        "external": [present({"system": e.system, "id": e.id, "url": e.url}) for e in written.external],
    }


def published(site: Site, event: Located) -> list[str]:
    """Return the ids of published events that an event names."""
    written = event.event
    return _published(site, (written.part_of, *written.related, *written.supersedes))


def _published(site: Site, ids: tuple[str | None, ...]) -> list[str]:
    return [id_ for id_ in ids if id_ and id_ in site.by_id]


def _verdict(site: Site, verdict: Verdict) -> dict[str, Any]:
    return {
        "about": verdict.about,
        "level": verdict.level,
        "disputed": verdict.disputed,
        "claims": list(verdict.claims),
        "denied_by": sorted({claim for origin in verdict.denying for claim in origin.claims}),
        "sentence": str(explain(verdict, site.speakers, site.sides)),
    }


def _location(site: Site, at: Location, geometries: Geometries) -> dict[str, Any]:
    shapes = (
        {"geometry": geometries.of(shape), reach(at): extent_m(shape, at), "about": shape.about or None}
        for shape in at.shapes
    )
    return present(
        {
            **place(site, at),
            "within": at.where.within,
            "shapes": [present(shape) for shape in shapes],
            "claims": list(at.where.claims),
            "note": words(at.where.note, site.first_language),
        }
    )


def _claim(site: Site, event: Located, claim: Claim) -> dict[str, Any]:
    first, speaker = site.first_language, site.speakers[claim.by]
    return present(
        {
            "id": claim.id,
            "by": claim.by,
            "speaker": words(speaker.name, first),
            "side": speaker.side,
            "about": event.event.about(claim),
            "stance": claim.stance,
            "answers": claim.answers,
            "supersedes": claim.supersedes,
            "said": dates(claim.said) if claim.said else None,
            "retracted": claim.retracted.isoformat() if claim.retracted else None,
            "says": words(claim.says, first),
            "counts": [counted(one) for one in claim.counts],
            "sources": list(claim.sources),
            "note": words(claim.note, first),
        }
    )


def _looked(site: Site, one: Looked) -> dict[str, Any]:
    found = {"side": one.side, "until": one.until.isoformat(), "about": list(one.about), "sources": list(one.sources)}
    return present(found | {"note": words(one.note, site.first_language)})


def source(site: Site, one: Source) -> dict[str, Any]:
    """Return a source; of a page that names private people its publisher only, and that its address is withheld."""
    publisher = {"id": one.id, "publisher": one.publisher, "kind": one.kind, "side": one.side}
    if one.names_private_people == "true":
        return present(publisher | {"republishes": one.republishes, "url_withheld": True})
    return present(
        publisher
        | {
            "url": one.url,
            "archive": one.archive,
            "published": dates(one.published) if one.published else None,
            "lang": one.lang,
            "republishes": one.republishes,
            "graphic": one.graphic == "true" or None,
            "note": words(one.note, site.first_language),
        }
    )
