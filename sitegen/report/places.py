"""Answers to the questions of the gazetteer: for a terminal, a pipe, a program."""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sitegen.problems import printable

if TYPE_CHECKING:  # geopy is not needed to say that a build went well
    from sitegen.geocode import Answer, Candidate, Proposal, Result

Line = tuple[str, str]
_LANGUAGES = ("en", "uk", "ru")
_LIES = {"inside": "inside", "unsure": "perhaps", "outside": "outside"}


def result_lines(result: "Result", *, dry_run: bool = False) -> Iterator[Line]:
    """Yield (style, line) for one question: the file that was written, or the candidates and why none was."""
    answer = result.answer
    if result.chosen and result.path:
        verb = "would be written" if dry_run else "written"
        yield "green", f"{printable(answer.question.words)}  →  {result.path} {verb}"
        yield "dim", f"  {_where(result.chosen)}; {answer.why if answer.outcome == 'found' else 'chosen'}"
        return
    mark = answer.question.marks[0]
    yield "yellow", f"{printable(answer.question.words)}  ({mark.path}:{mark.line})  {answer.outcome}: {answer.why}"
    for number, proposal in enumerate(answer.proposals, 1):
        yield "", f"  {number}  {_names(proposal.candidate)}  [{_fit(proposal)}]"
        yield "dim", f"     {_where(proposal)}{_away(proposal)}"
        yield "dim", f"     {proposal.candidate.link}"


def print_candidates(answer: "Answer") -> None:
    """Show the candidates of one question as a table, for somebody at a terminal to choose from."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(f"{printable(answer.question.words)}: {answer.why}"), title_justify="left")
    for header in ("", "name", "lies in", "km", "size", "source", "fits"):
        table.add_column(header, overflow="fold")
    for number, proposal in enumerate(answer.proposals, 1):
        table.add_row(str(number), *map(Text, _cells(proposal)))
    Console().print(table)


def _cells(proposal: "Proposal") -> tuple[str, ...]:
    candidate = proposal.candidate
    away = "" if proposal.away_km is None else f"{proposal.away_km:,.0f}"
    lies_in = printable(", ".join(proposal.lies_in))
    return _names(candidate), lies_in, away, _size(candidate), f"{candidate.provider}\n{candidate.link}", _fit(proposal)


def _names(candidate: "Candidate") -> str:
    named = [candidate.name(lang) for lang in _LANGUAGES if candidate.name(lang)]
    return printable(" · ".join(named or [candidate.title]))


def _where(proposal: "Proposal") -> str:
    candidate, lies_in = proposal.candidate, ", ".join(proposal.lies_in)
    point = f"{candidate.point.lat:.5f}, {candidate.point.lng:.5f}"
    return printable(f"{lies_in}; {point}; {_size(candidate)}; {candidate.provider}, {candidate.ref}")


def _size(candidate: "Candidate") -> str:
    return f"{candidate.precision}, {candidate.radius_km:g} km" if candidate.radius_km else candidate.precision


def _away(proposal: "Proposal") -> str:
    return "" if proposal.away_km is None else f"; {proposal.away_km:,.0f} km from the event's other places"


def _fit(proposal: "Proposal") -> str:
    return f"{'this name' if proposal.bears_name else 'another name'}, {_LIES[proposal.lies]}"


def results_summary(results: "Sequence[Result]", outage: str) -> Iterator[Line]:
    """Yield the closing lines: how many of each, and what to do next."""
    if not results and not outage:
        yield "", "Every toponym is in the gazetteer."
        return
    counts = {
        name: sum(r.path is None and r.answer.outcome == name for r in results) for name in ("ambiguous", "nothing")
    }
    written = sum(r.path is not None for r in results)
    yield "bold", f"{written} found, {counts['ambiguous']} to choose, {counts['nothing']} not found."
    if outage:
        yield "red", f"A service failed: {printable(outage)}. What was found is kept; try again later."
    elif counts["ambiguous"]:
        yield (
            "",
            "To choose: sitegen geocode at a terminal, or --only TOPONYM --choose N. Or write within: into the event.",
        )
    elif counts["nothing"]:
        yield "", "What nobody knows is written by hand, with its source: see content/README.md."


def results_json(results: "Sequence[Result]", outage: str) -> str:
    """Return `{"results": […], "outage": "…" or null}`; candidates are numbered as --choose counts them."""
    document = {"results": [_result(result) for result in results], "outage": outage or None}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _result(result: "Result") -> dict[str, Any]:
    answer = result.answer
    return {
        "toponym": answer.question.toponym,
        "within": answer.question.within,
        "asked_at": [{"path": m.path, "line": m.line, "column": m.column} for m in answer.question.marks],
        "outcome": answer.outcome,
        "why": answer.why,
        "path": result.path,
        "candidates": [_candidate(number, p, result) for number, p in enumerate(answer.proposals, 1)],
    }


def _candidate(number: int, proposal: "Proposal", result: "Result") -> dict[str, Any]:
    candidate = proposal.candidate
    return {
        "number": number,
        "chosen": proposal is result.chosen,
        "name": {lang: candidate.name(lang) for lang in _LANGUAGES if candidate.name(lang)},
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
