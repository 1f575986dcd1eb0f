"""Answers to the questions of the gazetteer, for a program."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sitegen.i18n import Translator
from sitegen.report.places import LANGUAGES
from sitegen.report.spoken import ENGLISH

if TYPE_CHECKING:
    from sitegen.geocode import Proposal, Result


def results_json(results: "Sequence[Result]", outage: str, t: Translator = ENGLISH) -> str:
    """Return `{"results": […], "outage": "…" or null}`; candidates are numbered as --choose counts them."""
    document = {"results": [_result(result, t) for result in results], "outage": outage or None}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _result(result: "Result", t: Translator) -> dict[str, Any]:
    answer = result.answer
    return {
        "toponym": answer.question.toponym,
        "within": answer.question.within,
        "asked_at": [{"path": m.path, "line": m.line, "column": m.column} for m in answer.question.marks],
        "outcome": answer.outcome,
        "why": t.said(answer.why),
        "path": result.path,
        "candidates": [_candidate(number, p, result) for number, p in enumerate(answer.proposals, 1)],
    }


def _candidate(number: int, proposal: "Proposal", result: "Result") -> dict[str, Any]:
    candidate = proposal.candidate
    return {
        "number": number,
        "chosen": proposal is result.chosen,
        "name": {lang: candidate.name(lang) for lang in LANGUAGES if candidate.name(lang)},
        "hierarchy": list(proposal.lies_in),
        "country": candidate.country or None,
        "lat": round(candidate.point.lat, 5),
        "lon": round(candidate.point.lng, 5),
        "precision": candidate.precision,
        "radius_km": candidate.radius_km,
        "same_name": proposal.bears_name,
        "lies": proposal.lies,
        "km_from_others": None if proposal.away_km is None else round(proposal.away_km, 1),
        "provider": candidate.provider,
        "ref": candidate.ref,
        "link": candidate.link,
    }
