"""Whatever stands in whatever field: problems or a record, never an exception; values are what was written."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from corpora import BASE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.build import assemble, examine
from sitegen.content import read
from sitegen.decode import decode
from sitegen.marked import parse
from sitegen.model.event import Event
from sitegen.model.fields import Quantity, Record
from sitegen.model.place import Place
from sitegen.model.site import KindsFile, SidesFile, SiteFile, Speaker, Story
from sitegen.problems import Problem

FULL = "events/2030/2030-05-03-soluna-return.yaml"

# Words that fields of the records take, words that nearly are, and anything.
WORDS = st.sampled_from(
    [
        *(
            "2030-05-03",
            "2030-05~",
            "../2030",
            "2030/..",
            "3 May 2030",
            "2030-02-30",
            "99999",
            "-1",
            "0",
            "46",
            "1e9",
            "nan",
        ),
        *("some", "none", "true", "false", "yes", "no", "~", "", " ", "c1", "daily", "commissioner", "arland", "Malka"),
        *(
            "Soluna",
            "https://example.org/x",
            "http://x",
            "javascript:1",
            "scene",
            "near",
            "within",
            "whole",
            "event",
            "people",
        ),
        *(
            "denies",
            "states",
            "en",
            "EN",
            "[",
            "{",
            "*x",
            "&y",
            "!z",
            "#",
            "a: b",
            "\u202e",
            "\x00",
            "🙂",
            "'",
            '"',
            "\\",
        ),
    ]
)
FIELDS = {f.alias or n for m in (Event, Place, Speaker, Story, SiteFile) for n, f in m.model_fields.items()}
INNER = {
    "id",
    "by",
    "says",
    "sources",
    "url",
    "publisher",
    "effect",
    "total",
    "min",
    "max",
    "lat",
    "lon",
    "en",
    "date",
    "x",
}
NAMES = st.sampled_from(sorted(FIELDS | INNER))
TREES = st.recursive(
    WORDS | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES | st.text(max_size=5), inner, max_size=5),
    max_leaves=20,
)
MODELS: dict[str, tuple[type[Record], str]] = {
    "event": (Event, FULL),
    "place": (Place, "places/soluna.yaml"),
    "speaker": (Speaker, "speakers/commissioner.yaml"),
    "story": (Story, "stories/a-return.yaml"),
    "site": (SiteFile, "site.yaml"),
    "kinds": (KindsFile, "kinds.yaml"),
    "sides": (SidesFile, "sides.yaml"),
}


def plain_values(path: str) -> dict[str, Any]:
    marked, problems = parse(path, (BASE / path).read_bytes())
    assert marked is not None
    assert problems == []
    return dict(marked.value)


def places_in(value: Any, loc: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [loc, *(found for key, inner in items for found in places_in(inner, (*loc, key)))]


def replaced(value: Any, loc: tuple[Any, ...], new: Any) -> Any:
    if not loc:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[loc[0]] = replaced(value[loc[0]], loc[1:], new)
    return copy


def well_told(problems: list[Problem], text: str) -> None:
    lines = text.split("\n")
    for problem in problems:
        assert 1 <= problem.mark.line <= len(lines)
        assert 1 <= problem.mark.column <= len(lines[problem.mark.line - 1]) + 1
        assert problem.message.isprintable(), problem
        assert len(problem.message) < 300
        assert problem.hint


@pytest.mark.parametrize("kind", MODELS)
@given(data=st.data())
@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_anything_in_any_field_is_a_record_or_told_about(kind: str, data: st.DataObject) -> None:
    model, path = MODELS[kind]
    values = plain_values(path)
    loc = data.draw(st.sampled_from(places_in(values)))
    text = yaml.safe_dump(replaced(values, loc, data.draw(TREES)), allow_unicode=True, width=1_000)
    marked, problems = parse(path, text.encode("utf-8", "replace"))
    if marked is None:
        assert problems
        return
    record, more = decode(model, "x", marked)
    assert (record is None) == bool(more)
    well_told(problems + more, text)


@given(st.dictionaries(NAMES, TREES, max_size=8))
def test_anything_at_all_is_an_event_or_told_about(tree: dict[str, Any]) -> None:
    text = yaml.safe_dump(tree, allow_unicode=True, width=1_000)
    marked, problems = parse("x.yaml", text.encode("utf-8", "replace"))
    record, more = decode(Event, "x", marked) if marked else (None, [])
    assert record is not None or problems or more
    well_told(problems + more, text)


@given(data=st.data())
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_whole_check_takes_whatever_a_file_holds(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """One value of one file of a good folder is changed; the rules of the whole folder look at it."""
    _, path = MODELS[data.draw(st.sampled_from(sorted(MODELS)))]
    values = plain_values(path)
    changed = replaced(values, data.draw(st.sampled_from(places_in(values))), data.draw(TREES))
    root = tmp_path_factory.mktemp("any") / "content"
    shutil.copytree(BASE, root)
    (root / path).write_bytes(yaml.safe_dump(changed, allow_unicode=True).encode("utf-8", "replace"))
    content, findings = examine(root)
    for problem in findings.all:
        assert problem.message.isprintable()
        assert problem.hint
    if not findings.problems:
        assert assemble(content, findings).revision == content.revision
    shutil.rmtree(root.parent)


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_any_bytes_in_any_file(data: bytes) -> None:
    for model, path in MODELS.values():
        marked, problems = parse(path, data)
        record, more = decode(model, "x", marked) if marked else (None, [])
        assert record is not None or problems or more


def test_values_are_what_was_written() -> None:
    content, problems = read(BASE)
    assert problems == []
    event = content.events["2030-05-03-soluna-return"].record
    assert dict(event.title.values)["uk"] == "Посадовці оголосили про повернення"
    assert event.when.basis == "announced"
    assert event.when.date.written == "2030-05-03"
    claim = event.claims[0]
    assert str(claim.says) == "46 residents, 12 of them children, came back: all are well"
    assert claim.counts[0].total == Quantity(46, 46, 46)
    assert event.claims[5].counts[0].total == Quantity(1, None, None, some=True)
    assert [event.about(claim) for claim in event.claims] == ["event", "route", "cause", "cause", "route", "event"]
    assert content.events["2030-02-aid-convoy"].record.when.date.doubt == "~"
    point = content.places["soluna"].record.point
    assert point is not None
    assert (point.lat, point.lon) == (41.52, 11.31)
    assert content.places["soluna"].record.control[1].start is not None


def test_a_revision_follows_the_bytes_and_nothing_else(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "one")
    shutil.copytree(BASE, tmp_path / "two")
    one = read(tmp_path / "one")[0].revision
    assert one == read(tmp_path / "two")[0].revision == read(BASE)[0].revision
    with (tmp_path / "two/pages/about.en.md").open("a") as stream:
        stream.write("More.\n")
    assert read(tmp_path / "two")[0].revision != one


def test_findings_do_not_depend_on_the_order_of_reading(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "a")
    for number in range(12):
        (tmp_path / f"a/events/2030/2030-06-x{number}.yaml").write_text(f"titel: x\nkind: aide{number}\n")
    assert examine(tmp_path / "a")[1] == examine(tmp_path / "a")[1]
