"""Each verdict in one sentence that names who is behind it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from sitegen.model.fields import Text
from sitegen.model.site import Side, Speaker
from sitegen.verdict.records import Origin, Verdict
from sitegen.verdict.sentences import Named, Sentence

_Naming = Callable[[Iterable[Origin]], tuple[Named, ...]]
_INDEPENDENT = ("independent", "independent-party", "independent-parties")


def explain(verdict: Verdict, speakers: Mapping[str, Speaker], sides: Mapping[str, Side]) -> Sentence:
    """Say why a row has its verdict: who says so, by which claims, then who confirms, denies or took it back."""

    def named(origins: Iterable[Origin]) -> tuple[Named, ...]:
        return tuple(_named(origin, speakers, sides) for origin in origins)

    main, origins = _main(verdict)
    names = named(origins) or tuple(Named((_text(name),)) for name in verdict.publishers)
    clauses = ((template, named(found)) for template, found in _clauses(verdict, main))
    then = [Sentence(template, found) for template, found in clauses if found]
    return Sentence(main, names, (*then, *_on_numbers(verdict, named)))


def _main(verdict: Verdict) -> tuple[str, tuple[Origin, ...]]:
    sided = tuple(origin for origin in verdict.asserting if origin.part not in {"mediator", "channel"})
    channels = tuple(origin for origin in verdict.asserting if origin.part == "channel")
    match verdict.level:
        case "refuted":
            return "refuted", verdict.taken_back
        case "independent":
            return _INDEPENDENT[min(len(verdict.parties), 2)], sided
        case "both-sides":
            return ("both-sides" if len(verdict.parties) == 2 else "several-sides"), sided
        case "one-source" if not sided and verdict.mediators:
            return "mediators", verdict.mediators
        case "one-source" | "unconfirmed" if verdict.publishers:
            return "publishers", ()
        case "unconfirmed":
            return ("channels", channels) if channels else ("nobody", ())
        case level:
            return level, sided


def _clauses(verdict: Verdict, main: str) -> Iterable[tuple[str, tuple[Origin, ...]]]:
    channels = tuple(origin for origin in verdict.asserting if origin.part == "channel")
    yield "also-mediators", () if main == "mediators" else verdict.mediators
    yield "also-channels", () if main == "channels" else channels
    yield "denied", verdict.denying
    yield "given-up", verdict.given_up
    yield "also-taken-back", () if main == "refuted" else verdict.taken_back


def _on_numbers(verdict: Verdict, named: _Naming) -> Iterable[Sentence]:
    for template, wanted in (("numbers-meet", True), ("numbers-apart", False)):
        claims = {claim for n in verdict.numbers if bool(n.shared) == wanted for claim in n.claims}
        if found := list(_only(verdict.asserting, claims)):
            yield Sentence(template, named(found))


def _only(origins: Iterable[Origin], claims: set[str]) -> Iterable[Origin]:
    for origin in origins:
        if kept := tuple(claim for claim in origin.claims if claim in claims):
            yield replace(origin, claims=kept)


def _named(origin: Origin, speakers: Mapping[str, Speaker], sides: Mapping[str, Side]) -> Named:
    names = tuple(speakers[key].name if key in speakers else _text(key) for key in origin.speakers)
    side = sides[origin.side].label if origin.side in sides else None
    return Named(names, side, origin.claims)


def _text(name: str) -> Text:
    return Text((("", name),))
