"""What people write in the cells of a result → codes and scores, or the sentence that says what is wrong."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal

from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic
from prongsai.documents.results.rows import LEVEL, TOTAL

_FIGURE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,6})?")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_SIGNS = re.compile(r"[%\s\u200b]|ร้อยละ|คะแนน")
_ITEM = re.compile(r"(?:[OoОоΟο]|(?=0))[Oo0]*([0-9]{1,2})")
_WORDS = {
    TOTAL: TOTAL, "รวม": TOTAL, "คะแนนรวม": TOTAL, "คะแนนรวมทั้งหมด": TOTAL,
    LEVEL: LEVEL, "ระดับ": LEVEL, "ระดับผล": LEVEL, "ระดับผลการประเมิน": LEVEL,
}  # fmt: skip
_DOES_NOT_APPLY = {"-", "–", "n/a", "na", "ไม่ประเมิน", "ไม่เกี่ยวข้อง", "ไม่ใช้"}


def code_of(text: str, codes: Collection[str]) -> str | None:
    """The code that a cell means: ``o12``, ``๐๑๒``, ``E๑๕``, ``ตัวชี้วัดที่ ๓``, ``รวม``; None for no code of the year."""
    plain = (
        re.sub(r"[\s'\u200b]", "", to_arabic(text))
        .removeprefix("ตัวชี้วัดย่อยที่")
        .removeprefix("ตัวชี้วัดที่")
        .removeprefix("ตัวชี้วัด")
    )
    if (word := _WORDS.get(plain.lower())) is not None:
        return word
    wanted = [plain, plain.lower(), plain.upper()]
    if item := _ITEM.fullmatch(plain):
        wanted.append(f"O{int(item[1])}")
    return next((code for code in wanted if code in codes), None)


def score_of(text: str, *, may_not_apply: bool) -> Decimal | Sentence | None:
    """The score in a cell, None for "does not apply" (of items only), or the sentence that says what is wrong."""
    plain = _SIGNS.sub("", to_arabic(text)).lower()
    if plain in _DOES_NOT_APPLY and may_not_apply:
        return None
    if _FIGURE.fullmatch(plain):
        figure = Decimal(plain)
        return figure if figure <= 100 else _outside(text)
    return _outside(text) if _NUMBER.fullmatch(plain) else _no_figure(text)


def _outside(text: str) -> Sentence:
    return Sentence(
        f"คะแนน “{text.strip()[:40]}” อยู่นอกช่วง 0 ถึง 100 โปรดตรวจกับประกาศผล",
        f"The score “{text.strip()[:40]}” is outside 0 to 100. Please compare it with the announced result.",
    )


def _no_figure(text: str) -> Sentence:
    return Sentence(
        f"“{text.strip()[:40]}” ไม่ใช่ตัวเลขคะแนน โปรดกรอกตัวเลข 0 ถึง 100 เช่น 97.50",
        f"“{text.strip()[:40]}” is no score. Please enter a figure from 0 to 100, such as 97.50.",
    )
