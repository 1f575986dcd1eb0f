"""What the method page says of the rules: each with its sentence, and the exceptions that events state."""

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.i18n import Passage
from sitegen.i18n import mark as _
from sitegen.located import Located
from sitegen.model.event import Exemption
from sitegen.pages.edition import Edition
from sitegen.rules import RULES
from sitegen.rules.told import sentence

SEVERITY: Mapping[str, str] = {
    "problem": _("stops publication"),
    "remark": _("is shown to the reviewer"),
}


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule: its id, its severity, and what it asks for, in the English of the code."""

    id: str
    severity: str
    words: Passage


def rule_rows() -> tuple[RuleRow, ...]:
    """Return every rule by id."""
    return tuple(RuleRow(id_, rule.severity, Passage(sentence(rule), "en")) for id_, rule in sorted(RULES.items()))


def exceptions(edition: Edition) -> tuple[tuple[Located, Exemption], ...]:
    """Return the exceptions in force, in the order of the events."""
    return tuple((event, exemption) for event in edition.site.events for exemption in event.event.exceptions)
