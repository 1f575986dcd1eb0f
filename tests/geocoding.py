"""Asking in tests: a content folder with open toponyms, a provider on loopback, an impatient pace."""

from datetime import date
from pathlib import Path
from typing import Any

from nominatim_shaped import Shaped, place
from sitebuilding import BASE, copied

from sitegen import content
from sitegen.geocode import Question, Session
from sitegen.geocode.pace import Pace
from sitegen.geocode.providers import Online, Provider

TODAY = date(2030, 12, 2)
EVENT = """title: Aid reported at places that nobody knows yet
kind: aid
when: 2030-03-01
where:
{wheres}
sources: [{{id: a, publisher: Example Daily, url: "https://daily.example.org/toponyms"}}]
"""
UPPER = {"state": "Upper Oblast", "country": "Arland"}


def asking(folder: Path, *wheres: str, geocoder: str = "") -> Path:
    """Return a content folder whose one new event names these places ("{place: Tessa, within: Upper Oblast}")."""
    root = copied(BASE, folder)
    lines = "\n".join(f"  - {where}" for where in wheres)
    (root / "events/2030/2030-03-01-toponyms.yaml").write_text(EVENT.format(wheres=lines), encoding="utf-8")
    with (root / "site.yaml").open("a", encoding="utf-8") as site:
        site.write(geocoder)
    return root


def told(shaped: Shaped) -> str:
    """Return the line of site.yaml that names the local server."""
    return f'geocoder: {{provider: nominatim, domain: "{shaped.address}", scheme: http}}\n'


def session(root: Path, cache: Path, *more: Provider, gap_s: float = 0.0, dry_run: bool = False) -> Session:
    """Return a session that asks the local server of site.yaml without waiting between requests."""
    site = content.read(root)[0].site
    assert site is not None
    online = Online(site.record, pace=Pace(cache / "pace.lock", gap_s))
    return Session(root, [*more, online], TODAY, dry_run=dry_run)


def run(made: Session, choose: Any = lambda answer: None) -> dict[str, Any]:
    """Answer everything that is asked; returns the results by toponym."""
    return {result.answer.question.words: result for result in made.run(made.questions(), choose, lambda line: None)}


def tessa(number: int = 1, lat: float = 41.45, lon: float = 11.35, **address: str) -> dict[str, Any]:
    """Return a village of the invented country as Nominatim would."""
    return place("Tessa", number, lat, lon, **({"county": "Soluna District", **UPPER} | address))


__all__ = ["UPPER", "Question", "asking", "run", "session", "tessa", "told"]
