"""Words whose letters fell apart: ``ส าหรับ``, ``การ ประ เ มิ น``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "T03"
TITLE = Sentence("ตัวอักษรแยกออกจากคำ", "Letters that fell apart")
WHY = Sentence(
    "คำที่แตกเป็นตัว ๆ มาจากการแปลงไฟล์ PDF ทำให้อ่านและค้นหาไม่ได้",
    "Words in pieces come from converting a PDF: they can be neither read nor found.",
)
EXAMPLE = Example("ประกาศส าหรับปี พ.ศ. ๒๕๖๙", "ประกาศสำหรับปี พ.ศ. ๒๕๖๙")

_APART = re.compile(
    "[ก-ฮ][\u0e48-\u0e4b]?\\s[\u0e32\u0e33](?=[ก-ฮ])"  # ส าหรับ
    "|(?<![\u0e2f\u0e46])\\s[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e][ก-ฮ]?"  # a mark without its letter
    "|(?:(?<=\\s)[ก-ฮเ-ไ]\\s){3,}"  # spelled letter by letter
    "|\\s[เแโใไ]\\s[ก-ฮ]"  # a vowel without its letter
)


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a text."""
    for text in subject.texts:
        found = _APART.search(text.text)
        if found:
            quote = text.text[max(0, found.start() - 12) : found.end() + 12]
            what = Sentence(
                f"ตัวอักษรแยกออกจากคำใน “{quote}” โปรดพิมพ์คำนี้ใหม่",
                f"Letters fell apart in “{quote}”. Please type the word again.",
            )
            yield subject.finding(CODE, Severity.WARNING, text, what, quote)
