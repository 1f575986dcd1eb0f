"""What an example is."""

from typing import NamedTuple


class Example(NamedTuple):
    """YAML that the rule tells of, and YAML that it does not.

    Fields laid over a valid record (`tests/test_rules_examples.py` does it): a blank field is left out of the record,
    and a key that is a file's path lays its fields over that file.
    """

    bad: str
    good: str
