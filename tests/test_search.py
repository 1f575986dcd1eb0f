"""The search index: what it holds, how small it is, and that the browser reduces words as Python does."""

import gzip
import json
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
import valley
from browsing import Opener
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sitebuilding import REAL

from sitegen import build
from sitegen.i18n import Translator
from sitegen.located import Located
from sitegen.model.fields import Text
from sitegen.search import TABLE, index_js, key, stem, telling, words
from sitegen.search.columns import fronted, runs
from sitegen.site import Site

LETTERS = (
    "abcdefghijklmnopqrstuvwxyzàâçéèêëîïôûüÿœæäößšžčćńłđøåабвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя’'-ابتαβγ0123456789"
)
WORDS_JS = Path(build.__file__).resolve().parent.parent / "templates" / "assets" / "search-words.js"


def index(site: Site, lang: str = "en", home: str = "") -> dict[str, Any]:
    text = index_js(site, Translator(lang, "en"), home).decode()
    found: dict[str, Any] = json.loads(text[text.index("FC.found=") + len("FC.found=") : text.rindex(";")])
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sudja, SUDJA; sudja’s", ["sudja", "sudja", "sudjas"]),
        ("Запоріжжя — сім’я", ["запоріжжя", "сімя"]),
        ("Ещё два́дцать", ["еще", "двадцать"]),
        ("Žitomir № 1_2", ["zhitomir", "no", "1", "2"]),
    ],
)
def test_words_lose_capitals_marks_and_apostrophes(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("forms", "stemmed"),
    [
        ("Суджа Суджи Судже Суджу Суджей Суджою Суджо", "судж"),
        ("возвращение возвращения возвращению возвращением", "возвращен"),
        ("повернення повернень поверненням", "поверне"),
        ("районы районов районам района", "раион"),
        ("Курская Курской Курскую Курські Курської Курську", "курск"),
        ("return returns returned returning", "return"),
        ("families family", "famil"),
        ("мир її по", None),
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str, stemmed: str | None) -> None:
    for form in words(forms):
        # Ukrainian writes a soft sign where Russian has none; it is dropped with the spelling, not with the ending.
        assert stem(form).replace("ь", "") == (stemmed or form)


def test_the_usual_spellings_of_a_name_share_a_key() -> None:
    assert {key(word) for word in words("Sudzha Sudja Soudja Sudža Sudscha Суджа")} == {"suQa"}
    assert {key(word) for word in words("Суджу Судже")} == {"suQu", "suQe"}
    assert {key(stem(word)) for word in words("Суджа Суджу Судже")} == {"suQ"}
    assert key("سوجا") == "سوجا"


@given(st.sets(st.integers(0, 5000)))
def test_runs_of_numbers_can_be_read_again(numbers: set[int]) -> None:
    assert _read(runs(sorted(numbers))) == sorted(numbers)


def _read(text: str) -> list[int]:
    found: list[int] = []
    last = 0
    for run in text.split():
        step, _, size = run.partition(":")
        start = last + int(step, 36)
        found += range(start, start + int(size or "1", 36))
        last = found[-1]
    return found


@given(st.lists(st.text(st.characters(exclude_categories=("Z", "C")), min_size=1, max_size=60)))
def test_fronted_words_can_be_read_again(words_: list[str]) -> None:
    assert listed(fronted(words_)) == words_
    assert len(fronted(["2024-11-22-a", "2024-11-22-b"])) == 13 + 1 + 2


def listed(text: str) -> list[str]:
    found: list[str] = []
    for word in text.split(" ") if text else ():
        found.append((found[-1][: int(word[0], 36)] if found else "") + word[1:])
    return found


def test_words_that_tell_nothing_are_looked_for_only_alone() -> None:
    assert telling(words("The return of 46 в Суджу")) == ["return", "46", "суджу"]
    assert telling(words("of the")) == ["of", "the"]
    assert {"the", "of", "in"} & set(listed(index(valley.make())["terms"]["words"])) == set()


def test_the_index_of_a_language_speaks_it_and_knows_the_names_of_all() -> None:
    found = index(valley.make(), "uk", "uk/")
    titles = dict(zip(found["subjects"]["id"], found["subjects"]["title"], strict=True))
    assert (found["home"], titles["dale"], titles["envoy"]) == ("uk/", "Дольський район", "Посланниця")
    terms = listed(found["terms"]["words"])
    assert {"дольськ", "dal", "envo", "посланниц"} <= set(terms)
    assert len(terms) == len(found["terms"]["at"].split(","))
    assert terms == sorted(set(terms))


def test_no_event_is_found_that_is_not_published() -> None:
    site = valley.make()
    found = index(site)
    ids = listed(found["events"]["id"])
    assert ids == [event.id for event in site.events]
    assert not any("2024-09-gone" in text for text in (*ids, json.dumps(found)))


def test_markup_in_a_title_stays_data() -> None:
    assert b"<script>" not in index_js(valley.make(), Translator("en"), "")


def test_the_real_index_is_small() -> None:
    """At most 60 KB compressed in each language, the scripts that read it included."""
    read, findings = build.examine(REAL)
    site = build.assemble(read, findings)
    assets = WORDS_JS.parent
    scripts = sum(len(gzip.compress((assets / f"search{part}.js").read_bytes(), 9)) for part in ("", "-words", "-find"))
    for lang in site.file.languages:
        data = index_js(site, Translator(lang, site.first_language), "")
        assert len(gzip.compress(data, 9, mtime=0)) + scripts <= 60_000, lang


@pytest.mark.heavy
def test_the_index_of_ten_thousand_events_is_a_megabyte() -> None:
    """Compressed; each as wordy as ours, a third of the words of its title and summary another event's."""
    read, findings = build.examine(REAL)
    site = build.assemble(read, findings)
    random = Random(7)  # noqa: S311
    texts = [text for one in site.events for text in (one.event.title, one.event.summary) if text]
    pool = {
        of: [w for text in texts for lang_, said in text.values if lang_ == of for w in said.split()]
        for of in site.file.languages
    }

    def mixed(text: Text) -> Text:
        return Text(tuple((of, " ".join(random.choice(pool[of]) if random.random() < 0.3 else word
                                        for word in said.split())) for of, said in text.values))  # fmt: skip

    def another(number: int) -> Located:
        one, slug = random.choice(site.events), random.choice(site.events).id[11:]
        changes = {"title": mixed(one.event.title), "summary": one.event.summary and mixed(one.event.summary)}
        id_ = f"{2022 + number // 2500}-{1 + number // 200 % 12:02}-{1 + number // 7 % 28:02}-{slug}-{number}"
        return replace(one, id=id_, event=one.event.model_copy(update=changes))

    many = replace(site, events=tuple(map(another, range(10_000))))
    data = index_js(many, Translator("uk", site.first_language), "")
    assert 500_000 < len(gzip.compress(data, 9, mtime=0)) <= 1_000_000


@pytest.mark.browser
def test_the_browser_reduces_every_word_as_python_does(open_page: Opener) -> None:
    page = open_page()
    page.evaluate(WORDS_JS.read_text(encoding="utf-8"))
    said: list[str] = []
    read, _ = build.examine(REAL)
    said += [words for event in read.events.values() for _, words in event.record.title.values]
    said += [words for place in read.places.values() for _, words in place.record.name.values]
    said += [spelling for place in read.places.values() for spelling in place.record.spellings]

    # Characters newer than Python's tables are left out: which are letters, the browser may know better.
    anything = st.text(st.characters(exclude_categories=("Cn", "Cs", "Co")), max_size=8)

    # Examples are only gathered here: the browser is asked once, about all of them.
    @settings(max_examples=1500, database=None, suppress_health_check=list(HealthCheck))
    @given(st.text(LETTERS + LETTERS.upper(), min_size=1, max_size=14) | anything)
    def gather(text: str) -> None:
        said.append(text)

    gather()
    theirs = page.evaluate(
        """([table, texts]) => { const {words, stem, latin, key} = FC.reducing(table);
            return texts.map(text => words(text).map(word => [word, stem(word), key(word), key(stem(word))])); }""",
        [TABLE, said],
    )
    ours = [[[word, stem(word), key(word), key(stem(word))] for word in words(text)] for text in said]
    assert [pair for pair in zip(said, theirs, ours, strict=True) if pair[1] != pair[2]] == []
    assert sum(map(len, ours)) > 4000
