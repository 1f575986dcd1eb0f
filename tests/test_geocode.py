"""From an open toponym to a place file: what is accepted, what is asked, what is never touched."""

import contextlib
import json
import os
import pty
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from geocoding import UPPER, asking, run, session, tessa, told
from nominatim_shaped import Asked, Reply, Shaped, place, serving
from sitebuilding import ROOT, edit, sitegen, tree

from sitegen.build import examine
from sitegen.cli import main
from sitegen.geocode import MisuseError, Session, drifts, open_session
from sitegen.geocode.errors import OutageError
from sitegen.geocode.placefile import names
from sitegen.geocode.providers import Embedded

CONTEXT = "{place: Tessa, within: Soluna District}"


@pytest.fixture
def server() -> Iterator[Shaped]:
    with serving(Shaped({"Tessa": [tessa()]})) as shaped:
        yield shaped


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def down(number: int, asked: Asked) -> Reply:
    return 403, {}, b"go away"


def test_one_match_in_context_is_written_and_builds(server, tmp_path):
    root = asking(tmp_path / "content", CONTEXT, geocoder=told(server))
    result = run(session(root, tmp_path))["Tessa, Soluna District"]
    assert (result.answer.outcome, result.path) == ("found", "places/tessa.yaml")
    findings = examine(root)[1]
    assert findings.problems == ()
    text = (root / "places/tessa.yaml").read_text()
    assert "within: soluna-district\n" in text
    assert "point: {lat: 41.45, lon: 11.35}" in text
    assert "radius_km: 2\n" in text  # a village; not the node's made-up box
    for line in ("provider: Nominatim", "ref: node 1", "date: 2030-12-02", "licence: ODbL 1.0", "chosen: only-match"):
        assert f"  {line}\n" in text, text


def test_nothing_that_is_there_changes(server, tmp_path):
    root = asking(tmp_path / "content", CONTEXT, geocoder=told(server))
    before = tree(root)
    run(session(root, tmp_path))
    after = tree(root)
    assert {path: data for path, data in after.items() if path in before} == before
    assert set(after) - set(before) == {"places/tessa.yaml"}


def test_a_second_run_asks_nothing(server, tmp_path):
    root = asking(tmp_path / "content", CONTEXT, geocoder=told(server))
    run(session(root, tmp_path))
    assert session(root, tmp_path).questions() == []
    assert len(server.asked) == 1


def test_the_question_carries_the_whole_context(server, tmp_path):
    root = asking(tmp_path / "content", CONTEXT, geocoder=told(server))
    run(session(root, tmp_path))
    words = server.asked[0].words
    assert (words["city"], words["county"], words["state"]) == ("Tessa", "Soluna District", "Upper Oblast")
    assert words["countrycodes"] == "xa"


def test_without_context_even_a_single_match_is_a_question(server, tmp_path):
    root = asking(tmp_path / "content", "{place: Tessa}", geocoder=told(server))
    result = run(session(root, tmp_path))["Tessa"]
    assert (result.answer.outcome, result.path) == ("ambiguous", None)
    assert "no containing place is stated" in result.answer.why


def test_two_of_one_name_in_one_region_are_a_question(server, tmp_path):
    server.places["Tessa"].append(tessa(2, 41.72, 11.88, county="Vadja District"))
    root = asking(tmp_path / "content", "{place: Tessa, within: Upper Oblast}", geocoder=told(server))
    answer = run(session(root, tmp_path))["Tessa, Upper Oblast"].answer
    assert answer.outcome == "ambiguous"
    assert [p.lies_in[0] for p in answer.proposals] == ["Soluna District", "Vadja District"]


def test_the_district_tells_two_of_one_name_apart(server, tmp_path):
    server.places["Tessa"].insert(0, tessa(2, 41.72, 11.88, county="Vadja District"))
    root = asking(tmp_path / "content", CONTEXT, geocoder=told(server))
    result = run(session(root, tmp_path))["Tessa, Soluna District"]
    assert result.chosen.candidate.ref == "node 1"
    assert 'name: "Tessa, Vadja District, Upper Oblast, Arland"' in (root / "places/tessa.yaml").read_text()


def test_a_match_in_another_country_is_not_in_the_context(server, tmp_path):
    server.places["Tessa"] = [tessa(3, 42.1, 13.1, county="X", state="Y", country="Belmark") | {}]
    server.places["Tessa"][0]["address"]["country_code"] = "xb"
    root = asking(tmp_path / "content", CONTEXT, geocoder=told(server))
    assert run(session(root, tmp_path))["Tessa, Soluna District"].path is None


