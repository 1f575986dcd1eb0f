"""The files a page loads: the site's own CSS, JavaScript and icons, Leaflet's, and what a build adds."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from importlib import import_module
from pathlib import Path, PurePosixPath

LEAFLET = ("leaflet.css", "leaflet.js")
_PART = re.compile(r"(front|map|story|later)\b.*\.js")
"""Scripts that pages load only inside a bundle."""
PROMISED = "promised"


def templates_dir() -> Path:
    """Return the folder of the HTML templates: inside the package in a wheel, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def fingerprint(data: bytes) -> str:
    """Return the first eight hex digits of the content's SHA-256."""
    return sha256(data).hexdigest()[:8]


@dataclass(slots=True)
class Assets:
    """Named files and where they are published; every path changes when its content does."""

    _sources: dict[str, bytes] = field(default_factory=dict)
    _paths: dict[str, str] = field(default_factory=dict)
    _parts: set[str] = field(default_factory=set)
    _outer: "Assets | None" = None

    def beside(self) -> "Assets":
        """Return assets that know these and keep to themselves what is added."""
        return Assets(_outer=self)

    def path(self, name: str) -> str:
        """Return the published path of an asset, from the site's root; raise KeyError for an unknown one."""
        return self._outer.path(name) if self._outer and name not in self._paths else self._paths[name]

    def source(self, name: str) -> bytes:
        """Return the content of an asset; raise KeyError for an unknown one."""
        return self._outer.source(name) if self._outer and name not in self._sources else self._sources[name]

    def promise(self, name: str) -> str:
        """Return what stands for the path of an asset that is not made yet: with `PROMISED` where its hash will be."""
        name_of = PurePosixPath(name)
        self._paths[name] = f"assets/{name_of.with_name(f'{name_of.stem}.{PROMISED}{name_of.suffix}')}"
        return self._paths[name]

    def add(self, name: str, data: bytes) -> str:
        """Publish `data` as `assets/<stem>.<hash8><ext>` and return that path; the name may hold folders."""
        name_of = PurePosixPath(name)
        hashed = name_of.with_name(f"{name_of.stem}.{fingerprint(data)}{name_of.suffix}")
        return self.put(name, f"assets/{hashed}", data)

    def bundle(self, name: str, names: Iterable[str]) -> str:
        """Publish several classic scripts as one, in their order: together they compress better; return its path."""
        return self.add(name, b"".join(map(self.source, names)))

    def hold(self, name: str, data: bytes) -> None:
        """Keep `data` to be bundled: it has a path like any other and is not published by itself."""
        self.add(name, data)
        self._parts.add(name)

    def put(self, name: str, path: str, data: bytes) -> str:
        """Publish `data` at exactly `path` and return it: for files that find each other by name."""
        self._sources[name] = data
        self._paths[name] = path
        return path

    def tree(self) -> dict[str, bytes]:
        """Return the content of every published asset by path, sorted; without those of `beside` and those promised."""
        published = (
            (path, name) for name, path in self._paths.items() if name in self._sources and name not in self._parts
        )
        return {path: self._sources[name] for path, name in sorted(published)}


def load() -> Assets:
    """Return the assets that every site has: `templates/assets/**` and Leaflet with its images."""
    assets = Assets()
    folder = templates_dir() / "assets"
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        name, data = file.relative_to(folder).as_posix(), _SLIMMER.get(file.suffix, bytes)(file.read_bytes())
        (assets.hold if _PART.fullmatch(name) else assets.add)(name, data)
    _add_leaflet(assets, Path(import_module("xstatic.pkg.leaflet").BASE_DIR))
    return assets


def slim(data: bytes) -> bytes:
    """Leave out comments that begin a line, indentation and empty lines: an eighth of what readers would load.

    For scripts and style sheets of our own, in which no string runs over two lines.
    """
    kept: list[str] = []
    inside = False
    for line in map(str.strip, data.decode().splitlines()):
        opened = inside or line.startswith("/*")
        inside = opened and "*/" not in line
        rest = line.partition("*/")[2].strip() if opened else line
        kept += [rest] if rest and not inside else []
    return "\n".join([*kept, ""]).encode()


def slim_css(data: bytes) -> bytes:
    """Leave out of a style sheet what `slim` does, and the blanks around its brackets, commas and semicolons, too."""
    return re.sub(rb";?\s*([{};,])\s*", rb"\1", slim(data)) + b"\n"


_SLIMMER: Mapping[str, Callable[[bytes], bytes]] = {".css": slim_css, ".js": slim}


def _add_leaflet(assets: Assets, folder: Path) -> None:
    # leaflet.css and leaflet.js name their images, so these keep their names and the folder carries the hash.
    names = [*LEAFLET, *sorted(f"images/{path.name}" for path in (folder / "images").iterdir())]
    files = {name: _without_map((folder / name).read_bytes()) for name in names}
    home = f"assets/leaflet-{fingerprint(b''.join(files.values()))}"
    for name, data in files.items():
        assets.put(name, f"{home}/{name}", data)


def _without_map(data: bytes) -> bytes:
    """Drop the last line that points developer tools at a source map we do not publish."""
    body, found, _ = data.rpartition(b"\n//# sourceMappingURL=")
    return body + b"\n" if found else data


def preview(name: str) -> bytes:
    """Return a file of `templates/preview/`: what `serve` adds to pages and no site publishes."""
    return (templates_dir() / "preview" / name).read_bytes()
