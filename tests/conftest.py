"""What every test file shares: the browser (see `browsing`), a local server, and blessing expected output."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from fcntl import LOCK_EX, flock
from pathlib import Path

import pytest
from hypothesis import settings
from static_server import serving

from sitegen.build import build

pytest_plugins = ("browsing",)

# A busy machine is slow and not wrong: nothing is timed in the suite. The same commit always tries the same examples,
# so that a change is never stopped by luck; pytest --hypothesis-profile=explore looks further.
settings.register_profile("explore", deadline=None)
settings.register_profile("same", deadline=None, derandomize=True)
settings.load_profile("same")

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="write what the code gives as the expected output")


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real content, built once for all tests of all processes: they only read it."""
    mine = tmp_path_factory.getbasetemp()
    common = mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine
    output = common / "real" / "output"
    with (common / "real.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not output.exists():
            assert not build(ROOT / "content", output).problems
    return output


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str | bytes], None]:
    """Compare with `tests/golden/NAME`, or write it under --bless (or SITEGEN_BLESS=1)."""
    bless = request.config.getoption("--bless") or os.environ.get("SITEGEN_BLESS") == "1"

    def same(name: str, given: str | bytes) -> None:
        path = ROOT / "tests" / "golden" / name
        data = given.encode() if isinstance(given, str) else given
        if bless:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        assert path.is_file(), f"tests/golden/{name} is missing: make bless, then read what it wrote"
        expected = path.read_bytes()
        if isinstance(given, str):
            assert given == expected.decode()  # as text, so that pytest shows the lines that differ
        assert data == expected

    return same


@pytest.fixture
def serve_dir() -> Iterator[Callable[..., str]]:
    """Serve a folder on loopback until the test ends: `serve_dir(path, base="/x/")` gives the address."""
    with ExitStack() as stack:
        yield lambda directory, base="/": stack.enter_context(serving(directory, base))
