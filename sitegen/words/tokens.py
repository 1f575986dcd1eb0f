"""A text as words: where sentences begin, what stands between two words, which word could be a name."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.words.lists import listed

# Stress marks, soft hyphens and blanks of no width hide a name from a dictionary and not from a reader.
_HIDDEN = dict.fromkeys(map(ord, "\u0300\u0301\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_SIGNS = str.maketrans(dict.fromkeys("’ʼ‘`´ʹ", "'") | dict.fromkeys("\u2010\u2011", "-"))
_LOOKALIKES = str.maketrans("aceopxyiABCEHKMOPTXI", "асеорхуіАВСЕНКМОРТХІ")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*\.?|\d+(?:[.,]\d+)*|[^\w\s]|_")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_LATIN = re.compile(r"[A-Za-z]")
_ENDS = frozenset('.!?…:;«»"“”„•()[]—–|')
# After these a capital does mean something; after other short words it may begin a sentence.
_ABBREVIATED = frozenset(listed("cues")["abbreviation"])


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign.

    `first` tells that a sentence or a quotation begins with it, so that a capital means nothing; `quoted` that it
    stands in quotation marks.
    """

    text: str
    first: bool
    quoted: bool

    @property
    def lower(self) -> str:
        """The word in small letters."""
        return self.text.lower()

    @property
    def initial(self) -> bool:
        """Whether it is a single capital with a full stop."""
        return len(self.text) == 2 and self.text[0].isupper() and self.text[1] == "."

    @property
    def word(self) -> bool:
        """Whether it is a word."""
        return self.text[0].isalpha()

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital."""
        return self.text[0].isupper()

    @property
    def cyrillic(self) -> bool:
        """Whether it is written in Cyrillic letters."""
        return bool(_CYRILLIC.search(self.text))


def normal(text: str) -> str:
    """Return the text without what cannot be seen, with one kind of apostrophe."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", text).translate(_HIDDEN)
    return unicodedata.normalize("NFC", apart).translate(_SIGNS)


def tokens(text: str) -> tuple[Token, ...]:
    """Split a text into words, numbers and signs, in the order of the text."""
    return tuple(_tokens(normal(text)))


def _tokens(text: str) -> Iterator[Token]:
    first, opened = True, ""
    for match in _WORD.finditer(text):
        word = match[0]
        if word[0].isalpha():
            full, stop = _split_stop(word)
            yield Token(one_script(full), first, bool(opened))
            first = stop
            if stop:
                yield Token(".", False, bool(opened))
        else:
            opened = _quotation(word, opened)
            yield Token(word, False, bool(opened))
            first = first or word in _ENDS


def _quotation(sign: str, opened: str) -> str:
    if sign in "«“„" or (sign == '"' and not opened):
        return sign
    return "" if sign in '»”"' else opened


def _split_stop(word: str) -> tuple[str, bool]:
    """Leave the full stop with an abbreviation ("Т.", "им.", "St."), take it off the last word of a sentence."""
    if not word.endswith("."):
        return word, False
    if len(word) == 2 and word[0].isupper():
        return word, False
    return word[:-1], word[:-1].lower() not in _ABBREVIATED


def one_script(word: str) -> str:
    """Read Latin letters amid Cyrillic ones as what they look like."""
    if _CYRILLIC.search(word) and _LATIN.search(word):
        return word.translate(_LOOKALIKES)
    return word
