"""The page that a map is by itself: everything inside, nothing loaded, for notebooks and saved files."""

import re
from base64 import b64encode
from html import escape
from pathlib import PurePosixPath
from typing import Any

from branca.element import Figure

from sitegen.assets import Assets
from sitegen.maps.files import script
from sitegen.maps.parts import data_of, rendered
from sitegen.maps.shell import LocalMap
from sitegen.maps.words import WORDS
from sitegen.model.site import Kind

_URL = re.compile(r"url\((images/[^)]+)\)")
_FRAME = "html,body{height:100%;margin:0}.map{height:100%}"


class LocalFigure(Figure):
    """A figure whose page is self-contained; it holds one LocalMap."""

    def render(self, **kwargs: Any) -> str:
        """Return the page as one HTML document that works without a network.

        What a user's own layers put into its head stays as they put it.
        """
        drawn = next(child for child in self._children.values() if isinstance(child, LocalMap))
        figure, voice = rendered(drawn), drawn.voice
        head = [f"<title>{escape(voice.text(drawn.site.file.title)[0])}</title>", *_styles(drawn), *_foreign(drawn)]
        lines = ["<!DOCTYPE html>", f'<html lang="{escape(voice.lang)}">', "<head>", '<meta charset="utf-8">', *head]
        lines += ["</head>", "<body>", str(figure.html.render()), *_scripts(drawn, str(figure.script.render()))]
        return "\n".join([*lines, "</body>", "</html>", ""])


def _styles(drawn: LocalMap) -> list[str]:
    sheets = [_sheet(drawn.assets, name) for name in ("tokens.css", *dict(drawn.default_css))]
    return [f"<style>{sheet}</style>" for sheet in (*sheets, kind_colours(drawn.site.kinds.values()), _FRAME)]


def _scripts(drawn: LocalMap, last: str) -> list[str]:
    words = {key: drawn.voice.gettext(msgid) for key, msgid in WORDS.items()}
    ours = [drawn.assets.source(name) for name, _ in drawn.default_js]
    data = [script(("words",), words), *data_of(drawn).values()]
    return [f"<script>{_inside(code)}</script>" for code in (*(file.decode() for file in (*ours, *data)), last)]


def _foreign(drawn: LocalMap) -> list[str]:
    ours = {name for name, _ in (*drawn.default_css, *drawn.default_js)} | {"meta_http"}
    header: Any = drawn.get_root()
    return [child.render() for name, child in header.header._children.items() if name not in ours]


def _inside(code: str) -> str:
    r"""Keep a script from ending the element it stands in, or from opening a comment that hides the end.

    Data have no `<` at all; in what is left, these can only stand in strings, where `\x3c` means the same.
    """
    return re.sub("<(?=/script|script|!--)", r"\\x3c", code, flags=re.IGNORECASE)


def _sheet(assets: Assets, name: str) -> str:
    """Return a style sheet with the pictures it names inside it."""
    folder = PurePosixPath(name).parent

    def inlined(found: re.Match[str]) -> str:
        data = b64encode(assets.source(str(folder / found[1]))).decode()
        return f"url(data:image/png;base64,{data})"

    return _URL.sub(inlined, assets.source(name).decode())


def kind_colours(kinds: Any) -> str:
    """Return the style sheet that gives each kind its colour, on light and dark grounds."""
    every: list[Kind] = list(kinds)
    light = "".join(f".k-{kind.id}{{--kind:{kind.colour}}}" for kind in every)
    dark = "".join(f".k-{kind.id}{{--kind:{kind.colour_dark}}}" for kind in every)
    return f"{light}@media (prefers-color-scheme:dark){{{dark}}}"
