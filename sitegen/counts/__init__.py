"""What claims come to: which of them still stand, and how many people they speak of."""

from sitegen.counts.checks import Contradiction, contradictions
from sitegen.counts.figures import FIELDS, Field, Figure, figures, overlap
from sitegen.counts.ranges import Range, Sum, ranges, sums
from sitegen.counts.standing import Said, State, standing
from sitegen.counts.voices import joined, voices

__all__ = [
    "FIELDS",
    "Contradiction",
    "Field",
    "Figure",
    "Range",
    "Said",
    "State",
    "Sum",
    "contradictions",
    "figures",
    "joined",
    "overlap",
    "ranges",
    "standing",
    "sums",
    "voices",
]
