"""A rule's docstring, taken apart: its sentence, its reasons, its numbers in the list of harms."""

import re

from sitegen.rules.registry import Rule

_NUMBERS = re.compile(r"\s*\(((?:DNH-\d+(?:, | and )?)+)\)\s*$")


def paragraphs(rule: Rule) -> list[str]:
    """Return the paragraphs of the rule, each on one line, without the numbers at its end."""
    words = _NUMBERS.sub("", rule.words)
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", words) if part.strip()]


def sentence(rule: Rule) -> str:
    """Return the rule itself, without its reasons."""
    return next(iter(paragraphs(rule)), "")


def numbers(rule: Rule) -> str:
    """Return the numbers of the harms it keeps off, such as "DNH-01", or nothing."""
    found = _NUMBERS.search(rule.words)
    return found[1] if found else ""
