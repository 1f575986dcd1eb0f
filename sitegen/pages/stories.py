"""Stories: pages that lead through events step by step, each number linked to the claim that makes it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from math import ceil, floor

from markupsafe import Markup

from sitegen.gazetteer import Entry
from sitegen.geometry import Bounds
from sitegen.located import Located
from sitegen.locator import events_map, place_map, window
from sitegen.model.citing import Run, runs
from sitegen.model.event import Claim
from sitegen.model.site import Cite, Step, Story
from sitegen.pages.edition import Edition
from sitegen.pages.front import Parts, map_files
from sitegen.pages.listing import Item, item
from sitegen.pages.sheet import Due, Sheet


@dataclass(frozen=True, slots=True)
class Ground:
    """What a step's words rest on: the event and, where one is cited, the claim; `anchor` is the page's fragment."""

    cite: Cite
    event: Located
    claim: Claim | None

    @property
    def anchor(self) -> str:
        """The fragment of the claim on the event's page, or nothing."""
        return f"#claim-{self.claim.id}" if self.claim else ""


@dataclass(frozen=True, slots=True)
class StepView:
    """One step: its text by paragraph, each word with what it rests on; `view` is west, south, east, north."""

    number: int
    paragraphs: tuple[tuple[Run, ...], ...]
    lang: str
    item: Item | None
    entry: Entry | None
    grounds: Mapping[str, Ground]
    map: Markup
    view: str


def stories(edition: Edition, parts: Parts) -> Iterator[Due]:
    """Yield a page for every story, and the page that lists them where there is one."""
    if edition.site.stories:
        yield Due("stories/index.html", _shelf, ())
    for id_, story in edition.site.stories.items():
        yield Due(f"stories/{id_}.html", partial(_story, id_, story, parts))


def _story(id_: str, story: Story, parts: Parts, edition: Edition) -> Sheet:
    steps = tuple(_step(step, story, edition, number) for number, step in enumerate(story.steps, 1))
    words = edition.plain(story.summary) if story.summary else edition.plain(story.title)
    later = map_files(edition, parts())
    values = {"story": story, "steps": steps, "map_id": parts()[edition.lang].div_id, "later": later}
    return Sheet(
        f"stories/{id_}.html", "story.html", edition.plain(story.title), words, values,
        (edition.assets.path("locator.css"), edition.assets.path("story.css")),
        (edition.assets.bundle("story-page.js", ("later.js", "story.js")),),
        tuple(step.item.mark for step in steps if step.item),
    )  # fmt: skip


def _shelf(edition: Edition) -> Sheet:
    title = edition.t.gettext("Stories")
    words = edition.t.gettext("What belongs together, told step by step, with who says so")
    values = {"title": title, "lead": words, "stories": tuple(edition.site.stories.items())}
    return Sheet("stories/index.html", "stories.html", title, words, values)


def _step(step: Step, story: Story, edition: Edition, number: int) -> StepView:
    site = edition.site
    words, lang = edition.t.text(step.text)
    located = site.by_id[step.event] if step.event else None
    found = site.gazetteer.resolve(step.place) if step.place else None
    entry = found if isinstance(found, Entry) else None
    return StepView(
        number=number,
        paragraphs=tuple(tuple(runs(part.strip())) for part in words.split("\n\n") if part.strip()),
        lang=lang,
        item=item(located, edition) if located else None,
        entry=entry,
        grounds={cite.id: _ground(cite, edition) for cite in step.cites},
        map=Markup(_map(step, story, entry, edition)),  # noqa: S704 - the locator escapes
        view=_window(step, located, edition),
    )


def _ground(cite: Cite, edition: Edition) -> Ground:
    located = edition.site.by_id[cite.event]
    return Ground(cite, located, next((claim for claim in located.event.claims if claim.id == cite.claim), None))


def _map(step: Step, story: Story, entry: Entry | None, edition: Edition) -> str:
    """Draw the step's event, else the events of its place, else all that the step or the story is about."""
    site, view = edition.site, _bounds(step)
    if step.event:
        return place_map(site, site.by_id[step.event], edition.t, view)
    if entry:
        return events_map(site, edition.index.by_place.get(entry.id, ()), edition.t, entry.id, view)
    about = [cite.event for cite in step.cites] or [other.event for other in story.steps if other.event]
    return events_map(site, [site.by_id[id_] for id_ in dict.fromkeys(about)], edition.t, None, view) if view else ""


def _bounds(step: Step) -> Bounds | None:
    return Bounds(step.view.west, step.view.south, step.view.east, step.view.north) if step.view else None


def _window(step: Step, located: Located | None, edition: Edition) -> str:
    """Write the window that the large map moves to, in tenths of a degree: no finer than any place is known."""
    box = _bounds(step) or (window(edition.site, located) if located else None)
    if box is None:
        return ""
    west, south, east, north = (floor(box.west * 10), floor(box.south * 10), ceil(box.east * 10), ceil(box.north * 10))
    return " ".join(f"{side / 10:g}" for side in (west, south, east, north))
