"""A real Nominatim for the tests: imported once from `data/nominatim/tiny.osm`, then served from one SQLite file.

Needs from Debian: postgresql-15-postgis-3, osm2pgsql, libsqlite3-mod-spatialite and, to compile PyICU, libicu-dev,
pkg-config, g++ and python3-dev (`.ci/run` installs them); and `/usr/bin/python3`, whose sqlite3 loads extensions.
Nominatim itself comes from PyPI into an environment of its own. Everything lies in a cache folder outside the
repository, under the hash of what it was made from.
"""

import hashlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes.util import find_library
from pathlib import Path
from typing import Any

OSM = Path(__file__).parent / "data" / "nominatim" / "tiny.osm"
PACKAGES = (
    "nominatim-db==5.3.3",
    "nominatim-api==5.3.3",
    "psycopg[binary]==3.3.9",
    "aiosqlite==0.22.1",
    "falcon==4.4.0",
    "uvicorn==0.54.0",
)
PYTHON = "/usr/bin/python3"
POSTGRES = Path("/usr/lib/postgresql/15/bin")
# Read once: tests give the code under test a cache folder of its own.
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "frontline-civilians", "nominatim")
_UP_S = 30.0


def missing() -> str:
    """Say in a sentence why there can be no Nominatim here, or nothing."""
    wanted = {
        "PostgreSQL 15 with PostGIS": (POSTGRES / "initdb").is_file()
        and Path("/usr/share/postgresql/15/extension/postgis.control").is_file(),
        "osm2pgsql": shutil.which("osm2pgsql") is not None,
        "mod_spatialite": find_library("spatialite") is not None
        or bool(list(Path("/usr/lib").rglob("mod_spatialite.so"))),
        "pkg-config with ICU": _succeeds("pkg-config", "--exists", "icu-i18n"),
        "a C++ compiler": shutil.which("g++") is not None,
        PYTHON: _succeeds(PYTHON, "-c", "import sqlite3; sqlite3.connect(':memory:').enable_load_extension(True)"),
    }
    absent = [name for name, there in wanted.items() if not there]
    return f"no Nominatim here, {', '.join(absent)} missing: .ci/run on Debian 12 as root installs it" if absent else ""


def _succeeds(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _run(*command: object, **options: Any) -> None:
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, errors="replace", check=False, **options
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed:\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")


def environment() -> Path:
    """Return the folder of a virtual environment that holds Nominatim; making it takes a minute or two, once."""
    stamp = hashlib.sha256(" ".join(PACKAGES).encode()).hexdigest()[:12]
    folder = CACHE / f"venv-{stamp}"
    if not (folder / ".complete").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        _run(PYTHON, "-m", "venv", "--without-pip", folder)
        pip = [sys.executable, "-m", "pip", "--python", folder / "bin" / "python"]
        _run(*pip, "install", "--quiet", "--disable-pip-version-check", *PACKAGES)
        (folder / ".complete").touch()
    return folder


def database() -> Path:
    """Return the SQLite database made from `tiny.osm`; it is made anew when that file changes (20 seconds)."""
    made_from = hashlib.sha256(OSM.read_bytes() + " ".join(PACKAGES).encode()).hexdigest()[:12]
    path = CACHE / f"tiny-{made_from}.sqlite"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent) as project, _postgres() as dsn:
            nominatim = environment() / "bin" / "nominatim"
            told = _settings(dsn) | {"NOMINATIM_IMPORT_STYLE": "admin", "NOMINATIM_DATABASE_WEBUSER": "webuser"}
            options = {"cwd": project, "env": told}
            _run(nominatim, "import", "--osm-file", OSM, "--no-updates", "--offline", "-j", "2", **options)
            _run(nominatim, "convert", "--with-search", "-o", Path(project, "tiny.sqlite"), **options)
            Path(project, "tiny.sqlite").replace(path)
    return path


def _settings(dsn: str) -> dict[str, str]:
    plain = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    return plain | {"NOMINATIM_DATABASE_DSN": dsn}


@contextmanager
def _postgres() -> Iterator[str]:
    """Run a PostgreSQL of our own, reached only through a socket in its folder; yields Nominatim's DSN for it."""
    user = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    folder = Path(tempfile.mkdtemp(prefix="sitegen-pg-"))
    try:
        if user:
            shutil.chown(folder, "postgres", "postgres")
        data, owner = folder / "data", "postgres"
        _run(POSTGRES / "initdb", "-D", data, "-U", owner, "-A", "trust", "-E", "UTF8", cwd=folder, **user)
        flags = f"-k {folder} -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        _run(POSTGRES / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", flags, "start", cwd=folder, **user)
        try:
            _run(POSTGRES / "psql", "-h", folder, "-U", owner, "-c", "create role webuser login", cwd=folder)
            yield f"pgsql:dbname=nominatim;host={folder};user={owner}"
        finally:
            _run(POSTGRES / "pg_ctl", "-D", data, "-m", "immediate", "stop", cwd=folder, **user)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def serving() -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """Serve the database on loopback; yields "host:port" and the server's process, which a test may kill."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    told = _settings(f"sqlite:dbname={database()}")
    command = [str(environment() / "bin" / "nominatim"), "serve", "--server", address]
    with tempfile.TemporaryDirectory() as project:
        server = subprocess.Popen(
            command, cwd=project, env=told, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        try:
            _await(address, server)
            yield address, server
        finally:
            server.kill()
            server.wait()


def _await(address: str, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + _UP_S
    while True:
        try:
            with urllib.request.urlopen(f"http://{address}/status", timeout=5) as page:
                if page.read() == b"OK":
                    return
        except OSError:
            pass
        if server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError("nominatim serve did not come up")
        time.sleep(0.2)
