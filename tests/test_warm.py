"""What is built with what earlier builds kept is what is built from nothing, to the byte, whatever was edited."""

import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sitebuilding import BASE, copied, tree

from sitegen import build
from sitegen.build import Options
from sitegen.store import Store

sys.path.insert(0, str(Path(__file__).parent / "bench"))

FIRST = Options(now=date(2030, 12, 1))
OPTIONS = (FIRST, Options(now=date(2030, 2, 1)), Options(now=date(2030, 12, 1), base_url="https://record.example.org"))
LINES = {
    "events": (
        'title: "Aid reported near the border, {w}"', "kind: aid", "also: [return]", "when: 2030-0{d}",
        "summary: Told anew {n}.",
        "withdrawn: {{date: 2030-06-01, reason: request}}", "embargo_until: 2030-0{d}-15",
        "related: [2030-01-10-bridge-mended]", "# nothing {n}",
        "corrections: [{{date: 2030-11-0{d}, what: The place, now: It is {n}.}}]",
        "sources: [{{id: a, publisher: Paper {d}, url: 'https://daily.example.org/{n}'}}]",
        "where: [{{place: Soluna bridge}}]", "where: [{{precision: undisclosed}}]", "exceptions: []",
    ),
    "places": ("name: Renamed {n}", "radius_km: {d}", "spellings: [Spelt {n}]", "# nothing {n}", "precision: district"),
    "speakers": ("name: Speaker {n}", "side: belmark", "# nothing {n}"),
    "stories": ("title: A story {w}", "summary: It is {w}."),
    "site.yaml": ("title: Record {n}", "languages: [en, uk]", "attribution: Owner {n}", "as_of: 2030-0{d}-01"),
    "pages": ("Words {n}",),
}  # fmt: skip
WORDS = ("by day", "by night", "at noon")


def reline(content: Path, random: Random) -> None:
    """Set a top-level field of a file to something else, or add it."""
    folder = random.choice(["events"] * 6 + sorted(LINES))
    path = random.choice([path for path in files(content) if path.relative_to(content).parts[0] == folder])
    line = random.choice(LINES[folder]).format(n=random.randrange(1000), d=random.randint(1, 5), w=random.choice(WORDS))
    field = line.partition(":")[0]
    kept, dropping = [], False
    for old in path.read_text(encoding="utf-8").splitlines():
        dropping = old.startswith(f"{field}:") or (dropping and old.startswith((" ", "-")))
        kept += [] if dropping else [old]
    path.write_text("\n".join([*kept, line, ""]), encoding="utf-8")


def add(content: Path, random: Random) -> None:
    """Copy an event under another name."""
    path = random.choice(events(content))
    path.with_name(f"{path.stem}-{''.join(random.choices('aeiou', k=5))}.yaml").write_bytes(path.read_bytes())


def remove(content: Path, random: Random) -> None:
    """Delete an event."""
    random.choice(events(content)).unlink()


def files(content: Path) -> list[Path]:
    return sorted(path for path in content.rglob("*") if path.is_file())


def events(content: Path) -> list[Path]:
    return [path for path in files(content) if "events" in path.parts]


def both(content: Path, options: Options, store: Store) -> tuple[dict[str, bytes], dict[str, bytes]] | None:
    """Return what is made with what the store has, and what is made from nothing; None while there are problems."""
    read, findings = build.examine(content, options)
    if findings.problems:
        return None
    site = build.assemble(read, findings, options)
    warm = dict(build.render(site, build.kept(read, site, store)))
    return warm, dict(build.render(build.assemble(read, findings, options)))


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for all edits of all examples: the more it holds, the more could be taken wrongly."""
    store = Store(tmp_path_factory.mktemp("store") / "kept.db")
    yield store
    store.close()


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """One process: forking costs more than such small sites do."""
    monkeypatch.setenv("PYTHON_CPU_COUNT", "1")


@settings(max_examples=10, phases=[Phase.generate])  # a smaller example is not worth the builds that find it
@given(seed=st.integers(0, 10**6), choices=st.lists(st.sampled_from(OPTIONS), min_size=3, max_size=5))
def test_whatever_is_edited_warm_is_as_cold(tmp_path_factory, shared, seed, choices):
    content, random = copied(BASE, tmp_path_factory.mktemp("warm") / "content"), Random(seed)  # noqa: S311 - repeatable
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHON_CPU_COUNT", "1")
        for options in choices:
            before = tree(content)
            random.choice([reline, reline, reline, reline, add, remove])(content, random)
            made = both(content, options, shared)
            if made:
                warm, cold = made
                assert warm.keys() == cold.keys()
                assert [path for path in cold if warm[path] != cold[path]] == []
            else:
                shutil.rmtree(content)
                for path, data in before.items():
                    (content / path).parent.mkdir(parents=True, exist_ok=True)
                    (content / path).write_bytes(data)
