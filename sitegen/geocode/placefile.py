"""A candidate → the place file that is committed: read back and checked by the model before anybody may keep it."""

import re
from datetime import date
from typing import Any

from sitegen.decode import Decoded, decode
from sitegen.gazetteer import plain
from sitegen.geocode.answers import Answer, Proposal
from sitegen.geocode.candidates import Candidate
from sitegen.geocode.context import Context
from sitegen.geocode.yamlform import document
from sitegen.marked import parse
from sitegen.model.place import Place

MOST_SPELLINGS, MOST_REJECTED = 12, 12
_LANGUAGES = ("en", "uk", "ru")
_LETTERS = re.compile("[A-Za-z\u00c0-\u024f\u0400-\u04ff]")


def place_file(
    id_: str, answer: Answer, chosen: Proposal, context: Context, today: date, *, area: bool
) -> Decoded[Place]:
    """Return the place file as it reads, its YAML in `marked.text`; raises ValueError where the model refuses it."""
    data = document(_record(id_, answer, chosen, context, today, area=area)).encode()
    marked, problems = parse(f"places/{id_}.yaml", data)
    decoded, more = decode(Place, id_, marked) if marked else (None, [])
    if decoded is None or problems or more:
        raise ValueError(f"places/{id_}.yaml would not be read: {[*problems, *more]}")
    return decoded


def _record(id_: str, answer: Answer, chosen: Proposal, context: Context, today: date, *, area: bool) -> dict[str, Any]:
    candidate, container = chosen.candidate, context.container(chosen.candidate)
    country = candidate.country or context.country
    return {
        "name": names(candidate),
        "spellings": _spellings(candidate, answer.question.toponym),
        "precision": candidate.precision,
        "country": country,
        "within": container.id if container and container.place.country == country else None,
        "point": {"lat": round(candidate.point.lat, 5), "lon": round(candidate.point.lng, 5)},
        "radius_km": candidate.radius_km,
        "area": id_ if area else None,
        "found": _found(answer, chosen, today),
    }


def names(candidate: Candidate) -> dict[str, str]:
    """Return the names in the site's languages; a name in no known language stands under English."""
    found = {lang: candidate.name(lang) for lang in _LANGUAGES if candidate.name(lang)}
    return found or {"en": candidate.title}


def _spellings(candidate: Candidate, toponym: str) -> list[str]:
    """Return the toponym as the source wrote it, and further names in letters that people here write."""
    taken = {plain(name) for name in names(candidate).values()}
    found = dict.fromkeys([toponym, *candidate.aliases, *(words for _, words in candidate.names)])
    others = [name for name in found if plain(name) not in taken and _LETTERS.search(name) and len(name) <= 200]
    return others[:MOST_SPELLINGS]


def _found(answer: Answer, chosen: Proposal, today: date) -> dict[str, Any]:
    sure = answer.outcome == "found"
    return {
        "provider": chosen.candidate.provider,
        "ref": chosen.candidate.ref,
        "query": answer.question.words,
        "date": today.isoformat(),
        "licence": chosen.candidate.licence,
        "attribution": chosen.candidate.attribution,
        "confidence": "high" if sure else "medium" if chosen.fits else "low",
        "chosen": "only-match" if sure else "by-hand",
        "rejected": [_rejected(p) for p in answer.proposals if p is not chosen][:MOST_REJECTED],
    }


def _rejected(proposal: Proposal) -> dict[str, Any]:
    candidate = proposal.candidate
    return {
        "name": ", ".join([candidate.title, *proposal.lies_in])[:200],
        "lat": round(candidate.point.lat, 5),
        "lon": round(candidate.point.lng, 5),
        "why": {"en": proposal.why_not},
    }
