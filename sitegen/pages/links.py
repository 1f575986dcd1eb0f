"""The addresses a page writes: relative to where it stands, so that they work under any base path and from file://."""

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Links:
    """Links out of one page.

    `path` is the page's own, from the site's root; `home` the folder of its language, "" or "uk/". `base` is set
    only for pages that a server shows at any address (404): the absolute start of every link.
    """

    path: str
    home: str = ""
    base: str = ""

    @cached_property
    def root(self) -> str:
        """The way from this page to the site's root: "", "../", "../../" or the absolute base."""
        return self.base or "../" * self.path.count("/")

    def file(self, path: str) -> str:
        """Link a file by its path from the site's root: an asset, an export."""
        return self.root + path

    def page(self, path: str) -> str:
        """Link a page of the same language by its path inside that language."""
        return self._home + path

    @cached_property
    def _home(self) -> str:
        return self.root + self.home

    def event(self, id_: str) -> str:
        """Link an event's page."""
        return self.page(f"events/{id_}.html")

    def place(self, id_: str) -> str:
        """Link a place's page."""
        return self.page(f"places/{id_}.html")

    def kind(self, id_: str) -> str:
        """Link a kind's page."""
        return self.page(f"kinds/{id_}.html")

    def speaker(self, id_: str) -> str:
        """Link a speaker's page."""
        return self.page(f"speakers/{id_}.html")

    def story(self, id_: str) -> str:
        """Link a story's page."""
        return self.page(f"stories/{id_}.html")


def address(base_url: str, path: str) -> str:
    """Return a page's public address; a folder's index is addressed as the folder."""
    return base_url + path.removesuffix("index.html")
