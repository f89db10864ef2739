"""Thai and Arabic digits."""

from __future__ import annotations

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
