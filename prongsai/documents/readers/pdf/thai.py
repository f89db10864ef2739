"""Thai text as PDF writers leave it → as people type it. Only the coding is put right, never the spelling."""

from __future__ import annotations

import re
import unicodedata

_SARA_AM = re.compile("ํ([่-๋]?)า|([่-๋])ํา|([ก-ฮ])ำ([่-๋])")
#: Word's own PDFs say that the ring of sara am is white space. No word begins with sara aa, so nothing else is meant.
_RING_LOST = re.compile("(?<=[ก-ฮ])[ \t]+([่-๋]?)า|(?<=[ก-ฮ])([่-๋])[ \t]+า")
_TONE_FIRST = re.compile("([่-์])([ัิ-ฺ])")
_SPACE_INSIDE = re.compile(r"[ \t]+(?=[ัิ-ฺ็-๎])")


def normal(text: str) -> str:
    """White space collapsed, sara am whole, vowel before tone mark, two sara e as sara ae, marks at their letter."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).replace("เเ", "แ")
        text = _RING_LOST.sub(_whole, text)
        text = _TONE_FIRST.sub(r"\2\1", _SPACE_INSIDE.sub("", text))
        text = _SARA_AM.sub(_whole, text)
    return " ".join(text.split())


def _whole(found: re.Match[str]) -> str:
    return "".join(part for part in found.groups() if part) + "ำ"


def is_thai(letter: str) -> bool:
    """Whether a letter or mark belongs to Thai words; digits and signs of money do not."""
    return "ก" <= letter <= "ฺ" or "เ" <= letter <= "๎"
