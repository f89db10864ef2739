"""Thai as it is spelt: one spelling for what looks alike, and whether letters can stand together at all."""

from __future__ import annotations

import re

_ABOVE = "\u0e31\u0e34-\u0e37\u0e47\u0e4d"
_TONES = "\u0e48-\u0e4c"
_BELOW = "\u0e38-\u0e3a"
_MARKS = f"{_ABOVE}{_TONES}{_BELOW}\u0e4e"
_CONSONANTS = "ก-ฮ"
_AM = re.compile(rf"\u0e4d([{_TONES}]?)\u0e32")
_AM_AFTER = re.compile(rf"([{_TONES}])\u0e4d\u0e32")
_AE = re.compile("เเ")
_GAP = re.compile(rf"\s+(?=[{_MARKS}])")
_TWICE = re.compile(rf"([{_MARKS}])\1+")
_TONE_FIRST = re.compile(rf"([{_TONES}])([{_BELOW}{_ABOVE}])")

#: What no Thai word has: a mark without a letter below it, two vowels on one letter, a vowel that nothing follows.
_IMPOSSIBLE = re.compile(
    rf"(?:^|[^{_CONSONANTS}{_MARKS}])[{_MARKS}]"
    rf"|[{_ABOVE}][{_ABOVE}{_BELOW}]|[{_BELOW}][{_ABOVE}{_BELOW}]|[{_TONES}][{_TONES}{_ABOVE}{_BELOW}]"
    rf"|[เแโใไ](?![{_CONSONANTS}])|[ะาำๅ][{_MARKS}]|[าำๅ]{{2}}|(?:^|[^{_CONSONANTS}{_MARKS}])[าะำ]"
)
#: What official papers never say: ช, ซ and ข are hard to tell apart on paper, ``ตัวชี้วัด`` is read ``ตัวขี้วัด``.
_CONFUSED = re.compile("ขี้|ขื่|ซ่า|ซ่ว|ซ่อง")
_STRANGE = re.compile(r"[^\u0e01-\u0e5bA-Za-z0-9\s.,:;/()\[\]\-–—&'\"“”‘’%+@☑☐…_=*!?#<>•๐-๙]")
#: Latin letters inside a Thai word: read where the eye sees Thai.
_MIXED = re.compile(r"[ก-๎][A-Za-z]|[A-Za-z][ก-๎]|[a-z][๐-๙]")


def spelt(text: str) -> str:
    """The text as people type it: ``ํา`` as ``ำ``, ``เเ`` as ``แ``, no space before a mark, no mark twice."""
    text = _GAP.sub("", text)
    text = _TWICE.sub(r"\1", text)
    text = _TONE_FIRST.sub(r"\2\1", text)
    text = _AM_AFTER.sub(r"\1ำ", _AM.sub(r"\1ำ", text))
    return _AE.sub("แ", text)


def is_possible(word: str) -> bool:
    """Whether the letters of a word can stand together in the Thai or English of an official paper."""
    return not any(odd.search(word) for odd in (_IMPOSSIBLE, _STRANGE, _MIXED, _CONFUSED))
