"""What stands in a page's head: the policy, its name, and where else the page is found."""

from dataclasses import dataclass

from sitegen.pages.edition import Edition
from sitegen.pages.links import Links, address

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)
_STYLES = ("tokens.css", "kinds.css", "site.css", "search.css")
_SCRIPTS = ("site.js", "search.js")
_PRINT = "print.css"
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Head:
    """The head of one page; `addresses` are (language, address) of the same page, empty without a base URL."""

    title: str
    description: str
    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    printed: str
    icon: str
    canonical: str
    addresses: tuple[tuple[str, str], ...]
    policy: str


def head(
    title: str, description: str, links: Links, edition: Edition, styles: tuple[str, ...], scripts: tuple[str, ...],
    policy: str = POLICY,
) -> Head:  # fmt: skip
    """Put a head together; `styles` and `scripts` are paths from the root, added to what every page has."""
    assets, site = edition.assets, edition.site
    every = (assets.path(name) for name in (f"words.{edition.lang}.js", *_SCRIPTS))
    inside = links.path.removeprefix(edition.home)
    homes = {lang: "" if lang == site.first_language else f"{lang}/" for lang in site.file.languages}
    base = site.base_url
    return Head(
        title=f"{title} · {edition.title}" if title != edition.title else title,
        description=shortened(description),
        styles=tuple(map(links.file, (*(assets.path(name) for name in _STYLES), *styles))),
        scripts=tuple(map(links.file, (*every, *scripts))),
        printed=links.file(assets.path(_PRINT)),
        icon=links.file(assets.path("icon.svg")),
        canonical=address(base, links.path) if base else "",
        addresses=tuple((lang, address(base, home + inside)) for lang, home in homes.items()) if base else (),
        policy=policy,
    )


def shortened(words: str) -> str:
    """Cut a description at a word, at 200 characters at most."""
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rpartition(" ")[0] + "…"
