"""The gazetteer: one place for a spelling, homonyms told apart, suggestions that decide nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.gazetteer import Ambiguous, Entry, Gazetteer, Unknown, fold, nearest, plain, slug, suggestion
from sitegen.model.place import Place

FOUND = {"provider": "research", "licence": "CC0 1.0", "attribution": "Invented"}


def place(name: object, within: str | None = None, **more: object) -> Place:
    record = {"name": name, "precision": "settlement", "country": "XA", "found": FOUND, **more}
    return Place.model_validate(record | ({"within": within} if within else {}))


PLACES = {
    "arland": place("Arland"),
    "north": place("North District", "arland", spellings=["North raion"]),
    "south": place("South District", "arland"),
    "malka-north": place("Malka", "north"),
    "malka-south": place("Malka", "south", spellings=["Lower Malka"]),
    "sudzha": place({"en": "Sudzha", "uk": "Суджа", "ru": "Суджа"}, "north", spellings=["Sudja"]),
}
GAZETTEER = Gazetteer(PLACES)


def found(toponym: str, within: str | None = None) -> str:
    entry = GAZETTEER.resolve(toponym, within)
    assert isinstance(entry, Entry), entry
    return entry.id


@pytest.mark.parametrize(
    "toponym",
    [
        *("Sudzha", "Sudja", "Суджа", "sudzha", "SUDZHA", "  Sudzha ", "Soudja", "Sudscha", "Sudža", "Су́джа"),
    ],
)
def test_the_usual_spellings_of_one_name(toponym: str) -> None:
    assert found(toponym) == "sudzha"


@pytest.mark.parametrize(
    "toponym", ["Shuya", "Sua", "Sudha", "Suja", "Sudzhansky", "", "!!!", "...", "Судженка", "x" * 100_000]
)
def test_and_of_no_other(toponym: str) -> None:
    assert isinstance(GAZETTEER.resolve(toponym), Unknown)


def test_homonyms_are_told_apart_by_what_they_lie_in() -> None:
    both = GAZETTEER.resolve("Malka")
    assert isinstance(both, Ambiguous)
    assert [entry.id for entry in both.entries] == ["malka-north", "malka-south"]
    assert found("Malka", "North District") == found("malka", "north raion") == found("Malka", "north") == "malka-north"
    assert found("malka-south") == found("Lower Malka") == "malka-south"
    assert isinstance(GAZETTEER.resolve("Malka", "Arland"), Ambiguous)
    assert isinstance(GAZETTEER.resolve("Malka", "Nowhere"), Unknown)
    assert isinstance(GAZETTEER.resolve("Malka", "Malka"), Unknown)


def test_a_listed_spelling_goes_before_a_folded_one() -> None:
    gazetteer = Gazetteer({"one": place("Soluna"), "two": place("Solouna")})
    assert gazetteer.resolve("Soluna") == gazetteer.entries["one"]
    assert gazetteer.resolve("Solouna") == gazetteer.entries["two"]
    assert isinstance(gazetteer.resolve("Solunna"), Ambiguous)


def test_suggestions_are_shown_and_never_taken() -> None:
    unknown = GAZETTEER.resolve("Sudzhu")
    assert isinstance(unknown, Unknown)
    assert unknown.suggestions[0] in {"Sudzha", "Суджа", "Sudja"}
    assert GAZETTEER.resolve("Kafr Nabl") == Unknown(())


def test_chains_and_what_lies_inside() -> None:
    assert [entry.id for entry in GAZETTEER.chain("malka-north")] == ["malka-north", "north", "arland"]
    assert [entry.id for entry in GAZETTEER.inside("north")] == ["malka-north", "sudzha"]
    assert len(GAZETTEER.inside("arland")) == 5
    assert GAZETTEER.chain("nowhere") == GAZETTEER.inside("sudzha") == ()


def test_a_circle_ends() -> None:
    gazetteer = Gazetteer({"a": place("A", "b"), "b": place("B", "a"), "c": place("C", "c")})
    assert [entry.id for entry in gazetteer.chain("a")] == ["a", "b"]
    assert [entry.id for entry in gazetteer.chain("c")] == ["c"]
    assert [entry.id for entry in gazetteer.inside("a")] == ["b"]


# Spellings that different languages' sources give to one name: English, French, German, scientific, Ukrainian, Russian.
@pytest.mark.parametrize(
    "spellings",
    [
        ("Sudzha", "Sudja", "Soudja", "Sudscha", "Sudža", "Суджа"),
        ("Sumy", "Soumy", "Суми", "Sumi"),
        ("Kursk", "Koursk", "Курск"),
        ("Lebedevka", "Lebedewka", "Лебедевка"),
        ("Yunakivka", "Junakivka", "Iunakivka", "Iounakivka", "Юнаківка"),
        ("Zhytomyr", "Jitomir", "Shitomir") [:1],
        ("Kherson", "Херсон", "Herson"),
        ("Shchyhry", "Schtschyhry", "Chtchyhry"),
        ("Hoptivka", "Hoptiwka", "Гоптівка")[:2],
    ],
)  # fmt: skip
def test_romanisations_fold_alike(spellings: tuple[str, ...]) -> None:
    assert {fold(spelling) for spelling in spellings} == {fold(spellings[0])}
    assert fold(spellings[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("Sumy", "Suma"), ("Sudzha", "Shuya"), ("Sudzha", "Suza"), ("Lebedevka", "Lebedivka"), ("Kursk", "Kurks")),
        *(("Malka", "Malaka"), ("Guyevo", "Guyeva"), ("Donetsk", "Donbas"), ("Belgorod", "Bilhorod")),
    ],
)
def test_other_names_do_not(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_takes_anything_and_settles(text: str) -> None:
    key = fold(text)
    assert key == " ".join(key.split())
    assert len(key) <= 4_000
    assert fold(text) == key
    assert plain(plain(text)) == plain(text)


@given(st.text())
def test_a_slug_is_an_id_or_nothing(text: str) -> None:
    from sitegen.model.event import Event
    from sitegen.model.fields import Id

    assert Event.model_fields["kind"].annotation is Id.__origin__  # type: ignore[attr-defined]
    name = slug(text)
    assert name == "" or (name == slug(name) and set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-"))
    assert not name.startswith("-")
    assert not name.endswith("-")
    assert "--" not in name


@given(st.text(max_size=30), st.lists(st.text(max_size=30), max_size=8))
def test_what_is_suggested_is_one_of_the_names(word: str, names: list[str]) -> None:
    near = nearest(word, {name: fold(name) for name in names})
    assert set(near) <= set(names)
    assert len(near) <= 3
    assert suggestion(word, names) in {"", *(f'did you mean "{name}"?' for name in names)}


def test_the_name_itself_is_the_best_suggestion() -> None:
    assert nearest("Malka", {name: fold(name) for name in ("Malta", "Malka", "Malko")})[0] == "Malka"
    assert suggestion("orign", ["scene", "origin"]) == 'did you mean "origin"?'
    assert suggestion("x" * 1_000, ["x" * 1_000]) == suggestion("", [""]) == ""
