"""What pages load: every address changes with its content, and Leaflet finds its pictures."""

import re

import pytest

from sitegen.assets import Assets, fingerprint, load, slim, slim_css, templates_dir
from sitegen.i18n import Translator
from sitegen.model.site import KindsFile
from sitegen.pages.generated import kinds_css, words_js

KIND = {
    "label": "Aid",
    "definition": "Help.",
    "group": "g",
    "colour": "#0072b2",
    "colour_dark": "#4fa3dd",
    "shape": "bar",
}
KINDS = {"groups": [{"id": "g", "label": "G"}], "kinds": [{"id": "aid", **KIND}]}


def test_an_address_changes_with_the_content_and_only_with_it() -> None:
    assets = Assets()
    first = assets.add("data/return.js", b"1")
    assert first == f"assets/data/return.{fingerprint(b'1')}.js" == assets.path("data/return.js")
    assert assets.add("data/return.js", b"2") != first
    assert assets.tree() == {f"assets/data/return.{fingerprint(b'2')}.js": b"2"}
    assert assets.source("data/return.js") == b"2"
    with pytest.raises(KeyError):
        assets.path("none.css")


def test_every_file_of_the_folder_is_there_under_a_name_with_its_hash() -> None:
    assets = load()
    for file in (templates_dir() / "assets").iterdir():
        data = file.read_bytes()
        published = {".css": slim_css, ".js": slim}.get(file.suffix, bytes)(data)
        assert assets.source(file.name) == published
        assert assets.path(file.name) == f"assets/{file.stem}.{fingerprint(published)}{file.suffix}"


def test_slimming_leaves_out_comments_indentation_and_nothing_else() -> None:
    given = b"/* One\n   two. */\n(function () {\n\n  /* Three. */\n  let a = 'x /* y */';  // z\n/* b */ a();\n})();\n"
    assert slim(given) == b"(function () {\nlet a = 'x /* y */';  // z\na();\n})();\n"


def test_a_style_sheet_loses_blanks_that_mean_nothing() -> None:
    given = b"/* One */\na, b > c {\n  margin: 0 calc(1px + 2px);\n  color: red;\n}\n@media print { a { top: 0; } }\n"
    assert slim_css(given) == b"a,b > c{margin: 0 calc(1px + 2px);color: red}@media print{a{top: 0}}\n"


def test_no_string_of_our_own_code_runs_over_two_lines() -> None:
    for file in (templates_dir() / "assets").glob("*.js"):
        assert all(line.count("`") % 2 == 0 for line in file.read_text(encoding="utf-8").splitlines()), file.name


def test_leaflet_keeps_its_names_and_has_every_picture_its_style_sheet_asks_for() -> None:
    assets = load()
    home = assets.path("leaflet.css").removesuffix("leaflet.css")
    assert re.fullmatch(r"assets/leaflet-[0-9a-f]{8}/", home)
    pictures = re.findall(rb"url\((images/[^)]+)\)", assets.source("leaflet.css"))
    assert pictures
    assert {home + name.decode() for name in pictures} <= set(assets.tree())
    assert b"sourceMappingURL" not in assets.source("leaflet.js")


def test_a_kind_has_its_colour_on_both_grounds() -> None:
    css = kinds_css(KindsFile.model_validate(KINDS).kinds).decode()
    assert css.startswith(".k-aid{--kind:#0072b2}")
    assert css.count("#4fa3dd") == 2


def test_words_cannot_end_the_script_they_stand_in() -> None:
    script = words_js({"b": "it's \u2028 </script>", "a": "x"}, Translator("en")).decode()
    assert script.startswith('(window.FC=window.FC||{}).words={"a":"x","b":"it\'s \\u2028')
    assert "\u2028" not in script


def test_the_pages_own_files_load_nothing_from_elsewhere() -> None:
    foreign = r"https?://(?!www\.w3\.org/2000/svg)|@import|url\((?!#)"
    unsafe = r"\beval\(|innerHTML\s*=|insertAdjacentHTML|document\.write"
    for file in (templates_dir() / "assets").iterdir():
        if file.suffix in {".css", ".js"}:
            assert not re.findall(f"{foreign}|{unsafe}", file.read_text(encoding="utf-8")), file.name
