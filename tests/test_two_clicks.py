"""Whoever reads a number gets to the claim that makes it and to its source in two clicks, on every page there is."""

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

VOID = {"meta", "link", "br", "hr", "img", "input", "rect", "path", "use", "circle", "wbr"}
NUMBER = re.compile(r"\d")


@dataclass
class Node:
    """An element: enough of a tree to walk from a number to what it rests on."""

    tag: str
    attributes: dict[str, str]
    parent: "Node | None" = None
    children: list["Node | str"] = field(default_factory=list)

    def all(self, tag: str = "", cls: str = "") -> Iterator["Node"]:
        for child in self.children:
            if isinstance(child, Node):
                if (not tag or child.tag == tag) and (not cls or cls in child.classes):
                    yield child
                yield from child.all(tag, cls)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def bare(self) -> str:
        """The words that are no link and no date."""
        parts = [c if isinstance(c, str) else "" if c.tag in ("a", "time", "svg") else c.bare() for c in self.children]
        return "".join(parts)


class Tree(HTMLParser):
    """A page as nodes, and its elements by id."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.root = self.at = Node("root", {})
        self.ids: dict[str, Node] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs}, self.at)
        self.at.children.append(node)
        if "id" in node.attributes:
            self.ids[node.attributes["id"]] = node
        if tag not in VOID:
            self.at = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.at.children.append(Node(tag, {name: value or "" for name, value in attrs}, self.at))

    def handle_endtag(self, tag: str) -> None:
        node = self.at
        while node.tag != tag and node.parent:
            node = node.parent
        self.at = node.parent or self.root

    def handle_data(self, data: str) -> None:
        self.at.children.append(data)


@dataclass
class Walk:
    """The built site, one page parsed once, and the ways that lead through it."""

    folder: Path

    def __post_init__(self) -> None:
        self.tree: Callable[[str], Tree] = cache(lambda path: Tree((self.folder / path).read_text("utf-8")))

    def follow(self, page: str, link: Node) -> tuple[str, Node]:
        """Click: the page that a link leads to, and the element it names there."""
        path, _, fragment = link.attributes["href"].partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
        assert (self.folder / target).is_file(), f"{page} leads to {target}, which is not there"
        found = self.tree(target)
        if not fragment:
            return target, found.root
        assert fragment in found.ids, f"{page} leads to #{fragment}, which is not on {target}"
        return target, found.ids[fragment]

    def rests(self, page: str, claim: Node) -> None:
        """One more click: from a claim to its sources, each named, and linked unless it names private people."""
        refs = list(claim.all("a", "ref"))
        assert refs, f"{page}: {claim.attributes.get('id')} names no source"
        for ref in refs:
            _, source = self.follow(page, ref)
            out = [a for a in source.all("a", "publisher") if a.attributes["href"].startswith("http")]
            assert out or list(source.all(cls="unlinked")), f"{page}: {source.attributes['id']} leads nowhere"

    def to_claim(self, page: str, link: Node) -> None:
        target, claim = self.follow(page, link)
        assert "claim" in claim.classes, f"{page}: {link.text!r} leads to no claim"
        self.rests(target, claim)

    def to_entry(self, page: str, link: Node) -> None:
        """An entry holds its claims with their sources, so whoever is on its page needs one click more."""
        target, _ = self.follow(page, link)
        claims = list(self.tree(target).root.all("article", "claim"))
        assert claims or list(self.tree(target).root.all("ol", "sources")), f"{page}: {target} has nothing to rest on"
        for claim in claims:
            self.rests(target, claim)


@pytest.fixture(scope="module")
def walk(real_site: Path) -> Walk:
    return Walk(real_site)


@pytest.fixture(scope="module")
def pages(real_site: Path) -> list[str]:
    return [path.relative_to(real_site).as_posix() for path in sorted(real_site.rglob("*.html"))]


def test_numbers_of_people_on_entries(walk, pages):
    """Each figure names its claims; a sum stands below the parts it is made of, and they do."""
    seen = 0
    for page in (page for page in pages if "events/" in page):
        for people in walk.tree(page).root.all("dl", "people"):
            linked = False
            for figure in people.all("dd"):
                links = list(figure.all("a"))
                assert links or linked, f"{page}: nobody gives {figure.text!r}"
                linked = True
                seen += 1
                for link in links:
                    walk.to_claim(page, link)
    assert seen > 200


def test_verdicts_name_claims_that_can_be_reached(walk, pages):
    seen = 0
    for page in (page for page in pages if "events/" in page):
        for line in walk.tree(page).root.all("p", "verdict-line"):
            for link in (link for link in line.all("a") if "verdicts/" not in link.attributes["href"]):
                walk.to_claim(page, link)
                seen += 1
            assert not re.search(r"\bc\d+\b", line.bare()), f"{page}: {line.text!r} names a claim without a link"
    assert seen > 200


def test_numbers_in_claims(walk, pages):
    for page in (page for page in pages if "events/" in page):
        for claim in walk.tree(page).root.all("article", "claim"):
            walk.rests(page, claim)


def test_numbers_in_lists(walk, pages):
    """A row with numbers stands for one entry, and its title leads there."""
    seen = 0
    for page in pages:
        for row in walk.tree(page).root.all("li", "row"):
            if NUMBER.search("".join(facts.text for facts in row.all("p", "facts"))):
                link = next(heading.all("a") for heading in row.all("h3")).__next__()
                walk.to_entry(page, link)
                seen += 1
    assert seen > 300


def test_numbers_of_statements(walk, pages):
    seen = 0
    for page in (page for page in pages if "speakers/" in page):
        for statement in walk.tree(page).root.all("article", "statement"):
            for line in statement.all("li"):
                links = list(line.all("a"))
                assert links, f"{page}: {line.text!r}"
                assert not NUMBER.search(line.bare()), f"{page}: {line.text!r}"
                for link in links:
                    walk.to_claim(page, link)
                    seen += 1
    assert seen > 300


def test_numbers_in_stories(walk, pages):
    """Every linked number leads to a claim; a number without a link is a date."""
    seen = 0
    for page in (page for page in pages if "stories/" in page and not page.endswith("index.html")):
        for step in walk.tree(page).root.all("section", "step"):
            for link in step.all("a", "cite"):
                if NUMBER.search(link.text) or "#claim-" in link.attributes["href"]:
                    walk.to_claim(page, link)
                    seen += 1
            for card in step.all("article", "step-event"):
                for heading in card.all("h3"):
                    walk.to_entry(page, next(heading.all("a")))
    assert seen > 200


def test_numbers_of_the_coverage_and_of_the_levels(walk, pages):
    """A figure that counts entries leads to the list of them, and each of these to what it rests on."""
    seen = 0
    for page in (page for page in pages if page.endswith(("coverage.html", "method.html"))):
        for cell in walk.tree(page).root.all("td", "number"):
            row = cell.parent
            links = list(cell.all("a")) or list(row.all("a"))
            if not NUMBER.search(cell.text) or cell.text.strip() == "0" or not links:
                continue
            for link in links:
                target, listed = walk.follow(page, link)
                entries = [a for a in listed.all("a") if "events/" in a.attributes["href"]]
                assert entries, f"{page}: {link.text!r} leads to no entries"
                for entry in entries:
                    walk.to_entry(target, entry)
                seen += 1
    assert seen > 100


def test_every_list_says_what_is_covered(walk, pages):
    """Under every list and chart stands that the number of entries is a choice, and where more is said of it."""
    for page in pages:
        root = walk.tree(page).root
        charted = list(root.all("li", "row")) or list(root.all("article", "statement")) or "stories/" in page
        if charted or page.endswith(("data.html", "method.html", "sources.html")):
            lines = list(root.all("p", "coverage"))
            assert lines, f"{page} does not say it"
            target, _ = walk.follow(page, next(lines[0].all("a")))
            assert target.endswith("coverage.html")


def test_the_sites_own_pages_are_at_every_foot(walk, pages):
    names = ["about", "method", "coverage", "sources", "families", "contribute", "contact"]
    for page in (page for page in pages if not page.endswith("404.html") and "embed/" not in page):
        home = page.split("/")[0] + "/" if page.split("/")[0] in ("uk", "ru") else ""
        feet = list(walk.tree(page).root.all("footer", "foot"))
        reached = {walk.follow(page, link)[0] for link in feet[0].all("a") if ".html" in link.attributes["href"]}
        assert {f"{home}{name}.html" for name in names} <= reached, page
