"""Bytes → text: UTF-8 without anything that cannot be seen."""

import re

from sitegen.problems import Grouped, Mark, Problem, say

MAX_BYTES = 1_000_000

# Controls; separators that YAML counts as line breaks and editors do not; marks that turn the direction of text
# or hide in it (a reviewer would see other words than a reader); halves of characters.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_BREAK = re.compile(r"\r\n|\r|\n")


def decode_text(path: str, data: bytes) -> tuple[str | None, list[Problem]]:
    """Decode UTF-8 with or without BOM; too big, other encodings, control and direction characters are problems."""
    if len(data) > MAX_BYTES:
        sizes = {"size": Grouped(len(data)), "limit": Grouped(MAX_BYTES)}
        said = say("the file has %(size)s bytes; the limit is %(limit)s", **sizes)
        return None, [Problem(Mark(path), "file-too-big", said, say("an event is text: keep it short"))]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(path, data, error.start)]
    if "\0" in text and _looks_utf16(data):
        return None, [_not_utf8(path, data, data.index(0))]
    if found := unseen(text):
        return None, [Problem(_mark_at(path, text[: found.start()]), "file-control", *control_words(found[0]))]
    return text, []


def unseen(text: str) -> re.Match[str] | None:
    """Find the first character that text must not hold."""
    return _UNSEEN.search(text)


def control_words(char: str) -> tuple[str, str]:
    """Say what `char` is and what to do."""
    name = "NUL" if char == "\0" else f"U+{ord(char):04X}"
    said = say("a character that cannot be seen (%(name)s) is in the text", name=name)
    return said, say("delete it, or type the words around it again")


def _looks_utf16(data: bytes) -> bool:
    return data[:2] in {b"\xff\xfe", b"\xfe\xff"} or data[:200].count(0) > len(data[:200]) // 4


def _not_utf8(path: str, data: bytes, at: int) -> Problem:
    byte = f"0x{data[at]:02x}"
    if _looks_utf16(data):
        said = say("the file is not UTF-8 text (it looks like UTF-16): byte %(byte)s stands here", byte=byte)
    else:
        said = say("the file is not UTF-8 text: byte %(byte)s stands here", byte=byte)
    mark = _mark_at(path, data[:at].decode("utf-8-sig", "replace"))
    return Problem(mark, "file-encoding", said, say('save it again, with "UTF-8" chosen as the encoding'))


def _mark_at(path: str, before: str) -> Mark:
    lines = _BREAK.split(before)
    return Mark(path, len(lines), len(lines[-1]) + 1)
