"""The YAML that geocode writes is read back as it was meant, whatever a provider's names hold."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.geocode.writing import free_id, write_new
from sitegen.geocode.yamlform import document
from sitegen.marked import parse

words = st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" "), min_size=1, max_size=40).filter(
    lambda text: text.strip() == text
)
keys = st.from_regex(r"[a-z][a-z_]{0,10}", fullmatch=True)
values = st.one_of(
    words,
    st.lists(words, min_size=1, max_size=4),
    st.dictionaries(keys, words, min_size=1, max_size=4),
)
records = st.dictionaries(keys, values, min_size=1, max_size=6)
ODD = ("no", "null", "~", "12:30", "- x", "a: b", "a #b", "[x", "{x", "*x", "&x", "!x", "'", '"', "x,y", "1e5")


@given(records)
def test_what_is_written_is_what_is_read(record: dict[str, Any]) -> None:
    marked, problems = parse("places/x.yaml", document(record).encode())
    assert problems == []
    assert marked is not None
    assert marked.value == record


@pytest.mark.parametrize("text", ODD)
def test_words_that_yaml_would_take_for_something_else_stay_words(text: str) -> None:
    record = {"name": {"en": text}, "spellings": [text, "plain"], "note": text}
    marked, problems = parse("places/x.yaml", document(record).encode())
    assert problems == []
    assert marked is not None
    assert marked.value == record


def test_short_maps_stand_on_one_line_and_empty_fields_nowhere() -> None:
    written = document(
        {"name": {"en": "Tessa", "uk": "Тесса"}, "point": {"lat": 41.5, "lon": 11.0}, "area": None, "members": []}
    )
    assert written == "name: {en: Tessa, uk: Тесса}\npoint: {lat: 41.5, lon: 11}\n"


def test_a_file_that_is_there_stays_and_no_half_file_is_left(tmp_path: Path) -> None:
    write_new(tmp_path / "places/a.yaml", b"first")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "places/a.yaml", b"second")
    assert [(p.name, p.read_bytes()) for p in (tmp_path / "places").iterdir()] == [("a.yaml", b"first")]


class Named:
    """Enough of a candidate to be given an id."""

    title, ref = "Стара Весь", "node 1"

    def name(self, lang: str) -> str:
        return ""


def test_an_id_is_free_latin_and_says_where() -> None:
    assert free_id(Named(), "some-district", {}) == "stara-ves"  # type: ignore[arg-type]
    assert free_id(Named(), "some-district", {"stara-ves"}) == "stara-ves-some-district"  # type: ignore[arg-type]
    assert free_id(Named(), None, {"stara-ves"}) == "stara-ves-2"  # type: ignore[arg-type]
