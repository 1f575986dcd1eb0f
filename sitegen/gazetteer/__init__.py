"""Toponym → place: exact and listed spellings first, then folded and romanised ones; suggestions for the unknown."""

from sitegen.gazetteer.lookup import Ambiguous, Entry, Gazetteer, Unknown, spellings
from sitegen.gazetteer.romanise import romanised
from sitegen.gazetteer.spelling import CARONS, FOLDS, fold, letters, nearest, plain, slug, suggestion

__all__ = [
    "CARONS",
    "FOLDS",
    "Ambiguous",
    "Entry",
    "Gazetteer",
    "Unknown",
    "fold",
    "letters",
    "nearest",
    "plain",
    "romanised",
    "slug",
    "spellings",
    "suggestion",
]