def test_a_district_in_name_only_is_looked_at_by_a_person(server, tmp_path):
    server.places["Tessa"] = [tessa(1, 44.9, 11.3)]  # 380 km from the district it says it lies in
    root = asking(tmp_path / "content", CONTEXT, geocoder=told(server))
    assert run(session(root, tmp_path))["Tessa, Soluna District"].answer.outcome == "ambiguous"


def test_a_similar_name_is_not_the_name(server, tmp_path):
    server.places["Tessa"] = [place("Tessovo", 1, 41.45, 11.35, county="Soluna District", **UPPER)]
    root = asking(tmp_path / "content", CONTEXT, geocoder=told(server))
    answer = run(session(root, tmp_path))["Tessa, Soluna District"].answer
    assert answer.outcome == "ambiguous"
    assert not answer.proposals[0].bears_name


def test_another_spelling_is_asked_for_and_the_written_one_kept(server, tmp_path):
    server.places = {"Tezhka": [place("Tezhka", 1, 41.45, 11.35, county="Soluna District", **UPPER)]}
    root = asking(tmp_path / "content", "{place: Težka, within: Soluna District}", geocoder=told(server))
    assert run(session(root, tmp_path))["Težka, Soluna District"].path == "places/tezhka.yaml"
    assert "spellings: [Težka]" in (root / "places/tezhka.yaml").read_text()
    assert examine(root)[1].problems == ()


def test_a_chosen_candidate_is_written_with_what_was_rejected(server, tmp_path):
    server.places["Tessa"].append(tessa(2, 41.72, 11.88, county="Vadja District"))
    root = asking(tmp_path / "content", "{place: Tessa, within: Upper Oblast}", geocoder=told(server))
    run(session(root, tmp_path), lambda answer: answer.proposals[1])
    text = (root / "places/tessa.yaml").read_text()
    assert "within: vadja-district" in text
    assert "  chosen: by-hand\n" in text
    assert re.search(r'rejected:\n    - \{name: "Tessa, Soluna District.*why: \{en: another one was chosen\}\}', text)


def test_a_taken_file_name_gets_the_containing_place(server, tmp_path):
    root = asking(tmp_path / "content", CONTEXT, geocoder=told(server))
    (root / "places/tessa.yaml").write_text((root / "places/malka-vadja.yaml").read_text())
    edit(root / "places/tessa.yaml", "name: Malka", "name: Other")
    before = (root / "places/tessa.yaml").read_bytes()
    result = run(session(root, tmp_path))["Tessa, Soluna District"]
    assert result.path == "places/tessa-soluna-district.yaml"
    assert (root / "places/tessa.yaml").read_bytes() == before


def test_a_file_that_appears_meanwhile_is_not_overwritten(server, tmp_path):
    root = asking(tmp_path / "content", CONTEXT, geocoder=told(server))
    made = session(root, tmp_path)

    def tell(line: str) -> None:
        (root / "places/tessa.yaml").write_text("somebody else's")

    assert [result.path for result in made.run(made.questions(), lambda a: None, tell)] == [
        "places/tessa-soluna-district.yaml"
    ]
    assert (root / "places/tessa.yaml").read_text() == "somebody else's"


def test_containing_places_are_answered_first_and_serve_the_others(server, tmp_path):
    server.places["New District"] = [place("New District", 9, 41.4, 11.6, rank=12, **UPPER)]
    server.places["Tessa"] = [tessa(1, 41.41, 11.61, county="New District")]
    wheres = ("{place: Tessa, within: New District}", "{place: New District, within: Upper Oblast}")
    root = asking(tmp_path / "content", *wheres, geocoder=told(server))
    choices = {"New District": 0}
    results = run(session(root, tmp_path), lambda a: a.proposals[choices[a.question.toponym]])
    assert results["Tessa, New District"].answer.outcome == "found"
    assert "within: new-district" in (root / "places/tessa.yaml").read_text()
    assert examine(root)[1].problems == ()


def test_nothing_found_is_an_answer(server, tmp_path):
    root = asking(tmp_path / "content", "{place: Zzz, within: Upper Oblast}", geocoder=told(server))
    made = session(root, tmp_path)
    assert run(made)["Zzz, Upper Oblast"].answer.outcome == "nothing"
    assert made.outage == ""


