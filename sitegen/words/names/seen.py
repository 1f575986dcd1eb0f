"""A capitalised word of a text: how it looks, and whether it belongs to something that may be named."""

from functools import cache
from typing import NamedTuple

from sitegen.words.lists import listed
from sitegen.words.names import cyrillic, latin
from sitegen.words.names.looks import NOTHING, Look
from sitegen.words.tokens import Token


class Seen(NamedTuple):
    """A word of the text, how it looks, and whether it belongs to something that may be named."""

    token: Token
    look: Look
    allowed: bool


def look(token: Token) -> Look:
    """Return how a capitalised word looks; a word in small letters, or in capitals only as an acronym is, nothing."""
    if not token.capital or token.initial or len(token.text) < 2:
        return NOTHING
    if token.text.isupper() and len(token.text) < 5:
        return NOTHING
    return cyrillic.look(token.lower) if token.cyrillic else latin.look(token.lower)


@cache
def cues(group: str) -> frozenset[str]:
    """Return a group of the list of what stands beside a name."""
    return frozenset(listed("cues").get(group, ()))
