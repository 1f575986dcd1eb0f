"""The one command that may use the network."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.choosing import chooser, wanted
from sitegen.cli.options import (
    FINE,
    MISUSE,
    OUTAGE,
    PROBLEMS,
    STOPPED,
    content_argument,
    lang_option,
    translator,
)

if TYPE_CHECKING:
    from sitegen.geocode import Answer, Proposal, Question, Session
    from sitegen.i18n import Translator


@click.command()
@content_argument
@click.option("--provider", help="Ask this geocoder of geopy's instead of site.yaml's; geonames: ask no network.")
@click.option("--only", multiple=True, metavar="TOPONYM", help="Ask for this toponym only; may be given again.")
@click.option("--choose", type=click.IntRange(min=1), metavar="N", help="Take candidate N of the one open question.")
@click.option("--yes", is_flag=True, help="Ask nobody: write what is sure, and with --refresh every change.")
@click.option("--dry-run", is_flag=True, help="Write nothing.")
@click.option("--refresh", is_flag=True, help="Show what moved or was renamed since the places were found.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@lang_option
def geocode(
    content: Path,
    provider: str | None,
    only: tuple[str, ...],
    choose: int | None,
    yes: bool,
    dry_run: bool,
    refresh: bool,
    format_: str,
    lang: str | None,
) -> None:
    """Find places for the toponyms in CONTENT (default: ./content) that the gazetteer lacks.

    Asked are, in this order, GeoNames (offline, if the extra [geonames] is installed) and the geocoder that
    site.yaml names (Nominatim if it names none). Exactly one place of exactly this name inside the stated
    containing place (within:) is written to places/; of anything else the candidates are shown, and you choose.
    Nothing that is there is ever overwritten. Requests keep the services' rules: one a second on the whole
    machine, answers kept for 30 days, so that a run that was stopped goes on where it stood.

    \b
    Exit status: 0 nothing is open, 1 a question is open, 2 misuse, 3 a service failed (what was found is kept).
    """  # noqa: D301 - click wants the control character
    from sitegen.geocode import MisuseError, OutageError, open_session

    t = translator(lang)
    asks = not yes and format_ == "text" and sys.stdin.isatty() and sys.stdout.isatty()
    try:
        today = datetime.now(UTC).date()
        session = open_session(content, today, provider, fresh=refresh, dry_run=dry_run)
        if refresh:
            sys.exit(_refresh(session, format_, t, yes=yes, asks=asks))
        questions = wanted(session.questions(), only, choose, t)
        sys.exit(_answer(session, questions, chooser(choose, t, asks=asks), format_, t))
    except MisuseError as error:
        click.echo(t.said(error.message), err=True)
        sys.exit(MISUSE)
    except OutageError as error:
        click.echo(t.gettext("%(error)s. Try again later.") % {"error": error}, err=True)
        sys.exit(OUTAGE)
    except KeyboardInterrupt:
        click.echo(t.gettext("Stopped. What was found is kept; the same command goes on from here."), err=True)
        sys.exit(STOPPED)


def _answer(
    session: "Session",
    questions: "list[Question]",
    choose: "Callable[[Answer], Proposal | None]",
    format_: str,
    t: "Translator",
) -> int:
    from sitegen import report

    results = []
    for result in session.run(questions, choose, _progress(t)):
        results.append(result)
        if format_ == "text":
            report.print_text(report.result_lines(result, t, dry_run=session.dry_run))
    if format_ == "json":
        click.echo(report.results_json(results, session.outage, t), nl=False)
    else:
        report.print_text(report.results_summary(results, session.outage, t))
    if session.outage:
        return OUTAGE
    return FINE if all(result.path for result in results) else PROBLEMS


def _progress(t: "Translator") -> "Callable[[str], None]":
    """Return who says what is going on: on a terminal only."""

    def tell(line: str) -> None:
        if sys.stderr.isatty():
            click.echo(t.said(line), err=True)

    return tell


def _refresh(session: "Session", format_: str, t: "Translator", *, yes: bool, asks: bool) -> int:
    from sitegen import report
    from sitegen.geocode import drifts

    found = []
    for drift in drifts(session, _progress(t)):
        found.append(drift)
        if format_ == "text":
            report.print_text(report.drift_lines(drift, t))
        changes = drift.now != drift.was and not session.dry_run
        if changes and (yes or (asks and click.confirm(t.gettext("Write this change?")))):
            drift.write(session.root)
    click.echo(
        report.drifts_json(found) if format_ == "json" else report.drifts_summary(found, t), nl=format_ == "text"
    )
    return FINE
