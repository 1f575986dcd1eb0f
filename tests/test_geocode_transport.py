"""The rules of use, against a server that misbehaves: pace, patience, time limit, what is kept, what is sent."""

import email.utils
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from geocoding import asking, told
from geopy.exc import (
    GeocoderInsufficientPrivileges,
    GeocoderRateLimited,
    GeocoderServiceError,
    GeocoderTimedOut,
    GeocoderUnavailable,
)
from nominatim_shaped import Asked, Reply, Shaped, place, serving

from sitegen import content
from sitegen.geocode import MisuseError
from sitegen.geocode import pace as pacing
from sitegen.geocode import transport as transporting
from sitegen.geocode.connection import connected
from sitegen.geocode.kept import DAY_S, Kept
from sitegen.geocode.pace import Pace
from sitegen.geocode.transport import Transport

HEADERS = {"User-Agent": "test"}


@pytest.fixture
def server() -> Iterator[Shaped]:
    with serving(Shaped({"Tessa": [place("Tessa", 1, 41.4, 11.3)]})) as shaped:
        yield shaped


def transport(folder: Path, secrets: tuple[str, ...] = (), proxies: dict[str, str] | None = None) -> Transport:
    kept = Kept(folder / "kept", secrets)
    return Transport(proxies=proxies or {}, ssl_context=None, pace=Pace(folder / "lock", 0.0), kept=kept)


def ask(made: Transport, server: Shaped, query: str = "q=Tessa", timeout: float = 5.0) -> object:
    return made.get_json(f"http://{server.address}/search?{query}", timeout=timeout, headers=HEADERS)


def busy(times: int, status: int, headers: dict[str, str]) -> object:
    def reply(number: int, asked: Asked) -> Reply | None:
        return (status, headers, b"busy") if number <= times else None

    return reply


def test_an_answer_is_kept_and_asked_for_once(server, tmp_path):
    assert ask(transport(tmp_path), server) == ask(transport(tmp_path), server)
    assert len(server.asked) == 1


def test_an_answer_is_asked_for_again_after_a_month_and_nothing_after_a_day(server, tmp_path):
    for query, days in (("q=Tessa", 31), ("q=Nowhere", 2)):
        ask(transport(tmp_path), server, query)
        ask(transport(tmp_path), server, query)
        for file in (tmp_path / "kept").iterdir():
            old = json.loads(file.read_text())
            file.write_text(json.dumps(old | {"at": old["at"] - days * DAY_S}))
        ask(transport(tmp_path), server, query)
    assert len(server.asked) == 4


def test_a_damaged_kept_answer_is_asked_for_again(server, tmp_path):
    ask(transport(tmp_path), server)
    next((tmp_path / "kept").iterdir()).write_text("{half")
    ask(transport(tmp_path), server)
    assert len(server.asked) == 2


def test_an_answer_that_is_no_json_is_an_error_and_not_kept(server, tmp_path):
    server.reply = lambda number, asked: (200, {}, b"<html>captive portal")
    with pytest.raises(GeocoderServiceError):
        ask(transport(tmp_path), server)
    assert not (tmp_path / "kept").exists()


def test_keys_never_reach_the_disk(server, tmp_path):
    ask(transport(tmp_path, ("s3cret",)), server, "q=Tessa&api_key=s3cret")
    assert all("s3cret" not in file.read_text() for file in (tmp_path / "kept").iterdir())
    assert server.asked[0].words["api_key"] == "s3cret"


def test_a_busy_server_is_asked_again_when_it_says(server, tmp_path):
    server.reply = busy(1, 429, {"Retry-After": "1"})
    assert ask(transport(tmp_path), server)
    assert server.asked[1].at - server.asked[0].at >= 0.99


def test_a_retry_after_date_is_understood(server, tmp_path):
    server.reply = busy(1, 503, {"Retry-After": email.utils.formatdate(time.time() + 2, usegmt=True)})
    assert ask(transport(tmp_path), server)
    assert 0.5 <= server.asked[1].at - server.asked[0].at <= 3


def test_back_off_doubles_and_ends(server, tmp_path, monkeypatch):
    pauses: list[float] = []
    monkeypatch.setattr(Pace, "hold_back", lambda self, seconds: pauses.append(seconds))
    server.reply = busy(99, 500, {})
    with pytest.raises(Exception, match="500"):
        ask(transport(tmp_path), server)
    assert pauses == [2.0, 4.0, 8.0]
    assert len(server.asked) == transporting.TRIES


def test_a_pause_longer_than_anybody_waits_is_an_outage_at_once(server, tmp_path):
    server.reply = busy(99, 429, {"Retry-After": "3600"})
    with pytest.raises(Exception, match="429"):
        ask(transport(tmp_path), server)
    assert len(server.asked) == 1


def test_a_refusal_is_not_repeated(server, tmp_path):
    server.reply = busy(99, 403, {})
    with pytest.raises(Exception, match="403"):
        ask(transport(tmp_path), server)
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("status", "error"),
    [(403, GeocoderInsufficientPrivileges), (429, GeocoderRateLimited), (400, GeocoderServiceError)],
)
def test_geopy_turns_refusals_into_its_own_errors(server, tmp_path, monkeypatch, status, error):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    server.reply = busy(99, status, {"Retry-After": "9999"})
    root = asking(tmp_path / "content", "{place: Tessa}", geocoder=told(server))
    geocoder = connected(content.read(root)[0].site.record, Pace(tmp_path / "lock", 0.0), fresh=False)
    with pytest.raises(error):
        geocoder.search("Tessa", "")


