"""How well each row of an event is confirmed: computed from its claims, never typed."""

from sitegen.verdict.explain import explain
from sitegen.verdict.judge import judge
from sitegen.verdict.numbers import Numbers
from sitegen.verdict.records import LEVELS, Level, Origin, Verdict, Verdicts
from sitegen.verdict.sentences import DISPUTED, LABELS, TEMPLATES, Named, Sentence

__all__ = [
    "DISPUTED",
    "LABELS",
    "LEVELS",
    "TEMPLATES",
    "Level",
    "Named",
    "Numbers",
    "Origin",
    "Sentence",
    "Verdict",
    "Verdicts",
    "explain",
    "judge",
]
