"""Content → site: build, check, serve."""

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli.options import (
    FINE,
    MISUSE,
    PROBLEMS,
    cache_option,
    content_argument,
    lang_option,
    now_option,
    root_of,
    translator,
)
from sitegen.problems import Findings

if TYPE_CHECKING:
    from sitegen.i18n import Translator


class _BaseUrl(click.ParamType[str]):
    name = "url"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not str(value).startswith(("https://", "http://")):
            self.fail(f'"{value}" is not a web address: write https://…', param, ctx)
        return str(value)


@click.command()
@content_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default="output",
    show_default=True,
    help="The folder to publish to.",
)
@click.option(
    "--base-url",
    type=_BaseUrl(),
    help="The address the site will have: adds canonical addresses, a sitemap and previews.",
)
@now_option
@click.option(
    "--zip",
    "zipped",
    is_flag=True,
    help="Also write the site as one archive, OUTPUT.zip beside the folder: it opens from a USB stick.",
)
@click.option("--force", is_flag=True, help="Replace the output, folder or archive, even if sitegen did not make it.")
@click.option("--profile", is_flag=True, help="Say on stderr how long each stage took, and all cores together.")
@cache_option
@lang_option
def build(
    content: Path,
    output: Path,
    base_url: str | None,
    now: date | None,
    zipped: bool,
    force: bool,
    profile: bool,
    no_cache: bool,
    lang: str | None,
) -> None:
    """Build CONTENT (default: ./content) into a site.

    Every problem of the whole folder is shown at once, on its line, with the cure; while there is one,
    nothing is published and the old site stays. The output folder is replaced whole or not at all, and
    the same content gives the same bytes, anywhere and at any time.
    """
    from sitegen import build as pipeline
    from sitegen.publish import PublishError

    options = pipeline.Options(now, base_url, keeping=not no_cache)
    try:
        findings = pipeline.build(content, output, options, force=force, zipped=zipped)
    except PublishError as error:
        click.echo(str(error), err=True)
        sys.exit(MISUSE)
    for line in options.clock.lines() if profile else ():
        click.echo(line, err=True)
    t = translator(lang)
    done = t.gettext("Open %(path)s") % {"path": output / "index.html"}
    if zipped:
        done += "\n" + t.gettext("The archive is %(path)s") % {"path": pipeline.archive_of(output).name}
    _tell(findings, "text", content, t, t.gettext("Nothing was published.") if findings.problems else done)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "github", "json"]),
    help="Default: github under GitHub Actions, else text.",
)
@now_option
@lang_option
def check(paths: tuple[Path, ...], format_: str | None, now: date | None, lang: str | None) -> None:
    """Show every problem and remark of a content folder, and publish nothing.

    PATHS are a content folder (default: ./content) or files in one: the whole folder is read, and what
    concerns these files is shown. A problem stops publication; a remark is for the reviewer.
    """
    from sitegen import build as pipeline

    root = root_of(paths[0] if paths else Path("content"))
    _, findings = pipeline.examine(root, pipeline.Options(now, only=_below(root, paths)))
    default = "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"
    _tell(findings, format_ or default, root, translator(lang))


def _below(root: Path, paths: tuple[Path, ...]) -> tuple[str, ...]:
    """Return the paths as they stand below the content folder; none where that folder itself is among them."""
    base, wanted = root.resolve(), [path.resolve() for path in paths]
    inside = tuple(path.relative_to(base).as_posix() for path in wanted if path.is_relative_to(base))
    return () if base in wanted else inside or ("/",) * bool(wanted)


def _tell(findings: Findings, format_: str, root: Path, t: "Translator", after: str = "") -> None:
    from sitegen import report

    findings = report.in_language(findings, t)
    prefix = "" if root == Path() else _beside(root) + "/"
    if format_ == "json":
        click.echo(report.as_json(findings, prefix), nl=False)
    elif format_ == "github":
        click.echo(report.as_github(findings, prefix, report.changed_files(os.environ)), nl=False)
        report.write_summary(findings, prefix, t)
        click.echo(report.summary(findings, t))
    else:
        report.print_text(report.as_text(findings, prefix, after, t))
    sys.exit(PROBLEMS if findings.problems else FINE)


def _beside(root: Path) -> str:
    """Name the folder as seen from here: pull requests show annotations on paths of the repository only."""
    here = Path.cwd()
    return root.absolute().relative_to(here).as_posix() if root.absolute().is_relative_to(here) else root.as_posix()


@click.command()
@content_argument
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free port.")
@now_option
@cache_option
def serve(content: Path, port: int, now: date | None, no_cache: bool) -> None:
    """Show CONTENT (default: ./content) at http://127.0.0.1:PORT and follow every change.

    Saving a file rebuilds the site and reloads the page. While a file has a problem, the last good site
    stays and the problems stand at its top. Only this machine can see it.
    """
    from sitegen import serve as preview
    from sitegen.build import Options

    try:
        preview.serve(content, port, Options(now=now, keeping=not no_cache), tell=click.echo)
    except OSError as error:
        raise click.UsageError(f"port {port} cannot be used ({error.strerror}): try --port 0") from None
