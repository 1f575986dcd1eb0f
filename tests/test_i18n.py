"""The interface's words, dates and numbers, and contributors' words that fall back."""

from datetime import date
from pathlib import Path

import pytest

from sitegen.dates import read_span
from sitegen.i18n import Passage, Translator, catalogues, language_of
from sitegen.model.fields import Text

PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\\n"

msgid "about {date}"
msgstr "десь {date}"

msgid "%(count)s event"
msgid_plural "%(count)s events"
msgstr[0] "%(count)s подія"
msgstr[1] "%(count)s події"
msgstr[2] "%(count)s подій"
"""


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2024-11-22", "22 November 2024"),
        ("2024-11", "November 2024"),
        ("2024", "2024"),
        ("2024-11~", "about November 2024"),
        ("2024-11-22?", "22 November 2024 (uncertain)"),
        ("2024-08-06/2024-10-02", "6 August 2024 – 2 October 2024"),
        ("2024-08/2024-10~", "August 2024 – about October 2024"),
        ("../2024-11", "until November 2024"),
        ("2024-11-22/..", "since 22 November 2024"),
    ],
)
def test_a_date_is_said_as_finely_as_it_was_written(written: str, said: str) -> None:
    assert Translator("en").date(read_span(written)) == said


def test_other_languages_write_dates_numbers_and_lists_their_way() -> None:
    uk = Translator("uk", "en")
    assert uk.date(read_span("2024-11")) == "листопад 2024"
    assert uk.day(date(2024, 8, 6)).startswith("6 серпня 2024")
    assert uk.number(19500) == "19\N{NO-BREAK SPACE}500"
    assert uk.join(["а", "б", "в"]) == "а, б і в"
    assert (uk.country("RU"), uk.language("ru")) == ("Росія", "російська")


def test_words_fall_back_and_say_in_which_language_they_are() -> None:
    uk = Translator("uk", "en")
    assert uk.text(Text((("en", "Return"), ("uk", "Повернення")))) == Passage("Повернення", "uk")
    assert uk.text(Text((("", "Return"),))) == Passage("Return", "en")
    assert uk.text(Text((("ru", "Возвращение"),))) == Passage("Возвращение", "ru")


def test_a_language_nobody_knows_is_written_like_english() -> None:
    assert Translator("zz").day(date(2024, 11, 22)) == "22 November 2024"
    assert Translator("zz").language("zz") == "zz"


@pytest.mark.parametrize(("lang", "direction"), [("en", "ltr"), ("uk", "ltr"), ("ar", "rtl"), ("he", "rtl")])
def test_the_direction_is_that_of_the_script(lang: str, direction: str) -> None:
    assert Translator(lang).direction == direction


def test_a_catalogue_gives_words_and_plurals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "uk.po").write_text(PO, encoding="utf-8")
    monkeypatch.setattr(catalogues, "CATALOGUES", tmp_path)
    uk = Translator("uk")
    assert uk.date(read_span("2024-11~")) == "десь листопад 2024"
    assert [uk.ngettext("%(count)s event", "%(count)s events", n).split()[1] for n in (1, 2, 5, 11, 21)] == [
        "подія", "події", "подій", "подій", "подія"
    ]  # fmt: skip
    assert uk.gettext("not in it") == "not in it"


def test_a_country_has_a_language() -> None:
    assert [language_of(code) for code in ("UA", "RU", "BY", "AQ")] == ["uk", "ru", "be", ""]


@pytest.mark.parametrize(
    ("lang", "forms"), [("uk", ("подія", "події", "подій")), ("ru", ("событие", "события", "событий"))]
)
def test_numbers_take_the_form_that_goes_with_them(lang: str, forms: tuple[str, str, str]) -> None:
    t = Translator(lang)
    said = {n: t.ngettext("%(count)s event", "%(count)s events", n).split()[1] for n in (1, 3, 5, 11, 14, 21, 22, 112)}
    one, few, many = forms
    assert said == {1: one, 3: few, 5: many, 11: many, 14: many, 21: one, 22: few, 112: many}
