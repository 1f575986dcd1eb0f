"""The catalogues of the interface: what is to be translated, and how `sitegen/locales/*.po` are brought up to date.

`make catalogues` adds new messages without a translation and drops those that are gone; translations stay.
"""

import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from sitegen.basemap import CREDITS
from sitegen.decode.fields import record_of
from sitegen.maps.words import WORDS
from sitegen.model.event import Event
from sitegen.model.fields import _LATITUDE, _LONGITUDE, Record
from sitegen.model.place import Place
from sitegen.model.site import KindsFile, SidesFile, SiteFile, Speaker, Story
from sitegen.problems import Findings, Said
from sitegen.rules.claims import _IMPOSSIBLE, _UNANSWERED
from sitegen.rules.loaded import LOADED, PHRASES
from sitegen.verdict import DISPUTED, LABELS
from sitegen.verdict.sentences import TEMPLATES

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "sitegen" / "locales"
LANGUAGES = ("uk", "ru")
_WHO = "Frontline Civilians contributors"
# A clock would change the files whenever somebody looks at them.
BORN = datetime(2025, 1, 1, tzinfo=UTC)

Message = str | tuple[str, str]
_KEYWORDS: Mapping[str, tuple[int, ...] | None] = {
    "_": None, "say": None, "gettext": None, "ngettext": (1, 2),
}  # fmt: skip
_JINJA = {"extensions": "jinja2.ext.i18n", "trim_blocks": "true", "lstrip_blocks": "true", "encoding": "utf-8"}


def messages() -> dict[Message, None]:
    """Return every English message of the interface and the reports, in the order of files and lines."""
    found = [*_written("templates", "**.html", "jinja2"), *_written("sitegen", "**.py", "python")]
    found += [*TEMPLATES.values(), *LABELS.values(), DISPUTED, *WORDS.values(), *CREDITS]
    found += [*_LATITUDE, *_LONGITUDE, *_IMPOSSIBLE.values(), *_UNANSWERED.values(), *_meanings()]
    found += [*(group.instead for group in LOADED), *(instead for _, instead in PHRASES)]
    return dict.fromkeys(found)


def _written(folder: str, files: str, method: str) -> Iterator[Message]:
    options = {files: _JINJA} if method == "jinja2" else {}
    for _, _, message, *_ in extract_from_dir(ROOT / folder, [(files, method)], options, _KEYWORDS):
        if not isinstance(message, tuple) or all(message):
            yield message


def _meanings() -> Iterator[str]:
    """Yield what the hint "write …" adds of a field that is missing: only required fields can be."""
    pending: list[type[Record]] = [Event, Place, Speaker, Story, SiteFile, KindsFile, SidesFile]
    seen: set[type[Record]] = set()
    while pending:
        model = pending.pop(0)
        if model not in seen:
            seen.add(model)
            for field in model.model_fields.values():
                inner = record_of(field)
                pending += [inner] if inner and issubclass(inner, Record) else []
                if field.is_required() and field.description:
                    yield field.description


def template() -> Catalog:
    """Return the messages as a catalogue without a language."""
    catalogue = _empty(None)
    for message in messages():
        catalogue.add(message)
    return _unflagged(catalogue)


def _empty(lang: str | None) -> Catalog:
    return Catalog(
        lang, project="Frontline Civilians", version="1", copyright_holder=_WHO, creation_date=BORN,
        revision_date=BORN, last_translator=_WHO, language_team=_WHO, msgid_bugs_address=_WHO, fuzzy=False,
        header_comment="# The words of the site and of its reports. Bring up to date with: make catalogues",
    )  # fmt: skip


def _unflagged(catalogue: Catalog) -> Catalog:
    """Keep the flag python-format to messages that are filled by name: "100 %" is none."""
    for message in catalogue:
        if "%(" not in str(message.id):
            message.flags.discard("python-format")
    return catalogue


def read(lang: str) -> Catalog:
    """Return the catalogue of a language as it stands, an empty one where there is none."""
    path = LOCALES / f"{lang}.po"
    if not path.is_file():
        return _empty(lang)
    with path.open("rb") as file:
        return read_po(file, locale=lang)


def renewed(lang: str) -> bytes:
    """Return the bytes of a language's catalogue with exactly the messages there are now."""
    old, new = read(lang), _empty(lang)
    for message in template():
        if message.id:
            known = old.get(message.id)
            new.add(message.id, known.string if known else "", flags=message.flags)
    stream = BytesIO()
    write_po(stream, new, width=120, no_location=True, omit_header=False, sort_output=False)
    return stream.getvalue()


def untold(findings: Findings) -> list[str]:
    """Return the messages and hints, or parts of them, that some language has no words for."""
    said = [words for problem in findings.all for words in (problem.message, problem.hint) if words]
    return [words for words in said if not _known(words)]


def _known(words: str) -> bool:
    if not isinstance(words, Said):
        return False
    parts = [value for value in words.params.values() if isinstance(value, Said)]
    return words.template in _translated() and all(map(_known, parts))


@cache
def _translated() -> frozenset[object]:
    each = [{message.id for message in read(lang) if _done(message.string)} for lang in LANGUAGES]
    return frozenset(set.intersection(*each))


def main() -> None:
    """Write the catalogues anew and say what is left to translate."""
    for lang in LANGUAGES:
        path = LOCALES / f"{lang}.po"
        path.write_bytes(renewed(lang))
        open_ = [message.id for message in read(lang) if message.id and not _done(message.string)]
        sys.stdout.write(f"{path.relative_to(ROOT)}: {len(messages())} messages, {len(open_)} without a translation\n")


def _done(string: str | tuple[str, ...] | list[str]) -> bool:
    return all(string) if isinstance(string, (tuple, list)) else bool(string)


if __name__ == "__main__":
    main()
