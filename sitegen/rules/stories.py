"""What stories say: each link leads to a claim, and each number is one that its claim makes."""

import re
from collections.abc import Iterator

from sitegen.counts import FIELDS
from sitegen.decode import Decoded
from sitegen.gazetteer import suggestion
from sitegen.model.citing import Run, runs
from sitegen.model.event import Claim
from sitegen.model.fields import Text
from sitegen.model.site import Cite, Story
from sitegen.problems import listed, quoted, say
from sitegen.rules.registry import Finding, Scene, rule

_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|лист|груд|"
    r"янв|фев|март|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)"
)
_DAYS = r"\d{1,2}(?:[–-]\d{1,2}| (?:and|to|і|й|та|и|по) \d{1,2})?"
_DATES = re.compile(rf"{_DAYS}[ \u00a0]{_MONTH}|\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+(?!\d)|\d+")
_SEPARATORS = re.compile(r"[ ,.\u00a0\u202f](?=\d{3})")


@rule(
    "story-cite-unknown",
    Story,
    bad="""
steps:
  - {text: '[They](b) came back.', cites: [{id: a, event: 2030-05-03-soluna-return}]}
  - {text: To this town., place: Soluna}
""",
    good="""
steps:
  - {text: '[They](a) came back.', cites: [{id: a, event: 2030-05-03-soluna-return}]}
  - {text: To this town., place: Soluna}
""",
)
def story_cite_unknown(story: Decoded[Story], scene: Scene) -> Iterator[Finding]:
    """Every link in a story's text leads to something that its step cites, and to all of it in every language."""
    for index, step in enumerate(story.record.steps):
        known = [cite.id for cite in step.cites]
        for lang, words in step.text.values:
            mark = story.mark("steps", index, "text", *([lang] if lang else []))
            linked = [run.cite for run in runs(words) if run.cite is not None]
            for id_ in dict.fromkeys(linked):
                if id_ not in known:
                    hint = suggestion(id_, known) or say("cites: %(ids)s", ids=listed(known))
                    yield Finding(mark, say("the step cites nothing as %(id)s", id=quoted(id_)), hint)
            for id_ in known:
                if id_ not in linked:
                    said = say("no words of the text link %(id)s", id=quoted(id_))
                    yield Finding(mark, said, say("write [the words](%(id)s), or delete it from cites", id=id_))


@rule(
    "story-claim-unknown",
    Story,
    bad="""
steps:
  - {text: '[They](a) came.', cites: [{id: a, event: 2030-05-03-soluna-return, claim: c99}]}
  - {text: To this town., place: Soluna}
""",
    good="""
steps:
  - {text: '[They](a) came.', cites: [{id: a, event: 2030-05-03-soluna-return, claim: c1}]}
  - {text: To this town., place: Soluna}
""",
)
def story_claim_unknown(story: Decoded[Story], scene: Scene) -> Iterator[Finding]:
    """Every claim that a story cites is one of its event's."""
    for index, step in enumerate(story.record.steps):
        for i, cite in enumerate(step.cites):
            event = scene.content.events.get(cite.event)
            if event and cite.claim and _claim(cite, scene) is None:
                ids = [claim.id for claim in event.record.claims]
                said = say("the event %(event)s has no claim %(id)s", event=cite.event, id=quoted(cite.claim))
                yield Finding(
                    story.mark("steps", index, "cites", i, "claim"), said, say("claims: %(ids)s", ids=listed(ids))
                )


@rule(
    "story-number-unclaimed",
    Story,
    bad="""
steps:
  - {text: '[52 people](a) came.', cites: [{id: a, event: 2030-05-03-soluna-return, claim: c1}]}
  - {text: To this town., place: Soluna}
""",
    good="""
steps:
  - {text: On 3 May 2030 they came back.}
  - {text: To this town., place: Soluna}
""",
)
def story_number_unclaimed(story: Decoded[Story], scene: Scene) -> Iterator[Finding]:
    """Every number in a story's text but a date stands in a link to a claim that makes it.

    A story tells one thing after another, and a number soon looks as if the site itself had counted.
    """
    for field, text in (("title", story.record.title), ("summary", story.record.summary)):
        for lang, words in text.values if text else ():
            yield from _bare(story, (field, *([lang] if lang else [])), (Run(words, None),), {})
    for index, step in enumerate(story.record.steps):
        given = {cite.id: _numbers(_claim(cite, scene)) for cite in step.cites if _readable(cite, scene)}
        for lang, words in step.text.values:
            yield from _bare(story, ("steps", index, "text", *([lang] if lang else [])), tuple(runs(words)), given)


def _bare(
    story: Decoded[Story], loc: tuple[str | int, ...], text: tuple[Run, ...], given: dict[str, set[int]]
) -> Iterator[Finding]:
    for run in text:
        if run.cite is not None and run.cite not in given:
            continue  # told of by another rule
        for number in _NUMBER.findall(_DATES.sub("", run.words)):
            if int(_SEPARATORS.sub("", number)) not in given.get(run.cite or "", set()):
                said = say("no claim makes the number %(number)s", number=quoted(number))
                hint = say("link it to the claim that makes it: [%(number)s people](a), with a in cites", number=number)
                yield Finding(story.mark(*loc), said, hint)


def _readable(cite: Cite, scene: Scene) -> bool:
    return cite.event in scene.content.events and (cite.claim is None or _claim(cite, scene) is not None)


def _claim(cite: Cite, scene: Scene) -> Claim | None:
    event = scene.content.events.get(cite.event)
    claims = event.record.claims if event else ()
    return next((claim for claim in claims if claim.id == cite.claim), None)


def _numbers(claim: Claim | None) -> set[int]:
    """Return every number that a claim makes, in its counts or in its words."""
    if claim is None:
        return set()
    counted = (getattr(counts, field) for counts in claim.counts for field in FIELDS)
    found = {end for quantity in counted if quantity for end in (quantity.min, quantity.best, quantity.max)}
    texts: list[Text] = [text for text in (claim.says, claim.note) if text]
    written = (words for text in texts for _, words in text.values)
    said = {int(_SEPARATORS.sub("", number)) for words in written for number in _NUMBER.findall(words)}
    return {number for number in found if number is not None} | said
