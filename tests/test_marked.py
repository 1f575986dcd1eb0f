"""YAML as it was written: values, positions, and what stops a file from being read."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sitegen.marked import MAX_BYTES, MAX_DEPTH, MAX_NODES, Marked, parse
from sitegen.marked.comments import comments
from sitegen.problems import MOST, Mark, Problem

TREES = st.recursive(
    st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(min_size=1, max_size=12), inner, max_size=4),
    max_leaves=25,
)


def read(text: str | bytes) -> Marked:
    marked, problems = parse("x.yaml", text.encode() if isinstance(text, str) else text)
    assert problems == []
    assert marked is not None
    return marked


def told(text: str | bytes) -> list[Problem]:
    return parse("x.yaml", text.encode() if isinstance(text, str) else text)[1]


@pytest.mark.parametrize(
    "word", ["no", "yes", "on", "12:30", "012", "1_000", "1e3", ".inf", "0x10", "2024-08-06", "+5", "Null"]
)
def test_words_stay_as_they_were_written(word: str) -> None:
    assert read(f"a: {word}\n").value == {"a": word}


@pytest.mark.parametrize("blank", ["", "~", "null", "# nothing"])
def test_a_blank_value_is_left_out_and_known(blank: str) -> None:
    marked = read(f"a: {blank}\nb: c\n")
    assert marked.value == {"b": "c"}
    assert marked.empty == {("a",)}


@pytest.mark.parametrize("written", ["''", '""', '"~"', "'null'"])
def test_a_quoted_blank_is_a_text(written: str) -> None:
    assert read(f"a: {written}\n").value == {"a": written.strip("'\"")}


def test_blank_items_are_left_out() -> None:
    assert read("a:\n  - b\n  -\n  - c\n").value == {"a": ["b", "c"]}


@pytest.mark.parametrize(
    "text", [b"\xef\xbb\xbfa: b\nc: d\n", b"a: b\r\nc: d\r\n", b"a: b\rc: d\r", b"--- # x\na: b\nc: d\n...\n"]
)
def test_bom_line_ends_and_marks_of_a_document(text: bytes) -> None:
    marked = read(text)
    assert marked.value == {"a": "b", "c": "d"}
    assert marked.mark(("c",)).column == 4


def test_positions() -> None:
    marked = read("# note\ntitle: Суджа 🙂 x\nwhere:\n  - {place: A, role: b}\n  - place: C\nlist: [д, е]\n")
    at = {
        (): (2, 1),
        ("title",): (2, 8),
        ("where",): (4, 3),
        ("where", 0, "role"): (4, 22),
        ("where", 1, "place"): (5, 12),
    }
    for loc, (line, column) in at.items():
        assert marked.mark(loc) == Mark("x.yaml", line, column)
    assert marked.mark(("list", 1)) == Mark("x.yaml", 6, 11)
    assert marked.key_mark(("where", 0, "role")) == Mark("x.yaml", 4, 16)


def test_what_was_not_written_is_where_it_would_stand() -> None:
    marked = read("a:\n  b: c\n")
    assert marked.mark(("a", "missing", 0, "deep")) == marked.mark(("a",)) == Mark("x.yaml", 2, 3)
    assert marked.key_mark(("a", "missing")) == marked.mark(("a",))
    assert marked.mark(("nothing",)) == Mark("x.yaml", 1, 1)


def test_only_the_first_of_a_key_counts_and_the_second_is_told() -> None:
    marked, problems = parse("x.yaml", b"a: 1\nb: {c: 2, c: 3}\na: [4]\n")
    assert marked is not None
    assert marked.value == {"a": "1", "b": {"c": "2"}}
    assert [(p.rule, p.mark.line, p.mark.column) for p in problems] == [
        ("yaml-duplicate-key", 2, 11),
        ("yaml-duplicate-key", 3, 1),
    ]
    assert {("a",), ("b", "c")} <= marked.bad


@pytest.mark.parametrize(("text", "line"), [("a:\na: 1\n", 2), ("a: ~\nb: c\na:\n", 3), ("a: 1\na:\n", 2)])
def test_a_key_that_was_left_blank_still_counts(text: str, line: int) -> None:
    assert [(p.rule, p.mark.line) for p in told(text)] == [("yaml-duplicate-key", line)]


def test_a_text_with_a_hash_is_not_cut_in_silence() -> None:
    assert [(p.rule, p.severity, p.mark.column) for p in told("a: Shelter #5 hit\n")] == [("yaml-hash", "remark", 11)]
    assert told("a: Shelter # 5 hit\n") == told("a: '#5' # six\n") == told("a: b#5\n") == told("# x #5\na: b\n") == []


def test_the_limits() -> None:
    assert [p.rule for p in told(b"a: " + b"x" * MAX_BYTES)] == ["file-too-big"]
    assert told("[" * MAX_DEPTH + "x" + "]" * MAX_DEPTH) == []
    assert [p.rule for p in told("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))] == ["yaml-depth"]
    assert told("[" + "x," * (MAX_NODES - 1) + "]") == []
    assert [p.rule for p in told("[" + "x," * MAX_NODES + "]")] == ["file-too-big"]


def test_more_than_can_be_shown_is_said() -> None:
    problems = told("a: 1\n" + "a: 2\n" * 1000)
    assert len(problems) == MOST + 1
    assert problems[-1].message.startswith("more of the same follow")


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\x85", "\u2028", "\u202e", "\u2066", "\ufeff", "\uffff"])
def test_characters_that_cannot_be_seen(char: str) -> None:
    assert [(p.rule, p.mark.line, p.mark.column) for p in told(f"a: b\nc: d{char}e\n")] == [("file-control", 2, 5)]


@pytest.mark.parametrize("code", ["\\0", "\\a", "\\e", "\\N", "\\L", "\\u202e", "\\x1b", "\\U0000ffff"])
def test_and_not_in_disguise(code: str) -> None:
    assert [p.rule for p in told(f'a: "b{code}c"\n')] == ["file-control"]
    assert [p.rule for p in told(f'"b{code}c": a\n')] == ["file-control"]


def test_text_may_hold_marks_of_right_to_left_and_no_break_spaces() -> None:
    assert read("a: б\u00a0в \u200f\u200e \u00ad🙂\n").value == {"a": "б\u00a0в \u200f\u200e \u00ad🙂"}


@given(TREES)
def test_what_another_program_writes_is_read(tree: object) -> None:
    """Whatever PyYAML dumps comes back, or is refused for a reason."""
    text = yaml.safe_dump(tree, allow_unicode=True, default_style='"')
    marked, problems = parse("x.yaml", text.encode("utf-8", "surrogatepass"))
    if problems:
        assert {p.rule for p in problems} <= {"file-control", "file-encoding"}
    else:
        assert marked is not None
        assert marked.value == tree
        _inside(marked, text)


@given(st.binary(max_size=200) | st.text(alphabet="ab: -[]{}\"'#&*!|>%@`?,\n\t\\", max_size=80).map(str.encode))
def test_any_bytes_are_read_or_told_about_inside_the_file(data: bytes) -> None:
    marked, problems = parse("x.yaml", data)
    assert marked is not None or problems
    text = data.decode("utf-8-sig", "replace")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        assert 1 <= problem.mark.line <= len(lines), problem
        assert 1 <= problem.mark.column <= len(lines[problem.mark.line - 1]) + 1, problem
        assert problem.message.isprintable()
        assert problem.hint.isprintable()
    if marked:
        _inside(marked, text)


def _inside(marked: Marked, text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    pending: list[tuple[tuple[str | int, ...], object]] = [((), marked.value)]
    while pending:
        loc, value = pending.pop()
        for mark in (marked.mark(loc), marked.key_mark(loc)):
            assert 1 <= mark.line <= len(lines)
            assert 1 <= mark.column <= len(lines[mark.line - 1]) + 1
        items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        pending.extend(((*loc, key), inner) for key, inner in items)


NOTED = """# above it all
# goes on. And ends.
# Another.

title: "a # b"  # after quotes # and more
summary: |
  text # of the block
  # of the block too
# of nobody
kind: a#b # після слова
x: [1, # in a list
  2]
q: 'it''s # no'
p: plain
  goes on # within
#
# id: c1
# - {id: c2}
"""


def test_notes_are_found_where_they_begin_and_no_value_is_one() -> None:
    assert [tuple(note) for note in read(NOTED).comments] == [
        ("above it all\ngoes on. And ends.", 1, 1),
        ("Another.", 3, 1),
        ("after quotes # and more", 5, 17),
        ("of nobody", 9, 1),
        ("після слова", 10, 11),
        ("in a list", 11, 8),
        ("within", 15, 11),
        ("id: c1", 17, 1),
        ("- {id: c2}", 18, 1),
    ]
    assert read("a: b\n").comments == ()


@given(TREES)
def test_no_value_is_taken_for_a_note_whatever_it_holds(tree: object) -> None:
    text = yaml.safe_dump({"a": tree, "b": "c # d"}, allow_unicode=True)
    noted = comments(text + "# the only note\n")
    assert [(note.words, note.line) for note in noted] == [("the only note", text.count("\n") + 1)]