def test_an_outage_is_not_nothing_and_the_service_is_left_alone(server, tmp_path):
    root = asking(tmp_path / "content", CONTEXT, "{place: Zzz, within: Upper Oblast}", geocoder=told(server))
    server.reply = down
    made = session(root, tmp_path)
    assert {r.answer.outcome for r in run(made).values()} == {"outage"}
    assert "403" in made.outage
    assert len(server.asked) == 1


def test_an_outage_in_mid_run_keeps_what_was_found(server, tmp_path):
    server.places["Vess"] = [place("Vess", 5, 41.5, 11.2, county="Soluna District", **UPPER)]
    root = asking(tmp_path / "content", CONTEXT, "{place: Vess, within: Soluna District}", geocoder=told(server))
    server.reply = lambda number, asked: down(number, asked) if number > 1 else None
    results = run(session(root, tmp_path))
    assert [r.path for r in results.values()] == ["places/tessa.yaml", None]
    server.reply = lambda number, asked: None
    assert [r.path for r in run(session(root, tmp_path)).values()] == ["places/vess.yaml"]


SQUARE = {"type": "Polygon", "coordinates": [[[11.1, 41.3], [11.6, 41.3], [11.6, 41.7], [11.1, 41.7], [11.1, 41.3]]]}


def district(licence: str = "") -> dict[str, object]:
    made = place("Ree District", 70, 41.5, 11.35, rank=12, **UPPER)
    return made | {"osm_type": "relation", "geojson": SQUARE, "boundingbox": ["41.3", "41.7", "11.1", "11.6"]}


def test_a_boundary_becomes_an_outline_with_its_licence(server, tmp_path):
    server.places["Ree District"] = server.places["Ree District, Upper Oblast"] = [district()]
    root = asking(tmp_path / "content", "{place: Ree District, within: Upper Oblast}", geocoder=told(server))
    assert run(session(root, tmp_path))["Ree District, Upper Oblast"].path == "places/ree-district.yaml"
    outline = json.loads((root / "areas/ree-district.geojson").read_text())
    assert outline["properties"]["licence"] == "ODbL 1.0"
    assert outline["geometry"]["type"] == "Polygon"
    text = (root / "places/ree-district.yaml").read_text()
    assert "area: ree-district" in text
    assert "radius_km: 24.3" in text  # of the circle of equal area, 1,850 km²
    assert examine(root)[1].problems == ()


def test_a_boundary_under_other_terms_is_not_taken(server, tmp_path):
    server.places["Ree District"] = [district()]
    terms = "geocoder: {provider: nominatim, licence: All rights reserved, attribution: Somebody, scheme: http, "
    root = asking(
        tmp_path / "content",
        "{place: Ree District, within: Upper Oblast}",
        geocoder=f'{terms}domain: "{server.address}"}}\n',
    )
    run(session(root, tmp_path))
    assert not (root / "areas").exists()
    assert "area:" not in (root / "places/ree-district.yaml").read_text()


@pytest.mark.parametrize(
    ("rank", "population", "precision", "radius"),
    [
        (12, "", "district", 20),
        (16, "60000", "settlement", 3.6),
        (16, "9000000", "settlement", 15),
        (18, "", "settlement", 4),
        (20, "", "settlement", 1),
        (22, "", "neighbourhood", 0.5),
        (26, "", "site", 0.2),
        (30, "", "site", 0.1),
    ],
)
def test_precision_follows_from_the_rank(server, tmp_path, rank, population, precision, radius):
    found = tessa() | {"place_rank": rank, "extratags": {"population": population}}
    server.places["Tessa"] = [found]
    root = asking(tmp_path / "content", CONTEXT, geocoder=told(server))
    candidate = run(session(root, tmp_path))["Tessa, Soluna District"].chosen.candidate
    assert (candidate.precision, candidate.radius_km) == (precision, pytest.approx(radius, abs=0.06))


def moved(server: Shaped, tmp_path: Path) -> Path:
    root = asking(tmp_path / "content", CONTEXT, geocoder=told(server))
    run(session(root, tmp_path))
    with (root / "places/tessa.yaml").open("a") as file:
        file.write("note: Written by a person.   # with a remark\n")
    return root


def refreshed(root: Path) -> Session:
    return open_session(root, session(root, root.parent).today, "nominatim", fresh=True)


