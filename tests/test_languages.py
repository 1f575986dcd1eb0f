"""A fourth language is a catalogue and a line: invented Arabic, right to left, with nothing of ours left in English."""

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

import arabic
import catalogues
import pytest
import valley
from browsing import Opener
from reading import find, parse, text
from sitebuilding import BASE, copied, edit, written

from sitegen import build
from sitegen.build import Options
from sitegen.i18n import catalogues as read_from

BASE_URL = "https://front.invented.org/map/"
TEMPLATES = catalogues.ROOT / "templates"
# Words of contributors that have no language: names of outlets, toponyms as written, licences, ids, addresses.
NAMES = re.compile(
    r"Quiet Valley|Valley Post|Copy House|Lens|Wire|Dal district|Mill|invented, CC0|CC BY 4\.0|post@valley\.test"
    r"|Other 7|https://[\w./-]+|embed/[\w/.]+|JSON|\d{4}(-\d\d)*-[a-z-]+|Envoy \(Hither, ?c?1?\)?|Dale District|Ukraine"
    r"|Hamlets|Envoy announces a return|Title of|Return|Removal|Aid"
    r"|<script>alert\(1\)</script> \{\{ 7\*7 \}\} \$\{x\}"
)


@pytest.fixture(scope="module")
def arab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, bytes]]:
    """The valley in English, Ukrainian and Arabic, with an address."""
    folder = tmp_path_factory.mktemp("locales")
    shutil.copy(read_from.CATALOGUES / "uk.po", folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(read_from, "CATALOGUES", arabic.write(folder))
        site = valley.make(base_url=BASE_URL)
        changed = site.file.model_copy(update={"languages": ("en", "uk", "ar")})
        yield valley.render(valley.make(base_url=BASE_URL, file=changed))


def pages(tree: Mapping[str, bytes], home: str) -> dict[str, Element]:
    return {path: parse(data) for path, data in tree.items() if path.startswith(home) and path.endswith(".html")}


def test_every_page_is_there_right_to_left_and_named_in_the_others(arab: Mapping[str, bytes]) -> None:
    there = pages(arab, "ar/")
    assert {path.removeprefix("ar/") for path in there} == {path.removeprefix("uk/") for path in pages(arab, "uk/")}
    for path, page in there.items():
        assert (page.get("lang"), page.get("dir")) == ("ar", "rtl"), path
    for home in ("", "uk/", "ar/"):
        links = find(parse(arab[f"{home}method.html"]), tag="link", rel="alternate")
        addresses = {link.get("hreflang"): link.get("href") for link in links if link.get("hreflang")}
        assert addresses == {
            "en": f"{BASE_URL}method.html", "uk": f"{BASE_URL}uk/method.html", "ar": f"{BASE_URL}ar/method.html",
        }  # fmt: skip


def test_nothing_of_the_interface_is_left_in_english(arab: Mapping[str, bytes]) -> None:
    """Texts, labels, titles, descriptions, words in pictures and in scripts: what is Latin is a contributor's."""
    for path, page in pages(arab, "ar/").items():
        for words in _said(page):
            if not words.startswith(("What happens to civilians", "<iframe ")) and not _is_title(words):
                assert not re.search("[A-Za-z]{3}", NAMES.sub("", words)), (path, words)
    script = next(data for path, data in arab.items() if path.startswith("assets/words.ar."))
    said: dict[str, str] = json.loads(script[script.index(b"=", 30) :].split(b"=", 1)[1].rstrip(b";\n"))
    assert len(said) > 40
    assert [words for words in said.values() if re.search("[A-Za-z]", re.sub(r"\{\w+\}", "", words))] == []


def _said(element: Element) -> Iterator[str]:
    if element.get("lang", "ar") != "ar" or element.tag in {"script", "code", "svg:style"}:
        return
    yield from (element.get(name, "") for name in ("aria-label", "title", "alt", "placeholder"))
    yield " ".join((element.text or "").split())
    for child in element:
        yield from _said(child)
        yield " ".join((child.tail or "").split())


def _is_title(words: str) -> bool:
    """The name of a page or a feed is often a contributor's; the site's stands beside it."""
    return words.endswith(" · Quiet Valley") or words.startswith("Quiet Valley: ")


def test_what_has_no_translation_is_marked_for_the_eye_and_for_machines(arab: Mapping[str, bytes]) -> None:
    heading = find(parse(arab["ar/events/2024-11-22-dale-return.html"]), tag="h1")[0]
    span = next(iter(heading))
    assert (span.get("class"), span.get("lang"), span.get("dir")) == ("fallen", "en", "ltr")
    foot = find(parse(arab["ar/index.html"]), tag="footer")[0]
    assert arabic.spoken("Some passages of this page are not translated")[:12] in text(foot)
    own = find(parse(arab["uk/places/dale.html"]), tag="h1")[0]
    assert not [e for e in own if e.get("class") == "fallen"]


@pytest.mark.browser
def test_the_layout_mirrors_and_the_map_does_not(arab: Mapping[str, bytes], tmp_path: Path, open_page: Opener) -> None:
    folder = written(dict(arab), tmp_path / "site")
    page = open_page(folder / "ar/index.html", width=1440)
    row, shown = page.locator(".row").first.bounding_box(), page.locator(".map").bounding_box()
    assert row is not None
    assert shown is not None
    assert row["x"] >= shown["x"] + shown["width"]
    west, east = (page.get_by_role("button", name=arabic.spoken(f"Move {way}"), exact=True) for way in ("west", "east"))
    west_box, east_box = west.bounding_box(), east.bounding_box()
    assert west_box is not None
    assert east_box is not None
    assert west_box["x"] < east_box["x"]
    expected = "() => getComputedStyle(document.querySelector('.fallen'), '::after').content"
    assert "en" in page.evaluate(expected)
    for width in (320, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        for path in ("index.html", "events/2024-11-22-dale-return.html", "follow.html"):
            page.goto((folder / "ar" / path).as_uri())
            assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0, (width, path)


def test_no_style_names_a_left_or_a_right() -> None:
    physical = re.compile(r"(?:margin|padding|border|inset)-(?:left|right)|(?:^|[\s;{])(?:left|right|float) *:")
    for file in sorted((TEMPLATES / "assets").glob("*.css")):
        assert not physical.findall(file.read_text(encoding="utf-8")), file.name


def test_one_line_in_site_yaml_is_all_it_takes(arab: Mapping[str, bytes], tmp_path: Path) -> None:
    content = copied(BASE, tmp_path / "content")
    site = (content / "site.yaml").read_text(encoding="utf-8")
    line = next(line for line in site.splitlines() if line.startswith("languages:"))
    edit(content / "site.yaml", line, "languages: [en, ar]")
    read, findings = build.examine(content, Options())
    assert not findings.problems
    tree = dict(build.render(build.assemble(read, findings)))
    assert b'dir="rtl"' in tree["ar/index.html"]
    for page in (tree["ar/index.html"], arab["ar/index.html"]):
        assert arabic.spoken("Looking for someone").encode() in page


def test_every_word_of_a_template_goes_through_the_translator() -> None:
    """What is left of a template without its expressions and tags has no letter."""
    look = re.compile(r"\{% block look %\}.*?\{% endblock %\}")  # the class of <body>
    data = re.compile(r'\bdata-[a-z]+="\{\{.*?\}\}"')  # attributes that a macro writes into another's tag
    for file in sorted(TEMPLATES.rglob("*.html")):
        if file.parent.name == "preview":
            continue
        html = data.sub("", look.sub("", file.read_text(encoding="utf-8")))
        bare = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", html, flags=re.DOTALL)
        words = re.findall(r"[^\W\d_]+", re.sub(r"<[^>]*>|&\w+;", " ", bare))
        assert set(words) <= {"JSON"}, (file.name, words)


def test_scripts_say_nothing_but_what_they_ask_for() -> None:
    """No script holds a sentence: two words in a string literal are a selector, a policy or a path."""
    told = re.compile(r"""(?<![\w$])(['"`])([A-Z][a-z]+ [a-z]+[^'"`]*)\1""")
    for file in sorted((TEMPLATES / "assets").glob("*.js")):
        code = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not told.findall(code), file.name
