"""What a template left to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "T06"
TITLE = Sentence("ยังมีที่ว่างให้เติมหรือคำจากแบบฟอร์ม", "A blank or a word of the template was left")
WHY = Sentence(
    "จุดไข่ปลา xxx หรือ “(ระบุ)” แสดงว่ายังกรอกไม่เสร็จ",
    "Dots, xxx or “(ระบุ)” show that the paper is not finished.",
)
EXAMPLE = Example("จัดประชุมเมื่อวันที่ ................", "จัดประชุมเมื่อวันที่ ๘ กุมภาพันธ์ ๒๕๖๙")

_LEFT = re.compile(
    r"\.{5,}|…{2,}|_{4,}|(?<![A-Za-z0-9])[xX]{3,}(?![A-Za-z0-9])|\((?:โปรด)?ระบุ[^)]{0,30}\)|\[(?:โปรด)?ระบุ[^\]]{0,30}\]"
    r"|(?:โปรดระบุ|กรุณาระบุ|ใส่ข้อความ|ตัวอย่างข้อความ)|<[ก-๎ ]{2,30}>|\[[ก-๎ ]*(?:ชื่อหน่วยงาน|วันที่|จำนวน)[ก-๎ ]*\]"
)


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a value; lines to sign on are blank on purpose, and periods have dots of their own."""
    for text in subject.values:
        if text.field in ("period", "name", "position", "number", "date_text") and (text.path or "").startswith("memo"):
            continue
        found = _LEFT.search(text.text) if text.field != "period" else None
        if found:
            quote = text.text[max(0, found.start() - 25) : found.end() + 5]
            what = Sentence(
                f"ยังไม่ได้เติม “{quote[:60]}” โปรดกรอกหรือลบ",
                f"“{quote[:60]}” was left to be filled in. Please fill it in or take it out.",
            )
            yield subject.finding(CODE, Severity.WARNING, text, what, quote[:60])
