"""Plain sentences: English templates that a catalogue can translate, and the names they take."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.model.fields import Text
from sitegen.verdict.records import Level

LABELS: Mapping[Level, str] = {
    "withdrawn": "withdrawn",
    "refuted": "taken back",
    "unconfirmed": "unconfirmed",
    "one-source": "one source",
    "one-side": "several sources, one side",
    "both-sides": "both sides",
    "independent": "independent sources",
}
DISPUTED = "disputed"

# No template counts: "several" and a list of names need no plural forms in any language.
TEMPLATES: Mapping[str, str] = {
    "withdrawn": "This entry has been withdrawn",
    "refuted": "Nobody says so any more; it was taken back by %(names)s",
    "independent": "Sources that stand with no side agree: %(names)s",
    "independent-party": "One side and others that stand with no side agree: %(names)s",
    "independent-parties": "Both sides and others that stand with no side agree: %(names)s",
    "both-sides": "Both sides say so: %(names)s",
    "several-sides": "Several sides say so: %(names)s",
    "one-side": "Several sources, one side: %(names)s",
    "one-source": "One source: %(names)s",
    "mediators": "Only from the mediation: %(names)s",
    "publishers": "Reported by %(names)s; nobody is named as saying so",
    "channels": "Only unnamed channels say so: %(names)s",
    "nobody": "Nobody is on record as saying so",
    "also-mediators": "the mediation confirms it: %(names)s",
    "also-channels": "unnamed channels say so as well: %(names)s",
    "also-taken-back": "taken back by %(names)s",
    "denied": "denied by %(names)s",
    "given-up": "no longer denied by %(names)s",
    "numbers-meet": "the parties' numbers meet: %(names)s",
    "numbers-apart": "the parties' numbers cannot both be true: %(names)s",
    "speaker": "%(name)s (%(side)s, %(claims)s)",
    "no-side": "%(name)s (%(claims)s)",
    "joint": "%(first)s; %(second)s",
    "stop": "%(sentence)s.",
}


_Translate = Callable[[str], str]
_Words = Callable[[Text], str]
_Listing = Callable[[Sequence[str]], str]


@dataclass(frozen=True, slots=True)
class Named:
    """Someone a sentence names: speakers of one origin (or a publisher), their side and their claims' ids."""

    names: tuple[Text, ...]
    side: Text | None = None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A clause (`template` is a key of TEMPLATES) with the names it takes, and the clauses that follow it."""

    template: str
    names: tuple[Named, ...] = ()
    then: tuple["Sentence", ...] = ()

    def say(
        self,
        translate: _Translate,
        words: _Words,
        listing: _Listing = ", ".join,
    ) -> str:
        """Return the whole sentence as plain text (not HTML).

        `translate` gives a template in the reader's language, `words` a name in it, `listing` joins names.
        """
        sentence = self._clause(translate, words, listing)
        for clause in self.then:
            second = clause._clause(translate, words, listing)
            sentence = translate(TEMPLATES["joint"]) % {"first": sentence, "second": second}
        return translate(TEMPLATES["stop"]) % {"sentence": sentence}

    def _clause(self, translate: _Translate, words: _Words, listing: _Listing) -> str:
        names = [_name(named, translate, words) for named in self.names]
        return translate(TEMPLATES[self.template]) % {"names": listing(names)}

    def __str__(self) -> str:
        return self.say(str, lambda text: text.get("en", "en")[0])


def _name(named: Named, translate: _Translate, words: _Words) -> str:
    # A slash, not a comma: a body and its head are one origin.
    name = " / ".join(words(text) for text in named.names)
    if not named.claims:
        return name
    side = words(named.side) if named.side else ""
    template = TEMPLATES["speaker" if side else "no-side"]
    return translate(template) % {"name": name, "side": side, "claims": ", ".join(named.claims)}
