"""Who is behind a claim: a speaker is one origin, so are a body and its head, so is a chain of reprints."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sitegen.counts import Said, State, voices
from sitegen.model.event import Claim, Source
from sitegen.model.site import Side, Speaker
from sitegen.verdict.records import Origin, Part
from sitegen.verdict.relays import Register, Relays, relays, unregistered

_CAUTION: tuple[Part, ...] = ("channel", "party", "mediator", "organisation", "press", "witness")


@dataclass(frozen=True, slots=True)
class Origins:
    """The origins of one row: the key of each claim id, those that only relay left out, and what stands behind it."""

    keys: Mapping[str, str]
    stands: Mapping[str, tuple[Part, str]]

    def collapse(self, said: Iterable[Said], state: State) -> tuple[Origin, ...]:
        """Gather the claims of one state by origin, sorted by key; those that only relay are left out."""
        groups: dict[str, list[Claim]] = defaultdict(list)
        for one in said:
            if one.state == state and (key := self.keys.get(one.claim.id)):
                groups[key].append(one.claim)
        return tuple(self._origin(key, groups[key]) for key in sorted(groups))

    def _origin(self, key: str, claims: list[Claim]) -> Origin:
        part, side = self.stands[key]
        by = sorted({claim.by for claim in claims})
        return Origin(key, part, side, tuple(by), tuple(sorted(claim.id for claim in claims)))

    def parties(self) -> dict[str, str]:
        """Return the party's side for each claim id of a party."""
        found = ((claim, *self.stands[key]) for claim, key in self.keys.items())
        return {claim: side for claim, part, side in found if part == "party"}


def origins(
    said: Collection[Said],
    sources: Collection[Source],
    speakers: Mapping[str, Speaker],
    sides: Mapping[str, Side],
) -> Origins:
    """Find the origin of each claim that asserts a row, or of each that denies it.

    - A speaker or side that no register knows counts as an unnamed channel, whatever it is.
    - What press asserts and only reprints of others carry is dropped where the text comes from somebody else who
      asserts the row, or carries their words. Else it belongs to the end of its chain, with that speaker's side if the
      name is registered, as press if not. Whoever else speaks, and whoever denies, is their own origin.
    - An outlet that a party controls is registered with that party's side; nothing is guessed here.
    - Where one origin stands with different sides, the one that lifts least counts: a channel, then a party.
    """
    relayed = _relays([one.claim for one in said if not one.denies], sources, speakers, sides)
    behind = {one.claim.id: one.claim.by for one in said if one.claim.id not in relayed.dropped}
    behind.update(relayed.behind)
    names = set(behind.values()).union(*relayed.texts)
    shared = voices(names, speakers, relayed.texts)
    stands: dict[str, tuple[Part, str]] = {}
    for name in sorted(names):
        known = stands.setdefault(shared[name], stand(name, speakers, sides))
        stands[shared[name]] = min(known, stand(name, speakers, sides), key=lambda s: _CAUTION.index(s[0]))
    return Origins({claim: shared[name] for claim, name in behind.items()}, stands)


def _relays(
    claims: Collection[Claim],
    sources: Collection[Source],
    speakers: Mapping[str, Speaker],
    sides: Mapping[str, Side],
) -> Relays:
    reprints = {page.id for page in sources if page.republishes}
    copied = {claim.by for claim in claims if reprints and reprints.issuperset(claim.sources)}
    press = {name for name in copied if stand(name, speakers, sides)[0] == "press"}
    return relays(claims, press, sources, Register(speakers)) if press else Relays()


def stand(name: str, speakers: Mapping[str, Speaker], sides: Mapping[str, Side]) -> tuple[Part, str]:
    """Return the part and the side of a speaker's id, or of an unregistered outlet: press, of no side."""
    if unregistered(name):
        return "press", ""
    speaker = speakers.get(name)
    side = sides.get(speaker.side) if speaker else None
    if speaker is None or side is None:
        return "channel", ""
    return ("channel" if speaker.kind == "channel" else side.role), speaker.side
