"""Prose → HTML: a small Markdown in which nothing can run, load or lead to another scheme."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

_RULES = ("backticks", "blockquote", "emphasis", "escape", "fence", "heading", "hr", "link", "list", "newline")
# A path inside the site: no scheme, no //host, no climbing from the root, nothing invisible.
_RELATIVE = re.compile(r"(?![/\\])[^\s\\:]*", re.ASCII)
_HTTPS = re.compile(r"https://[^\s\\@/][^\s\\@]*", re.ASCII | re.IGNORECASE)
_EXTERNAL = "noreferrer noopener external"


@dataclass(frozen=True, slots=True)
class Prose:
    """A rendered page: the title is its first level-one heading, empty where it has none."""

    title: str
    html: Markup


def prose(text: str) -> Prose:
    """Render Markdown; HTML, images and links other than https or relative ones come out as plain text."""
    tokens = _parser().parse(text)
    title = tokens[1].content if _is_title(tokens) else ""
    body = tokens[3:] if title else tokens
    _number(body)
    return Prose(title, Markup(_parser().renderer.render(body, _parser().options, {})))  # noqa: S704


def allowed(url: str) -> bool:
    """Tell whether a link may be followed: https, or a path inside the site."""
    return bool(_HTTPS.fullmatch(url) or _RELATIVE.fullmatch(url))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False, "linkify": False}).enable(list(_RULES))
    parser.validateLink = allowed  # type: ignore[method-assign]
    parser.add_render_rule("link_open", _link_open)
    return parser


def _link_open(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    if _HTTPS.fullmatch(str(token.attrGet("href"))):
        token.attrSet("rel", _EXTERNAL)
    return str(renderer.renderToken(tokens, index, options, env))


def _is_title(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and tokens[0].type == "heading_open" and tokens[0].tag == "h1"


def _number(tokens: Sequence[Token]) -> None:
    """Give headings ids to link to, and keep the level-one heading for the page's own."""
    seen: dict[str, int] = {}
    for opened, inline, closed in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if opened.type != "heading_open":
            continue
        if opened.tag == "h1":
            opened.tag = closed.tag = "h2"
        name = re.sub(r"\W+", "-", inline.content.lower()).strip("-") or "part"
        seen[name] = seen.get(name, 0) + 1
        opened.attrSet("id", f"p-{name}" if seen[name] == 1 else f"p-{name}-{seen[name]}")
