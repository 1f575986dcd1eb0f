"""What several commands share: exit status, the content folder, the day a build stands at."""

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.dates import DateError, read_day

if TYPE_CHECKING:
    from sitegen.i18n import Translator

FINE, PROBLEMS, MISUSE, OUTAGE = 0, 1, 2, 3
STOPPED = 130

# The catalogues say which languages there are; asking sitegen.i18n would load its library for every --help.
LANGUAGES = ("en", *sorted(path.stem for path in Path(__file__).parent.parent.joinpath("locales").glob("*.po")))

# Without one of these a folder is somebody's home or disk, and is not walked.
_SIGNS = ("site.yaml", "kinds.yaml")


class Day(click.ParamType[date]):
    """A day such as 2024-11-22."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day that was written."""
        try:
            return value if isinstance(value, date) else read_day(value)
        except DateError as error:
            self.fail(f"{error.message}: {error.hint}", param, ctx)


class Content(click.Path):
    """A folder that is a content folder, or lies in one."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Find the content folder from the path that was written."""
        return root_of(Path(str(super().convert(value, param, ctx))))


def root_of(path: Path) -> Path:
    """Return the content folder that `path` is or lies in; raise UsageError where there is none."""
    for folder in (path, *path.absolute().parents):
        if any((folder / name).exists() for name in _SIGNS):
            return folder
    raise click.UsageError(f"{path} is no content folder and lies in none: none above it holds {' or '.join(_SIGNS)}")


CONTENT = Content(exists=True, file_okay=False, path_type=Path)
now_option = click.option(
    "--now",
    type=Day(),
    help="The day the build stands at, for embargo and delay; default: "
    "SOURCE_DATE_EPOCH, else as_of in site.yaml. No clock is read.",
)
cache_option = click.option(
    "--no-cache",
    is_flag=True,
    envvar="SITEGEN_NO_CACHE",
    help="Make everything anew, and keep nothing of the content in the user's cache folder.",
)
lang_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help="The language of the report; default: that of LC_ALL, LC_MESSAGES or LANG, else English.",
)
content_argument = click.argument("content", type=CONTENT, default="content")


def translator(lang: str | None) -> "Translator":
    """Return who speaks for the reports: in `lang`, else in the language of the environment."""
    from sitegen.i18n import Translator, spoken

    return Translator(lang or spoken(os.environ))
