"""The map in Python: the same bytes each time, taken apart as it is, and nobody's words in its script."""

import gzip
import json
import re
import threading
from html.parser import HTMLParser
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from typing import Any

import folium
import pytest
from branca.element import Element
from hypothesis import given
from hypothesis import strategies as st
from mapping import ATTACKS, hostile, valley
from sites import make_site

from sitegen import assets
from sitegen.maps import WORDS, ForeignAssetError, draw, take_apart
from sitegen.maps.files import dumped, name_of
from sitegen.maps.ground import SCALE, SIGNS, packed
from sitegen.maps.ids import counted_ids
from sitegen.maps.shell import SCRIPTS, STYLES

ROOT = Path(__file__).resolve().parent.parent
LAYERS = {"data/return.js", "data/removal.js", "data/aid.js"}


def data_in(script: bytes) -> Any:
    """Return what a data file sets."""
    text = script.decode()
    assert text.startswith("var FC=window.FC||{};")
    return json.loads(text.partition("]=" if ")[" in text else "FC.basemap=")[2].rstrip(";\n"))


def group_of(drawn: folium.Map, name: str) -> str:
    """Return under which name a map holds its FeatureGroup called `name`."""
    groups = {k: c for k, c in drawn._children.items() if isinstance(c, folium.FeatureGroup)}
    return next(key for key, child in groups.items() if child.layer_name == name)


def test_it_is_a_folium_map_with_a_feature_group_a_kind_in_order() -> None:
    drawn = draw(valley())
    assert isinstance(drawn, folium.Map)
    groups = [child for child in drawn._children.values() if isinstance(child, folium.FeatureGroup)]
    assert [group.layer_name for group in groups] == ["Return", "Removal", "Aid", "Movements"]


def test_two_draws_give_the_same_bytes() -> None:
    one, two = take_apart(draw(valley())), take_apart(draw(valley()))
    assert one == two
    assert draw(valley()).get_root().render() == draw(valley()).get_root().render()


def test_rendering_again_changes_nothing() -> None:
    drawn = draw(valley())
    first = take_apart(drawn)
    drawn._repr_html_()
    assert take_apart(drawn) == first


def test_the_script_is_the_figures_own() -> None:
    drawn = draw(valley())
    parts = take_apart(drawn)
    assert parts.script == drawn.get_root().script.render()
    assert f'L.map(\n                "{parts.div_id}"' in parts.script
    assert f'id="{parts.div_id}"' in drawn.get_root().html.render()


@pytest.mark.parametrize("rendered_before", [False, True])
def test_deleting_a_feature_group_removes_its_layer_control_entry_and_data(rendered_before: bool) -> None:
    drawn = draw(valley())
    if rendered_before:
        drawn.get_root().render()
    full = take_apart(draw(valley()))
    name = group_of(drawn, "Aid")
    del drawn._children[name]
    parts = take_apart(drawn)
    assert set(full.data) - set(parts.data) == {"data/aid.js"}
    assert full.script.count(name) == 4  # made, filled, shown, listed
    assert name not in parts.script
    assert '"aid"' not in parts.script


def test_outlines_are_only_those_that_are_drawn() -> None:
    drawn = draw(valley())
    assert b"shire" in take_apart(drawn).data["data/outlines.js"]
    for name in ("Aid", "Removal"):
        del drawn._children[group_of(drawn, name)]
    assert b"shire" not in take_apart(drawn).data["data/outlines.js"]


def test_a_users_layer_is_listed_by_its_name_though_added_after_the_control() -> None:
    drawn = draw(valley())
    folium.FeatureGroup(name="Mine </script>").add_to(drawn)
    folium.CircleMarker([51, 35]).add_to(drawn)
    script = take_apart(drawn).script
    assert '"name": "Mine \\u003c/script\\u003e"' in script
    assert script.index("Mine") > script.index("L.circleMarker")


