"""`sitegen check FILE`: what the whole report says of that file, and nothing else, whatever is left undone for it."""

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from corpora import BASE, BESIDE, cases

from sitegen.build import Options, examine
from sitegen.content import Known

CONTENT = Path(__file__).parent.parent / "content"


def differing(root: Path, paths: Iterable[str] | None = None) -> list[str]:
    """Return the paths of which a check of one file says something else than a check of all, in any order."""
    known = Known()  # read once: it is the checking that is compared
    found = examine(root, Options(), known)[1].all
    told = paths if paths is not None else {problem.mark.path for problem in found}
    alone = {path: examine(root, Options(only=(path,)), known)[1].all for path in told}
    return [path for path, said in alone.items() if said != tuple(p for p in found if p.mark.path == path)]


def test_every_event_of_the_real_content_alone_is_told_what_all_together_are():
    events = [path.relative_to(CONTENT).as_posix() for path in sorted(CONTENT.glob("events/*/*.yaml"))]
    assert len(events) >= 60
    assert differing(CONTENT, events) == []


@pytest.mark.parametrize("case", cases("invalid"), ids=lambda case: case.name)
def test_every_file_of_the_invalid_corpus_alone_is_told_what_all_together_are(case, tmp_path):
    root = tmp_path / "content"
    shutil.copytree(BASE, root)
    shutil.copytree(case, root, dirs_exist_ok=True, ignore=lambda _, names: BESIDE & set(names))
    assert differing(root) == []


def test_the_ground_is_told_of_where_its_file_is_asked_for(tmp_path):
    root = tmp_path / "content"
    shutil.copytree(BASE, root)
    (root / "basemap").mkdir(exist_ok=True)
    (root / "basemap" / "rivers.geojson").write_text("{}", encoding="utf-8")
    assert differing(root) == []
    assert examine(root, Options(only=("basemap",)))[1].all
