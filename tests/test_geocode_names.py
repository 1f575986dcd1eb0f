"""Names: 133 spellings of 30 towns lead to the right town or to a question, never to a wrong one."""

import csv
from functools import cache, partial
from pathlib import Path
from typing import Literal

import pytest

from sitegen import basemap
from sitegen.gazetteer import Entry, Gazetteer, Unknown, fold, romanised
from sitegen.geocode.embedded import GeoNames
from sitegen.geocode.respelled import respelled
from sitegen.geocode.towns import candidate, point
from sitegen.geometry import contains
from sitegen.marked import parse
from sitegen.model.place import Place

ROOT = Path(__file__).parent.parent
Verdict = Literal["hit", "suggested", "question", "miss", "wrong"]


@cache
def geonames() -> GeoNames:
    return GeoNames()


def variants() -> list[tuple[str, str, str]]:
    """Return (GeoNames id, country, spelling) of every row of the table."""
    with (ROOT / "tests/data/names.csv").open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    return [(row["geonameid"], row["country"], spelling) for row in rows for spelling in row["variants"].split(";")]


@cache
def outlines() -> basemap.Outlines:
    return basemap.outlines(basemap.load(ROOT / "content" / "basemap")[0])


def judged(right: str, country: str, spelling: str) -> Verdict:
    """Look a spelling up inside the region of the right town, and say what came of it."""
    region = outlines().outline_at(point(geonames().lookup(right).raw))
    assert region is not None, right
    inside = partial(contains, region)
    found = geonames().geocode(spelling, exactly_one=False, countries=[country], inside=inside) or []
    ids = [str(location.raw["geonameid"]) for location in found]
    if ids:
        return "question" if len(ids) > 1 else "hit" if ids == [right] else "wrong"
    similar = geonames().similar(spelling, country, inside)
    return "suggested" if similar and str(similar[0].raw["geonameid"]) == right else "miss"


def test_the_table_is_as_large_as_it_says() -> None:
    assert len({id_ for id_, _, _ in variants()}) == 30
    assert len(variants()) == 133


def test_with_context_none_is_wrong_and_all_but_three_are_found() -> None:
    results = {spelling: judged(right, country, spelling) for right, country, spelling in variants()}
    by_verdict: dict[str, list[str]] = {
        v: [s for s, verdict in results.items() if verdict == v] for v in ("wrong", "miss", "question", "suggested")
    }
    assert by_verdict["wrong"] == []
    assert len(variants()) - len(by_verdict["miss"]) - len(by_verdict["question"]) >= 130, by_verdict


@pytest.mark.parametrize("spelling", ["Soudja", "Sudja", "Sudscha", "Sudža", "Sudzha", "СУДЖА", "Soudzha"])
def test_every_spelling_of_the_seed_leads_to_its_cyrillic_name(spelling: str) -> None:
    assert fold(spelling) in {fold(form) for form in romanised("Суджа")} | {fold("Суджа")}


def test_a_name_that_only_sounds_alike_is_another_name() -> None:
    assert fold("Shuya") not in {fold(form) for form in romanised("Суджа")}
    assert fold("Судженка") != fold("Суджа")


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Вовчанськ", "vovchansk"),
        ("Вовчанськ", "wowtschansk"),
        ("Вовчанськ", "vovčansk"),
        ("Юнаківка", "yunakivka"),
        ("Юнаківка", "junakiwka"),
        ("Згурівка", "zghurivka"),
        ("Харків", "charkiw"),
        ("Шебекино", "chebekino"),
        ("Шебекино", "schebekino"),
    ],
)
def test_romanisation_knows_the_schemes_of_several_languages(cyrillic: str, latin: str) -> None:
    assert latin in {form.replace("'", "").replace("ʹ", "").replace("’", "") for form in romanised(cyrillic)}


def test_latin_names_are_not_romanised() -> None:
    assert romanised("Sudzha") == ()


@pytest.mark.parametrize(
    ("written", "asked"), [("Soudja", "Sudzha"), ("Sudscha", "Sudzha"), ("Sudža", "Суджа"), ("Koursk", "Курск")]
)
def test_a_geocoder_without_fuzzy_matching_is_asked_in_english_and_russian(written: str, asked: str) -> None:
    assert asked in respelled(written)


def read(id_: str, yaml: str) -> Place:
    marked, problems = parse(f"places/{id_}.yaml", yaml.encode())
    assert marked is not None
    assert problems == []
    return Place.model_validate(marked.value)


def test_the_gazetteer_finds_what_only_romanisation_explains() -> None:
    place = "name: {en: Izium, uk: Ізюм}\nprecision: settlement\ncountry: UA\npoint: {lat: 49.2, lon: 37.3}\n"
    found = "found: {provider: research, licence: CC0 1.0, attribution: Invented, note: Invented.}\n"
    gazetteer = Gazetteer({"izium": read("izium", place + found)})
    assert isinstance(gazetteer.resolve("Isjum"), Entry)
    assert isinstance(gazetteer.resolve("Isjuma"), Unknown)


def test_geonames_alone_asks_nobody_and_knows_towns() -> None:
    town = geonames().geocode("Sudscha", countries=["RU"])
    assert town.raw["geonameid"] == 486816
    proposed = candidate(town.raw)
    assert (proposed.name("en"), proposed.name("ru"), proposed.country) == ("Sudzha", "Суджа", "RU")
    assert proposed.complete


def test_geonames_former_names_are_aliases_and_no_translations() -> None:
    proposed = candidate(geonames().lookup("704422").raw)  # Pokrovsk, until 2016 Krasnoarmiisk
    assert proposed.name("uk") == "Покровськ"
    assert "Красноармійськ" in proposed.aliases
    assert proposed.bears("Krasnoarmiisk")


@pytest.mark.parametrize("name", ["Lebedevka", "Sverdlikovo", "Plekhovo"])
def test_geonames_lacks_the_villages_of_the_border(name: str) -> None:
    kursk = outlines().outline_at(point(geonames().lookup("538560").raw))
    assert geonames().geocode(name, countries=["RU"], inside=partial(contains, kursk)) is None
