"""Findings in the language of whoever reads the report."""

from sitegen.i18n import Translator
from sitegen.problems import Findings

ENGLISH = Translator("en")


def in_language(findings: Findings, t: Translator) -> Findings:
    """Return the findings with message and hint in another language; rule ids and the order stay."""
    told = (p._replace(message=t.said(p.message), hint=t.said(p.hint)) for p in findings.all)
    return findings if t.lang == "en" else Findings(tuple(told))


def summary(findings: Findings, t: Translator = ENGLISH) -> str:
    """Return a sentence such as '2 problems and 1 remark in 1 file.'."""
    if not findings.all:
        return t.gettext("No problems.")
    problems, remarks = len(findings.problems), len(findings.remarks)
    counts = [t.ngettext("%(count)s problem", "%(count)s problems", problems) % {"count": t.number(problems)}]
    counts += [t.ngettext("%(count)s remark", "%(count)s remarks", remarks) % {"count": t.number(remarks)}]
    said = [words for words, n in zip(counts, (problems, remarks), strict=True) if n]
    both = t.gettext("%(words)s and %(last)s") % {"words": said[0], "last": said[-1]}
    files = len({p.mark.path for p in findings.all})
    where = t.ngettext("in %(count)s file", "in %(count)s files", files) % {"count": t.number(files)}
    return f"{both if len(said) > 1 else said[0]} {where}."
