"""The rules in words: explain."""

import click

from sitegen.cli.options import lang_option, translator


@click.command()
@click.argument("rule", required=False)
@lang_option
def explain(rule: str | None, lang: str | None) -> None:
    """Say what RULE asks for, why it is there, and show an example that breaks it and one that keeps it.

    Without RULE, list them all. The name of a rule stands at the end of each line that `sitegen check` prints.
    """
    from sitegen import report
    from sitegen.gazetteer import suggestion
    from sitegen.rules import RULES

    t = translator(lang)
    if rule is None:
        report.print_text(report.rules_list(RULES, t))
    elif rule in RULES:
        report.print_text(report.rule_lines(RULES[rule], t))
    else:
        near = t.said(suggestion(rule, RULES)) or t.gettext("sitegen explain lists them all")
        raise click.UsageError(t.gettext('there is no rule "%(name)s"; %(near)s') % {"name": rule, "near": near})
