"""A rule for whoever ran into it: what it says and why, what breaks it, what keeps it."""

from collections.abc import Iterator, Mapping

from sitegen.i18n import Translator
from sitegen.i18n import mark as _
from sitegen.report.spoken import ENGLISH
from sitegen.rules import Rule
from sitegen.rules.told import numbers, paragraphs, sentence

SEVERITIES: Mapping[str, str] = {
    "problem": _("a problem: nothing is published until it is mended"),
    "remark": _("a remark: for the reviewer, it stops nothing"),
}


def rule_lines(rule: Rule, t: Translator = ENGLISH) -> Iterator[tuple[str, str]]:
    """Yield (style, line): the rule, its severity, whether an event may state an exception, and both examples."""
    yield "bold", rule.id
    yield "dim", "  ".join(filter(None, (t.gettext(SEVERITIES[rule.severity]), numbers(rule))))
    for paragraph in paragraphs(rule):
        yield "", ""
        yield "", paragraph
    for title, example in ((_("What it finds"), rule.bad), (_("What it lets pass"), rule.good)):
        if example.strip():
            yield "", ""
            yield "bold", t.gettext(title)
            for line in example.strip("\n").splitlines():
                yield "", f"  {line}"
    yield "", ""
    excused = _("Where it rightly does not hold, the event says so under exceptions: rule, why, and by which role.")
    yield "dim", t.gettext(excused if rule.excusable else _("There is no exception to it."))


def rules_list(rules: Mapping[str, Rule], t: Translator = ENGLISH) -> Iterator[tuple[str, str]]:
    """Yield (style, line): every rule by id with its sentence, then how to read more."""
    width = max(map(len, rules), default=0)
    for id_, rule in sorted(rules.items()):
        yield "yellow" if rule.severity == "remark" else "red", f"{id_.ljust(width)}  {sentence(rule)}"
    yield "", ""
    yield "", t.gettext("Why, and an example: sitegen explain RULE")
