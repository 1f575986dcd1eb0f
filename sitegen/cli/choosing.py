"""Who decides which of several places is meant: the person at the terminal, a number given, nobody."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from sitegen.problems import quoted

if TYPE_CHECKING:
    from sitegen.geocode import Answer, Proposal, Question
    from sitegen.i18n import Translator


def wanted(questions: "list[Question]", only: tuple[str, ...], choose: int | None, t: "Translator") -> "list[Question]":
    """Return the questions to ask; raise UsageError where `only` names none, or `choose` would answer several."""
    found = [q for q in questions if not only or q.toponym in only]
    if unknown := set(only) - {q.toponym for q in questions}:
        raise click.UsageError(t.gettext("no open question is called %(name)s") % {"name": quoted(min(unknown))})
    if choose and len(found) != 1:
        said = t.gettext("--choose answers one question; open are %(count)s: name one with --only")
        raise click.UsageError(said % {"count": t.number(len(found))})
    return found


def chooser(choose: int | None, t: "Translator", *, asks: bool) -> "Callable[[Answer], Proposal | None]":
    """Return who decides where the rules do not: the number given, the person at the terminal, nobody."""

    def given(answer: "Answer") -> "Proposal | None":
        if choose and choose > len(answer.proposals):
            said = t.gettext("candidates run from 1 to %(last)s; there is no number %(number)s")
            raise click.UsageError(said % {"last": t.number(len(answer.proposals)), "number": t.number(choose)})
        return answer.proposals[choose - 1] if choose else None

    def asked(answer: "Answer") -> "Proposal | None":
        from sitegen import report

        report.print_candidates(answer, t)
        asked_for = t.gettext("Which one is meant? 0: none of them")
        number = click.prompt(asked_for, type=click.IntRange(0, len(answer.proposals)))
        return answer.proposals[number - 1] if number else None

    return asked if asks and not choose else given
