"""Who is behind a claim: a speaker is one origin, so are a body and its head, so is a chain of reprints."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen.counts import Said, voices
from sitegen.model.event import Claim, Event
from sitegen.model.site import Side, Speaker
from sitegen.verdict.records import Origin, Part
from sitegen.verdict.reprints import plain, texts

_OUTLET = "outlet:"  # no id holds a colon: an outlet that no register knows never meets a speaker's id
_CAUTION: tuple[Part, ...] = ("party", "mediator", "organisation", "press", "witness", "channel")


@dataclass(frozen=True, slots=True)
class Origins:
    """The origins of one event's claims: the key of each claim id, and what stands behind each key."""

    keys: Mapping[str, str]
    stands: Mapping[str, tuple[Part, str]]

    def collapse(self, said: Iterable[Said]) -> tuple[Origin, ...]:
        """Gather claims by origin, sorted by key."""
        groups: dict[str, list[Claim]] = defaultdict(list)
        for one in said:
            groups[self.keys[one.claim.id]].append(one.claim)
        return tuple(self._origin(key, groups[key]) for key in sorted(groups))

    def _origin(self, key: str, claims: list[Claim]) -> Origin:
        part, side = self.stands[key]
        by = sorted({claim.by for claim in claims})
        return Origin(key, part, side, tuple(by), tuple(sorted(claim.id for claim in claims)))

    def parties(self) -> dict[str, str]:
        """Return the party's side for each claim id of a party."""
        found = ((claim, *self.stands[key]) for claim, key in self.keys.items())
        return {claim: side for claim, part, side in found if part == "party"}


def origins(event: Event, speakers: Mapping[str, Speaker], sides: Mapping[str, Side]) -> Origins:
    """Find the origin of every claim.

    - A speaker or side that no register knows counts as an unnamed channel, whatever it is.
    - A press claim that only reprints carry is not the outlet's own: it is that of the end of their chain, with
      that speaker's side if the name is registered, else as press. Whoever else speaks is their own origin.
    - An outlet that a party controls is registered with that party's side; nothing is guessed here.
    - Where a body and its head stand with different sides, the one that lifts less counts: the party first.
    """
    behind = {claim.id: claim.by for claim in event.claims}
    press = [c for c in event.claims if stand(c.by, speakers, sides)[0] == "press"]
    if press:
        behind.update(_relayed(event, press, speakers))
    shared = voices(behind.values(), speakers)
    stands: dict[str, tuple[Part, str]] = {}
    for name in sorted(set(behind.values())):
        found = stand(name, speakers, sides)
        kept = stands.setdefault(shared[name], found)
        stands[shared[name]] = min(kept, found, key=lambda s: _CAUTION.index(s[0]))
    return Origins({claim: shared[name] for claim, name in behind.items()}, stands)


def stand(name: str, speakers: Mapping[str, Speaker], sides: Mapping[str, Side]) -> tuple[Part, str]:
    """Return the part and the side of a speaker's id."""
    if name.startswith(_OUTLET):
        return "press", ""
    speaker = speakers.get(name)
    side = sides.get(speaker.side) if speaker else None
    if speaker is None or side is None:
        return "channel", ""
    return ("channel" if speaker.kind == "channel" else side.role), speaker.side


def _relayed(event: Event, press: list[Claim], speakers: Mapping[str, Speaker]) -> dict[str, str]:
    whose = texts(event.sources)
    reprints = {page.id for page in event.sources if page.republishes}
    found = {}
    for claim in press:
        carried = [key for key in claim.sources if key in whose]
        if carried and reprints.issuperset(carried):
            text = min(whose[key] for key in carried)
            found[claim.id] = registered(text, speakers) or _OUTLET + text
    return found


def registered(name: str, speakers: Mapping[str, Speaker]) -> str | None:
    """Return the id of the speaker whose name or spelling is this plain name of a publisher."""
    return next((key for key in sorted(speakers) if name in _names(speakers[key])), None)


def _names(speaker: Speaker) -> set[str]:
    return {plain(name) for name in (*(words for _, words in speaker.name.values), *speaker.spellings)}
