"""Codes of a font → letters: pictures of symbol fonts become the boxes and bullets that they look like."""

from __future__ import annotations

from prongsai.documents.readers.document import EMPTY, TICKED

#: Pictures of the fonts that Word draws boxes and bullets with, by the code of the letter in the font.
_WINGDINGS = {0x6F: EMPTY, 0x71: EMPTY, 0x72: EMPTY, 0xA8: EMPTY, 0x78: TICKED, 0xFD: TICKED, 0xFE: TICKED,
              0xFC: "✓", 0xFB: "✗", 0x6C: "●", 0x6E: "■", 0xA7: "▪", 0x9F: "•", 0xD8: "➢", 0x76: "•", 0xA1: EMPTY,
              0xF0: "➢", 0xE8: "➢"}  # fmt: skip
_WINGDINGS_2 = {0x50: "✓", 0x4F: "✗", 0x52: TICKED, 0x53: TICKED, 0x54: TICKED, 0xA3: EMPTY, 0x2A: EMPTY, 0x30: EMPTY}
_SYMBOL = {0xB7: "•", 0xD6: "√", 0xA8: "◆", 0xF0: EMPTY}
_DINGBATS = {0x33: "✓", 0x34: "✔", 0x35: "✗", 0x36: "✗", 0x37: "✗", 0x38: "✗", 0x6E: "■", 0x6F: EMPTY, 0x70: EMPTY,
             0x71: EMPTY, 0x72: EMPTY, 0x6C: "●"}  # fmt: skip
_FONTS = (("wingdings2", _WINGDINGS_2), ("wingdings-2", _WINGDINGS_2), ("wingdings", _WINGDINGS),
          ("dingbats", _DINGBATS), ("symbol", _SYMBOL))  # fmt: skip
#: Boxes of Unicode: Word ticks its own with a cross.
_DRAWN = {0x2612: TICKED, 0x25A1: EMPTY, 0x274F: EMPTY, 0x2751: EMPTY}
#: What pdfium gives for the hyphen at the end of a line.
_HYPHENS = (0x2, 0xFFFE)
#: Codes of old Thai fonts for letters and marks that were moved to make room; each is one plain letter.
_MOVED = {0xF700 + at: letter for at, letter in enumerate("ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์\u0e38\u0e39\u0e3a")}


def symbol(code: int, font: str) -> str | None:
    """The letter of a code; None where neither the file nor the font says what it is."""
    if code in _HYPHENS:
        return "-"
    # A page says the code of a picture as it is, or in the part of Unicode that is for private use.
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if low <= 0xFF:
        name = font.lower().replace(" ", "")
        for start, pictures in _FONTS:
            if start in name and low in pictures:
                return pictures[low]
    if low != code:
        return {**_SYMBOL, **_WINGDINGS}.get(low)
    if code in _MOVED:
        return _MOVED[code]
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xF900 or code in (0xFFFD, 0xFFFF):
        return None
    return _DRAWN.get(code) or chr(code)
