"""Names and single people in texts: case forms, spellings, the register, and what is looked at at all."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.content import read
from sitegen.words import (
    Register,
    available,
    may_name,
    may_single_out,
    names_in,
    names_in_address,
    names_in_slug,
    singles_in,
)

TESTS = Path(__file__).parent
NOBODY = Register({}, {})
pytestmark = pytest.mark.skipif(not available(), reason="the word-form dictionaries are not installed")


def register(folder: Path) -> Register:
    content, _ = read(folder)
    speakers = {id_: speaker.record for id_, speaker in content.speakers.items()}
    return Register(speakers, {id_: place.record for id_, place in content.places.items()})


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """An invented official, an invented town with a name like a surname, and a body."""
    root = tmp_path_factory.mktemp("content")
    found = {"provider": "research", "licence": "CC0 1.0", "attribution": "Invented"}
    files = {
        "speakers/official.yaml": {
            "name": {"en": "Ostap Zarubko", "uk": "Остап Зарубко", "ru": "Остап Зарубко"},
            "kind": "person", "side": "arland", "offices": [{"title": "Governor of Arland"}],
        },
        "speakers/fund.yaml": {"name": {"en": "Vera Fund", "ru": "Фонд Вера"}, "kind": "body", "side": "arland"},
        "places/yakovenko.yaml": {
            "name": {"en": "Yakovenkove", "uk": "Яковенкове", "ru": "Яковенково"}, "precision": "country",
            "country": "XA", "found": found,
        },
    }  # fmt: skip
    for path, fields in files.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(yaml.safe_dump(fields, allow_unicode=True), encoding="utf-8")
    return register(root)


FORMS = {
    "ru": "Елена Гончарова|Елены Гончаровой|Елене Гончаровой|Елену Гончарову|Еленой Гончаровой",
    "ru-he": "Сергей Ткаченко|Сергея Ткаченко|Сергею Ткаченко|Сергеем Ткаченко",
    "uk": "Олена Гончаренко|Олени Гончаренко|Олені Гончаренко|Олену Гончаренко|Оленою Гончаренко",
    "uk-he": "Микола Савчук|Миколи Савчука|Миколі Савчуку|Миколу Савчука|Миколою Савчуком|Миколі Савчукові",
    "patronymic": "Мария Петровна|Марии Петровны|Марии Петровне|Марию Петровну|Марией Петровной",
    "uk-patronymic": "Галина Степанівна|Галини Степанівни|Галині Степанівні|Галину Степанівну|Галиною Степанівною",
    "initials": "И. В. Марченко|Марченко И. В.|Марченко И.В.|И.В. Марченко",
    "latin": "Olena Honcharenko|Elena Goncharova|Oleksandr Savchuk|Serhii Tkachenko|Sergey Tkachenko|Yevhen Bilyk",
}


@pytest.mark.parametrize("name", [form for forms in FORMS.values() for form in forms.split("|")])
@pytest.mark.parametrize("frame", ["{} и другие ждали", "Ждали {} и другие", "Вчера {} здесь ждали"])
def test_a_name_is_found_in_every_case_and_place(name: str, frame: str) -> None:
    if name.isascii():
        frame = {"{": "{} and others waited", "Ж": "They waited for {} there", "В": "Then {} waited"}[frame[0]]
    found = names_in(frame.format(name), NOBODY)
    assert len(found) == 1
    assert set(found[0].words.replace(".", ". ").split()) == set(name.replace(".", ". ").split())


@pytest.mark.parametrize(
    "hidden", ["Е\u0301лена Гончаро\u0301ва", "Еле\u00adна Гонча\u200bрова", "Eлeна Гoнчарова", "ЕЛЕНА ГОНЧАРОВА"]
)
def test_marks_that_nobody_sees_hide_no_name(hidden: str) -> None:
    assert may_name(f"Ждала {hidden} и другие")
    assert names_in(f"Ждала {hidden} и другие", NOBODY)


@pytest.mark.parametrize(
    "words",
    [
        "Ostap Zarubko said so", "Zarubko's office said so", "the governor Ostap, another page says",
        "Губернатор Остап Зарубко сообщил", "По словам Остапа Зарубко, все вернулись", "О. Зарубко сообщил",
        "За словами Остапа Зарубка, усі повернулися", "Із Зарубком говорили в травні",
        "Жители Яковенкова ждали", "Мешканці Яковенкового чекали", "They left Yakovenkove", "Фонд Вера привёз хлеб",
        "The Vera Fund brought bread",
    ],
)  # fmt: skip
def test_who_and_what_is_registered_may_be_named(words: str, known: Register) -> None:
    assert names_in(words, known) == ()


@pytest.mark.parametrize(
    "words", ["Ostap carried the bread", "Oksana Zarubko waited", "Мальчик Остап ждал", "Оксана Зарубко ждала"]
)
def test_what_an_official_shares_with_others_frees_nobody(words: str, known: Register) -> None:
    assert len(names_in(words, known)) == 1


@pytest.mark.parametrize(
    "slug", ["olena-petrenko-returns", "girl_anna", "2030-05-tkachenko", "john-harper-speaks", "halyna-stepanivna"]
)
def test_an_id_with_a_name(slug: str) -> None:
    assert names_in_slug(slug, NOBODY)
    assert names_in_address(f"https://daily.example.org/{slug}.html?x=1", NOBODY)
    assert names_in_address(f"https://daily.example.org/p?title={slug}", NOBODY)


@pytest.mark.parametrize(
    "slug", ["shevchenko-street", "hope-for-may", "residents-return", "will-the-road-open", "victoria-station-closed"]
)
def test_an_id_without_one(slug: str) -> None:
    assert not names_in_slug(slug, NOBODY)


def test_the_host_of_an_address_is_no_text() -> None:
    assert not names_in_address("https://petrenko.example.org/news", NOBODY)


def corpus() -> list[str]:
    files = sorted((TESTS / "data/harm").glob("*/*.yaml"))
    texts: list[str] = []
    pending = [yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader) for file in files]  # noqa: S506
    while pending:
        value = pending.pop()
        if isinstance(value, str):
            texts.append(value)
        else:
            pending += value.values() if isinstance(value, dict) else value
    return sorted(set(texts))


def test_what_is_not_looked_at_would_give_nothing() -> None:
    for text in corpus():
        assert may_name(text) or not names_in(text, NOBODY), text
        assert may_single_out(text) or not singles_in(text), text


def test_towns_of_the_basemap_are_nobody() -> None:
    rows = (TESTS.parent / "sitegen/basemap/towns.csv").read_text("utf-8").splitlines()[1:]
    alarms = [name for row in rows for name in row.split(",")[1:4] if names_in(f"помощь: {name}", NOBODY)]
    assert len(alarms) <= len(rows) * 3 // 100, alarms


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80) | st.sampled_from(corpus()).map(lambda t: t[::-1]))
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_looked_at(text: str) -> None:
    assert names_in(text, NOBODY) == names_in(text, NOBODY)
    assert singles_in(text) == singles_in(text)
    names_in_slug(text, NOBODY)


def test_without_the_dictionaries_it_says_once_that_names_were_not_looked_for() -> None:
    code = """
import json, sys
from pathlib import Path
from importlib import util
real = util.find_spec
util.find_spec = lambda name, package=None: None if name.startswith("pymorphy3") else real(name, package)
from sitegen.build import examine
print(json.dumps([[p.mark.path, p.rule, p.severity] for p in examine(Path(sys.argv[1]))[1].all]))
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(TESTS / "data/base")], check=True, capture_output=True, text=True
    )
    assert json.loads(done.stdout) == [["site.yaml", "names-unchecked", "remark"]]
