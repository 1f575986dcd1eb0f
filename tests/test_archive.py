"""`sitegen build --zip`: the site in one file, the same bytes each time, which opens from a USB stick."""

import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from browsing import Opener
from sitebuilding import BASE, copied, sitegen, tree

from sitegen.build import archive_of, build
from sitegen.publish import PublishError
from sitegen.publish.archive import FOLDER


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("zip") / "output"
    assert not build(BASE, output, zipped=True).problems
    return output


def test_it_holds_the_site_and_nothing_else(built: Path) -> None:
    with zipfile.ZipFile(archive_of(built)) as archive:
        assert archive.testzip() is None
        held = {info.filename: archive.read(info) for info in archive.infolist()}
        modes = {(info.date_time, info.external_attr >> 16, info.create_system) for info in archive.infolist()}
    assert held == {FOLDER + path: data for path, data in tree(built).items() if not path.startswith(".")}
    assert modes == {((1980, 1, 1, 0, 0, 0), 0o100644, 3)}


def test_the_same_content_gives_the_same_archive(built: Path, tmp_path: Path) -> None:
    done = sitegen("build", copied(BASE, tmp_path / "x/content"), "-o", tmp_path / "elsewhere", "--zip",
                   PYTHONHASHSEED="3", TZ="Pacific/Kiritimati", LC_ALL="C.UTF-8")  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "elsewhere.zip" in done.stdout
    assert (tmp_path / "elsewhere.zip").read_bytes() == archive_of(built).read_bytes()


def test_what_sitegen_did_not_make_stays(tmp_path: Path) -> None:
    mine = tmp_path / "output.zip"
    mine.write_bytes(b"letters")
    with pytest.raises(PublishError, match="did not make"):
        build(BASE, tmp_path / "output", zipped=True)
    assert mine.read_bytes() == b"letters"
    assert not build(BASE, tmp_path / "output", zipped=True, force=True).problems
    assert zipfile.is_zipfile(mine)
    assert not build(BASE, tmp_path / "output", zipped=True).problems, "its own archive it replaces"


def test_a_mistake_leaves_the_old_archive(tmp_path: Path) -> None:
    content, output = copied(BASE, tmp_path / "content"), tmp_path / "output"
    build(content, output, zipped=True)
    before = archive_of(output).read_bytes()
    (content / "kinds.yaml").write_text("groups: [\n", encoding="utf-8")
    assert build(content, output, zipped=True).problems
    assert archive_of(output).read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"content", "output", "output.zip"}


@pytest.mark.browser
def test_unpacked_it_is_walked_from_page_to_page(built: Path, tmp_path: Path, open_page: Opener) -> None:
    """From file://, every page that the front page leads to is opened and itself leads only to files there are."""
    with zipfile.ZipFile(archive_of(built)) as archive:
        archive.extractall(tmp_path / "stick with spaces")
    root = tmp_path / "stick with spaces" / FOLDER
    page = open_page(root / "index.html")
    assert page.locator(".leaflet-container").count() == 1
    seen: set[str] = set()
    waiting = [page.url]
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        page.goto(address)
        links = page.eval_on_selector_all("a[href]", "all => all.filter(a => a.protocol === 'file:').map(a => a.href)")
        for link in (str(one).split("#")[0] for one in links):
            path = Path(unquote(urlsplit(link).path))
            assert path.is_file(), f"{address} links {link}"
            assert path.is_relative_to(root)
            if path.suffix == ".html" and path.parent.name in {FOLDER.strip("/"), "events", "stories"}:
                waiting.append(link)
    assert len(seen) > 8
