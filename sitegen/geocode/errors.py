"""Two ways in which asking can fail; that nothing is found is neither, it is an answer."""


class MisuseError(ValueError):
    """Something must be set up differently before anybody may be asked; the message says what."""


class OutageError(Exception):
    """An outside service did not answer, or refused to; the message says which and how."""
