"""Who speaks with one voice."""

from collections.abc import Iterable, Mapping

from sitegen.model.site import Speaker


def voices(ids: Iterable[str], speakers: Mapping[str, Speaker]) -> dict[str, str]:
    """Return for each speaker id the id it shares with its body or head: one voice, one origin.

    Dates of offices do not matter: whoever was or will be head is not independent of the body. Two people
    who each headed one body are one voice too. A tie is seen only through someone in `ids`.
    """
    groups: dict[str, set[str]] = {}
    for known in sorted(set(ids)):
        tied = {known, *_bodies(speakers.get(known))}
        tied = tied.union(*(groups.get(member, ()) for member in tied))
        groups.update(dict.fromkeys(tied, tied))
    return {member: min(group) for member, group in groups.items()}


def _bodies(speaker: Speaker | None) -> list[str]:
    offices = speaker.offices if speaker else ()
    return [office.of for office in offices if office.of and office.head == "true"]
