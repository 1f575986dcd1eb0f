"""Press claims that only reprints carry: an outlet that relays makes no claim of its own."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from sitegen.counts import joined, voices
from sitegen.model.event import Claim, Source
from sitegen.model.site import Speaker
from sitegen.verdict.reprints import copies, plain, reached

_OUTLET = "outlet:"  # no id holds a colon: an outlet that no register knows never meets a speaker's id


def unregistered(name: str) -> bool:
    """Return whether a name is that of an outlet which is no registered speaker."""
    return name.startswith(_OUTLET)


class Register:
    """Speakers by their names, spellings and ids."""

    def __init__(self, speakers: Mapping[str, Speaker]) -> None:
        self.speakers = speakers
        self._ids = {plain(key): key for key in sorted(speakers)}
        for key in sorted(speakers):
            for name in (*(words for _, words in speakers[key].name.values), *speakers[key].spellings):
                self._ids.setdefault(plain(name), key)

    def name(self, publisher: str) -> str:
        """Return the speaker's id that a publisher's name belongs to, else a name of its own."""
        return self._ids.get(plain(publisher), _OUTLET + plain(publisher))


@dataclass(frozen=True, slots=True)
class Relays:
    """What the relayed claims of a row come to.

    `dropped` are claim ids that add nothing. `behind` gives for each other relayed claim a name of the text that it
    copies, and `texts` the names that stand for one text: speakers' ids where the register knows them.
    """

    dropped: frozenset[str] = frozenset()
    behind: Mapping[str, str] = field(default_factory=dict)
    texts: Collection[Collection[str]] = ()


def relays(claims: Collection[Claim], press: Collection[str], sources: Iterable[Source], register: Register) -> Relays:
    """Follow those of a row's assertions which `press` (speakers' ids) makes and only reprints of others carry.

    All names that chains of reprints join stand for one text. A claim that copies it adds nothing where one of the
    names speaks for itself in the row, or carries what another speaker says for themselves. Else the claims that copy
    it are one, the word of whoever stands at the end.
    """
    pages = {page.id: page for page in sources}
    carried = {claim.id: [pages[key] for key in claim.sources if key in pages] for claim in claims}
    starts = {c.id: found for c in claims if c.by in press and (found := _copied(carried[c.id], c.by, register))}
    steps = copies(pages.values(), register.name)
    for claim in claims:
        steps[claim.by] = steps.get(claim.by, set()) | starts.get(claim.id, set())
    texts = _texts(starts.values(), steps)
    own = [claim for claim in claims if claim.id not in starts]
    names = {name for c in own for page in carried[c.id] for name in (page.publisher, page.republishes) if name}
    taken = {claim.by for claim in own} | reached(map(register.name, names), steps)
    told = _told(texts, taken, register.speakers)
    behind = {key: texts[min(found)] for key, found in starts.items()}
    dropped = frozenset(key for key, text in behind.items() if text in told)
    return Relays(
        dropped,
        {key: text for key, text in behind.items() if key not in dropped},
        _groups({name: text for name, text in texts.items() if text not in told}),
    )


def _texts(starts: Collection[set[str]], steps: Mapping[str, set[str]]) -> dict[str, str]:
    """Return for every name on a chain of reprints the one that its text goes by."""
    found = reached(set().union(*starts), steps)
    return joined([*starts, *({name, *steps.get(name, ())} for name in found)])


def _told(texts: Mapping[str, str], taken: set[str], speakers: Mapping[str, Speaker]) -> set[str]:
    """Return the texts of those in `taken`, of their heads and of their bodies."""
    shared = voices(taken.union(texts), speakers)
    speaking = {shared[name] for name in taken}
    return {text for name, text in texts.items() if shared[name] in speaking}


def _groups(texts: Mapping[str, str]) -> list[list[str]]:
    groups: dict[str, list[str]] = {}
    for name, text in texts.items():
        groups.setdefault(text, []).append(name)
    return list(groups.values())


def _copied(pages: list[Source], by: str, register: Register) -> set[str]:
    """Return whose texts the pages copy, nobody's where one of them is no copy, or all copy the speaker."""
    if not all(page.republishes for page in pages):
        return set()
    return {register.name(page.republishes) for page in pages if page.republishes} - {by}
