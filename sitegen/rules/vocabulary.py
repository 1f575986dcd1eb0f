"""What a site is organised by: every id once, every group there, every view a window."""

from collections.abc import Iterator
from typing import Any

from sitegen.content import Content
from sitegen.decode import Decoded
from sitegen.gazetteer import suggestion
from sitegen.model.site import View
from sitegen.problems import listed, say
from sitegen.rules.registry import Finding, Scene, rule

Loc = tuple[str | int, ...]


@rule("vocabulary-twice", Content)
def vocabulary_twice(content: Content, scene: Scene) -> Iterator[Finding]:
    """No two kinds, no two groups and no two sides share an id."""
    if content.kinds:
        yield from _twice(content.kinds, "kinds")
        yield from _twice(content.kinds, "groups")
    if content.sides:
        yield from _twice(content.sides, "sides")


def _twice(file: Decoded[Any], field: str) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, item in enumerate(getattr(file.record, field)):
        if item.id in seen:
            said = say('"%(id)s" is already the id of another of the %(field)s', id=item.id, field=field)
            yield Finding(file.mark(field, index, "id"), said, say("give it an id of its own"))
        seen.add(item.id)


@rule("group-unknown", Content)
def group_unknown(content: Content, scene: Scene) -> Iterator[Finding]:
    """The group of a kind is one of the groups in kinds.yaml."""
    if content.kinds is None:
        return
    known = dict.fromkeys(group.id for group in content.kinds.record.groups)
    for index, kind in enumerate(content.kinds.record.kinds):
        if kind.group not in known:
            hint = suggestion(kind.group, known) or say("groups: %(ids)s", ids=listed(known))
            said = say('no group is called "%(id)s"', id=kind.group)
            yield Finding(content.kinds.mark("kinds", index, "group"), said, hint)


@rule("view-order", Content)
def view_order(content: Content, scene: Scene) -> Iterator[Finding]:
    """A view of the map runs from west to east and from south to north."""
    if content.site:
        yield from _view(content.site, ("view",), content.site.record.view)
    for story in content.stories.values():
        for index, step in enumerate(story.record.steps):
            if step.view:
                yield from _view(story, ("steps", index, "view"), step.view)


def _view(file: Decoded[Any], loc: Loc, view: View) -> Iterator[Finding]:
    for low, high in (("west", "east"), ("south", "north")):
        if getattr(view, low) >= getattr(view, high):
            said = say(
                "%(low)s is not less than %(high)s",
                low=f"{low} {getattr(view, low):g}", high=f"{high} {getattr(view, high):g}",
            )  # fmt: skip
            yield Finding(file.mark(*loc), said, say("write the smaller number first: are the two swapped?"))
