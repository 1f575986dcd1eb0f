"""Prose in Markdown: nothing in it can run, load from elsewhere, or lead to another scheme."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import links, parse, text

from sitegen.pages.markdown import allowed, prose

TAGS = {
    "html", "head", "body", "p", "h2", "h3", "h4", "h5", "h6", "a", "em", "strong", "ul", "ol", "li", "blockquote",
    "code", "pre", "hr", "br",
}  # fmt: skip


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
        "http://example.org/", "//example.org/", "/\\example.org", "https://u:p@example.org/",
        "https:example.org", "java\tscript:x", "ftp://example.org", "/absolute.html", "https://",
    ],
)  # fmt: skip
def test_addresses_that_no_page_of_ours_links(address: str) -> None:
    assert not allowed(address)
    assert "<a " not in prose(f"[x]({address})").html
    assert "<a " not in prose(f"[x](<{address}>)").html


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=c#d", "method.html", "../data/events.csv", "#why", "a/b.html#c"]
)
def test_addresses_that_they_may_link(address: str) -> None:
    html = prose(f"[x]({address})").html
    assert f'<a href="{address}"' in html
    assert ('rel="noreferrer noopener external"' in html) == address.startswith("https:")


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "<b>bold</b>", "<img src=x onerror=y>", "&lt;i&gt;"])
def test_html_is_text(words: str) -> None:
    page = parse(b"<!doctype html><title>x</title>" + prose(words).html.encode())
    assert {element.tag for element in page.iter()} <= TAGS | {"title"}


def test_pictures_stay_out() -> None:
    html = prose("![a picture](https://example.org/x.png)").html
    assert "<img" not in html


def test_the_first_heading_is_the_title_and_others_can_be_linked() -> None:
    page = prose("# About *us*\n\ntext\n\n## Why?\n\n## Why?\n\n# Again\n")
    assert page.title == "About *us*"
    assert [line for line in page.html.splitlines() if line.startswith("<h")] == [
        '<h2 id="p-why">Why?</h2>', '<h2 id="p-why-2">Why?</h2>', '<h2 id="p-again">Again</h2>'
    ]  # fmt: skip
    assert prose("no heading").title == ""


@given(st.text(alphabet="<>[]()!#*_`&:/\\\"'=- \nahtpsjvrcilo.@", max_size=60))
def test_whatever_is_written_only_plain_elements_come_out(words: str) -> None:
    page = parse(b"<!doctype html><title>x</title><body>" + prose(words).html.encode())
    assert {element.tag for element in page.iter()} <= TAGS | {"title"}
    assert all(allowed(address) for address in links(page))
    assert all(set(element.attrib) <= {"href", "rel", "id", "class", "start"} for element in page.iter())


def test_a_flood_of_brackets_is_read_in_time() -> None:
    assert "[" in text(parse(b"<!doctype html><title>x</title>" + prose("[" * 5_000).html.encode()))
