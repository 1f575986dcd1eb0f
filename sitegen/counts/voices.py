"""Who speaks with one voice."""

from collections.abc import Iterable, Mapping

from sitegen.model.site import Speaker


def voices(names: Iterable[str], speakers: Mapping[str, Speaker], ties: Iterable[Iterable[str]] = ()) -> dict[str, str]:
    """Return for each name (a speaker's id) the one it shares with its body or head: one voice, one origin.

    Dates of offices do not matter: whoever was or will be head is not independent of the body. Two people
    who each headed one body are one voice too. A tie is seen only through someone in `names`, or in `ties`,
    whose members are one voice for another reason.
    """
    return joined([*([name, *_bodies(speakers.get(name))] for name in names), *ties])


def _bodies(speaker: Speaker | None) -> list[str]:
    offices = speaker.offices if speaker else ()
    return [office.of for office in offices if office.of and office.head == "true"]


def joined(groups: Iterable[Iterable[str]]) -> dict[str, str]:
    """Return for each member of `groups` the first name, in order, of all that share members with its group."""
    above: dict[str, str] = {}
    for group in groups:
        tops = {_top(name, above) for name in group}
        above.update(dict.fromkeys(tops, min(tops, default="")))
    return {name: _top(name, above) for name in above}


def _top(name: str, above: dict[str, str]) -> str:
    while (higher := above.setdefault(name, name)) != name:
        above[name] = above[higher]
        name = higher
    return name
