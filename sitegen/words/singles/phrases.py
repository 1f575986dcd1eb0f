"""Who a word speaks of: the nearest person, one or several; the noun that an adjective belongs to."""

from sitegen.words.morphology import available, known
from sitegen.words.singles.clauses import Clause, Word, group, lower, who

_ADJECTIVES = (
    "ый",
    "ий",
    "ой",
    "ая",
    "яя",
    "ого",
    "его",
    "ому",
    "ему",
    "ую",
    "юю",
    "им",
    "ым",
    "ій",
    "ої",
    "ська",
    "на",
)


def one_before(clause: Clause, index: int, reach: int = 30) -> bool | None:
    """Tell whether the nearest word for people before `index` means one (True) or several (False); None without any."""
    for at in range(index - 1, max(0, index - reach) - 1, -1):
        word = clause[at]
        if word.who.several or word.lower in group("they"):
            return _one_out_of(clause, at)
        if word.who.one or word.lower in group("he"):
            return True
    return None


def _one_out_of(clause: Clause, index: int) -> bool:
    """Tell whether "one of" stands before a word for several people."""
    return any(
        lower(clause, at) in group("one-of") and lower(clause, at + 1) in {"of", "из", "із", "з"}
        for at in range(max(0, index - 4), index)
    )


def single(clause: Clause, index: int) -> bool:
    """Tell whether the word at `index` may stand for one person: "girl", "одному из вернувшихся"."""
    person_there = who(clause, index)
    return person_there.one or (person_there.several and _one_out_of(clause, index))


def heads(clause: Clause, index: int, reach: int = 4) -> bool:
    """Tell whether an adjective that ends before `index` describes one person.

    True where the noun that follows is one person or a name, or where none follows ("a 12-year-old was"); False
    where it is a thing or several people.
    """
    last: bool | None = None
    for at in range(index, min(len(clause), index + reach)):
        verdict = _head(clause, at)
        if verdict is None:
            break
        last = verdict == "one" if verdict in {"one", "other"} else last
        if verdict == "one":
            break
        if verdict == "other" and not clause[at].lower.isascii():
            break
    return True if last is None else last


def _head(clause: Clause, at: int) -> str | None:
    """Say what the word at `at` adds to a noun phrase: "one" person, "other" noun, "more" to come, None: its end."""
    word = clause[at]
    if word.who.several and not word.who.one:
        return "other"
    if word.who.one:
        return "one"
    if word.sign or word.lower.isdecimal() or word.lower in group("function") | group("link"):
        return None
    if word.lower in group("adjective") or (word.lower.isascii() and word.lower.endswith("ed")):
        return "more"
    if word.lower.isascii():
        return _english_head(word)
    return _slavic_head(word)


def _english_head(word: Word) -> str:
    if word.text[0].isupper():
        return "one"
    agent = word.lower.endswith(("ist", "ee", "ian", "man", "woman", "nurse")) and word.lower not in group("thing")
    return "one" if agent else "other"


def _slavic_head(word: Word) -> str | None:
    if word.text[0].isupper():
        return "one"
    if not available():
        return "other"
    nouns = [reading for reading in known(word.lower) if reading.noun]
    others = [reading for reading in known(word.lower) if not reading.noun]
    things = {reading.lemma for reading in nouns if not reading.animate}
    if any(r.animate and r.sort == "ordinary" and r.lemma not in things for r in nouns):
        return "one"
    if nouns and not others:
        return "other"
    return "more" if word.lower.endswith(_ADJECTIVES) else None
