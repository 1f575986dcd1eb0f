"""A catalogue of invented Arabic: every message of the interface in letters that no English word has."""

import re
from io import BytesIO
from pathlib import Path

import catalogues
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

_LETTERS = dict(zip(map(ord, "abcdefghijklmnopqrstuvwxyz"), "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", strict=False))
# What is filled in, and what is written alike in every language.
_KEPT = re.compile(r"(%\([a-z_]+\)s|\{[a-z_]+\}|<[^>]*>|https?://\S+|--base-url)")


def spoken(message: str) -> str:
    """Write a message in the invented language."""
    return "".join(part if _KEPT.fullmatch(part) else part.lower().translate(_LETTERS) for part in _KEPT.split(message))


def write(folder: Path) -> Path:
    """Write ar.po with every message there is into `folder`, and return it."""
    catalogue = Catalog("ar", creation_date=catalogues.BORN, revision_date=catalogues.BORN)
    for message in catalogues.messages():
        one = message if isinstance(message, str) else message[1]
        said = spoken(one) if isinstance(message, str) else (spoken(one),) * catalogue.num_plurals
        catalogue.add(message, said)
    stream = BytesIO()
    write_po(stream, catalogue)
    (folder / "ar.po").write_bytes(stream.getvalue())
    return folder
