"""Text made alike, so that what is typed finds what is written, however each was coded.

Two steps. ``mended`` puts the coding right and is what people read: nobody sees a difference. ``folded`` has small
letters, Arabic digits and exactly as many letters as the mended text, so that a place in one is a place in the other.
"""

from __future__ import annotations

import re
import unicodedata

from prongsai.core.thai.digits import to_arabic

#: Signs without width: joiners, directions, soft hyphens, marks of byte order.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_SPACE_INSIDE = re.compile(r"(?<=[ก-๎])\s+(?=[ัิ-ฺ็-๎])")
_MARKS_TOGETHER = re.compile("[ัิ-ฺ็-๎]{2,}")
#: Vowels below and above stand before tones, these before ์, and the ring of sara am last.
_ORDER = {mark: place for place, mark in enumerate("ฺุูัิีึื็่้๊๋์๎ํ")}
_AM_BEFORE_TONE = re.compile("ำ([่-๋])")
_RING_AND_AA = re.compile("ํ ?า")

#: Marks above and below a letter; vowels before it; vowels behind it, which no line begins with.
_MARKS = frozenset("ัิีึืฺุู็่้๊๋์ํ๎")
_LEADING = frozenset("เแโใไ")
_TRAILING = frozenset("ะาำๅ")


def mended(text: str) -> str:
    """The text as people type it: NFC, ํ+า as ำ, เเ as แ, vowels before tones, nothing unseen, one space for many."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", _UNSEEN.sub("", text)).replace("เเ", "แ")
        text = _AM_BEFORE_TONE.sub(r"\1ำ", _SPACE_INSIDE.sub("", text))
        text = _RING_AND_AA.sub("ำ", _MARKS_TOGETHER.sub(_in_order, text))
    return " ".join(_CONTROL.sub(" ", text).split())


def _in_order(found: re.Match[str]) -> str:
    """The marks of one letter, each once."""
    return "".join(sorted(set(found[0]), key=_ORDER.__getitem__))


def folded(text: str) -> str:
    """Mended text with small letters and Arabic digits, as many letters as before."""
    small = text.lower()
    if len(small) != len(text):  # a letter of another alphabet that becomes two
        small = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
    return to_arabic(small)


def is_inside(text: str, at: int) -> bool:
    """Whether a cut before the letter at ``at`` would tear a Thai cluster: letter, marks, and vowels around it."""
    if not 0 < at < len(text):
        return False
    return text[at] in _MARKS or text[at] in _TRAILING or text[at - 1] in _LEADING or _is_joined(text[at])


def _is_joined(letter: str) -> bool:
    return unicodedata.combining(letter) > 0


def cut_before(text: str, at: int) -> int:
    """The nearest place at or before ``at`` where the text may be cut."""
    while is_inside(text, at):
        at -= 1
    return max(at, 0)


def cut_after(text: str, at: int) -> int:
    """The nearest place at or behind ``at`` where the text may be cut."""
    while is_inside(text, at):
        at += 1
    return min(at, len(text))
