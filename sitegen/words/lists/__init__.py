"""Word lists of our own: who can be meant by a name, and what stands beside one."""

from functools import cache
from importlib.resources import files


@cache
def listed(name: str) -> dict[str, tuple[str, ...]]:
    """Return the groups of the list `name`: lines `group: word word …`; several lines of a group add up."""
    groups: dict[str, tuple[str, ...]] = {}
    for line in files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines():
        group, colon, words = line.partition(":")
        if colon and not line.startswith("#"):
            groups[group.strip()] = (*groups.get(group.strip(), ()), *words.split())
    return groups
