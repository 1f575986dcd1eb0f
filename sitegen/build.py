"""The pipeline: a content folder → findings, a site, a tree of files, a published folder."""

import os
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from sitegen import content, locate, rules, store
from sitegen.content import Content, Known
from sitegen.decode import Decoded
from sitegen.ground import ground
from sitegen.locate.shapes import Shapes
from sitegen.located import Tombstone
from sitegen.model.site import SiteFile
from sitegen.pieces import Kept
from sitegen.problems import Findings, Problem, quoted, say
from sitegen.render import render
from sitegen.site import Site
from sitegen.stages import Stages
from sitegen.store import Store

__all__ = ["Options", "archive_of", "assemble", "build", "examine", "render", "stands_at"]


@dataclass(frozen=True, slots=True)
class Options:
    """What a run is told: the day it stands at (None: as_of of the content) and the address it will have.

    `only` are the paths below the content folder, of files or folders, whose problems are asked for; none: all.
    `clock` takes down how long the stages take. `keeping`: what is made is kept outside the content, for the next run.
    """

    now: date | None = None
    base_url: str | None = None
    only: tuple[str, ...] = ()
    clock: Stages = field(default_factory=Stages, compare=False)
    keeping: bool = False


def examine(root: Path, options: Options | None = None, known: Known | None = None) -> tuple[Content, Findings]:
    """Read and check a content folder; never raises for anything written in it.

    `known` are the files of the last run, which are not decoded again where their bytes are the same.
    """
    options = options or Options()
    with options.clock.stage("read"):
        read, problems = content.read(root, known)
    with options.clock.stage("check"):
        scene = rules.Scene(read, locate.known(read), stands_at(read, options), options.now is not None, options.only)
        problems += rules.check(scene)
        problems += locate.outline_problems(read)
        if any(map(scene.asked, read.raw)):  # the ground's problems are of these files, and nothing else needs it yet
            problems += locate.ground(read).problems
        problems += _publishable(read, options)
        return read, Findings.of(problem for problem in problems if scene.asked(problem.mark.path))


def stands_at(read: Content, options: Options) -> date:
    """Return the day a build stands at: `--now`, else SOURCE_DATE_EPOCH, else as_of in site.yaml."""
    if options.now:
        return options.now
    with suppress(ValueError, OverflowError, OSError):  # no number, or no date on any calendar
        return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "")), UTC).date()
    return read.site.record.as_of if read.site else date.max


def _publishable(read: Content, options: Options) -> Iterator[Problem]:
    """Hold back a site that gets an address and does not say how to reach its maintainers."""
    if read.site is None or not base_url(read.site, options):
        return
    contact = read.site.record.contact
    if not read.site.record.has_contact:
        yield Problem(
            read.site.mark("contact"),
            "contact-placeholder",
            say("the contact is still %(contact)s", contact=quoted(contact)),
            say("write an address that is read: families will use it to ask for corrections and takedown"),
        )


def base_url(site: Decoded[SiteFile], options: Options) -> str | None:
    """Return the address the site will have, ending in a slash, or None."""
    url = options.base_url or site.record.base_url
    return url.rstrip("/") + "/" if url else None


def assemble(read: Content, findings: Findings, options: Options | None = None) -> Site:
    """Turn checked content into a site; `findings` must hold no problem (ValueError otherwise)."""
    if findings.problems or read.site is None or read.kinds is None or read.sides is None:
        raise ValueError("content with problems cannot be assembled")
    options = options or Options()
    now = stands_at(read, options)
    shown = locate.disclosed(read, locate.known(read), now)
    ground = locate.ground(read)
    outlines = {id_: shape for id_, shape in ground.outlines.items() if id_ in shown.gazetteer.entries}
    sides = {side.id: side for side in read.sides.record.sides}
    events = locate.locate(shown.events.values(), Shapes(shown.gazetteer, outlines), shown.speakers, sides)
    return Site(
        file=read.site.record,
        groups=read.kinds.record.groups,
        kinds={kind.id: kind for kind in read.kinds.record.kinds},
        sides=sides,
        speakers=shown.speakers,
        gazetteer=shown.gazetteer,
        events=events,
        tombstones=tuple(_tombstones(read, now)),
        stories=shown.stories,
        prose=_prose(read),
        basemap=ground.basemap,
        outlines=outlines,
        now=now,
        revision=read.revision,
        base_url=base_url(read.site, options),
        findings=findings,
    )


def _tombstones(read: Content, now: date) -> Iterator[Tombstone]:
    for id_, event in sorted(read.events.items()):
        withdrawn = event.record.withdrawn
        if withdrawn and not event.record.is_embargoed(now):
            yield Tombstone(id_, withdrawn.date, withdrawn.reason)


def _prose(read: Content) -> dict[str, dict[str, str]]:
    prose: dict[str, dict[str, str]] = {}
    for path, data in sorted(read.raw.items()):
        if path.startswith("pages/"):
            name, lang, _ = path.removeprefix("pages/").split(".")
            prose.setdefault(name, {})[lang] = data.decode("utf-8-sig", "replace")
    return prose


def build(
    root: Path, output: Path, options: Options | None = None, *, force: bool = False, zipped: bool = False
) -> Findings:
    """Publish the site of a content folder to `output`, or return the problems and leave `output` as it was.

    `zipped` also writes it as one archive to `archive_of(output)`. Raises PublishError where the folder or the archive
    must not or cannot be replaced.
    """
    from sitegen import publish

    options = options or Options()
    publish.recover(output)
    publish.check_target(output, root, force=force)
    if zipped:
        publish.check_archive(archive_of(output), force=force)
    read, findings = examine(root, options)
    if findings.problems:
        return findings
    with options.clock.stage("locate"):
        site = assemble(read, findings, options)
    with options.clock.stage("render"), closing(store_of(root, options)) as stored:
        publish.publish(render(site, kept(read, site, stored)), output, force=force, content=root)
    if zipped:
        with options.clock.stage("pack"):
            publish.pack(output, archive_of(output))
    return findings


def store_of(root: Path, options: Options) -> Store:
    """Return what earlier runs kept of a content folder; nothing where a run is not `keeping`."""
    return store.of_content(root) if options.keeping else Store(None)


def kept(read: Content, site: Site, stored: Store) -> Kept:
    """Return the store with what tells this content from any other."""
    prints = {event.id: read.prints[event.path] for event in site.events}
    return Kept(stored, ground(read, site), prints)


def archive_of(output: Path) -> Path:
    """Return where the archive of a site goes: beside its folder, with `.zip` after the folder's name."""
    place = output.resolve()
    return place.with_name(f"{place.name}.zip")
