"""Building whole sites in tests: content folders to copy and change, trees to compare."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

_UNSAID = ("GITHUB_", "SOURCE_DATE", "LANG", "LC_")
ROOT = Path(__file__).resolve().parent.parent
BASE = ROOT / "tests" / "data" / "base"
REAL = ROOT / "content"


def copied(content: Path, to: Path) -> Path:
    """Copy a content folder to `to`, to be changed there."""
    shutil.copytree(content, to, ignore=shutil.ignore_patterns(".*"))
    return to


def sitegen(
    *words: object, cwd: Path | None = None, timeout: float = 300, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, with further environment variables."""
    quiet = {name: value for name, value in os.environ.items() if not name.startswith(_UNSAID)}
    return subprocess.run(
        [sys.executable, "-m", "sitegen", *map(str, words)],
        cwd=cwd, env=quiet | variables, capture_output=True, text=True, timeout=timeout, check=False,
    )  # fmt: skip


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below `folder` by posix path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def written(files: dict[str, bytes], folder: Path) -> Path:
    """Write files by posix path below `folder`, and return it."""
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder


def edit(path: Path, old: str, new: str) -> None:
    """Replace `old`, which must be there, in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path}"
    path.write_text(text.replace(old, new), encoding="utf-8")
