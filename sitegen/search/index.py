"""The index of one language, as a script that sets `FC.found`: columns, so that it is small and quickly read."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sitegen.i18n import Translator
from sitegen.located import Located
from sitegen.maps.files import script
from sitegen.model.fields import Text
from sitegen.search.columns import fronted, runs
from sitegen.search.stems import TABLE, key, latin, stem, telling, words
from sitegen.search.subjects import Subject, subjects
from sitegen.site import Site

Terms = Mapping[str, Sequence[int]]


def said_by(event: Located, t: Translator) -> list[str]:
    """Return the stems that an event is found by in one language."""
    return _forms([*_written(event.event.title), *_summary(event, t)], _stems)


def index_js(site: Site, t: Translator, home: str, said: Sequence[Sequence[str]] | None = None) -> bytes:
    """Write what can be found in one language; `home` is the folder its pages stand in.

    `said` is what `said_by` says of each event, where that is known.

    Titles and names are found in every language they are written in, summaries in the reader's. Things found are
    numbered: events in the order of the site, from 0, then subjects. `terms` are stems of all words, `keys` what
    spellings share, of names only.
    """
    others = tuple(subjects(site, t))
    names = [subject.names for subject in others]
    said = [said_by(event, t) for event in site.events] if said is None else said
    value = {
        "home": home,
        "table": TABLE,
        "events": _events(site, t),
        "subjects": _subjects(others),
        "terms": _column(_by_word([*said, *(_forms(name, _stems) for name in names)])),
        "keys": _column(_by_word([*([()] * len(said)), *(_forms(name, _keys) for name in names)])),
    }
    return script(("found",), value)


def _written(text: Text) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words for _, words in text.values))


def _summary(event: Located, t: Translator) -> tuple[str, ...]:
    return (t.text(event.event.summary).words,) if event.event.summary else ()


def _events(site: Site, t: Translator) -> dict[str, Any]:
    kinds = {id_: number for number, id_ in enumerate(site.kinds)}
    said = [t.date(event.event.when.date) for event in site.events]
    dates = {words: number for number, words in enumerate(dict.fromkeys(said))}
    return {
        "id": fronted(event.id for event in site.events),
        "title": [t.text(event.event.title).words for event in site.events],
        "dates": list(dates),
        "date": [dates[words] for words in said],
        "kind": [kinds[event.event.kind] for event in site.events],
    }


def _subjects(found: Sequence[Subject]) -> dict[str, Any]:
    places = {subject.id: number for number, subject in enumerate(found) if subject.folder == "places"}
    return {
        "folder": [subject.folder for subject in found],
        "id": [subject.id for subject in found],
        "title": [subject.title for subject in found],
        "note": [subject.note for subject in found],
        "inside": [places.get(subject.inside or "", -1) for subject in found],
        "events": [runs(subject.events) for subject in found],
    }


def _forms(texts: Iterable[str], reduced: Callable[[str], Iterable[str]]) -> list[str]:
    return sorted({form for text in texts for form in reduced(text)} - {""})


def _by_word(forms: Iterable[Iterable[str]]) -> Terms:
    found: dict[str, list[int]] = defaultdict(list)
    for number, words_ in enumerate(forms):
        for word in words_:
            found[word].append(number)
    return found


def _stems(text: str) -> Iterable[str]:
    return map(stem, telling(words(text)))


def _keys(name: str) -> Iterable[str]:
    # By its key a name is found as written, by that of its stem inflected, by its letters mistyped.
    return (form for word in words(name) for form in (key(word), key(stem(word)), latin(word)))


def _column(terms: Terms) -> dict[str, str]:
    ordered = sorted(terms)
    return {"words": fronted(ordered), "at": ",".join(runs(terms[word]) for word in ordered)}
