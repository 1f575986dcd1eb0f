"""Answers to the questions of the gazetteer: for a terminal and for a pipe."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sitegen.i18n import Translator
from sitegen.problems import printable
from sitegen.report.spoken import ENGLISH

if TYPE_CHECKING:  # geopy is not needed to say that a build went well
    from sitegen.geocode import Answer, Candidate, Proposal, Result

Line = tuple[str, str]
LANGUAGES = ("en", "uk", "ru")


def result_lines(result: "Result", t: Translator = ENGLISH, *, dry_run: bool = False) -> Iterator[Line]:
    """Yield (style, line) for one question: the file that was written, or the candidates and why none was."""
    answer, words = result.answer, printable(result.answer.question.words)
    if result.chosen and result.path:
        said = t.gettext("%(path)s would be written") if dry_run else t.gettext("%(path)s written")
        yield "green", f"{words}  →  {said % {'path': result.path}}"
        why = t.said(answer.why) if answer.outcome == "found" else t.gettext("chosen")
        yield "dim", f"  {_where(result.chosen)}; {why}"
        return
    mark, outcome = answer.question.marks[0], _outcomes(t)[answer.outcome]
    yield "yellow", f"{words}  ({mark.path}:{mark.line})  {outcome}: {t.said(answer.why)}"
    for number, proposal in enumerate(answer.proposals, 1):
        yield "", f"  {number}  {_names(proposal.candidate)}  [{_fit(proposal, t)}]"
        yield "dim", f"     {_where(proposal)}{_away(proposal, t)}"
        yield "dim", f"     {proposal.candidate.link}"


def _outcomes(t: Translator) -> dict[str, str]:
    return {
        "found": t.gettext("found"),
        "ambiguous": t.gettext("to choose"),
        "nothing": t.gettext("not found"),
        "outage": t.gettext("no answer"),
    }


def print_candidates(answer: "Answer", t: Translator = ENGLISH) -> None:
    """Show the candidates of one question as a table, for somebody at a terminal to choose from."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(f"{printable(answer.question.words)}: {t.said(answer.why)}"), title_justify="left")
    for header in ("", *_headers(t)):
        table.add_column(header, overflow="fold")
    for number, proposal in enumerate(answer.proposals, 1):
        table.add_row(str(number), *map(Text, _cells(proposal, t)))
    Console().print(table)


def _headers(t: Translator) -> tuple[str, ...]:
    name, lies_in, size = t.gettext("name"), t.gettext("lies in"), t.gettext("size")
    return name, lies_in, t.gettext("km"), size, t.gettext("provider"), t.gettext("fits")


def _cells(proposal: "Proposal", t: Translator) -> tuple[str, ...]:
    candidate = proposal.candidate
    away = "" if proposal.away_km is None else t.number(round(proposal.away_km))
    lies_in = printable(", ".join(proposal.lies_in))
    source = f"{candidate.provider}\n{candidate.link}"
    return _names(candidate), lies_in, away, _size(candidate), source, _fit(proposal, t)


def _names(candidate: "Candidate") -> str:
    named = [candidate.name(lang) for lang in LANGUAGES if candidate.name(lang)]
    return printable(" · ".join(named or [candidate.title]))


def _where(proposal: "Proposal") -> str:
    candidate, lies_in = proposal.candidate, ", ".join(proposal.lies_in)
    point = f"{candidate.point.lat:.5f}, {candidate.point.lng:.5f}"
    return printable(f"{lies_in}; {point}; {_size(candidate)}; {candidate.provider}, {candidate.ref}")


def _size(candidate: "Candidate") -> str:
    """Return the precision as the place file will have it, with the radius."""
    return f"{candidate.precision}, {candidate.radius_km:g} km" if candidate.radius_km else candidate.precision


def _away(proposal: "Proposal", t: Translator) -> str:
    if proposal.away_km is None:
        return ""
    said = t.gettext("%(km)s km from the event's other places") % {"km": t.number(round(proposal.away_km))}
    return f"; {said}"


def _fit(proposal: "Proposal", t: Translator) -> str:
    name = t.gettext("this name") if proposal.bears_name else t.gettext("another name")
    lies = {"inside": t.gettext("inside"), "unsure": t.gettext("perhaps inside"), "outside": t.gettext("outside")}
    return f"{name}, {lies[proposal.lies]}"


def results_summary(results: "Sequence[Result]", outage: str, t: Translator = ENGLISH) -> Iterator[Line]:
    """Yield the closing lines: how many of each, and what to do next."""
    if not results and not outage:
        yield "", t.gettext("Every toponym is in the gazetteer.")
        return
    open_ = [result.answer.outcome for result in results if result.path is None]
    counts = {name: t.number(open_.count(name)) for name in ("ambiguous", "nothing")}
    written = t.number(len(results) - len(open_))
    yield (
        "bold",
        t.gettext("%(written)s found, %(ambiguous)s to choose, %(nothing)s not found.")
        % {"written": written, **counts},
    )
    if outage:
        said = t.gettext("A service failed: %(outage)s. What was found is kept; try again later.")
        yield "red", said % {"outage": printable(outage)}
    elif "ambiguous" in open_:
        yield (
            "",
            t.gettext(
                "To choose: sitegen geocode at a terminal, or --only TOPONYM --choose N. "
                "Or write within: into the event."
            ),
        )
    elif "nothing" in open_:
        yield "", t.gettext("What nobody knows is written by hand, with its source: see content/README.md.")
