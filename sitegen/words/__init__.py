"""Names of people, and what singles one person out, in English, Russian and Ukrainian texts."""

from sitegen.words.hurry import may_name, may_single_out
from sitegen.words.morphology import available
from sitegen.words.names.found import NameFound, names_in
from sitegen.words.names.register import Register
from sitegen.words.names.slugs import names_in_address, names_in_slug
from sitegen.words.singles.found import SingleFound, SingleSort, singles_in

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
