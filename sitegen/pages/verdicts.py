"""A verdict in words, with links to the claims that it names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest

from markupsafe import Markup, escape

from sitegen.model.event import Claim
from sitegen.pages.edition import Edition
from sitegen.verdict import LABELS, Verdict, explain


@dataclass(frozen=True, slots=True)
class RowVerdict:
    """A verdict in words: its label, whether it is disputed, and the rest of the sentence, its claims linked."""

    label: str
    disputed: bool
    rest: Markup


def row_verdict(verdict: Verdict, claims: Iterable[Claim], edition: Edition) -> RowVerdict:
    """Explain a verdict on a page that has an anchor for each claim, as #claim-c1."""
    sentence = explain(verdict, edition.site.speakers, edition.site.sides)
    words = sentence.say(edition.t.gettext, edition.plain, edition.t.join)
    label = edition.t.gettext(LABELS[verdict.level])
    repeated = words.casefold().startswith(label.casefold() + ":")
    rest = words[len(label) :] if repeated else f". {words}"
    return RowVerdict(label, verdict.disputed, _linked(rest, claims))


def _linked(sentence: str, claims: Iterable[Claim]) -> Markup:
    """Link the ids of claims, which a verdict's sentence gives in brackets: "(Russia, c1, c2)"."""
    ids = "|".join(re.escape(claim.id) for claim in claims)
    parts = re.split(rf"(?<=[ (])({ids})(?=[,)])", sentence) if ids else [sentence]
    links = (Markup('<a href="#claim-{0}">{0}</a>').format(id_) for id_ in parts[1::2])
    pieces = [piece for pair in zip_longest(map(escape, parts[::2]), links, fillvalue=Markup()) for piece in pair]
    return Markup().join(pieces)
