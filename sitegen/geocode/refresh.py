"""What providers say today of the places they were asked for before: moved, renamed, gone. Nothing changes unasked."""

import difflib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sitegen.decode import Decoded, decode
from sitegen.geocode.candidates import Candidate
from sitegen.geocode.placefile import names
from sitegen.geocode.providers import Provider
from sitegen.geocode.session import Session
from sitegen.geocode.writing import replace
from sitegen.geocode.yamlform import flow
from sitegen.geometry import LngLat, distance_m
from sitegen.marked import parse
from sitegen.model.place import Place

LEAST_M = 50.0


@dataclass(frozen=True, slots=True)
class Drift:
    """What changed for one place: metres moved, (language, was, now) of names, or that it is gone.

    `was` and `now` are the file's text; equal where the change cannot be written by itself.
    """

    id: str
    status: Literal["moved", "renamed", "gone"]
    moved_m: float
    renamed: tuple[tuple[str, str, str], ...]
    was: str
    now: str

    @property
    def diff(self) -> str:
        """The change as a unified diff of the place file."""
        path = f"places/{self.id}.yaml"
        lines = difflib.unified_diff(self.was.splitlines(), self.now.splitlines(), path, path, lineterm="", n=1)
        return "\n".join(lines)

    def write(self, root: Path) -> None:
        """Put the new text into the place file."""
        replace(root / f"places/{self.id}.yaml", self.now.encode())


def drifts(session: Session, tell: Callable[[str], None]) -> Iterator[Drift]:
    """Ask again for every place that one of the session's providers found; raises OutageError if a service fails."""
    asked = {provider.name.casefold(): provider for provider in session.providers}
    for id_, place in sorted(session.content.places.items()):
        provider = asked.get(place.record.found.provider.casefold())
        if provider is not None and place.record.found.ref:
            tell(f"{provider.name}: {id_}")
            if drift := _drift(place, provider, session.today.isoformat()):
                yield drift


def _drift(place: Decoded[Place], provider: Provider, today: str) -> Drift | None:
    text = place.marked.text
    found = provider.lookup(place.record.found.ref or "")
    if found is None:
        return Drift(place.id, "gone", 0.0, (), text, text)
    moved = _moved_m(place.record, found)
    # Names that a person wrote are that person's: only those we took from the provider can drift with it.
    renamed = _renamed(place.record, found) if place.record.found.chosen else ()
    if moved < LEAST_M and not renamed:
        return None
    now = _rewritten(place, found, today, renamed=bool(renamed), moved=moved >= LEAST_M)
    return Drift(place.id, "moved" if moved >= LEAST_M else "renamed", moved, renamed, text, now)


def _moved_m(place: Place, found: Candidate) -> float:
    point = place.point
    return distance_m(LngLat(point.lon, point.lat), found.point) if point else 0.0


def _renamed(place: Place, found: Candidate) -> tuple[tuple[str, str, str], ...]:
    was = {lang or "en": words for lang, words in place.name.values}
    now = names(found)
    return tuple((lang, was[lang], now[lang]) for lang in was if lang in now and was[lang] != now[lang])


def _rewritten(place: Decoded[Place], found: Candidate, today: str, *, renamed: bool, moved: bool) -> str:
    """Return the file with its one-line fields replaced, and everything else as it was written."""
    text = place.marked.text
    was = {lang or "en": words for lang, words in place.record.name.values}
    if renamed:
        now = was | {lang: words for lang, words in names(found).items() if lang in was}
        # The old names stay searchable: events and sources go on using them.
        old = [words for words in was.values() if words not in now.values()]
        spelled = flow([*place.record.spellings, *(name for name in old if name not in place.record.spellings)])
        text = _with_line(text, "name", flow(now) if place.record.spellings else f"{flow(now)}\nspellings: {spelled}")
        text = _with_line(text, "spellings", spelled)
    if moved:
        point = {"lat": round(found.point.lat, 5), "lon": round(found.point.lng, 5)}
        text = _with_line(text, "point", flow(point))
    text = _with_line(text, "  date", today)
    return text if _readable(place, text) else place.marked.text


def _with_line(text: str, key: str, value: str) -> str:
    return re.sub(rf"(?m)^{key}: [^\n]*$", lambda _: f"{key}: {value}", text, count=1)


def _readable(place: Decoded[Place], text: str) -> bool:
    marked, problems = parse(place.path, text.encode())
    return marked is not None and not problems and decode(Place, place.id, marked)[0] is not None
