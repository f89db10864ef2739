"""A page of pdfium → its letters, turned so that most of them stand upright."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pypdfium2 as pdfium
from pypdfium2 import raw

from prongsai.documents.readers.pdf.glyph import MARKS, Glyph
from prongsai.documents.readers.pdf.symbols import symbol

#: No page of a report has more letters than this.
MOST_LETTERS = 200_000
#: Letters further from a quarter turn than this are a stamp or a watermark across the page.
_MOST_TILTED = 12.0
_INVISIBLE = raw.FPDF_TEXTRENDERMODE_INVISIBLE

#: A point of the page's own measure → from the left and from the top of the page as it is read.
Upright = Callable[[float, float], tuple[float, float]]


@dataclass(slots=True)
class Letters:
    """What stands on a page. ``turn`` is how far, in degrees clockwise, its picture is turned to be read upright.

    ``unmapped`` are letters whose font does not say what they are, ``unseen`` those printed invisibly over a picture.
    ``cut``: there are more than a page of a report can have.
    """

    glyphs: list[Glyph] = field(default_factory=list)
    turn: int = 0
    unmapped: int = 0
    unseen: int = 0
    spaces: int = 0
    cut: bool = False
    fonts: set[str] = field(default_factory=set)
    upright: Upright = lambda x, y: (x, y)

    @property
    def writes_spaces(self) -> bool:
        """Whether white space is written as letters, and not only left free."""
        return self.spaces * 150 > len(self.glyphs)


@dataclass(frozen=True, slots=True)
class _Style:
    """What the letters of one text object share."""

    size: float
    angle: int | None
    font: str
    block: int | None
    unseen: bool


def letters(page: pdfium.PdfPage, text: pdfium.PdfTextPage, blocks: dict[int, int]) -> Letters:
    """The letters in the order of the file; ``blocks`` is the paragraph of each marked content."""
    found = Letters()
    seen = list(_letters(text, blocks, found))
    angles = Counter(style.angle for _, style, _ in seen if style.angle is not None)
    main = angles.most_common(1)[0][0] if angles else 0
    found.turn = (main - page.get_rotation()) % 360
    found.upright = upright(page.get_bbox(), main)
    spaced = False
    for letter, style, box in seen:
        if letter.isspace():
            spaced = True
            found.spaces += 1
            if found.glyphs:
                found.glyphs[-1].trailing = True
        elif style.angle is not None:
            found.glyphs.append(_glyph(letter, style, box, found.upright, main, spaced))
            spaced = False
    found.glyphs = _once(found.glyphs)
    return found


def upright(bbox: tuple[float, float, float, float], angle: int) -> Upright:
    """From the measure of the page to one in which text of that angle runs from left to right."""
    left, bottom, right, top = bbox
    ways: dict[int, Upright] = {
        0: lambda x, y: (x - left, top - y),
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }
    return ways[angle]


def _letters(
    text: pdfium.PdfTextPage, blocks: dict[int, int], found: Letters
) -> Iterator[tuple[str, _Style, tuple[float, float, float, float, float, float]]]:
    handle, box, x, y = text.raw, raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    styles: dict[int, _Style] = {}
    blank = _Style(0, None, "", None, unseen=False)
    count = raw.FPDFText_CountChars(handle)
    found.cut = count > MOST_LETTERS
    for at in range(min(count, MOST_LETTERS)):
        code = raw.FPDFText_GetUnicode(handle, at)
        if raw.FPDFText_IsGenerated(handle, at) == 1:
            continue
        if code in _BLANKS:
            yield " ", blank, (0, 0, 0, 0, 0, 0)
            continue
        part = raw.FPDFText_GetTextObject(handle, at)
        key = ctypes.addressof(part.contents) if part else 0
        style = styles.get(key)
        if style is None:
            style = styles[key] = _style(handle, at, part, blocks)
            found.fonts.add(style.font)
        letter = symbol(code, style.font)
        if letter is None or raw.FPDFText_HasUnicodeMapError(handle, at) == 1:
            found.unmapped += 1
            letter = letter or "\ufffd"
        found.unseen += style.unseen
        raw.FPDFText_GetLooseCharBox(handle, at, box)
        raw.FPDFText_GetCharOrigin(handle, at, x, y)
        yield letter, style, (box.left, box.bottom, box.right, box.top, x.value, y.value)


_BLANKS = frozenset({9, 10, 13, 32, 160, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD, 0x3000, *range(0x2000, 0x200B)})


def _style(handle: raw.FPDF_TEXTPAGE, at: int, part: raw.FPDF_PAGEOBJECT, blocks: dict[int, int]) -> _Style:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(handle, at, matrix)
    size = abs(raw.FPDFText_GetFontSize(handle, at)) * math.hypot(matrix.c, matrix.d)
    degrees = math.degrees(math.atan2(matrix.b, matrix.a)) % 360
    quarter = round(degrees / 90) * 90
    tilted = abs(degrees - quarter) > _MOST_TILTED or not math.isfinite(size) or not 1 < size < 400
    return _Style(
        size=0 if tilted else size,
        angle=None if tilted else quarter % 360,
        font=_font(part),
        block=blocks.get(raw.FPDFPageObj_GetMarkedContentID(part)) if part else None,
        unseen=bool(part) and raw.FPDFTextObj_GetTextRenderMode(part) == _INVISIBLE,
    )


def _font(part: raw.FPDF_PAGEOBJECT) -> str:
    font = raw.FPDFTextObj_GetFont(part) if part else None
    if not font:
        return ""
    name = ctypes.create_string_buffer(128)
    raw.FPDFFont_GetBaseFontName(font, name, 128)
    return name.value.decode("latin-1")


def _glyph(
    letter: str,
    style: _Style,
    box: tuple[float, float, float, float, float, float],
    place: Upright,
    main: int,
    spaced: bool,
) -> Glyph:
    (ax, ay), (bx, by), (x, y) = place(box[0], box[1]), place(box[2], box[3]), place(box[4], box[5])
    turn = ((style.angle or 0) - main) % 360
    if turn:
        along = _along((min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)), x, y, turn)
        return Glyph(letter, min(ax, bx), max(ax, bx), max(ay, by), style.size, spaced, block=style.block, along=along)
    left, right = sorted((ax, bx))
    # The box of a letter made of pictures may be anywhere; where it begins is always told.
    if not left - style.size < x < right + style.size:
        left, right = x, x + style.size / 2
    elif letter == "ำ" and left - x > 0.2 * style.size:
        right = max(right, left + 0.9 * style.size)  # drawn in two parts, and only the first is told
    return Glyph(letter, left if letter in MARKS else min(x, right), right, y, style.size, spaced, block=style.block)


def _along(box: tuple[float, float, float, float], x: float, y: float, turn: int) -> tuple[float, float, float]:
    """Left, right and base of a letter on its side (from the left, right, top and bottom of its box)."""
    left, right, top, bottom = box
    if turn == 180:
        return -right, -left, -y
    return (-bottom, -top, x) if turn == 90 else (top, bottom, -x)


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """Without the second half of letters that a browser drew in two parts, each said to be the whole."""
    kept: list[Glyph] = []
    at = 0
    while at < len(glyphs):
        length = _repeated(glyphs, at, kept)
        if length:
            at += length
        else:
            kept.append(glyphs[at])
            at += 1
    return kept


#: What a browser keeps with the letter before it.
_WITH = MARKS | {"ำ"}


def _repeated(glyphs: list[Glyph], at: int, kept: list[Glyph]) -> int:
    """How many letters from here on say again what stands there already: a letter with its marks, in the same place."""
    length = 1
    while at + length < len(glyphs) and length < 4 and glyphs[at + length].text in _WITH:
        length += 1
    if length == 1 or glyphs[at].text in MARKS:
        return 0
    again = "".join(glyph.text for glyph in glyphs[at : at + length])
    for start in range(max(0, len(kept) - 8), len(kept) - length + 1):
        before = kept[start : start + length]
        if "".join(glyph.text for glyph in before) == again and _over(before, glyphs[at : at + length]):
            return length
    return 0


def _over(before: list[Glyph], now: list[Glyph]) -> bool:
    left, right = min(glyph.left for glyph in before), max(glyph.right for glyph in before)
    middle = (min(glyph.left for glyph in now) + max(glyph.right for glyph in now)) / 2
    return abs(before[0].base - now[0].base) < 1 and left - 1 <= middle <= right + before[0].size * 0.3
