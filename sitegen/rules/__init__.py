"""The rules across fields and files."""

from collections.abc import Iterator, Sequence
from functools import partial

from sitegen import cores
from sitegen.content import Content
from sitegen.decode import Decoded
from sitegen.gazetteer import suggestion
from sitegen.model.event import Event
from sitegen.problems import Problem, quoted, say
from sitegen.rules import (
    attribution,
    captivity,
    cells,
    cellwords,
    claims,
    contact,
    control,
    coordinates,
    dates,
    delay,
    differences,
    gazetteer,
    journeys,
    links,
    mentions,
    money,
    names,
    papers,
    phones,
    places,
    references,
    register,
    sensitive,
    singles,
    slugs,
    sources,
    stories,
    streets,
    twins,
    unused,
    upkeep,
    vocabulary,
    wheres,
    wording,
)
from sitegen.rules.glance import sheets
from sitegen.rules.nameable import ready
from sitegen.rules.registry import RULES, Rule, Scene

__all__ = ["RULES", "Rule", "Scene", "check"]

_FEW = 60  # records that are checked sooner than further processes are made

# Imported for what they declare.
_MODULES = (
    *(claims, control, dates, gazetteer, places, references, twins, unused, vocabulary, wheres),
    *(attribution, captivity, cells, cellwords, contact, coordinates, delay, differences, journeys, links, mentions),
    *(money, papers, phones),
    *(sensitive, sources, streets, upkeep, wording),
    *(names, register, singles, slugs, stories),
)


def check(scene: Scene) -> Iterator[Problem]:
    """Apply every rule to every record it looks at; what an event states as an exception is left out."""
    found = list(_found(scene))
    excused = {(e.path, exemption.rule) for e in scene.content.events.values() for exemption in e.record.exceptions}
    for problem in found:
        if not RULES[problem.rule].excusable or (problem.mark.path, problem.rule) not in excused:
            yield problem
    yield from names.unchecked()
    hit = {(problem.mark.path, problem.rule) for problem in found}
    for event in scene.content.events.values():
        if event.record.exceptions and scene.asked(event.path):
            yield from _exceptions(event, hit)


def _found(scene: Scene) -> Iterator[Problem]:
    """Apply the rules, those of one module in one process: they share what they worked out."""
    modules: dict[str, list[Rule]] = {}
    for rule in RULES.values():
        modules.setdefault(rule.check.__module__, []).append(rule)
    ready(scene)
    jobs = [partial(_applied, rules, scene) for _, rules in sorted(modules.items(), key=_longest_first)]
    return cores.shared(jobs, processes=1 if len(sheets(scene)) <= _FEW else None)


def _longest_first(module: tuple[str, object]) -> bool:
    return module[0] not in {names.__name__, singles.__name__}


def _applied(rules: Sequence[Rule], scene: Scene) -> Iterator[Problem]:
    for rule in rules:
        if rule.over is Content:
            yield from rule.problems(scene.content, scene)
        else:
            for record in scene.content.of(rule.over).values():
                if scene.asked(record.path):
                    yield from rule.problems(record, scene)


def _exceptions(event: Decoded[Event], hit: set[tuple[str, str]]) -> Iterator[Problem]:
    """An exception names a rule that allows one and does not hold here, once."""
    seen: set[str] = set()
    for index, exemption in enumerate(event.record.exceptions):
        mark, name = event.mark("exceptions", index, "rule"), quoted(exemption.rule)
        if exemption.rule not in RULES:
            hint = suggestion(exemption.rule, RULES) or say("copy its name from what `sitegen check` says")
            yield Problem(mark, "exception-unknown", say("no rule is called %(name)s", name=name), hint)
        elif not RULES[exemption.rule].excusable:
            said = say("there is no exception to the rule %(name)s", name=name)
            yield Problem(mark, "exception-firm", said, say("mend what it tells of"))
        elif (event.path, exemption.rule) not in hit or exemption.rule in seen:
            said = say("the rule %(name)s holds here without it", name=name)
            yield Problem(mark, "exception-unneeded", said, say("delete the exception"))
        seen.add(exemption.rule)
