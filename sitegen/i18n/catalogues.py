"""The catalogues in `sitegen/locales/`, one `.po` file a language; English is in the code itself."""

from collections.abc import Mapping
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

CATALOGUES = Path(__file__).resolve().parent.parent / "locales"
_SAYING = ("LC_ALL", "LC_MESSAGES", "LANG")


def catalogue(lang: str, folder: Path = CATALOGUES) -> NullTranslations:
    """Return the catalogue of a language, an empty one where there is none."""
    return _read(folder / f"{lang}.po")


@cache
def _read(path: Path) -> NullTranslations:
    if not path.is_file():
        return NullTranslations()
    compiled = BytesIO()
    with path.open("rb") as file:
        # Babel keeps a file's plural forms only where it knows the language, which a header may forget to name.
        write_mo(compiled, read_po(file, locale=path.stem.replace("-", "_")))
    compiled.seek(0)
    return GNUTranslations(compiled)


def spoken(environ: Mapping[str, str]) -> str:
    """Return the language that the environment asks for (LC_ALL, LC_MESSAGES, LANG), English where we lack it."""
    asked = next((value for name in _SAYING if (value := environ.get(name))), "")
    lang = asked.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    return lang if (CATALOGUES / f"{lang}.po").is_file() else "en"
