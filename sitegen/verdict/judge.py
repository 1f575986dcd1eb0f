"""The table: which level a row reaches, and whether it is disputed."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import get_args

from sitegen.counts import Said, figures, standing
from sitegen.model.event import About, Event
from sitegen.model.site import Side, Speaker
from sitegen.verdict.numbers import compare
from sitegen.verdict.origins import Origins, origins, stand
from sitegen.verdict.records import Level, Origin, Verdict, Verdicts
from sitegen.verdict.relays import Register, unregistered
from sitegen.verdict.reprints import publishers

_ROWS: tuple[About, ...] = get_args(About)
_DISPUTANTS = {"party", "organisation", "mediator"}


def judge(event: Event, speakers: Mapping[str, Speaker], sides: Mapping[str, Side]) -> Verdicts:
    """Return a verdict for each row of `event`: by design.md's table, "Confirmation", the first that fits.

    Where that table leaves room:

    - A claim stands in its own row, and in row `people` too if it counts people (a denial denies there, too).
      No row lends its claims to another: who claims a cause has not thereby claimed the event.
    - P counts the parties' sides, not their speakers; O counts origins. A party's many speakers are *one side*.
    - Row `event` without any assertion rests on its sources, as an event without claims does: *one source*, or
      *unconfirmed* where all are social posts of nobody registered. Other rows without one are *unconfirmed*.
    - `disputed` needs no assertion: a denial that stands flags its row whatever the level. Denials by press,
      witnesses and channels are shown and flag nothing.
    - Two parties' numbers that cannot both be true flag row `people` and change no level.
    - A withdrawn event has one verdict, and it names nobody.
    """
    if event.withdrawn:
        return Verdicts((Verdict("event", "withdrawn"),))
    said = standing(event, speakers)
    rows: dict[About, list[Said]] = defaultdict(list, {"event": []})
    for one in said:
        for about in {one.about, "people"} if one.claim.counts else {one.about}:
            rows[about].append(one)

    def found(part: list[Said]) -> Origins:
        return origins(part, event.sources, speakers, sides)

    first, *others = (_row(about, rows[about], found) for about in _ROWS if about in rows)
    if all(one.denies or one.state == "replaced" for one in rows["event"]):
        first = _on_sources(first, event, speakers, sides)
    return Verdicts((first, *others))


def _row(about: About, said: list[Said], found: Callable[[list[Said]], Origins]) -> Verdict:
    asserted, denied = [one for one in said if not one.denies], [one for one in said if one.denies]
    ours, theirs = found(asserted), found(denied)
    asserting = ours.collapse(asserted, "stands")
    denying = theirs.collapse(denied, "stands")
    taken_back = ours.collapse(asserted, "taken-back")
    numbers = compare(figures(asserted), ours.parties()) if about == "people" else ()
    return Verdict(
        about,
        _level(asserting, taken_back),
        any(origin.part in _DISPUTANTS for origin in denying) or any(not n.shared for n in numbers),
        asserting,
        denying,
        theirs.collapse(denied, "given-up"),
        taken_back,
        relayed=tuple(sorted(one.claim.id for one in asserted if one.claim.id not in ours.keys)),
        numbers=numbers,
    )


def _level(asserting: tuple[Origin, ...], taken_back: tuple[Origin, ...]) -> Level:
    own = [origin for origin in asserting if origin.part == "party"]
    parties = len({origin.side for origin in own})
    others = sum(origin.part in {"organisation", "press", "witness"} for origin in asserting)
    if not asserting and taken_back:
        return "refuted"
    if others and parties + others >= 2:
        return "independent"
    if parties >= 2:
        return "both-sides"
    if len(own) >= 2:
        return "one-side"
    return "one-source" if any(o.part != "channel" for o in asserting) else "unconfirmed"


def _on_sources(row: Verdict, event: Event, speakers: Mapping[str, Speaker], sides: Mapping[str, Side]) -> Verdict:
    posts = all(page.kind == "social" for page in event.sources)
    named = not posts or _somebody(event, speakers, sides)
    return Verdict(
        row.about,
        "one-source" if named else "unconfirmed",
        row.disputed,
        denying=row.denying,
        given_up=row.given_up,
        publishers=publishers(event.sources),
    )


def _somebody(event: Event, speakers: Mapping[str, Speaker], sides: Mapping[str, Side]) -> bool:
    register = Register(speakers)
    names = (register.name(publisher) for publisher in publishers(event.sources))
    return any(stand(name, speakers, sides)[0] != "channel" for name in names if not unregistered(name))
