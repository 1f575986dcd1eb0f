"""A tree of files replaces the target whole or not at all, and never what is somebody else's."""

import errno
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from publishing import cannot_exchange, modes, read_tree, tree

from sitegen.publish import MARKER, BusyError, PublishError, check_target, publish, recover, syscalls
from sitegen.publish.lock import held

OLD, NEW = tree("old", 12), tree("new", 9)
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An old site, alone in its folder."""
    target = tmp_path / "parent" / "site"
    publish(OLD, target)
    return target


def alone(target: Path) -> bool:
    return [path.name for path in target.parent.iterdir()] == [target.name]


def untouched(target: Path) -> bool:
    return read_tree(target) == OLD and alone(target)


@pytest.mark.parametrize("exchange", [True, False], ids=["one-step", "two-renames"])
def test_replaces_the_whole_tree(site: Path, monkeypatch: pytest.MonkeyPatch, exchange: bool) -> None:
    if not exchange:
        monkeypatch.setattr(syscalls, "exchange", cannot_exchange)
    (site / "stray.txt").write_text("from nowhere")
    publish(NEW, site)
    assert read_tree(site) == NEW
    publish(iter(OLD.items()), site)
    assert untouched(site)


def test_exchange_works_here(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert syscalls.exchange(tmp_path / "one", tmp_path / "other")
    assert (tmp_path / "one" / "other").exists()
    assert (tmp_path / "other" / "one").exists()
    with pytest.raises(FileNotFoundError):
        syscalls.exchange(tmp_path / "one", tmp_path / "missing")


def test_publishes_where_nothing_is(tmp_path: Path) -> None:
    target = tmp_path / "new" / "folders" / "site"
    publish(NEW, target)
    assert read_tree(target) == NEW
    assert alone(target)
    assert (target / MARKER).is_file()


def test_an_empty_tree_is_a_tree(site: Path) -> None:
    publish({}, site)
    assert read_tree(site) == {}
    publish(OLD, site)
    assert untouched(site)


def test_modes_and_bytes_do_not_depend_on_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        publish(NEW, tmp_path / "tight" / "site")
        os.umask(0)
        publish(NEW, tmp_path / "loose" / "site")
    finally:
        os.umask(before)
    found = [modes(tmp_path / name / "site") for name in ("tight", "loose")]
    assert found[0] == found[1]
    assert set(found[0].values()) == {0o644, 0o755}
    assert (tmp_path / "tight" / "site").stat().st_mode == (tmp_path / "loose" / "site").stat().st_mode
    markers = {(tmp_path / name / "site" / MARKER).read_bytes() for name in ("tight", "loose")}
    assert len(markers) == 1


def test_a_foreign_folder_needs_force(tmp_path: Path) -> None:
    target = tmp_path / "letters"
    target.mkdir()
    (target / "letter.txt").write_text("dear")
    with pytest.raises(PublishError, match=r"letters was not made by sitegen.*--force"):
        publish(NEW, target)
    assert read_tree(target) == {"letter.txt": b"dear"}
    assert alone(target)
    publish(NEW, target, force=True)
    assert read_tree(target) == NEW


@pytest.mark.parametrize("ignore", [None, b"*\n!.gitignore\n"], ids=["empty", "gitignore"])
def test_a_folder_kept_for_the_site_is_ours(tmp_path: Path, ignore: bytes | None) -> None:
    target = tmp_path / "output"
    target.mkdir()
    kept = {} if ignore is None else {".gitignore": ignore}
    for name, data in kept.items():
        (target / name).write_bytes(data)
    for tree_now in (NEW, OLD):
        publish(tree_now, target)
        assert read_tree(target) == {**tree_now, **kept}


def test_a_gitignore_that_is_no_file_is_not_kept(site: Path) -> None:
    (site / ".gitignore").symlink_to("index.html")
    publish(NEW, site)
    assert read_tree(site) == NEW


def test_a_file_is_refused_even_with_force(tmp_path: Path) -> None:
    target = tmp_path / "site"
    target.write_text("a letter")
    with pytest.raises(PublishError, match="is a file, not a folder: delete it"):
        publish(NEW, target, force=True)
    with pytest.raises(PublishError, match=r"A part of that path is a file|Not a directory"):
        publish(NEW, target / "below", force=True)
    assert target.read_text() == "a letter"
    assert alone(target)


def test_a_symlink_stands_for_its_folder(site: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(site)
    publish(NEW, link)
    assert link.is_symlink()
    assert read_tree(site) == NEW
    assert alone(site)


def test_a_symlink_to_nothing_or_in_a_circle_is_refused(tmp_path: Path) -> None:
    (tmp_path / "nowhere").symlink_to(tmp_path / "missing")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    with pytest.raises(PublishError, match="leads nowhere: delete it"):
        publish(NEW, tmp_path / "nowhere")
    for name in ("circle", "circle/site"):
        with pytest.raises(PublishError, match=r"-o"):
            publish(NEW, tmp_path / name)


def test_an_interrupted_swap_behind_a_symlink_is_put_right(site: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(site)
    site.rename(site.with_name(".site.sitegen-old"))
    recover(link)
    assert untouched(site)
    site.rename(site.with_name(".site.sitegen-old"))
    publish(NEW, link)
    assert read_tree(site) == NEW
    assert alone(site)


def test_content_and_target_stay_apart(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "events").mkdir(parents=True)
    for target in (content, content / "events", content / "site" / "here"):
        with pytest.raises(PublishError, match="content folder"):
            publish(NEW, target, force=True, content=content)
    with pytest.raises(PublishError, match="holds the content folder and would be deleted"):
        publish(NEW, tmp_path, force=True, content=content)
    assert check_target(tmp_path / "contents", content) == tmp_path / "contents"
    assert [path.name for path in content.iterdir()] == ["events"]


@pytest.mark.parametrize("below", ["", "sub"])
def test_home_and_current_folder_are_never_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, below: str
) -> None:
    for name in ("home", "here"):
        (tmp_path / name / "sub").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home" / below))
    monkeypatch.chdir(tmp_path / "here" / below)
    for target, what in (
        (tmp_path / "home", "your home folder"),
        (tmp_path / "here", "the folder that you are in"),
        (Path(), "the folder that you are in"),
        (Path("/"), "your home folder"),
    ):
        with pytest.raises(PublishError, match=f"holds {what} and would be deleted"):
            publish(NEW, target, force=True)
    assert check_target(Path("site")) == Path.cwd() / "site"


def test_a_repository_is_never_replaced(site: Path) -> None:
    (site / ".git").mkdir()
    with pytest.raises(PublishError, match="is a git repository"):
        publish(NEW, site, force=True)
    (site / ".git").rmdir()
    assert untouched(site)


def test_a_relative_target_in_a_deleted_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    with pytest.raises(PublishError, match="cannot be found"):
        publish(NEW, Path("site"))
    publish(NEW, tmp_path / "site")
    assert read_tree(tmp_path / "site") == NEW


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="Choose a shorter name"):
        publish(NEW, tmp_path / ("n" * 250))
    assert list(tmp_path.iterdir()) == []


BAD_PATHS = [
    "",
    "/a",
    "a/",
    "a//b",
    ".",
    "..",
    "a/../b",
    "./a",
    "a\\b",
    "a\0b",
    MARKER,
    ".gitignore",
    "\udc80",
]


@pytest.mark.parametrize("path", BAD_PATHS)
def test_a_path_that_cannot_be(site: Path, path: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        publish({"fine.html": b"", path: b""}, site)
    assert untouched(site)


@pytest.mark.parametrize("paths", [["a", "a"], ["a", "a/b"], ["a/b", "a"], ["a/b/c", "a/b"]])
def test_one_name_is_one_thing(site: Path, paths: list[str]) -> None:
    with pytest.raises(ValueError, match=r"'a(/b)?'"):
        publish([(path, b"") for path in paths], site)
    assert untouched(site)


NAME = st.text(st.characters(exclude_characters="/\\\0", exclude_categories=["Cs"]), min_size=1, max_size=60)
FOLDER = NAME.filter(lambda name: name not in (".", "..", MARKER, ".gitignore"))
PATHS = st.lists(FOLDER, min_size=1, max_size=3).map(lambda names: "/".join(["top", *names]))


@settings(max_examples=40, deadline=None)
@given(files=st.dictionaries(PATHS, st.binary(max_size=100), max_size=6))
def test_any_tree_comes_back_as_it_went(files: dict[str, bytes]) -> None:
    folders = {path[:at] for path in files for at in range(len(path)) if path[at] == "/"}
    files = {path: data for path, data in files.items() if path not in folders}
    with tempfile.TemporaryDirectory() as folder:
        publish(files, Path(folder) / "site")
        assert read_tree(Path(folder) / "site") == files


@pytest.mark.parametrize("error", [RuntimeError("a bug"), OSError(28, "not ours"), KeyboardInterrupt()])
def test_an_exception_of_the_maker_goes_through(site: Path, error: BaseException) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"half"
        raise error

    with pytest.raises(type(error)) as caught:
        publish(files(), site)
    assert caught.value is error
    assert untouched(site)


def test_the_second_of_two_renames_fails(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lose_the_new_one(new: Path, _old: Path) -> bool:
        shutil.rmtree(new)
        return False

    monkeypatch.setattr(syscalls, "exchange", lose_the_new_one)
    with pytest.raises(PublishError, match="What was there is untouched"):
        publish(NEW, site)
    assert untouched(site)


def test_a_placeholder_that_cannot_be_replaced_keeps_its_gitignore(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose_the_new_one(new: Path, old: Path) -> bool:
        shutil.rmtree(new)
        raise OSError(errno.EXDEV, "as on overlayfs", str(old))

    (tmp_path / "output").mkdir()
    (tmp_path / "output" / ".gitignore").write_text("*")
    monkeypatch.setattr(syscalls, "exchange", lose_the_new_one)
    with pytest.raises(PublishError, match="What was there is untouched"):
        publish(NEW, tmp_path / "output")
    assert read_tree(tmp_path / "output") == {".gitignore": b"*"}


@pytest.mark.parametrize("leftover", ["folder", "file", "symlink"])
def test_leftovers_are_cleaned_up(site: Path, leftover: str) -> None:
    spot = site.with_name(".site.sitegen-new")
    if leftover == "folder":
        (spot / "deep").mkdir(parents=True)
    elif leftover == "file":
        spot.touch()
    else:
        spot.symlink_to(site)
    site.with_name(".site.sitegen-lock").touch()
    recover(site)
    assert untouched(site)


def test_a_foreign_folder_that_is_put_back_still_needs_force(tmp_path: Path) -> None:
    aside = tmp_path / ".site.sitegen-old"
    aside.mkdir()
    (aside / "letter.txt").write_text("dear")
    with pytest.raises(PublishError, match="--force"):
        publish(NEW, tmp_path / "site")
    assert read_tree(tmp_path / "site") == {"letter.txt": b"dear"}


def test_a_second_build_is_told_at_once(site: Path) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        with pytest.raises(BusyError, match=r"another build is writing .*site at this moment\. Wait"):
            publish({}, site)
        recover(site)  # which leaves the first build alone
        yield from NEW.items()

    publish(files(), site)
    assert read_tree(site) == NEW
    assert alone(site)


def test_the_lock_never_has_two_holders(tmp_path: Path) -> None:
    inside: list[int] = []
    crowds: list[list[int]] = []
    until = time.monotonic() + 1.5

    def enter(number: int) -> None:
        while time.monotonic() < until:
            try:
                with held(tmp_path / "lock", tmp_path):
                    inside.append(number)
                    time.sleep(0)
                    crowds.append(inside.copy())
                    inside.remove(number)
            except BusyError:
                pass

    threads = [threading.Thread(target=enter, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(crowds) > 50
    assert all(len(crowd) == 1 for crowd in crowds)
    assert list(tmp_path.iterdir()) == []


def run(script: str, folder: Path, *before: str, **environment: str) -> str:
    """Run Python in a folder, after shell lines in a mount namespace of its own if there are any."""
    command = [sys.executable, "-c", script]
    if before:
        lines = " && ".join([*before, 'exec "$@"'])
        command = ["unshare", "--map-root-user", "--mount", "sh", "-c", lines, "sh", *command]
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}", **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def _namespace() -> None:
    probe = ["unshare", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "none", tempfile.gettempdir()]
    if shutil.which("unshare") is None or subprocess.run(probe, capture_output=True, check=False).returncode:
        pytest.skip("mounting in a namespace of one's own is not permitted here")


ATTEMPT = """
from pathlib import Path
from publishing import read_tree, tree
from sitegen.publish import PublishError, publish
old, target = tree("old", 12), Path("m/site")
{before}
try:
    publish({new}, target)