def test_a_server_that_answers_drop_by_drop_meets_the_time_limit(server, tmp_path):
    server.reply = lambda number, asked: 0.05
    started = time.monotonic()
    with pytest.raises(GeocoderTimedOut):
        ask(transport(tmp_path), server, timeout=0.4)
    assert time.monotonic() - started < 4


def test_a_server_that_is_down_is_unavailable_and_not_an_empty_answer(tmp_path):
    with serving(Shaped()) as gone:
        pass
    with pytest.raises(GeocoderUnavailable):
        ask(transport(tmp_path), gone)


def test_proxies_of_the_environment_are_used(server, tmp_path, monkeypatch):
    monkeypatch.setenv("http_proxy", f"http://{server.address}")
    monkeypatch.setenv("no_proxy", "")
    made = Transport(proxies=None, ssl_context=None, pace=Pace(tmp_path / "lock", 0.0), kept=Kept(tmp_path / "kept"))
    assert made.get_json("http://geocoder.invalid/search?q=Tessa", timeout=5, headers=HEADERS)
    assert server.asked[0].headers["Host"] == "geocoder.invalid"


def test_the_service_learns_who_asks_and_whom_to_write_to(server, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    root = asking(tmp_path / "content", "{place: Tessa}", geocoder=told(server))
    connected(content.read(root)[0].site.record, Pace(tmp_path / "lock", 0.0), fresh=False).search("Tessa", "XA")
    agent = server.asked[0].headers["User-Agent"]
    assert agent.startswith("frontline-civilians/")
    assert "corrections@borderland-record.org" in agent
    words = server.asked[0].words
    assert (words["limit"], words["accept-language"], words["countrycodes"]) == ("10", "en", "xa")
    assert {"namedetails", "addressdetails", "extratags", "polygon_threshold"} <= set(words)


def test_nobody_is_asked_with_the_contact_of_a_template(server, tmp_path):
    root = asking(tmp_path / "content", "{place: Tessa}", geocoder=told(server))
    site = (root / "site.yaml").read_text().replace("corrections@borderland-record.org", "contact@example.org")
    (root / "site.yaml").write_text(site)
    with pytest.raises(MisuseError, match="placeholder"):
        connected(content.read(root)[0].site.record, Pace(tmp_path / "lock"), fresh=False)


ASKING = """
import sys, time
from pathlib import Path
from sitegen.geocode.pace import Pace
pace = Pace(Path(sys.argv[1]), 0.25)
for _ in range(6):
    pace.wait()
    print(time.time(), flush=True)
"""


def test_two_processes_share_one_pace(tmp_path):
    command = [sys.executable, "-c", ASKING, str(tmp_path / "lock")]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    starts = sorted(float(line) for process in both for line in process.communicate(timeout=60)[0].split())
    assert len(starts) == 12
    # Each alone would be done in 5 × 0.25 s. Single gaps vary with how soon a process wakes up.
    assert starts[-1] - starts[0] >= 11 * 0.25 - 0.2


def test_the_pace_is_one_request_a_second():
    assert Pace().gap_s == pacing.GAP_S == 1.0


@pytest.mark.parametrize(
    ("domain", "told", "seconds"),
    [
        ("127.0.0.1:8080", "0", 0.0),
        ("localhost", "0.25", 0.25),
        ("[::1]:80", "0", 0.0),
        ("127.0.0.1", None, 1.0),
        ("127.0.0.1", "soon", 1.0),
        ("127.0.0.1", "-3", 0.0),
        (None, "0", 1.0),
        ("nominatim.example.org", "0", 1.0),
        ("localhost.example.org", "0", 1.0),
        ("127.0.0.1@geocoder.example.org", "0", 1.0),
    ],
)
def test_only_a_server_on_this_machine_may_be_asked_faster(monkeypatch, domain, told, seconds):
    monkeypatch.delenv(pacing.GAP_HERE, raising=False)
    if told is not None:
        monkeypatch.setenv(pacing.GAP_HERE, told)
    assert pacing.gap_s(domain) == seconds


def test_a_process_that_dies_while_it_waits_holds_nobody_up(tmp_path):
    Pace(tmp_path / "lock").hold_back(60)
    sleeping = subprocess.Popen([sys.executable, "-c", ASKING, str(tmp_path / "lock")], stdout=subprocess.DEVNULL)
    time.sleep(0.5)
    sleeping.kill()
    sleeping.wait()
    (tmp_path / "lock").write_text("not a number")
    started = time.monotonic()
    Pace(tmp_path / "lock", 0.0).wait()
    assert time.monotonic() - started < 5


def test_a_clock_that_was_set_back_does_not_stop_anybody(tmp_path, monkeypatch):
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    (tmp_path / "lock").write_text(f"{time.time() + 10**9:.3f}")
    Pace(tmp_path / "lock").wait()
    assert slept[0] <= pacing.LONGEST_S
