"""The text layer of a PDF, mended: what each glyph of our font stands for is said by the font, not guessed.

WeasyPrint takes the first text that a glyph was drawn with as its text for the whole document. In Thai one letter may
be several glyphs and one glyph part of several letters, so that ``ทำมาหากิน`` would be read back as ``ท?ำมำหำกิน``
while the page looks perfect. The names of the glyphs in our font follow the Adobe Glyph List, and so say their text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from fontTools import agl
from fontTools.ttLib import TTFont

from prongsai.documents.writers.folders import REGULAR

#: As WeasyPrint names our family in a PDF, behind the six letters of a subset.
_OURS = re.compile(rb"/[A-Z]{6}\+Prongsai-Sarabun\b")
_MAPPING = re.compile(rb"<([0-9a-f]{4})> <[0-9a-f]*>")


@cache
def glyph_texts() -> dict[int, str]:
    """The text of each glyph of our font by its number; both weights number their glyphs alike."""
    with TTFont(REGULAR, lazy=True) as font:
        return {at: text for at, name in enumerate(font.getGlyphOrder()) if (text := agl.toUnicode(name))}


def mend(document: Any, pdf: Any) -> None:
    """Correct the maps from glyph to text of our fonts; WeasyPrint's ``finisher``, called before the PDF is saved."""
    for entry in list(pdf.objects):
        if isinstance(entry, dict) and "ToUnicode" in entry and _OURS.match(entry["BaseFont"]):
            stream = pdf.objects[int(entry["ToUnicode"].split()[0])].stream
            stream[:] = [_MAPPING.sub(_right, line) for line in stream]


def _right(found: re.Match[bytes]) -> bytes:
    text = glyph_texts().get(int(found[1], 16))
    return found[0] if text is None else b"<%s> <%s>" % (found[1], text.encode("utf-16-be").hex().encode())
