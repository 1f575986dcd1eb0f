"""The catalogues: complete, with the same placeholders, and nothing left in English on a page in another language."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import catalogues
import pytest
import sitebuilding
from babel.messages.catalog import Message
from reading import parse

from sitegen import build
from sitegen.dates import read_span
from sitegen.i18n import Translator, spoken
from sitegen.problems import Grouped, say

LANGUAGES = pytest.mark.parametrize("lang", catalogues.LANGUAGES)
_PLACEHOLDER = re.compile(r"%\([a-z]+\)s|\{[a-z]+\}(?!:)")
# Templates of `say` that are not written out where it is called: tables, which `catalogues.messages` reads.
DYNAMIC = {
    ("decode/words.py", "field.description"),
    ("model/fields.py", "form"),
    ("model/fields.py", "what"),
    ("model/fields.py", "wrong"),
    ("rules/claims.py", "_IMPOSSIBLE[found.kind]"),
    ("rules/claims.py", "_UNANSWERED[claim.stance]"),
    ("rules/wording.py", "instead"),
}


def forms(message: Message) -> list[str]:
    return list(message.string) if isinstance(message.string, (tuple, list)) else [message.string]


def ids(message: Message) -> list[str]:
    return list(message.id) if isinstance(message.id, (tuple, list)) else [message.id]


def written(lang: str) -> list[Message]:
    return [message for message in catalogues.read(lang) if message.id]


@LANGUAGES
def test_a_catalogue_holds_exactly_the_messages_there_are(lang: str) -> None:
    known = {m if isinstance(m, str) else tuple(m) for m in (message.id for message in written(lang))}
    assert known == set(catalogues.messages()), "make catalogues, then translate what is new"
    assert not catalogues.read(lang).obsolete


@LANGUAGES
def test_every_message_is_translated_and_none_is_doubtful(lang: str) -> None:
    catalogue = catalogues.read(lang)
    assert catalogue.num_plurals == 3
    assert [ids(message)[0] for message in written(lang) if message.fuzzy or not all(forms(message))] == []
    assert [(message.id, errors) for message, errors in catalogue.check()] == []
    assert all(len(forms(message)) == 3 for message in written(lang) if message.pluralizable)


@LANGUAGES
def test_placeholders_blanks_and_stops_are_kept(lang: str) -> None:
    for message in written(lang):
        asked = {found for words in ids(message) for found in _PLACEHOLDER.findall(words)}
        for words in forms(message):
            # A language with one word for 1, 21 and 31 needs the number where English has "one".
            assert set(_PLACEHOLDER.findall(words)) == asked, message.id
            assert words == words.strip(), message.id
            assert words.endswith(".") == ids(message)[0].endswith("."), message.id


@LANGUAGES
def test_making_the_catalogues_again_changes_nothing(lang: str) -> None:
    before = (catalogues.LOCALES / f"{lang}.po").read_bytes()
    assert _body(catalogues.renewed(lang)) == _body(before)


def _body(data: bytes) -> list[bytes]:
    """Leave out the header, where Babel writes its own version, and the order, which is that of the code."""
    return sorted(data.strip().split(b"\n\n")[1:])


def test_what_is_said_is_written_out_or_stands_in_a_table() -> None:
    root = catalogues.ROOT / "sitegen"
    found = {(path.relative_to(root).as_posix(), words) for path in root.rglob("*.py") for words in _computed(path)}
    assert found == DYNAMIC


def _computed(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
            template = node.args[0]
            if not (isinstance(template, ast.Constant) and isinstance(template.value, str)):
                yield ast.unparse(template)


@cache
def pages() -> dict[str, str]:
    """The base in three languages."""
    read, findings = build.examine(sitebuilding.BASE)
    assert read.site
    record = read.site.record.model_copy(update={"languages": ("en", *catalogues.LANGUAGES)})
    object.__setattr__(read.site, "record", record)
    files = build.render(build.assemble(read, findings))
    return {path: data.decode() for path, data in files if path.endswith(".html")}


@LANGUAGES
def test_no_english_of_ours_is_on_a_page_in_another_language(lang: str) -> None:
    t = Translator(lang)
    plain = {words for message in catalogues.messages() for words in _both(message) if t.gettext(words) != words}
    parts = {part for words in plain for part in _PLACEHOLDER.split(words) if len(part.split()) > 1 and len(part) > 9}
    plain = {words for words in plain if not _PLACEHOLDER.search(words)}
    there = [(path, html) for path, html in pages().items() if path.startswith(f"{lang}/")]
    assert len(there) * 3 == len(pages()) - 1  # the page for lost readers is there once
    for path, html in there:
        for words in _texts(parse(html.encode()), lang):
            assert words not in plain, path
            assert not [part for part in parts if part in words], (path, words)


def _both(message: catalogues.Message) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else message


def _texts(element: Element, lang: str) -> Iterator[str]:
    """Yield the texts and readable attributes of an element, without those marked as another language's."""
    if element.get("lang", lang) != lang or element.tag in {"script", "code"}:
        return
    yield from (element.get(name, "") for name in ("aria-label", "title", "alt"))
    yield " ".join((element.text or "").split())
    for child in element:
        yield from _texts(child, lang)
        yield " ".join((child.tail or "").split())


@pytest.mark.parametrize(
    ("lang", "written", "words"),
    [
        ("uk", "2024-11-22", "22 листопада 2024"),
        ("uk", "2024-11", "листопад 2024"),
        ("uk", "../2024-11", "до листопада 2024"),
        ("uk", "2024-11~/..", "з приблизно листопада 2024"),
        ("ru", "2024-08-06/2024-10-02", "6 августа 2024 – 2 октября 2024"),
        ("ru", "2024-11?", "ноябрь 2024 (неточно)"),
        ("ru", "2024-11/..", "с ноября 2024"),
    ],
)
def test_dates_take_the_case_that_stands_after_a_preposition(lang: str, written: str, words: str) -> None:
    assert Translator(lang).date(read_span(written)) == words


def test_what_was_said_is_said_again_in_another_language() -> None:
    inner = say("a list stands where %(what)s should", what=say("a number"))
    uk = Translator("uk")
    assert inner == "a list stands where a number should"
    assert uk.said(inner) == "тут список, а потрібно інше: число"
    assert uk.said(say("the text has %(size)s characters", size=Grouped(12_345))).endswith("12\N{NO-BREAK SPACE}345")
    assert uk.said(say("%(day)s is after %(now)s, the day the site stands at", day=date(2031, 1, 2), now=1)).startswith(
        "2031-01-02 "
    )
    assert uk.said("words of a contributor") == "words of a contributor"


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({}, "en"),
        ({"LANG": "uk_UA.UTF-8"}, "uk"),
        ({"LANG": "uk_UA.UTF-8", "LC_ALL": "ru_RU"}, "ru"),
        ({"LC_MESSAGES": "ru", "LANG": "uk"}, "ru"),
        ({"LC_ALL": "", "LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "../../uk"}, "en"),
    ],
)
def test_the_environment_chooses_the_language(environ: dict[str, str], lang: str) -> None:
    assert spoken(environ) == lang
