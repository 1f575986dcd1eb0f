"""Two ways in which asking can fail; that nothing is found is neither, it is an answer."""


class MisuseError(ValueError):
    """Something must be set up differently before anybody may be asked.

    `message` says what (`sitegen.problems.say`), so that it can be told in another language.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class OutageError(Exception):
    """An outside service did not answer, or refused to; the message says which and how, in its own words."""
