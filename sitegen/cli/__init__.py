"""The commands: build, check, serve; explain; geocode; schema, basemap."""

import gc

import click

from sitegen.cli import derived, explaining, geocoding, publishing


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="frontline-civilians", message="%(prog)s %(version)s")
def main() -> None:
    """Make a neutral, source-attributed map of what happens to civilians along a front line.

    One YAML file per event becomes a static site that anyone can host. Start with `sitegen serve`.

    \b
    Exit status: 0 fine, 1 problems in the content, 2 misuse or a broken installation,
    3 an outside service failed (geocode).
    """  # noqa: D301 - click wants the control character
    # Records live until the end: looking through them for garbage again and again takes a fifth of a build.
    gc.set_threshold(100_000, 20, 50)


for _command in (
    publishing.build,
    publishing.check,
    publishing.serve,
    explaining.explain,
    geocoding.geocode,
    derived.schema,
    derived.basemap,
):
    main.add_command(_command)
