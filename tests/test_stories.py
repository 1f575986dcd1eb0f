"""Stories: links in their text, what is checked of them, and the pages they become."""

import re
from pathlib import Path

import pytest
from sitebuilding import BASE, copied

from sitegen.build import assemble, build, examine
from sitegen.model.citing import Run, runs, unlinked

STORY = """
title: A return
steps:
  - text: {text}
    event: 2030-05-03-soluna-return
    cites: [{{id: a, event: 2030-05-03-soluna-return, claim: c1}}]
"""


def told(tmp_path: Path, text: str) -> set[str]:
    content = copied(BASE, tmp_path / "content")
    (content / "stories" / "a-return.yaml").write_text(STORY.format(text=text), encoding="utf-8")
    return {p.rule for p in examine(content)[1].problems if p.mark.path.startswith("stories/")}


def test_runs():
    assert list(runs("About [46](a) came, [12](b).")) == [
        Run("About ", None), Run("46", "a"), Run(" came, ", None), Run("12", "b"), Run(".", None),
    ]  # fmt: skip
    assert unlinked("[46](a) came [back") == "46 came [back"


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ('"[They](a) came back"', set()),
        ('"[They](a) came back on 3 May 2030, from 12 to 14 May, in 2030"', set()),
        ('{en: "[They](a) came back", uk: "[Вони](a) повернулися 3 травня 2030 року"}', set()),
        ('{en: "[They](a) came back", uk: "Вони повернулися"}', {"story-cite-unknown"}),
        ('"[They](a) came back, [all](b)"', {"story-cite-unknown"}),
        ('"[999 people](a) came back"', {"story-number-unclaimed"}),
        ('"[They](a) came back, 999 of them"', {"story-number-unclaimed"}),
        ('"[They](a) came back, 1,999 of them, on 3 May"', {"story-number-unclaimed"}),
        ('{en: "[They](a) came back", ru: "[Они](a) вернулись, 999 человек"}', {"story-number-unclaimed"}),
    ],
)
def test_what_is_said_of_a_text(tmp_path, text, rules):
    assert told(tmp_path, text) == rules


def test_a_text_is_read_for_harm_as_every_other(tmp_path):
    """What stops an event stops a story: here a telephone number."""
    found = told(tmp_path, '"[They](a) came back, call +380 44 123 45 67"')
    assert found - {"story-number-unclaimed"}


def test_a_story_of_a_hidden_event_is_hidden_too(tmp_path):
    content = copied(BASE, tmp_path / "content")
    (content / "stories" / "a-return.yaml").write_text(
        "title: Other\nsteps:\n  - text: '[So](a) it was.'\n"
        "    cites: [{id: a, event: 2030-05-03-soluna-return, claim: c1}]\n",
        encoding="utf-8",
    )
    event = content / "events" / "2030" / "2030-05-03-soluna-return.yaml"
    hidden = re.sub(r"(?m)^embargo_until:.*", "embargo_until: 2099-01-01", event.read_text("utf-8"))
    event.write_text(hidden, encoding="utf-8")
    read, findings = examine(content)
    assert assemble(read, findings).stories == {}


def test_pages_name_the_stories_that_lead_to_them(tmp_path):
    assert not build(BASE, tmp_path / "output").problems
    for page in ("events/2030-05-03-soluna-return.html", "places/soluna.html", "stories/index.html"):
        html = (tmp_path / "output" / page).read_text("utf-8")
        assert 'href="a-return.html"' in html or 'href="../stories/a-return.html"' in html, page
    story = (tmp_path / "output" / "stories" / "a-return.html").read_text("utf-8")
    assert '<a class="cite" href="../events/2030-05-03-soluna-return.html#claim-c1">They</a>' in story
    assert story.count('class="locator-map"') == 1, "a map for each step where anything can be drawn"
