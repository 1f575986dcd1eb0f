"""Press claims that only reprints carry: an outlet that relays makes no claim of its own."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

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

    `dropped` are claim ids that add nothing; `texts` the names of each other relayed claim's text: all the names on
    its chain of reprints, speakers' ids where the register knows them.
    """

    dropped: frozenset[str]
    texts: Mapping[str, frozenset[str]]


def relays(claims: Collection[Claim], press: Collection[str], sources: Iterable[Source], register: Register) -> Relays:
    """Follow those of a row's assertions which `press` (speakers' ids) makes and only reprints of others carry.

    Such a claim adds nothing where its chain leads to someone who speaks for themselves in the row, or to a text that
    carries what such a speaker says. Else it is the word of the end of its chain, whoever copies it.
    """
    pages = {page.id: page for page in sources}
    carried = {claim.id: [pages[key] for key in claim.sources if key in pages] for claim in claims}
    by = {claim.id: claim.by for claim in claims}
    starts = {key: _copied(carried[key], by[key], register) for key in by if by[key] in press}
    starts = {key: copied for key, copied in starts.items() if copied}
    steps = copies(pages.values(), register.name)
    for key, copied in starts.items():
        steps[by[key]] = steps.get(by[key], set()) | copied
    own = by.keys() - starts.keys()
    known = {name for key in own for page in carried[key] for name in (page.publisher, page.republishes) if name}
    taken = {by[key] for key in own} | reached(map(register.name, known), steps)
    chains = {key: frozenset(reached(copied, steps)) for key, copied in starts.items()}
    dropped = frozenset(key for key, chain in chains.items() if chain & taken)
    return Relays(dropped, {key: chain for key, chain in chains.items() if key not in dropped})


def _copied(pages: list[Source], by: str, register: Register) -> set[str]:
    """Return whose texts the pages copy, nobody's where one of them is no copy, or all copy the speaker."""
    if not all(page.republishes for page in pages):
        return set()
    return {register.name(page.republishes) for page in pages if page.republishes} - {by}
