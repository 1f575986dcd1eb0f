"""What is kept between builds: whole or not at all, for its owner only, and never the cause of a failure."""

import os
import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sitegen import store
from sitegen.store import Store

KEY, OTHER = b"k" * 32, b"o" * 32


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "kept.db"


def kept(path: Path, **values: bytes) -> Path:
    """Put values under one-letter keys, in a run of its own."""
    one = Store(path)
    for name, value in values.items():
        one.put(name.encode() * 32, value)
    one.close()
    return path


def found(path: Path | None, *keys: bytes) -> dict[bytes, bytes]:
    one = Store(path)
    try:
        return dict(one.get(list(keys) or [KEY, OTHER]))
    finally:
        one.close()


def test_what_is_put_is_found_in_the_same_run_and_in_later_ones(path):
    one = Store(path)
    one.put(KEY, b"value")
    assert dict(one.get([KEY, OTHER])) == {KEY: b"value"}
    one.close()
    assert found(path) == {KEY: b"value"}


def test_many_values_and_large_ones(path):
    one, large = Store(path), os.urandom(3_000_000)
    keys = [number.to_bytes(32, "big") for number in range(1200)]
    for key in keys:
        one.put(key, key * 2)
    for key in keys[:4]:
        one.put(key, large)
    one.close()
    assert found(path, *keys) == {key: large if key in keys[:4] else key * 2 for key in keys}


def test_only_its_owner_may_read_it(path):
    kept(path, k=b"a draft")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("shared", ["file", "folder"])
def test_what_others_may_write_to_is_not_trusted(path, shared):
    kept(path, k=b"value")
    (path if shared == "file" else path.parent).chmod(0o777)
    assert found(path) == {}


def test_a_linked_file_is_not_followed(path, tmp_path):
    kept(path, k=b"value").rename(tmp_path / "elsewhere.db")
    path.symlink_to(tmp_path / "elsewhere.db")
    assert found(path) == {}


@pytest.mark.parametrize("keep", [0, 1, 100, 5000, 17000])
def test_a_file_cut_short_is_as_good_as_none_and_made_anew(path, keep):
    kept(path, k=b"value" * 9000, o=b"other")
    with path.open("r+b") as file:
        file.truncate(keep)
    assert set(found(path).items()) <= {(KEY, b"value" * 9000), (OTHER, b"other")}
    for _ in range(2):
        kept(path, k=b"new")
    assert found(path).get(KEY) == b"new"


def test_a_value_that_was_damaged_counts_as_none(path):
    kept(path, k=b"value" * 20, o=b"other")
    data = path.read_bytes()
    assert data.count(b"valuevaluevalue")
    path.write_bytes(data.replace(b"valuevaluevalue", b"valuevAluevalue"))
    assert found(path) == {OTHER: b"other"}


def test_a_value_under_anothers_key_counts_as_none(path):
    kept(path, k=b"value", o=b"other")
    with sqlite3.connect(path) as db:
        db.execute("UPDATE kept SET value = (SELECT value FROM kept WHERE key = ?)", (KEY,))
    db.close()
    assert found(path) == {KEY: b"value"}


@pytest.mark.parametrize("data", [b"this is no database at all" * 100, b"SQLite format 3\0" + bytes(5000)])
def test_another_file_in_its_place_is_replaced(path, data):
    path.parent.mkdir(mode=0o700)
    path.write_bytes(data)
    path.chmod(0o600)
    assert found(path) == {}
    kept(path, k=b"value")
    assert found(path) == {KEY: b"value"}


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    one = Store(tmp_path / "file" / "kept.db")
    one.put(KEY, b"value")
    assert dict(one.get([KEY])) == {}
    assert not one.is_open
    one.close()
    assert found(None) == {}


def test_deleted_while_it_is_used_is_no_error(path):
    one = Store(path)
    one.put(KEY, b"value")
    path.unlink()
    path.parent.rmdir()
    one.put(OTHER, bytes(9_000_000))
    assert set(dict(one.get([KEY, OTHER]))) <= {KEY, OTHER}
    one.close()
    kept(path, k=b"again")
    assert found(path) == {KEY: b"again"}


def test_while_another_run_writes_nothing_is_lost_but_time(path, monkeypatch):
    kept(path, k=b"value")
    monkeypatch.setattr(store, "_WAIT_SECONDS", 0.05)
    with sqlite3.connect(path) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert found(path) == {}
        other.execute("ROLLBACK")
    other.close()
    assert found(path) == {KEY: b"value"}


def test_several_at_once(path):
    keys = [number.to_bytes(32, "big") for number in range(200)]

    def run(_: int) -> bool:
        one = Store(path)
        for key in keys:
            one.put(key, key)
        right = all(key == value for key, value in one.get(keys))
        one.close()
        return right

    with ThreadPoolExecutor(4) as threads:
        assert all(threads.map(run, range(12)))
    assert found(path, *keys) == {key: key for key in keys}


def test_in_a_fork_it_is_empty_and_stays_whole(path):
    one = Store(kept(path, k=b"value"))
    if not (child := os.fork()):
        one.put(OTHER, b"other")
        os._exit(len(dict(one.get([KEY, OTHER]))))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert dict(one.get([KEY])) == {KEY: b"value"}
    one.close()


def test_what_the_last_runs_did_not_use_is_forgotten(path):
    kept(path, k=b"value", o=b"other")
    for _ in range(12):
        assert found(path, KEY) == {KEY: b"value"}
    assert found(path) == {KEY: b"value"}


def test_stores_of_folders_that_are_gone_are_deleted_in_time(path):
    old = kept(path.with_name("old.db"), k=b"value")
    os.utime(old, (0, 0))
    kept(path, k=b"value")
    assert [file.name for file in path.parent.iterdir()] == ["kept.db"]


def test_where_it_is_kept(tmp_path, monkeypatch):
    monkeypatch.delenv("SITEGEN_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert store.folder() == tmp_path / "xdg" / "sitegen"
    monkeypatch.setenv("SITEGEN_CACHE", str(tmp_path / "mine"))
    assert store.folder() == tmp_path / "mine"
    first, second = (store.of_content(tmp_path / name) for name in ("one", "two"))
    first.put(KEY, b"value")
    first.close()
    assert dict(second.get([KEY])) == {}
    second.close()
