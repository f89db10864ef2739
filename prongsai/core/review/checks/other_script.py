"""Letters of another script among the Thai ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.runs import stretches
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "T01"
TITLE = Sentence("มีตัวอักษรภาษาอื่นปน", "Letters of another script")
WHY = Sentence(
    "ตัวอักษรเขมร เบงกาลี หรือจีน มาจากการสแกนที่อ่านผิด ผู้ตรวจและประชาชนอ่านไม่ได้",
    "Khmer, Bengali or Chinese letters come from a scan read wrongly: nobody can read them.",
)
EXAMPLE = Example("พัสดুบন", "พัสดุบน")

#: Letters that are neither Thai nor Latin nor common signs; Greek and arrows stand in formulas.
_LETTER = re.compile("[Ѐ-ߏऀ-\u0dffĀ-ɏ\u0e80-\u0fffက-႟ក-៿぀-ヿ一-鿿가-힯]")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a value; of lines outside the values one a stretch, for whole pages may be so."""
    for text in subject.values:
        found = _LETTER.search(text.text)
        if found:
            quote = text.text[max(0, found.start() - 15) : found.start() + 15]
            what = Sentence(
                f"มีตัวอักษรภาษาอื่นปนใน “{quote}” โปรดพิมพ์คำนี้ใหม่",
                f"Letters of another script stand in “{quote}”. Please type the word again.",
            )
            yield subject.finding(CODE, Severity.WARNING, text, what, quote)
    for first, last, lines in stretches(subject.loose_lines, lambda text: bool(_LETTER.search(text))):
        span = f"{first.line}" if first is last else f"{first.line}–{last.line}"
        what = Sentence(
            f"บรรทัด {span} มีตัวอักษรภาษาอื่น ({lines} บรรทัด) โปรดสแกนหรือพิมพ์ส่วนนี้ใหม่",
            f"Lines {span} hold letters of another script ({lines} lines). Please scan or type them again.",
        )
        yield subject.finding(CODE, Severity.WARNING, first, what, first.text[:60])
