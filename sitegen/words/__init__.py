"""Names of people, and what singles one person out, in English, Russian and Ukrainian texts."""

from sitegen.words.hurry import may_name, may_single_out
from sitegen.words.morphology import available
from sitegen.words.names import NameFound, names_in
from sitegen.words.register import Register
from sitegen.words.singles import SingleFound, SingleSort, singles_in
from sitegen.words.slugs import names_in_address, names_in_slug

__all__ = [
    "NameFound",
    "Register",
    "SingleFound",
    "SingleSort",
    "available",
    "may_name",
    "may_single_out",
    "names_in",
    "names_in_address",
    "names_in_slug",
    "singles_in",
]
