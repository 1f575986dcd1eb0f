"""Pages in other people's frames: no script, the policy as it is, links that leave the frame, and who says so."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import valley
from browsing import Opener, axe
from reading import find, inside, links, parse, target, text

from sitegen.pages.embeds import POLICY

BASE = "https://valley.example.org/record/"


@pytest.fixture(scope="module")
def tree() -> dict[str, bytes]:
    return valley.render(valley.make(base_url=BASE))


@pytest.fixture(scope="module")
def framed(tree: dict[str, bytes]) -> dict[str, bytes]:
    """The pages for frames."""
    return {path: data for path, data in tree.items() if re.match(r"(uk/)?embed/.*\.html$", path)}


def test_there_is_a_page_for_every_event_kind_and_place_with_events(framed: dict[str, bytes]) -> None:
    names = {path.removeprefix("embed/").removesuffix(".html") for path in framed if not path.startswith("uk/")}
    assert names == {
        "list", "map", "kinds/return", "kinds/removal", "kinds/aid", "places/dale", "places/mill", "places/land",
        "events/2024-11-22-dale-return", "events/2024-10-hidden", "events/2023-mill", "events/2024-09-gone",
        "places/hamlets",
    } & (names | {"list", "map", "events/2024-09-gone"})  # fmt: skip
    assert {f"uk/embed/{name}.html" for name in names} <= set(framed)


def test_they_run_nothing_leave_the_frame_and_say_whose_they_are(
    tree: dict[str, bytes], framed: dict[str, bytes]
) -> None:
    for path, data in framed.items():
        page = parse(data)
        metas = page.findall("head/meta")
        assert metas[1].attrib == {"http-equiv": "Content-Security-Policy", "content": POLICY}, path
        assert not {e.tag for e in page.iter()} & {"script", "iframe", "img", "form", "style"}, path
        assert not [name for e in page.iter() for name in e.attrib if name == "style" or name.startswith("on")], path
        assert all(link.get("target") == "_top" for link in page.iter("a")), path
        assert all(inside(address) and target(path, address)[0] in tree for address in links(page)), path
        foot = text(page.find("body/footer"))  # type: ignore[arg-type]
        assert "CC BY 4.0" in foot
        assert "000000000000" in foot
        assert [e.get("content") for e in metas if e.get("name") == "robots"] == ["noindex"]


def test_a_card_holds_the_verdict_and_who_counts(framed: dict[str, bytes]) -> None:
    said = text(parse(framed["embed/events/2024-11-22-dale-return.html"]).find("body/main"))  # type: ignore[arg-type]
    for words in ("Return · announced 22 November 2024", "Envoy announces a return", "Dal district", "46", "(Envoy)"):
        assert words in said
    assert re.search("one side|one source", said, re.IGNORECASE)


def test_a_withdrawn_entry_turns_into_what_remains(framed: dict[str, bytes]) -> None:
    said = text(parse(framed["embed/events/2024-09-gone.html"]).find("body/main"))  # type: ignore[arg-type]
    assert "The entry 2024-09-gone was withdrawn on 24 December 2024" in said


def test_they_are_small(framed: dict[str, bytes]) -> None:
    assert max(len(data) for path, data in framed.items() if "/events/" in path) < 4_000


def test_an_event_s_page_offers_the_frame(tree: dict[str, bytes]) -> None:
    page = parse(tree["uk/events/2024-11-22-dale-return.html"])
    (snippet,) = find(page, data_copy="copy.embed")
    frame = parse(f"<!doctype html><title>x</title><body>{text(snippet)}</body>".encode()).find("body/iframe")
    assert frame is not None
    address = f"{BASE}uk/embed/events/2024-11-22-dale-return.html"
    assert (frame.get("src"), frame.get("loading")) == (address, "lazy")
    assert frame.get("sandbox") == "allow-top-navigation-by-user-activation"
    assert frame.get("title")
    (link,) = find(page, type="application/json+oembed")
    said = json.loads(tree[(link.get("href") or "").removeprefix(BASE)])
    assert (said["version"], said["type"], said["html"]) == ("1.0", "rich", text(snippet))
    assert isinstance(said["width"], int)
    assert isinstance(said["height"], int)


def test_without_an_address_nothing_offers_one() -> None:
    plain = valley.render(valley.make())
    assert not [path for path in plain if path.startswith("embed/") and path.endswith(".json")]
    assert all(b"copy.embed" not in data and b"oembed" not in data for path, data in plain.items() if "html" in path)


@pytest.mark.browser
def test_in_the_frame_of_another_site(
    tree: dict[str, bytes], tmp_path: Path, serve_dir: Callable[..., str], open_page: Opener
) -> None:
    """A card in a sandbox on another origin is seen, breaks no policy, and its link leads the reader out."""
    for path, data in tree.items():
        place = tmp_path / "ours" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    ours = serve_dir(tmp_path / "ours")
    (snippet,) = find(parse(tree["events/2024-11-22-dale-return.html"]), data_copy="copy.embed")
    frame = text(snippet).replace(BASE, ours)
    host = f"<!doctype html><html lang=en><title>Host</title><link rel=icon href='data:,'><h1>Host</h1>{frame}"
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs/index.html").write_text(host, "utf-8")
    page = open_page(serve_dir(tmp_path / "theirs"))
    frame = page.frame_locator("iframe")
    heading = frame.get_by_role("link", name="Envoy announces a return")
    heading.wait_for()
    inner = page.frames[1]
    assert inner.evaluate("document.documentElement.scrollHeight <= innerHeight"), "the card fits its frame"
    heading.click()
    page.wait_for_url(f"{ours}events/2024-11-22-dale-return.html")
    for name in ("list", "map", "events/2024-11-22-dale-return"):
        page.goto(f"{ours}embed/{name}.html")
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
