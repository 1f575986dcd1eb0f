"""The interface in a reader's language: catalogues, dates, numbers, plurals, and which words fell back."""

from sitegen.i18n.catalogues import CATALOGUES, spoken
from sitegen.i18n.dates import language_of
from sitegen.i18n.translator import Passage, Translator, mark

__all__ = ["CATALOGUES", "Passage", "Translator", "language_of", "mark", "spoken"]
