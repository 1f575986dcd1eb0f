"""A content folder full of what must not be published, over `data/base`: people and places are invented.

Everything hidden bears HUSH (embargoed), GONE (withdrawn) or a name of PRIVATE; the harm corpus is laid in as well,
what it has of bad events under embargo or withdrawn, so that every way of writing is among what stays unsaid.
"""

import json
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import yaml
from sitebuilding import BASE

HUSH, GONE = "Hushword", "Goneword"
CYRILLIC = {HUSH: "Тихослов", GONE: "Зниклослов"}
PRIVATE = ("Kvaskodubenko", "Квашкодубенко", "Zvirkivna", "kvaskodubenko")
EMBARGO, WITHDRAWN, BOTH = "2030-07-hushword-moved", "2030-08-quiet-entry", "2030-09-hushword-gone"
OPEN = "2030-06-01-everywhere"
HARM = BASE.parent / "harm"

FOUND = {
    "provider": "research", "licence": "CC0 1.0", "attribution": "Invented", "query": "house of Zvirkivna",
    "rejected": [{"name": "Kvaskodubenko yard", "lat": "42.512389", "lon": "12.812489", "why": "of Zvirkivna"}],
}  # fmt: skip
# Precision → latitude and longitude as a surveyor might give them, radius in km.
POINTS = {
    "country": (42.386172, 12.714531, 90), "region": (42.263814, 12.637192, 40), "district": (42.173421, 12.528634, 15),
    "settlement": (42.142573, 12.473682, 2), "neighbourhood": (42.156832, 12.482371, 0.8),
    "site": (42.163741, 12.496283, 0.3), "exact": (42.187653, 12.516482, None),
}  # fmt: skip
NEAR = (42.123847, 12.453628)


def make(root: Path) -> Path:
    """Write the folder to `root` and return it."""
    shutil.copytree(BASE, root)
    for precision, (lat, lon, radius) in POINTS.items():
        _place(root, f"quiet-{precision}", precision, lat, lon, radius)
    _place(root, "quiet-barn", "exact", *NEAR, None)
    _place(root, "quiet-road", "between", None, None, None, between=["quiet-settlement", "soluna"])
    _event(root, OPEN, _open())
    _comment(root, OPEN)
    _harm(root)
    hide(root)
    return root


def hide(root: Path) -> None:
    """Add what is hidden: events, and the places, speakers and story that only they need."""
    _place(root, "hushword-hamlet", "settlement", 42.936274, 13.528436, 1, within="hushword-vale")
    _place(root, "hushword-vale", "district", 42.917346, 13.541283, 9)
    _place(root, "goneword-yard", "settlement", 42.836274, 13.428436, 1)
    for id_, word in (("hushword-office", HUSH), ("goneword-office", GONE)):
        _write(root, f"speakers/{id_}.yaml", {"name": f"{word} office", "kind": "body", "side": "arland"})
    steps = [{"text": f"{HUSH} step", "event": EMBARGO}, {"text": f"{HUSH} place", "place": "hushword-vale"}]
    _write(root, "stories/hushword-tour.yaml", {"title": f"{HUSH} tour", "steps": steps})
    _event(root, EMBARGO, {**filled(HUSH, "hushword-hamlet", "hushword-office"), "embargo_until": "2099-01-01"})
    gone = {"withdrawn": {"date": "2030-08-08", "reason": "request"}}
    _event(root, WITHDRAWN, {**filled(GONE, "goneword-yard", "goneword-office"), **gone})
    _event(root, BOTH, {**filled(HUSH, "hushword-hamlet", "hushword-office"), **gone, "embargo_until": "2099-01-01"})


