"""A real Nominatim, built here from a hand-written extract: what it answers, and what `sitegen geocode` makes of it."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import nominatim_server
import pytest
from geocoding import TODAY, run, session
from nominatim_shaped import Shaped, serving
from sitebuilding import ROOT, sitegen

from sitegen import content
from sitegen.build import examine
from sitegen.geocode import Session
from sitegen.geocode.connection import connected
from sitegen.geocode.pace import Pace
from sitegen.geocode.providers import Online

MISSING = nominatim_server.missing()
pytestmark = [pytest.mark.heavy, pytest.mark.skipif(bool(MISSING), reason=MISSING or "it is there")]

PENZA = "Lebedevka, Penzensky District, Penza Oblast, Russia"
KURSK = "Lebedevka, Sudzhansky District, Kursk Oblast, Russia"
KNOWN = {f"{name}.yaml" for name in ("russia", "ukraine", "kursk-oblast", "sumy-oblast")}
EVENT = """title: Return reported, with toponyms that nobody knows yet
kind: return
when: 2024-11-22
where:
{wheres}
sources: [{{id: a, publisher: Example Daily, url: "https://daily.example.org/toponyms"}}]
"""


@pytest.fixture(scope="module", autouse=True)
def _installed() -> None:
    try:
        nominatim_server.environment()
    except RuntimeError as error:
        pytest.skip(f"Nominatim cannot be installed here, these tests are left out: {error}")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with nominatim_server.serving() as (address, _):
        yield address


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))


def seed(folder: Path, address: str, *wheres: str) -> Path:
    """Return our own content with countries and two regions only, and one event that names `wheres`."""
    shutil.copytree(ROOT / "content", folder, ignore=shutil.ignore_patterns("events", "stories", "schema", "areas"))
    for place in (folder / "places").iterdir():
        if place.name not in KNOWN:
            place.unlink()
    site = (folder / "site.yaml").read_text().replace("contact@example.org", "corrections@borderland-record.org")
    (folder / "site.yaml").write_text(site + f'geocoder: {{provider: nominatim, domain: "{address}", scheme: http}}\n')
    (folder / "events/2024").mkdir(parents=True)
    lines = "\n".join(f"  - {{place: {where}}}" for where in wheres)
    (folder / "events/2024/2024-11-22-toponyms.yaml").write_text(EVENT.format(wheres=lines))
    return folder


def found(address: str, tmp_path: Path, query: str | dict[str, str], country: str = "") -> list[str]:
    root = seed(tmp_path / "asked", address)
    geocoder = connected(content.read(root)[0].site.record, Pace(tmp_path / "lock", 0.0), fresh=True)
    return [location.address for location in geocoder.search(query, country)]


@pytest.mark.parametrize(
    ("query", "country", "first"),
    [
        ("Sudja", "", None),
        ("Soudja", "", "Sudzha, Sudzhansky District, Kursk Oblast, Russia"),
        ("Суджа", "", "Sudzha, Sudzhansky District, Kursk Oblast, Russia"),
        ("Lebedevka", "", PENZA),
        ("Lebedevka", "UA", "Lebedivka, Odesa Oblast, Ukraine"),
        ("Lebedevka, Sudzhansky District", "", KURSK),
        ({"city": "Lebedevka", "country": "Russia"}, "", PENZA),
        (
            {"city": "Lebedevka", "district": "Sudzhansky District"},
            "",
            PENZA,
        ),
        (
            {"city": "Lebedevka", "county": "Sudzhansky District"},
            "",
            KURSK,
        ),
        ("Simferopol", "RU", None),
        ("Simferopol", "UA", "Simferopol, Ukraine"),
    ],
)
def test_what_nominatim_itself_answers(address, tmp_path, query, country, first):
    assert next(iter(found(address, tmp_path, query, country)), None) == first


def test_the_three_places_of_the_seed(address, tmp_path):
    wheres = (
        "Sudja, within: Sudzhansky District",
        "Lebedevka, within: Sudzhansky District",
        "Sudzhansky District, within: Kursk Oblast",
    )
    root = seed(tmp_path / "content", address, *wheres)
    results = run(session(root, tmp_path))
    assert {words: result.path for words, result in results.items()} == {
        "Sudzhansky District, Kursk Oblast": "places/sudzhansky-district.yaml",
        "Sudja, Sudzhansky District": "places/sudzha.yaml",
        "Lebedevka, Sudzhansky District": "places/lebedevka.yaml",
    }
    assert "spellings: [Sudja, Soudja]" in (root / "places/sudzha.yaml").read_text()
    assert "radius_km: 1\n" in (root / "places/lebedevka.yaml").read_text()  # a hamlet; not the node's made-up box
    assert json.loads((root / "areas/sudzhansky-district.geojson").read_text())["properties"]["licence"] == "ODbL 1.0"
    assert [p for p in examine(root)[1].problems if p.mark.path.startswith(("places/", "areas/"))] == []


@pytest.mark.parametrize(
    ("toponym", "outcome", "where"),
    [
        ("Lebedevka", "ambiguous", ""),
        ("Lebedevka, within: Kursk Oblast", "found", "Sudzhansky District"),
        ("Lebedevka, within: Russia", "ambiguous", ""),
        ("Gorodishche, within: Kursk Oblast", "ambiguous", ""),
        ("Pokrovka", "ambiguous", ""),
        ("Pokrovka, within: Kursk Oblast", "found", "Glushkovsky District"),
        ("Berezovka, within: Kursk Oblast", "ambiguous", ""),
        ("Pokrovsk, within: Ukraine", "found", "Donetsk Oblast"),
        ("Nowhereville, within: Kursk Oblast", "nothing", ""),
        ("Lebedivka, within: Ukraine", "found", "Odesa Oblast"),
    ],
)
def test_homonyms(address, tmp_path, toponym, outcome, where):
    root = seed(tmp_path / "content", address, toponym)
    [result] = run(session(root, tmp_path)).values()
    assert result.answer.outcome == outcome, result.answer.why
    assert where in ("" if result.chosen is None else result.chosen.candidate.hierarchy[0])


def test_the_command_end_to_end(address, tmp_path):
    root = seed(tmp_path / "content", address, "Lebedevka, within: Kursk Oblast", "Lebedevka")
    done = sitegen("geocode", root, XDG_CACHE_HOME=str(tmp_path / "cache"), TMPDIR=str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr  # the first answer serves the second question, too
    assert "places/lebedevka.yaml written" in done.stdout


def test_refresh_against_the_same_server_finds_no_drift(address, tmp_path):
    root = seed(tmp_path / "content", address, "Lebedevka, within: Kursk Oblast")
    run(session(root, tmp_path))
    done = sitegen("geocode", root, "--refresh", XDG_CACHE_HOME=str(tmp_path / "cache"), TMPDIR=str(tmp_path))
    assert (done.returncode, done.stdout) == (0, "Nothing has changed.\n"), done.stderr


def test_the_server_is_stopped_in_mid_run(tmp_path):
    with nominatim_server.serving() as (address, server):
        wheres = (
            "Sudzhansky District, within: Kursk Oblast",
            "Gorodishche, within: Kursk Oblast",
            "Pokrovsk, within: Ukraine",
        )
        root = seed(tmp_path / "content", address, *wheres)
        made = session(root, tmp_path)
        results = {}
        for result in made.run(made.questions(), lambda answer: None, lambda line: None):
            results[result.answer.question.toponym] = result
            server.kill()
            server.wait()
    outcomes = [result.answer.outcome for result in results.values()]
    assert outcomes == ["found", "outage", "outage"]
    assert (root / "places/sudzhansky-district.yaml").is_file()


def through(server: Shaped, address: str, tmp_path: Path, *more: str) -> Session:
    """Return a session whose requests pass a proxy that answers 429 first and is slow after that."""
    import time
    import urllib.request

    def reply(number, asked):
        if number == 1:
            return 429, {"Retry-After": "1"}, b"too many"
        time.sleep(0.5)
        from urllib.parse import urlencode

        with urllib.request.urlopen(f"http://{address}{asked.path}?{urlencode(asked.words)}", timeout=20) as page:
            return 200, {}, page.read()

    server.reply = reply
    root = seed(tmp_path / "content", server.address, *more, "Lebedevka, within: Kursk Oblast")
    site = content.read(root)[0].site
    return Session(root, [Online(site.record, pace=Pace(tmp_path / "lock", 0.0))], TODAY)


def test_429_and_slow_answers_from_a_proxy_in_front(address, tmp_path):
    with serving(Shaped()) as proxy:
        [result] = run(through(proxy, address, tmp_path)).values()
    assert result.path == "places/lebedevka.yaml"
    assert proxy.asked[1].at - proxy.asked[0].at >= 0.99


def test_answers_slower_than_the_time_limit_are_an_outage(address, tmp_path, monkeypatch):
    """The first place is answered through the proxy, from then on it is silent: what was found is kept."""
    monkeypatch.setattr("sitegen.geocode.connection.TIME_LIMIT_S", 1.0)
    with serving(Shaped()) as proxy:
        made = through(proxy, address, tmp_path, "Sudzhansky District, within: Kursk Oblast")
        first = proxy.reply
        proxy.reply = lambda number, asked: first(number, asked) if number <= 2 else 0.2
        outcomes = {r.answer.question.toponym: r for r in made.run(made.questions(), lambda a: None, lambda line: None)}
    assert [result.answer.outcome for result in outcomes.values()] == ["found", "outage"]
    assert "no answer within 1 seconds" in made.outage
    assert (tmp_path / "content/places/sudzhansky-district.yaml").is_file()


def test_the_extract_is_ours_and_small() -> None:
    assert nominatim_server.OSM.stat().st_size < 40_000
