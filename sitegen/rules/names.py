"""Names in texts: only people speaking in office are named."""

from collections.abc import Iterator

from sitegen.content import Content
from sitegen.model.site import Speaker
from sitegen.problems import Mark, Problem, say
from sitegen.rules.glance import Passage, masked, sheets
from sitegen.rules.nameable import register
from sitegen.rules.registry import Finding, Scene, rule
from sitegen.words import available, may_name, names_in

# Toponyms belong to the gazetteer, credits to who must be credited, references to other systems.
_NOT_TEXT = frozenset(
    {"place", "within", "name", "spellings", "provider", "licence", "attribution", "system", "domain"}
)


@rule(
    "name-private",
    Content,
    excusable=True,
    bad="summary: Olena Petrenko waited at the crossing since dawn.",
    good="summary: A resident waited at the crossing since dawn, near Shevchenko Street.",
)
def name_private(content: Content, scene: Scene) -> Iterator[Finding]:
    """Only people speaking in office are named, as they stand in speakers/: anybody else could be found and harmed.

    That holds for children above all, even where officials or outlets named them. (DNH-01, DNH-04)
    """
    for sheet in sheets(scene):
        for passage in sheet.passages:
            if not _NOT_TEXT & set(passage.loc):
                for name in _names(passage, scene):
                    yield _private(passage.mark, name)
    for path, data in sorted(content.raw.items()):
        if path.startswith("pages/") and scene.asked(path):
            yield from _in_prose(path, data.decode("utf-8-sig", "replace"), scene)


def _names(passage: Passage, scene: Scene) -> list[str]:
    known, record = register(scene), passage.record.record
    found = _found(passage.words, scene)
    own = isinstance(record, Speaker) and record.kind == "person"  # a note on how the name itself is spelled
    return [name for name in found if not (own and known.bears(name.split()))]


def _found(words: str, scene: Scene) -> tuple[str, ...]:
    known = register(scene)
    if words not in known.texts:
        known.texts[words] = tuple(n.words for n in names_in(words, known)) if available() and may_name(words) else ()
    return known.texts[words]


def _private(mark: Mark, name: str) -> Finding:
    return Finding(
        mark,
        say("a person seems to be named here: %(name)s", name=masked(name)),
        say("write what they are, such as a resident; who speaks in office gets a file in speakers/"),
    )


def _in_prose(path: str, text: str, scene: Scene) -> Iterator[Finding]:
    line = 1
    for paragraph in text.split("\n\n"):
        for name in _found(paragraph, scene):
            before, _, _ = paragraph.partition(name.split()[0])
            yield _private(Mark(path, line + before.count("\n")), name)
        line += paragraph.count("\n") + 2


def unchecked() -> Iterator[Problem]:
    """Say, once, where the word-form dictionaries are missing and names were not looked for."""
    if not available():
        yield Problem(
            Mark("site.yaml"),
            "names-unchecked",
            say("names of people were not looked for: the word-form dictionaries are not installed"),
            say("run pip install 'frontline-civilians[words]'; make site does so"),
            "remark",
        )
