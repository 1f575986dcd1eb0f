"""The whole pipeline: same input, same bytes; a mistake never loses the good site; what is hidden stays hidden."""

import re
from datetime import date
from pathlib import Path

import pytest
from sitebuilding import BASE, REAL, copied, edit, sitegen, tree

from sitegen import ContentError, cores, load
from sitegen.build import Options, assemble, build, examine, render

BASE_URL = "https://front.invented.org/map/"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("site") / "output"
    assert not build(BASE, output, Options(now=date(2031, 1, 1))).problems
    return output


def test_the_golden_site(built, golden):
    """Every page and data file of the base content, to the byte; `make bless` rewrites it."""
    found = {path: data for path, data in tree(built).items() if _is_ours(path)}
    for path, data in found.items():
        golden(f"site/{path}", re.sub(rb"([.-])[0-9a-f]{8}(?=[./])", rb"\1HASH", data))
    assert set(tree(Path(__file__).parent / "golden" / "site")) == set(found)


def _is_ours(path: str) -> bool:
    return path.endswith((".html", ".geojson", ".csv", ".json", ".xml", ".txt")) and not path.startswith("assets/")


def test_same_input_same_bytes(tmp_path, real_site):
    """Whatever the folder, time zone, locale, hash seed or core count: this process and one that has all else."""
    content = copied(REAL, tmp_path / "some/where else/content")
    other = "2" if cores.count() == 1 else "1"
    done = sitegen("build", "content", "-o", tmp_path / "other", cwd=content.parent,
                   PYTHONHASHSEED="1", TZ="America/Caracas", LC_ALL="C", PYTHON_CPU_COUNT=other)  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert tree(tmp_path / "other") == tree(real_site)


def test_a_mistake_leaves_the_old_site(tmp_path):
    content, output = copied(BASE, tmp_path / "content"), tmp_path / "output"
    assert not build(content, output).problems
    before = tree(output)
    (content / "kinds.yaml").write_text("groups: [\n", encoding="utf-8")
    assert build(content, output).problems
    assert tree(output) == before


def test_a_placeholder_contact_stops_a_site_with_an_address(tmp_path):
    content = copied(BASE, tmp_path / "content")
    site = content / "site.yaml"
    site.write_text(re.sub(r"(?m)^contact: .*", "contact: someone@example.org", site.read_text()), encoding="utf-8")
    assert not build(content, tmp_path / "output").problems
    problems = build(content, tmp_path / "output", Options(base_url=BASE_URL)).problems
    assert [p.rule for p in problems] == ["contact-placeholder"]
    assert problems[0].mark.path == "site.yaml"


def test_an_address_gives_sitemap_and_canonical_links(tmp_path):
    content = copied(BASE, tmp_path / "content")
    assert not build(content, tmp_path / "output", Options(base_url=BASE_URL.rstrip("/"))).problems
    files = tree(tmp_path / "output")
    locations = re.findall(r"<loc>(.*?)</loc>", files["sitemap.xml"].decode())
    assert locations
    for location in locations:
        page = files[re.sub(r"(^|/)$", r"\1index.html", location.removeprefix(BASE_URL))].decode()
        assert f'<link rel="canonical" href="{location}">' in page
    assert b"Sitemap: " + BASE_URL.encode() in files["robots.txt"]


def test_without_an_address_nothing_claims_one(built):
    files = tree(built)
    assert "sitemap.xml" not in files
    assert not [path for path, data in files.items() if path.endswith(".html") and b'rel="canonical"' in data]


@pytest.mark.parametrize(
    ("options", "epoch", "day"),
    [
        (Options(now=date(2031, 5, 6)), "1990000000", date(2031, 5, 6)),
        (Options(), "1990000000", date(2033, 1, 22)),
        (Options(), "", None),
        (Options(), "soon", None),
        (Options(), "9" * 40, None),
    ],
)
def test_now(monkeypatch, options, epoch, day):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    read, findings = examine(BASE, options)
    assert assemble(read, findings, options).now == (day or read.site.record.as_of)


@pytest.mark.parametrize("hide", ["embargo_until: 2099-01-01\n", "withdrawn: {date: 2029-01-01, reason: request}\n"])
def test_what_is_hidden_is_in_no_file(tmp_path, hide):
    content = copied(BASE, tmp_path / "content")
    event = sorted((content / "events").rglob("*.yaml"))[0]
    text = event.read_text(encoding="utf-8")
    word = "Reed-warbler counted, residents say"
    event.write_text(re.sub(r"(?m)^title:.*", f'title: "{word}"', text, count=1) + hide, encoding="utf-8")
    for path in (content / "stories").glob("*.yaml"):
        path.unlink()
    read, findings = examine(content, Options(now=date(2031, 1, 1)))
    assert not findings.problems
    files = dict(render(assemble(read, findings, Options(now=date(2031, 1, 1), base_url=BASE_URL))))
    assert not [path for path, data in files.items() if word.encode() in data]
    named = [path for path, data in files.items() if event.stem.encode() in data or event.stem in path]
    if hide.startswith("embargo"):
        assert not named, "an embargoed event is not even named"
    else:
        assert any(event.stem in path for path in named), "a tombstone remains"


def test_load_says_every_problem(tmp_path):
    content = copied(BASE, tmp_path / "content")
    edit(sorted((content / "events").rglob("*.yaml"))[0], "kind: ", "kind: no-such-")
    with pytest.raises(ContentError, match="no kind is called"):
        load(content)
