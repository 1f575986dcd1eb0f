"""The letters of share cards: Noto Sans from a package, never the machine's own: they are the same anywhere."""

from functools import cache
from io import BytesIO

import pymupdf_fonts
from PIL import ImageFont

_FACES = {False: "notos", True: "notosbo"}


@cache
def _data(bold: bool) -> bytes:
    data: bytes = pymupdf_fonts.myfont(_FACES[bold])
    return data


@cache
def font(size: int, bold: bool = False) -> ImageFont.FreeTypeFont:
    """Return the face at `size` pixels. The layout is Pillow's own: another one might be missing elsewhere."""
    return ImageFont.truetype(BytesIO(_data(bold)), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _glyph(letter: str) -> bytes:
    mask = font(32).getmask(letter)
    return bytes(mask) + repr(mask.size).encode()


def lacking(words: str) -> set[str]:
    """Return the letters of `words` that the face does not have: they would show as empty boxes."""
    none = _glyph("\uffff")
    return {letter for letter in set(words) if not letter.isspace() and _glyph(letter) == none}