except PublishError as error:
    print(error)
{after}
assert read_tree(target) == {left}, sorted(read_tree(target))
assert {{path.name for path in target.parent.iterdir()}} == {{"site"}}
"""
BIG = '{"big.bin": bytes(2**19), "bigger.bin": bytes(2**20)}'


@pytest.mark.usefixtures("_namespace")
def test_disk_full(tmp_path: Path) -> None:
    script = ATTEMPT.format(before="publish(old, target)", new=BIG, after="", left="old")
    said = run(script, tmp_path, "mkdir m", "mount -t tmpfs -o size=1m none m")
    assert "No space left on device" in said
    assert "Free some space there, then build again." in said


def test_file_too_large(tmp_path: Path) -> None:
    limit = "publish(old, target)\nimport resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (2**19, 2**19))"
    said = run(ATTEMPT.format(before=limit, new=BIG, after="", left="old"), tmp_path)
    assert "File too large" in said


@pytest.mark.usefixtures("_namespace")
def test_read_only(tmp_path: Path) -> None:
    before = "publish(old, target)\nimport subprocess\n"
    before += "subprocess.run('mount -o remount,ro m', shell=True, check=True)"
    script = ATTEMPT.format(before=before, new="{}", after="", left="old")
    said = run(script, tmp_path, "mkdir m", "mount -t tmpfs none m")
    assert "Read-only file system" in said
    assert "choose another folder with -o" in said


@pytest.mark.usefixtures("_namespace")
def test_a_mount_point_cannot_be_swapped(tmp_path: Path) -> None:
    script = ATTEMPT.format(before="", new="old", after="", left="{}")
    said = run(script, tmp_path, "mkdir -p m/site", "mount -t tmpfs none m/site")
    assert "It is a mount point" in said
    assert "choose a folder inside it" in said


MOUNT_OVERLAY = "mount -t overlay -o userxattr,lowerdir=lower,upperdir=upper,workdir=work none m"
OVERLAY = ("mkdir -p m lower/site upper work", "echo '*' > lower/site/.gitignore")


@pytest.fixture
def _overlay(_namespace: None, tmp_path_factory: pytest.TempPathFactory) -> None:
    lines = f"{OVERLAY[0]} && {MOUNT_OVERLAY} && mkdir m/new && mv -T m/new m/site"
    probe = ["unshare", "--map-root-user", "--mount", "sh", "-c", lines]
    if subprocess.run(probe, cwd=tmp_path_factory.mktemp("probe"), capture_output=True, check=False).returncode:
        pytest.skip("overlayfs cannot be used in a namespace of one's own here")


@pytest.mark.usefixtures("_overlay")
def test_a_placeholder_from_a_container_image_is_replaced(tmp_path: Path) -> None:
    left = '{**old, ".gitignore": b"*\\n"}'
    script = ATTEMPT.format(before="", new="old", after="publish(old, target)", left=left)
    assert run(script, tmp_path, *OVERLAY, MOUNT_OVERLAY) == ""


@pytest.mark.usefixtures("_overlay")
def test_a_site_from_a_container_image_cannot_be_moved(tmp_path: Path) -> None:
    left = '{"page.html": b"", ".gitignore": b"*\\n"}'
    made = f"touch lower/site/page.html lower/site/{MARKER}"
    script = ATTEMPT.format(before="", new="old", after="", left=left)
    assert "image layer" in run(script, tmp_path, *OVERLAY, made, MOUNT_OVERLAY)


@pytest.mark.usefixtures("_namespace")
def test_an_old_tree_that_cannot_be_deleted(tmp_path: Path) -> None:
    before = "publish(old, target)\nimport subprocess\n"
    before += "subprocess.run('mkdir m/site/in && mount -t tmpfs none m/site/in', shell=True, check=True)"
    after = "subprocess.run('umount m/.site.sitegen-new/in', shell=True, check=True)\n"
    after += "from sitegen.publish import recover\nrecover(target)"
    said = run(ATTEMPT.format(before=before, new="{}", after=after, left="{}"), tmp_path, "mkdir m")
    assert "the new site is in" in said
    assert ".site.sitegen-new by hand" in said


def test_names_do_not_depend_on_the_locale(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from sitegen.publish import publish\n"
        "assert sys.getfilesystemencoding() == 'ascii'\n"
        "publish({'\\u0421\\u0443\\u0434\\u0436\\u0430.html': b''}, Path('site'))"
    )
    run(script, tmp_path, LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert read_tree(tmp_path / "site") == {"Суджа.html": b""}
