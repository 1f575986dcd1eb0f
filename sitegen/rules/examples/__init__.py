"""A bad and a good example of each rule on form and reference; those of the others stand beside their rules."""

from collections.abc import Mapping

from sitegen.rules.examples import gazetteer, record, references
from sitegen.rules.examples.example import Example

__all__ = ["EXAMPLES", "Example"]

EXAMPLES: Mapping[str, Example] = {**references.EXAMPLES, **record.EXAMPLES, **gazetteer.EXAMPLES}
