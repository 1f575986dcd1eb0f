"""Who speaks with one voice."""

from collections.abc import Iterable, Mapping

from sitegen.model.site import Speaker


def voices(names: Iterable[str], speakers: Mapping[str, Speaker], ties: Iterable[Iterable[str]] = ()) -> dict[str, str]:
    """Return for each name (a speaker's id) the one it shares with its body or head: one voice, one origin.

    Dates of offices do not matter: whoever was or will be head is not independent of the body. Two people
    who each headed one body are one voice too. A tie is seen only through someone in `names`, or in `ties`,
    whose members are one voice for another reason.
    """
    groups: dict[str, set[str]] = {}
    for names_tied in [*([name, *_bodies(speakers.get(name))] for name in sorted(set(names))), *ties]:
        tied = set(names_tied).union(*(groups.get(name, ()) for name in names_tied))
        groups.update(dict.fromkeys(tied, tied))
    return {name: min(group) for name, group in groups.items()}


def _bodies(speaker: Speaker | None) -> list[str]:
    offices = speaker.offices if speaker else ()
    return [office.of for office in offices if office.of and office.head == "true"]
