"""Every byte that is published: no position finer than it is known, nothing embargoed, withdrawn or private."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import leaking
import pytest
import unsaid
from leaking import Known, Public
from reading import parse, text
from sitebuilding import REAL, ROOT, copied

from sitegen import cards, content
from sitegen.build import Options, assemble, render
from sitegen.content import Content
from sitegen.gazetteer import Gazetteer
from sitegen.located import Located
from sitegen.model.place import Point
from sitegen.problems import Findings

NOW = date(2031, 1, 1)
LANGUAGES = ("en", "uk", "ru")
ADDRESS = "https://front.invented.org/map/"
Files = dict[str, bytes]


def built(sources: Content, base_url: str | None = ADDRESS, now: date = NOW) -> Files:
    """Every file of the site, what check would stop included; the revision, a hash of all content, is left out.

    So are share cards: no text can be read in a compressed picture, and their tests say that nothing else is in it.
    """
    site = assemble(sources, Findings(), Options(now, base_url))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cards, "pieces", lambda _: [])
        return dict(render(replace(site, revision="0" * 12)))


def read(root: Path, *languages: str) -> Content:
    found, problems = content.read(root)
    assert not problems, problems[:3]
    assert found.site
    if languages:
        found.site = replace(found.site, record=found.site.record.model_copy(update={"languages": languages}))
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unsaid.make(tmp_path_factory.mktemp("unsaid") / "content")


@pytest.fixture(scope="module")
def site(folder: Path) -> Files:
    """The invented site with its address; the pages without one are in the same place with `plain/` before them."""
    sources = read(folder, *LANGUAGES)
    without = {f"plain/{path}": data for path, data in built(sources, None).items()}
    return built(sources) | without


@pytest.fixture(scope="module")
def real() -> Files:
    """The real site, with its address, and what of it is otherwise without one."""
    return built(read(REAL), now=date(2026, 1, 1))


# Positions


def test_no_place_of_the_invented_site_is_finer_than_known(folder: Path, site: Files) -> None:
    sources = read(folder)
    assert leaking.too_fine(site, leaking.places(sources), Public.of(sources)) == []
    hidden = [Known("rejected", 42.512389, 12.812489, 1)]
    hidden += [place._replace(decimals=1) for place in leaking.places(sources) if re.match("hush|gone", place.id)]
    public = Public(*(frozenset[leaking.XY](),) * 3)
    assert leaking.too_fine(site, hidden, public) == []
    assert leaking.fractions_in_pictures(site) == []
    assert leaking.foreign_vertices(site, Public.of(sources)) == []


def test_no_place_of_the_real_site_is_finer_than_known(real: Files) -> None:
    sources = read(REAL)
    assert leaking.too_fine(real, leaking.places(sources), Public.of(sources)) == []
    assert leaking.fractions_in_pictures(real) == []
    assert leaking.foreign_vertices(real, Public.of(sources)) == []


@pytest.mark.parametrize(
    ("written", "leaks"),
    [
        ('{"coordinates": [12.47, 42.14]}', False),
        ('{"coordinates": [12.474, 42.143]}', True),
        ("12.4736,42.1425", True),
        ("lat 42.142573 lon 12.473682", True),
        ("<td>42.143</td><td>12.474</td>", True),
        ("[12474,42143]", True),
        ("[12.474, 42.9]", False),
    ],
)
def test_a_position_is_found_however_it_is_written(written: str, leaks: bool) -> None:
    town = Known("town", 42.142573, 12.473682, 2)
    nothing = Public(*(frozenset[leaking.XY](),) * 3)
    assert bool(leaking.too_fine({"a.html": written.encode()}, [town], nothing)) is leaks


def test_columns_of_the_map_are_read_side_by_side(site: Files) -> None:
    """The pin of the exact place is found there once the place is said to be known to two decimals only."""
    nothing = Public(*(frozenset[leaking.XY](),) * 3)
    found = leaking.too_fine(site, [Known("quiet-exact", 42.187653, 12.516482, 2)], nothing)
    assert {line.partition(":")[0].rsplit("/", 1)[-1].partition(".")[0] for line in found} >= {"kinds", "events"}


def test_places_may_move_as_far_as_they_are_unknown_and_no_byte_changes(folder: Path, site: Files) -> None:
    """Whatever a file is made of: what a true position was, beyond the decimals published, is in none."""
    moved = read(folder, *LANGUAGES)
    for precision in unsaid.POINTS:
        place = moved.places[f"quiet-{precision}"]
        if precision != "exact":
            point = _elsewhere(place.record.point, leaking.DECIMALS[precision])
            assert point != place.record.point
            moved.places[place.id] = replace(place, record=place.record.model_copy(update={"point": point}))
    assert _changed(built(moved), site) == []


def _changed(files: Files, site: Files) -> list[str]:
    before = {path: data for path, data in site.items() if not path.startswith("plain/")}
    return sorted(path for path in files.keys() | before.keys() if files.get(path) != before.get(path))


def _elsewhere(point: Point | None, decimals: int) -> Point:
    """Return the point as far to the other side of the rounded one: published alike, its circle too."""
    assert point is not None
    return Point(lat=str(point.lat), lon=f"{2 * round(point.lon, decimals) - point.lon:.9f}")


# What is hidden


def test_nothing_embargoed_is_said(site: Files) -> None:
    words = (unsaid.HUSH, unsaid.CYRILLIC[unsaid.HUSH], unsaid.EMBARGO, unsaid.BOTH, "8341", "8,341", "7213")
    assert leaking.said(site, words) == []


def test_of_what_is_withdrawn_only_id_day_and_class_of_reason_are_said(site: Files) -> None:
    assert leaking.said(site, (unsaid.GONE, unsaid.CYRILLIC[unsaid.GONE])) == []
    named = {path.removeprefix("plain/") for path, data in site.items() if unsaid.WITHDRAWN in f"{path}{data!r}"}
    page, record = f"events/{unsaid.WITHDRAWN}.html", f"data/events/{unsaid.WITHDRAWN}.json"
    tables = {f"data/{name}" for name in ("events.geojson", "events.json", "events.csv", "changes.csv")}
    tables |= {"data/scripts/events.csv.js", "data/scripts/events.geojson.js"}
    pages = {f"{home}{frame}{page}" for home in ("", "uk/", "ru/") for frame in ("", "embed/")}
    assert named == {record, *pages, *tables}
    words = text(parse(site[page]))
    assert f"The entry {unsaid.WITHDRAWN} was withdrawn on 8 August 2030, at the request of someone concerned." in words


def test_hidden_content_changes_no_byte(folder: Path, site: Files, tmp_path: Path) -> None:
    """The site is the same, to the byte, where nobody ever wrote what it hides."""
    bare = copied(folder, tmp_path / "content")
    unsaid.reveal_nothing(bare)
    assert _changed(built(read(bare, *LANGUAGES)), site) == []


def test_no_words_of_bad_events_are_said(folder: Path, site: Files) -> None:
    """What the red team wrote, under embargo or withdrawn, is nowhere, unless an open file says the same."""
    hidden, shown = set[str](), ""
    for path in sorted(folder.rglob("*.yaml")):
        written = path.read_text(encoding="utf-8")
        if "embargo_until: 2099" in written or "withdrawn: {" in written:
            hidden |= {word for word in unsaid.scalars(path) if len(word) > 6}
        else:
            shown += "\0".join([path.stem, *unsaid.scalars(path)]) + "\0"
    words = {word for word in hidden if word not in shown and re.search(r"[ /.]", word)}  # not codes: schemas list them
    assert len(words) > 200
    assert leaking.said(site, words) == []


@pytest.fixture(scope="module")
def hushed() -> tuple[Content, set[str], Files]:
    """The real content with every third event under embargo, their ids, and the site."""
    sources = read(REAL)
    ids = set(sorted(sources.events)[::3])
    for id_ in ids:
        event = sources.events[id_]
        hidden = event.record.model_copy(update={"embargo_until": date(2099, 1, 1)})
        sources.events[id_] = replace(event, record=hidden)
    return sources, ids, built(sources, None, date(2026, 1, 1))


def test_real_events_under_embargo_are_not_said(hushed: tuple[Content, set[str], Files]) -> None:
    sources, ids, files = hushed
    texts = {id_: set(unsaid.scalars(REAL / event.path)) for id_, event in sources.events.items()}
    shown = "\0".join(word for id_, words in texts.items() if id_ not in ids for word in (id_, *words))
    shown += "\0".join(data.decode("utf-8", "replace") for data in sources.raw.values())
    others = (f"{folder}/{id_}.yaml" for folder in ("places", "speakers") for id_ in getattr(sources, folder))
    shown += "\0".join(word for path in others for word in unsaid.scalars(REAL / path))
    shown = shown.casefold()
    shown += shown.replace(" ", "-")  # the address of a publisher's page is its name
    words = {word for id_ in ids for word in texts[id_] if len(word) > 12 and word.casefold() not in shown}
    assert len(words) > 200
    assert leaking.said(files, words) == []
    whole = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ids))})(?![\w-])")
    said = leaking.lines(f"{path}\n{data.decode('utf-8', 'replace')}" for path, data in files.items())
    assert whole.findall(said) == []
    known = Gazetteer({id_: place.record for id_, place in sources.places.items()})
    pages = {path.removesuffix(".html") for path in files if path.startswith("places/")} - {"places/index"}
    assert pages == {f"places/{id_}" for id_ in _places_told(sources, ids, known)}


def _places_told(sources: Content, hidden: set[str], known: Gazetteer) -> set[str]:
    """Every place but those that only hidden events lead to: written down here a second time, the slow way."""

    def led_to(ids: set[str]) -> set[str]:
        wheres = [where for id_ in ids for where in sources.events[id_].record.where if where.place]
        found = {known.resolve(str(where.place), where.within).id for where in wheres}  # type: ignore[union-attr]
        while more := {id_ for near in found for id_ in _near(sources.places[near].record)} - found:
            found |= more
        return found

    only = led_to(hidden) - led_to(set(sources.events) - hidden)
    kept = set(sources.places) - only
    while more := {id_ for near in kept for id_ in _near(sources.places[near].record)} - kept:
        kept |= more
    return kept


def _near(place: object) -> Iterator[str]:
    within, members, between = (getattr(place, name) for name in ("within", "members", "between"))
    yield from filter(None, (within, *members, *(between or ())))


def test_relations_lead_only_to_what_is_published(hushed: tuple[Content, set[str], Files]) -> None:
    sources, ids, _ = hushed
    site = assemble(sources, Findings(), Options(date(2026, 1, 1)))
    assert {event.id for event in site.events} == set(sources.events) - ids

    def named(event: Located) -> set[str]:
        return {*event.event.related, event.event.part_of or ""}

    assert any(named(event) & ids for event in site.events), "some open event names a hidden one, or nothing is tried"


# Private names, and the machine


def test_no_private_name_is_said(site: Files) -> None:
    """Not in the address or archive of a page that names people, nor in comments, searches and notes beside content."""
    assert leaking.said(site, unsaid.PRIVATE) == []


def _authors() -> set[str]:
    log = subprocess.run(
        ["git", "log", "--format=%an%n%ae%n%cn%n%ce"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return {word for word in log.stdout.splitlines() if len(word) > 3}


def test_nobody_s_machine_and_no_author_is_said(folder: Path, site: Files, real: Files) -> None:
    for files, root in ((site, folder), (real, REAL)):
        assert leaking.said(files, {*leaking.machine(ROOT), str(root), str(root.parent), *_authors()}) == []


def test_the_time_of_the_build_is_not_said(site: Files) -> None:
    """The invented site knows of no day but those of its content, so the real one can only come from the clock."""
    today = date.today()
    forms = {today.isoformat(), f"{today:%Y%m%d}", f"{today.day} {today:%B} {today:%Y}", f"{today:%a, %d %b %Y}"}
    assert leaking.said(site, forms) == []
    epoch = str(int((today - date(1970, 1, 1)).total_seconds()))[:5]
    assert not [p for p, data in site.items() if re.search(rf"(?<![\d.]){epoch}\d{{5}}(?!\d)".encode(), data)]
