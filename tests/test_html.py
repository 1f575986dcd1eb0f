"""Every template as the Nu HTML checker sees it: its rules, not ours."""

import re
from collections.abc import Mapping
from pathlib import Path

import jinja2
import pytest
import valley
from sitebuilding import BASE, ROOT, copied, edit, written
from validators import nu

from sitegen import build
from sitegen.build import Options
from sitegen.model.tiles import Tiles

TEMPLATES = ROOT / "templates"
EMPTY = TEMPLATES / "preview" / "empty.html"
LANGUAGES = "languages: [en]"
OURS = re.compile(r"assets/[^/]+\.css")
BASE_URL = "https://front.invented.org/map/"
TILES = {"name": "Tiles", "url": "https://tiles.invented.org/{z}/{x}/{y}.png", "attribution": "Tiles"}


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[str]]:
    """The valley, and the base content with a story, tiles and three languages; and the templates they needed."""
    folder, used = tmp_path_factory.mktemp("html"), set[str]()
    load = jinja2.Environment.get_template

    def noted(self: jinja2.Environment, name: str, *more: object, **named: object) -> jinja2.Template:
        used.add(name)
        return load(self, name, *more, **named)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHON_CPU_COUNT", "1")  # what another process loads is not seen here
        patch.setattr(jinja2.Environment, "get_template", noted)
        site = valley.make(base_url=BASE_URL)
        tiled = site.file.model_copy(update={"tiles": Tiles.model_validate(TILES)})
        written(_checked(valley.render(valley.make(base_url=BASE_URL, file=tiled))), folder / "valley")
        content = copied(BASE, folder / "content")
        edit(content / "site.yaml", LANGUAGES, "languages: [en, uk, ru]")
        read, findings = build.examine(content, Options())
        assert not findings.problems
        written(_checked(dict(build.render(build.assemble(read, findings)))), folder / "base")
    return folder, used


def _checked(tree: Mapping[str, bytes]) -> dict[str, bytes]:
    """Every page, and the style sheets that are ours: as they are published, squeezed."""
    return {path: data for path, data in tree.items() if path.endswith(".html") or OURS.fullmatch(path)}


def test_every_template_is_among_what_is_checked(corpora: tuple[Path, set[str]]) -> None:
    ours = {path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html") if path != EMPTY}
    assert ours - corpora[1] == set()
    for lang in ("uk", "ru"):
        names = [{path.relative_to(home) for path in home.rglob("*.html")} for home in
                 (corpora[0] / "base", corpora[0] / "base" / lang)]  # fmt: skip
        assert {path.as_posix() for path in names[0] - names[1] if path.parts[0] not in {"uk", "ru"}} == {"404.html"}


def test_the_checker_finds_nothing(corpora: tuple[Path, set[str]]) -> None:
    assert nu(corpora[0] / "valley", corpora[0] / "base", EMPTY, styles=True) == []


@pytest.mark.heavy
def test_nor_on_any_page_of_the_real_site(real_site: Path) -> None:
    assert nu(real_site) == []


def test_a_mistake_would_be_found(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<!doctype html><html lang=en><title>A</title><p><ul><li>b</ul></p><table><tr><td role=cell>c</table>"
    )
    (tmp_path / "sheet.css").write_text("p { colour: black }")
    said = "\n".join(nu(tmp_path, styles=True))
    for words in (
        "No “p” element in scope",
        "The “role” attribute must not be used",
        "Property “colour” doesn't exist",
    ):
        assert words in said
