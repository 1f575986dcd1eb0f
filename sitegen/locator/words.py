"""What a drawing needs to speak: the part of a translator that the locator uses."""

from typing import Protocol

from sitegen.dates import Span
from sitegen.model.fields import Text


class Words(Protocol):
    """The interface in one language; `sitegen.i18n.Translator` is one."""

    @property
    def lang(self) -> str:
        """The language's code."""

    def gettext(self, msgid: str) -> str:
        """Return the words for an English message."""

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Return the form of an English message that goes with `n`."""

    def text(self, text: Text) -> tuple[str, str]:
        """Return a contributor's words and the language they are in."""

    def number(self, n: int) -> str:
        """Write a whole number."""

    def date(self, span: Span) -> str:
        """Write a span as finely as it was written."""