def test_refresh_finds_no_drift_where_nothing_moved(server, tmp_path):
    assert list(drifts(refreshed(moved(server, tmp_path)), lambda line: None)) == []


def test_refresh_shows_drift_and_writes_it_only_when_told(server, tmp_path):
    root = moved(server, tmp_path)
    was = (root / "places/tessa.yaml").read_text()
    server.places["Tessa"][0] |= {"lat": "41.46", "namedetails": {"name": "Nova Tessa", "name:en": "Nova Tessa"}}
    drift = next(iter(drifts(refreshed(root), lambda line: None)))
    assert drift.moved_m == pytest.approx(1111, abs=3)
    assert drift.renamed == (("en", "Tessa", "Nova Tessa"),)
    assert "-point: {lat: 41.45, lon: 11.35}" in drift.diff
    assert (root / "places/tessa.yaml").read_text() == was
    drift.write(root)
    text = (root / "places/tessa.yaml").read_text()
    assert "note: Written by a person.   # with a remark\n" in text
    assert "spellings: [Tessa]" in text
    assert examine(root)[1].problems == ()


def test_refresh_tells_what_is_gone(server, tmp_path):
    root = moved(server, tmp_path)
    server.places = {}
    assert [drift.status for drift in drifts(refreshed(root), lambda line: None)] == ["gone"]


def test_refresh_of_a_service_that_is_down_is_an_outage(server, tmp_path):
    root = moved(server, tmp_path)
    server.reply = down
    with pytest.raises(OutageError):
        list(drifts(refreshed(root), lambda line: None))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("geocoder: {provider: no-such-provider, licence: X, attribution: Y}", "no provider called"),
        ("geocoder: {provider: photon}", "under what terms"),
        ("geocoder: {provider: opencage, licence: X, attribution: Y}", "SITEGEN_GEOCODER_API_KEY"),
    ],
)
def test_a_provider_that_cannot_be_asked_is_said_plainly(tmp_path, line, words):
    root = asking(tmp_path / "content", CONTEXT, geocoder=line + "\n")
    with pytest.raises(MisuseError, match=words):
        open_session(root, session_day())


def session_day():
    from geocoding import TODAY

    return TODAY


def test_another_provider_of_geopy_proposes_and_never_decides(server, tmp_path, monkeypatch):
    monkeypatch.setenv("SITEGEN_GEOCODER_API_KEY", "s3cret")
    feature = {
        "geometry": {"coordinates": [11.35, 41.45]},
        "properties": {"name": "Tessa", "label": "Tessa, Soluna District, Arland"},
    }
    server.reply = lambda number, asked: (200, {}, json.dumps({"features": [feature]}).encode())
    line = f'geocoder: {{provider: pelias, domain: "{server.address}", scheme: http, licence: X, attribution: P}}\n'
    root = asking(tmp_path / "content", CONTEXT, geocoder=line)
    result = run(session(root, tmp_path))["Tessa, Soluna District"]
    assert result.answer.outcome == "ambiguous"
    assert result.answer.proposals[0].candidate.provider == "pelias"
    assert server.asked[0].words["api_key"] == "s3cret"
    assert all(b"s3cret" not in file.read_bytes() for file in (tmp_path / "cache").rglob("*.json"))


HOMONYMS = [
    ("Lebedevka", None, "nothing"),
    ("Pokrovka", None, "ambiguous"),
    ("Berezovka", None, "ambiguous"),
    ("Pokrovsk", "Russia", "ambiguous"),
    ("Pokrovsk", "Ukraine", "found"),
    ("Gorodishche", None, "ambiguous"),
    ("Zaporizhzhia", "Ukraine", "ambiguous"),  # the city, and villages beside it
    ("Kharkiv", "Ukraine", "found"),
    ("Kursk", "Kursk Oblast", "found"),
    ("Yunakivka", "Sumy Oblast", "ambiguous"),  # a village: GeoNames might know only one of two
    ("Lebedevka", "Kursk Oblast", "nothing"),
]


@pytest.mark.parametrize(("toponym", "within", "outcome"), HOMONYMS)
def test_homonyms_are_told_apart_by_context_or_asked_about(tmp_path, toponym, within, outcome, embedded):
    import shutil

    from sitegen.geocode import Question
    from sitegen.problems import Mark

    root = tmp_path / "content"
    shutil.copytree(ROOT / "content", root, ignore=shutil.ignore_patterns("events"))
    made = Session(root, [embedded], session_day())
    answer = made.ask(Question(toponym, within, (Mark("x"),)))
    if outcome == "nothing":
        assert not any(p.fits for p in answer.proposals)
    else:
        assert answer.outcome == outcome, answer.why


