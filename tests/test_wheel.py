"""The wheel works alone: templates travel in it, and it builds a site from any folder."""

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
from sitebuilding import BASE, ROOT, copied, tree

from sitegen.build import build


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True, capture_output=True,
    )  # fmt: skip
    return next(folder.glob("*.whl"))


def test_the_wheel_builds_a_site_from_any_folder(wheel, tmp_path):
    """In an environment that holds the wheel and, by a path file, the libraries: not this checkout."""
    venv.create(tmp_path / "env", with_pip=False)
    python = tmp_path / "env/bin/python"
    libraries = sysconfig.get_path("purelib")
    site_packages = next((tmp_path / "env").glob("lib/python*/site-packages"))
    # Lines of a .pth file add a folder without reading the .pth files in it, so our editable install stays out.
    (site_packages / "libraries.pth").write_text(libraries + "\n")
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*install, str(wheel)], check=True)
    _builds_the_same(python, tmp_path)


@pytest.mark.heavy
def test_the_wheel_in_an_empty_environment(wheel, tmp_path):
    """With its libraries from the package index, as `pip install` gives them."""
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env/bin/python"
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", str(wheel)], check=True)
    content = copied(BASE, tmp_path / "elsewhere/texts")
    command = [str(tmp_path / "env/bin/sitegen"), "build", str(content), "-o", "out"]
    subprocess.run(command, check=True, cwd=tmp_path)
    assert (tmp_path / "out/index.html").is_file()


def _builds_the_same(python: Path, folder: Path) -> None:
    content = copied(BASE, folder / "elsewhere/texts")
    where = subprocess.run([str(python), "-c", "import sitegen; print(sitegen.__file__)"], check=True,
                           capture_output=True, text=True, cwd=folder)  # fmt: skip
    assert where.stdout.startswith(str(folder)), "the test must run the wheel, not this checkout"
    command = [str(python), "-m", "sitegen", "build", str(content), "-o", "out"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not build(content, folder / "here").problems
    assert tree(folder / "out") == tree(folder / "here")
