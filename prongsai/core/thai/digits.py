"""Thai and Arabic digits."""

from __future__ import annotations

from prongsai.core.sentence import Sentence
from prongsai.core.thai.unreadable import Unreadable, shown

THAI = "๐๑๒๓๔๕๖๗๘๙"
ARABIC = "0123456789"
_TO_ARABIC = str.maketrans(THAI, ARABIC)
_TO_THAI = str.maketrans(ARABIC, THAI)


def to_arabic(text: str) -> str:
    """The text with Arabic digits; everything else stays."""
    return text.translate(_TO_ARABIC)


def to_thai(value: str | int) -> str:
    """The text or number with Thai digits; everything else stays."""
    return str(value).translate(_TO_THAI)


def integer(text: str) -> int | Unreadable:
    """The whole number that the text is, in digits of either kind, with commas between thousands."""
    plain = to_arabic(text).strip().replace(",", "")
    if plain.isascii() and plain.isdigit() and len(plain) <= 18:
        return int(plain)
    return Unreadable(text, _why(shown(text)))


def _why(saw: str) -> Sentence:
    return Sentence(
        f"“{saw}” ไม่ใช่จำนวนเต็ม โปรดพิมพ์เป็นตัวเลข เช่น ๑๒ หรือ 12",
        f"“{saw}” is not a whole number. Please type figures, such as 12.",
    )