@pytest.fixture(scope="session")
def embedded() -> Embedded:
    return Embedded()


def surroundings(root: Path, gap_s: str = "0") -> dict[str, str]:
    """Return what the command sees: a cache of its own, and a local server that may be asked without waiting."""
    return {
        "XDG_CACHE_HOME": str(root.parent / "cache"),
        "TMPDIR": str(root.parent),
        "SITEGEN_GEOCODER_GAP_S": gap_s,
    }


def command(root: Path, *words: str) -> Result:
    """Run the command in this process, which has read GeoNames' list already."""
    return CliRunner().invoke(main, ["geocode", str(root), *words], env=surroundings(root) | {"LC_ALL": "C"})


def test_the_command_writes_and_says_so(server, tmp_path):
    root = asking(tmp_path / "content", CONTEXT, geocoder=told(server))
    done = sitegen("geocode", root, LC_ALL="C", **surroundings(root))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "places/tessa.yaml written" in done.stdout
    assert command(root).stdout == "Every toponym is in the gazetteer.\n"


def test_the_command_lists_numbers_and_takes_one(server, tmp_path):
    server.places["Tessa"].append(tessa(2, 41.72, 11.88, county="Vadja District"))
    root = asking(tmp_path / "content", "{place: Tessa, within: Upper Oblast}", geocoder=told(server))
    done = command(root, "--format", "json")
    assert done.exit_code == 1
    listed = json.loads(done.stdout)["results"][0]
    assert [c["hierarchy"][0] for c in listed["candidates"]] == ["Soluna District", "Vadja District"]
    assert set(listed["candidates"][0]) >= {"name", "km_from_others", "provider", "ref", "link", "precision"}
    assert command(root, "--choose", "9").exit_code == 2
    dry = command(root, "--choose", "2", "--dry-run")
    assert "would be written" in dry.stdout
    assert not (root / "places/tessa.yaml").exists()
    assert command(root, "--choose", "2").exit_code == 0
    assert "within: vadja-district" in (root / "places/tessa.yaml").read_text()


def test_the_command_says_outage_with_its_own_status(server, tmp_path):
    server.reply = down
    root = asking(tmp_path / "content", CONTEXT, geocoder=told(server))
    done = command(root)
    assert done.exit_code == 3
    assert "A service failed" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_the_command_without_a_network_asks_only_geonames(tmp_path):
    root = asking(tmp_path / "content", "{place: Zzz, within: Upper Oblast}")
    assert command(root, "--provider", "geonames").exit_code == 1


