"""`sitegen explain` and the method page: every rule in words, with both examples, in the reader's language."""

from dataclasses import replace

import pytest
from reading import find, parse, text
from sitebuilding import sitegen
from valley import make, render

from sitegen import report
from sitegen.i18n import Translator
from sitegen.model.event import Exemption
from sitegen.rules import RULES
from sitegen.rules.told import numbers, paragraphs, sentence


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_explains_itself(rule):
    lines = [line for _, line in report.rule_lines(rule)]
    assert lines[0] == rule.id
    assert all("\n" not in line for line in lines)
    assert sentence(rule) in lines
    assert sentence(rule).endswith(".")
    assert "(DNH-" not in "".join(paragraphs(rule))
    for title, example in (("What it finds", rule.bad), ("What it lets pass", rule.good)):
        assert (title in lines) == bool(example.strip())
        assert all(f"  {line}" in lines for line in example.strip("\n").splitlines() if example.strip())


def test_what_a_rule_keeps_off_stands_beside_its_severity():
    rule = RULES["title-attribution"]
    assert numbers(rule) == "DNH-11"
    assert [line for _, line in report.rule_lines(rule)][1].endswith("mended  DNH-11")
    assert numbers(RULES["claim-cycle"]) == ""


def test_exceptions_are_allowed_or_not():
    excusable, firm = RULES["title-attribution"], RULES["claim-cycle"]
    assert (excusable.excusable, firm.excusable) == (True, False)
    assert "exceptions: rule, why" in list(report.rule_lines(excusable))[-1][1]
    assert list(report.rule_lines(firm))[-1][1] == "There is no exception to it."


@pytest.mark.parametrize(
    ("lang", "heading"), [("en", "What it finds"), ("uk", "Що правило знаходить"), ("ru", "Что правило находит")]
)
def test_headings_are_in_the_reader_s_language(lang, heading):
    lines = [line for _, line in report.rule_lines(RULES["title-attribution"], Translator(lang))]
    assert heading in lines
    assert sentence(RULES["title-attribution"]) in lines


def test_the_command_tells_of_one_rule():
    done = sitegen("explain", "title-attribution", LANG="ru_RU.UTF-8")
    assert done.returncode == 0
    assert done.stdout.startswith("title-attribution\nпроблема: ")


def test_without_a_rule_all_are_listed():
    done = sitegen("explain")
    assert done.returncode == 0
    listed = [line.split()[0] for line in done.stdout.split("\n\n")[0].splitlines()]
    assert listed == sorted(RULES)
    assert done.stdout.endswith("sitegen explain RULE\n")


def test_a_rule_that_is_not_there_is_guessed():
    done = sitegen("explain", "title-atribution")
    assert done.returncode == 2
    assert 'did you mean "title-attribution"?' in " ".join(done.stderr.split())
    assert "sitegen explain lists them all" in " ".join(sitegen("explain", "zzz").stderr.split())


def test_the_method_page_lists_rules_and_exceptions():
    excused = make()
    pages = render(excused)
    page = parse(pages["method.html"])
    rows = [[text(cell) for cell in row] for row in find(page, tag="table")[-1].iter("tr")][1:]
    assert [row[0] for row in rows] == sorted(RULES)
    assert all(row[1] and row[2] in {"stops publication", "is shown to the reviewer"} for row in rows)
    assert "Exceptions in force There is none." in text(page)
    assert find(parse(pages["uk/method.html"]), tag="span", lang="en")


def test_an_exception_stands_on_the_method_page_with_why_and_by_whom():
    site = make()
    exemption = Exemption.model_validate(
        {"rule": "title-attribution", "why": "Both sides were asked.", "by": "maintainer"}
    )
    events = [replace(e, event=e.event.model_copy(update={"exceptions": (exemption,)})) for e in site.events[:1]]
    page = parse(render(replace(site, events=(*events, *site.events[1:])))["method.html"])
    rows = [[text(cell) for cell in row] for row in find(page, tag="table")[-1].iter("tr")][1:]
    assert rows == [["Envoy announces a return", "title-attribution", "Both sides were asked.", "maintainer"]]
