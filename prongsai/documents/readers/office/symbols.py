"""Letters of symbol fonts → what is seen on paper: boxes, ticks, bullets."""

from __future__ import annotations

from prongsai.documents.readers.document import EMPTY, TICKED

_PRIVATE = range(0xF000, 0xF100)

#: By font and by the letter's number there. A tick without a box stands where a form asks for one: it is a ticked box.
_WINGDINGS = {
    **dict.fromkeys((0x78, 0xFD, 0xFE, 0xFC), TICKED),
    **dict.fromkeys((0x6F, 0x70, 0x71, 0x72, 0xA8), EMPTY),
    0xFB: "✗",
    0x6C: "●",
    0x6E: "■",
    0x9F: "•",
    0xA7: "▪",
    0xD8: "➢",
}
_WINGDINGS_2 = {
    **dict.fromkeys((0x50, 0x52, 0x53, 0x54), TICKED),
    **dict.fromkeys((0xA3,), EMPTY),
    0x4F: "✗",
    0x97: "●",
    0xA2: "■",
}
_FONTS: dict[str, dict[int, str]] = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "webdings": {0x61: TICKED, 0x63: EMPTY, 0x67: "■", 0x72: "✗"},
    "symbol": {0xD6: "√", 0xB7: "•", 0x2D: "−"},
}
#: Letters that are a tick alone, without a box around it.
_TICKS_ALONE = {("wingdings", 0xFC), ("wingdings 2", 0x50), ("webdings", 0x61)}
_BOXES = "☐☑☒□❏❑❒"


def is_symbol_font(font: str) -> bool:
    """Whether the letters of that font are signs."""
    return font.strip().lower() in _FONTS


def symbol(font: str, number: int) -> str:
    """What the letter of that number looks like; the letter itself where that is not known."""
    return _FONTS.get(font.strip().lower(), {}).get(_small(number)) or (chr(number) if _is_letter(number) else "")


def in_font(text: str, font: str) -> str:
    """Text that is set in a symbol font. Thai letters in it are drawn from another font, and stay."""
    known = _FONTS.get(font.strip().lower())
    if not known:
        return text
    return "".join(known.get(_small(ord(letter)), letter) for letter in text)


def box_of_bullet(text: str, font: str) -> str | None:
    """The box that the items of a list begin with, where their bullet is one: a tick alone is only a bullet."""
    if len(text) != 1 or (font.strip().lower(), _small(ord(text))) in _TICKS_ALONE:
        return None
    drawn = in_font(text, font)
    if drawn not in _BOXES:
        return None
    return TICKED if drawn in "☑☒" else EMPTY


def _small(number: int) -> int:
    return number - 0xF000 if number in _PRIVATE else number


def _is_letter(number: int) -> bool:
    """Whether a number is that of a letter which may stand in a text: no control, no half of a pair."""
    return 0x20 <= number < 0xD800 or 0xE000 <= number <= 0x10FFFF