def test_a_layer_that_loads_from_elsewhere_is_refused_for_the_site_and_kept_in_a_notebook() -> None:
    from folium.plugins import Fullscreen

    drawn = draw(valley())
    Fullscreen().add_to(drawn)
    with pytest.raises(ForeignAssetError, match="which this site does not hold"):
        take_apart(drawn)
    assert "Control.FullScreen" in drawn.get_root().render()


def test_ids_are_counted_only_inside_and_only_for_this_thread() -> None:
    others: list[str] = []

    def elsewhere() -> None:
        others.append(Element()._id)

    with counted_ids():
        assert [Element()._id, Element()._id] == ["1", "2"]
        thread = threading.Thread(target=elsewhere)
        thread.start()
        thread.join()
    assert [len(id_) for id_ in (others[0], Element()._id)] == [32, 32]


def test_random_ids_come_back_after_an_exception() -> None:
    before = Element.__dict__["_generate_id"]
    with pytest.raises(RuntimeError), counted_ids():
        raise RuntimeError
    with pytest.raises(AttributeError):
        draw(None)  # type: ignore[arg-type]
    assert Element.__dict__["_generate_id"] is before


def test_two_threads_draw_the_same() -> None:
    site, drawn = valley(), []
    threads = [threading.Thread(target=lambda: drawn.append(draw(site))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({take_apart(one).script for one in drawn}) == 1


def spelt(column: dict[str, list[Any]]) -> list[str]:
    """Read a column of few words."""
    return [column["words"][number] for number in column["of"]]


def test_columns_say_how_each_place_is_drawn() -> None:
    data = {name: data_in(script) for name, script in take_apart(draw(valley())).data.items() if name in LAYERS}
    forms = {name: list(zip(spelt(c["shapes"]["form"]), c["shapes"]["size"], strict=True)) for name, c in
             ((name, columns) for name, columns in data.items())}  # fmt: skip
    assert [form for form, _ in forms["data/return.js"]] == ["pin", "circle", "line"]
    assert [form for form, _ in forms["data/removal.js"]] == ["outline", "about", "dot"]
    assert forms["data/removal.js"][0][1] == "shire"
    assert forms["data/removal.js"][1][1] >= 18_000
    assert data["data/aid.js"]["shapes"]["whole"] == [0, 1]
    assert data["data/return.js"]["events"]["disputed"] == [0, 1, 0, 0]
    assert data["data/return.js"]["events"]["rank"] == [0, 3, 6, 7]
    assert data["data/return.js"]["at"]["known"]["words"][-1] == "undisclosed"


def test_the_basemap_speaks_the_voices_language() -> None:
    from sitegen.i18n import Translator

    told = take_apart(draw(valley(), Translator("uk"))).data
    assert [town[0] for town in data_in(told["data/basemap.js"])["towns"]] == ["Туди", "Сюди"]
    assert "22 листопада 2024" in told["data/return.js"].decode()


def test_a_site_without_events_and_basemap_has_a_map() -> None:
    parts = take_apart(draw(make_site()))
    assert set(parts.data) == {"data/basemap.js", "data/outlines.js"}
    assert data_in(parts.data["data/basemap.js"])["bounds"] is None


def test_no_contributors_words_are_in_the_script_and_all_are_data() -> None:
    parts = take_apart(draw(hostile()))
    assert not any(word in parts.script for word in ("hit", "onerror", "7*7", "javascript:"))
    assert data_in(parts.data["data/return.js"])["events"]["title"] == [" ".join(ATTACKS)] * 2
    for content in parts.data.values():
        assert not re.search(rb"[<>&]", content)
        assert "\u2028" not in content.decode()


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.mark.parametrize("make", [valley, hostile])
def test_the_notebooks_page_is_self_contained(make: Any) -> None:
    saved = BytesIO()
    draw(make()).save(saved, close_file=False)
    html = saved.getvalue().decode()
    page = _Page()
    page.feed(html)
    loads = [attributes for _, attributes in page.tags if {"src", "href", "srcset", "data"} & set(attributes)]
    assert loads == []
    assert not re.search(r"url\((?!data:|#)", html.partition("<body>")[0])
    assert [tag for tag, _ in page.tags].count("script") == len(SCRIPTS) + 1 + (5 if make is valley else 4) + 1
    assert not {"img", "iframe", "object"} & {tag for tag, _ in page.tags}


def test_the_notebooks_frame_holds_the_page_escaped() -> None:
    frame = draw(hostile())._repr_html_()
    page = _Page()
    page.feed(frame)
    (attributes,) = (attributes for tag, attributes in page.tags if tag == "iframe")
    assert attributes["srcdoc"] == draw(hostile()).get_root().render()
    assert "<script" not in frame


def test_every_word_that_the_scripts_ask_for_is_there_and_every_one_is_asked_for() -> None:
    code = "".join((ROOT / "templates" / "assets" / name).read_text() for name in SCRIPTS if name.startswith("map"))
    asked = set(re.findall(r"say\('([\w.]+)'", code))
    prefixes = tuple(re.findall(r"say\('([a-z]+\.)' \+", code))
    listed = set(re.findall(r"'(key\.\w+)'", code)) | {"movements"}  # the name of its FeatureGroup
    plain = {word for word in asked if not word.endswith(".")}
    assert plain | listed <= set(WORDS)
    unused = set(WORDS) - plain - listed
    assert {word for word in unused if not word.startswith(prefixes)} == set()


def test_nothing_turns_words_into_markup() -> None:
    sources = [*(ROOT / "sitegen").rglob("*.py"), *(ROOT / "templates" / "assets").glob("map*.js")]
    forbidden = re.compile(
        r"\b(Popup|Tooltip|bindPopup|bindTooltip|insertAdjacentHTML|document\.write|eval)\(|Function\("
    )
    assert [path.name for path in sources if forbidden.search(path.read_text())] == []
    for path in (ROOT / "templates" / "assets").glob("map*.js"):
        # The one use is reading back what textContent has escaped.
        assert not re.search(r"(inner|outer)HTML\s*[+]?=", path.read_text()), path.name


def test_only_the_maps_know_folium() -> None:
    knowing = [
        p
        for p in (ROOT / "sitegen").rglob("*.py")
        if re.search(r"^\s*(from|import) (folium|branca)", p.read_text(), re.M)
    ]
    assert {path.parent.name for path in knowing} == {"maps"}


def test_our_scripts_and_styles_are_small_and_short() -> None:
    ours = [ROOT / "templates" / "assets" / name for name in (*STYLES, *SCRIPTS) if name.startswith("map")]
    loaded = assets.load()
    assert len(gzip.compress(b"".join(map(loaded.source, SCRIPTS[1:])), 9)) <= 17_000  # as the bundle that pages load
    assert all(path.read_text().count("\n") <= 200 for path in ours)
    assert all(name in assets.load()._sources for name in (*STYLES, *SCRIPTS))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
    )
)
def test_dumped_values_are_json_without_anything_that_html_or_old_javascript_reads(value: Any) -> None:
    text = dumped(value)
    assert json.loads(text) == value
    assert not set(text) & set("<>&\u2028\u2029")


def unpacked(words: str) -> list[tuple[int, int]]:
    """Read what `packed` wrote, as map.js does."""
    numbers, n, bits = [], 0, 0
    for value in map(SIGNS.index, words):
        n |= (value & 31) << bits
        bits += 5
        if value < 32:
            numbers.append(-(n + 1) // 2 if n & 1 else n // 2)
            n = bits = 0
    return list(zip(accumulate(numbers[::2]), accumulate(numbers[1::2]), strict=True))


@given(st.lists(st.tuples(st.integers(-90_000, 90_000), st.integers(-45_000, 45_000)), min_size=1, max_size=20))
def test_packed_lines_unpack_to_the_same_points(points: list[tuple[int, int]]) -> None:
    distinct = [point for i, point in enumerate(points) if i == 0 or point != points[i - 1]]
    assert unpacked(packed([(x / SCALE, y / SCALE) for x, y in points])) == distinct


def test_a_kind_called_like_the_basemap_has_a_file_of_its_own() -> None:
    assert name_of("basemap") == "data/basemap-kind.js"
    assert name_of("aid") == "data/aid.js"