def reveal_nothing(root: Path) -> None:
    """Leave of the hidden only what may be known: the id, the day and the class of reason of what was withdrawn."""
    for path in sorted(root.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        if "embargo_until: 2099" in text or '"embargo_until": "2099' in text or path.stem.startswith(("hush", "gone")):
            path.unlink()
        elif "withdrawn" in text:
            stone = yaml.load(text, Loader=yaml.CBaseLoader)["withdrawn"]  # noqa: S506 - makes strings only
            source = [{"id": "a", "publisher": "Nobody", "url": "https://nobody.example.org/"}]
            bare = {"title": "Nothing", "kind": "aid", "when": "2030", "where": [{"place": "Soluna"}]}
            _write(root, path.relative_to(root).as_posix(), {**bare, "sources": source, "withdrawn": stone})


def filled(word: str, place: str, speaker: str) -> dict[str, Any]:
    """Return an event with `word` and a number in every field that takes words."""
    numbers = count(1)

    def one() -> str:
        return f"{word}{next(numbers)}"

    def text() -> dict[str, str]:
        return {"en": f"{one()} in English", "uk": f"{CYRILLIC[word]}{next(numbers)} українською"}

    def url() -> str:
        return f"https://{one().lower()}.example.org/{one()}"

    source = {"id": "a", "publisher": one(), "url": url(), "archive": url(), "republishes": one(), "note": text()}
    counts = [{"effect": "returned", "total": "8341", "children": "7213", "of": one()}]
    claim = {"id": "c1", "by": speaker, "says": text(), "note": text(), "counts": counts, "sources": ["a"]}
    return {
        "title": text(), "summary": text(), "kind": "return", "when": {"date": "2030-07-09", "note": text()},
        "where": [{"place": place, "note": text(), "claims": ["c1"]}, {"place": "Soluna", "note": text()}],
        "claims": [claim], "sources": [source],
        "looked": [{"side": "belmark", "until": "2030-07-10", "note": text()}],
        "corrections": [{"date": "2030-07-11", "what": text(), "was": text(), "now": text(), "why": text()}],
        "exceptions": [{"rule": "id-numbers", "why": text(), "by": one()}],
        "external": [{"system": one(), "id": one(), "url": url()}], "related": [OPEN], "part_of": OPEN,
    }  # fmt: skip


def _open() -> dict[str, Any]:
    """Return a published event at every precision, which names the hidden ones and a page with private names."""
    page = "https://page.example.org/kvaskodubenko"
    private = {"id": "p", "publisher": "Example Page", "url": page, "archive": f"{page}/Zvirkivna"}
    where: list[dict[str, Any]] = [{"place": f"quiet-{precision}"} for precision in POINTS]
    where += [{"place": "quiet-barn", "precision": "near", "radius_km": "7"}, {"place": "quiet-road"}]
    where += [{"place": "Soluna", "precision": "undisclosed"}, {"precision": "undisclosed"}]
    return {
        "title": "Everywhere", "kind": "aid", "when": "2030-06-01", "where": where, "embargo_until": "2030-06-02",
        "claims": [{"id": "c1", "by": "commission", "says": "Aid came", "sources": ["p"]}],
        "sources": [{**private, "names_private_people": "true"}],
        "related": [EMBARGO, WITHDRAWN, BOTH], "part_of": EMBARGO, "supersedes": [BOTH],
    }  # fmt: skip


def _harm(root: Path) -> None:
    """Lay in the harm corpus: good events stay open, bad ones are embargoed and withdrawn by turns."""
    for index, path in enumerate(sorted(HARM.glob("*/*.yaml"))):
        text, ending = path.read_text(encoding="utf-8").rstrip("\n"), ""
        if path.parent.name == "bad" and "withdrawn:" not in text and "embargo_until:" not in text:
            ending = ("embargo_until: 2099-01-01\n", "withdrawn: {date: 2030-10-10, reason: harm}\n")[index % 2]
        letters = "".join(chr(97 + index // 26**place % 26) for place in (2, 1, 0))
        to = root / f"events/2030/2030-case-{letters}.yaml"
        to.write_text(f"{text}\n{ending}", encoding="utf-8")


def scalars(path: Path) -> Iterator[str]:
    """Yield every value of a YAML file as text, keys left out."""
    pending = [yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)]  # noqa: S506
    while pending:
        value = pending.pop()
        if isinstance(value, str):
            yield value
        else:
            pending += value.values() if isinstance(value, dict) else value


def _place(root: Path, id_: str, precision: str, lat: Any, lon: Any, radius: Any, **more: Any) -> None:
    point = {"point": {"lat": str(lat), "lon": str(lon)}} if lat else {}
    size = {"radius_km": str(radius)} if radius else {}
    _write(root, f"places/{id_}.yaml", {
        "name": id_.replace("-", " ").capitalize(), "precision": precision, "country": "XA", **point, **size,
        "found": FOUND, **more,
    })  # fmt: skip


def _event(root: Path, id_: str, fields: dict[str, Any]) -> None:
    _write(root, f"events/2030/{id_}.yaml", fields)


def _comment(root: Path, id_: str) -> None:
    path = root / f"events/2030/{id_}.yaml"
    path.write_text(f"# asked Zvirkivna\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    (root / "README.md").write_text("Kvaskodubenko wrote this.\n", encoding="utf-8")
    (root / ".notes").mkdir()
    (root / ".notes/people.yaml").write_text("name: Zvirkivna\n", encoding="utf-8")


def _write(root: Path, path: str, fields: dict[str, Any]) -> None:
    (root / path).write_text(json.dumps(fields, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