def at_a_terminal(root: Path, keys: str, *words: str, **variables: str) -> tuple[int, str]:
    """Run the command in a real terminal in which somebody types; returns its status and all that was shown."""
    ours, theirs = pty.openpty()
    env = os.environ | surroundings(root) | {"COLUMNS": "180"} | variables
    with subprocess.Popen(
        [sys.executable, "-m", "sitegen", "geocode", str(root), *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=env,
    ) as process:
        os.close(theirs)
        os.write(ours, keys.encode())
        shown = b""
        with contextlib.suppress(OSError):  # a terminal whose program has ended
            while part := os.read(ours, 4096):
                shown += part
    os.close(ours)
    return process.returncode, shown.decode()


TABLE = {
    "en": ("1 of 1: Tessa", "Which one is meant?", "this name, inside", "lies in"),
    "uk": ("1 з 1: Tessa", "Яке з них мається на увазі?", "ця назва, усередині", "лежить у"),
    "ru": ("1 из 1: Tessa", "Какое из них имеется в виду?", "это название, внутри", "лежит в"),
}


@pytest.mark.parametrize("lang", TABLE)
def test_a_person_at_a_terminal_chooses_from_a_table(server, tmp_path, lang):
    named = {"name": "Тесса", "name:en": "Tessa", "name:uk": "Теса", "name:ru": "Тесса"}
    server.places["Tessa"] = [
        tessa() | {"namedetails": named},
        tessa(2, 41.72, 11.88, county="Vadja District") | {"namedetails": named},
    ]
    wheres = ("{place: Tessa, within: Upper Oblast}", "{place: Soluna}")
    root = asking(tmp_path / "content", *wheres, geocoder=told(server))
    status, shown = at_a_terminal(root, "2\n", LC_ALL=f"{lang}.UTF-8")
    assert status == 0, shown
    for words in (
        *TABLE[lang],
        "Tessa · Теса · Тесса",  # names in the scripts of all three languages
        "Vadja District, Upper Oblast, Arland",  # hierarchy
        "│ 8 ",  # kilometres from the event's other place, Soluna
        "│ 52 ",
        "Nominatim",
        "https://www.openstreetmap.org/node/2",
    ):
        assert words in shown, shown
    assert "within: vadja-district" in (root / "places/tessa.yaml").read_text()


@pytest.mark.parametrize(("key", "written"), [("y", True), ("n", False)])
def test_drift_is_shown_at_a_terminal_as_a_diff_and_asked_about(server, tmp_path, key, written):
    root = moved(server, tmp_path)
    was = (root / "places/tessa.yaml").read_text()
    server.places["Tessa"][0]["lat"] = "41.46"
    status, shown = at_a_terminal(root, f"{key}\n", "--refresh", LC_ALL="uk_UA.UTF-8")
    lines = shown.replace("\r", "").splitlines()
    assert status == 0
    assert any("tessa: зсунулося на" in line for line in lines), shown
    assert any("-point: {lat: 41.45, lon: 11.35}" in line for line in lines)
    assert any("+point: {lat: 41.46, lon: 11.35}" in line for line in lines)
    assert "Записати цю зміну? [y/N]" in shown
    assert ("lat: 41.46" in (root / "places/tessa.yaml").read_text()) == written
    assert written or (root / "places/tessa.yaml").read_text() == was


def test_drift_is_told_to_a_program_and_not_written_unasked(server, tmp_path):
    root = moved(server, tmp_path)
    was = (root / "places/tessa.yaml").read_text()
    server.places["Tessa"][0]["lat"] = "41.46"
    done = command(root, "--refresh", "--format", "json")
    [drift] = json.loads(done.stdout)["drifts"]
    assert (done.exit_code, drift["place"], drift["status"], drift["moved_m"]) == (0, "tessa", "moved", 1111)
    assert "+point: {lat: 41.46, lon: 11.35}" in drift["diff"]
    assert (root / "places/tessa.yaml").read_text() == was


def test_choose_answers_one_question_only(server, tmp_path):
    root = asking(tmp_path / "content", "{place: Tessa}", "{place: Vess}", geocoder=told(server))
    done = command(root, "--choose", "1")
    assert done.exit_code == 2
    assert "--only" in done.stderr
    assert command(root, "--choose", "1", "--only", "Tessa").exit_code == 0


def test_a_place_without_known_languages_gets_an_english_name(server, tmp_path):
    from sitegen.geocode.nominatim import candidate as read

    class Location:
        latitude, longitude, raw = 41.0, 11.0, tessa() | {"namedetails": None}

    assert names(read(Location(), "ODbL 1.0", "X")) == {"en": "Tessa"}


@pytest.mark.parametrize("signal_", [signal.SIGINT, signal.SIGKILL])
def test_a_stopped_run_keeps_what_it_found_and_goes_on(server, tmp_path, signal_):
    names_ = [f"Tessa{letter}" for letter in "bdkl"]
    for number, name in enumerate(names_):
        server.places[name] = [place(name, number, 41.45 + number / 50, 11.3, county="Soluna District", **UPPER)]
    root = asking(
        tmp_path / "content", *(f"{{place: {n}, within: Soluna District}}" for n in names_), geocoder=told(server)
    )
    variables = os.environ | surroundings(root, "0.5")
    words = [sys.executable, "-m", "sitegen", "geocode", str(root)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=variables) as process:
        while len(server.asked) < 2:
            time.sleep(0.02)
        process.send_signal(signal_)
        said = process.communicate(timeout=30)[1]
    assert process.returncode == (130 if signal_ == signal.SIGINT else -signal_)
    assert ("goes on from here" in said) == (signal_ == signal.SIGINT)
    assert (root / "places/tessab.yaml").is_file()
    assert command(root).exit_code == 0
    assert len({str(a.words) for a in server.asked}) == 4
    assert len(server.asked) <= 5  # the one under way was not answered for the run that was stopped
