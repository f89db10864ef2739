"""A memo without number, date, subject or addressee."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "M01"
TITLE = Sentence("บันทึกข้อความกรอกไม่ครบ", "The memo is incomplete")
WHY = Sentence(
    "ตามระเบียบงานสารบรรณ บันทึกข้อความต้องมีส่วนราชการ ที่ วันที่ เรื่อง และเรียน",
    "By the rules of correspondence a memo has office, number, date, subject and addressee.",
)
EXAMPLE = Example("ที่ ........ วันที่ ........", "ที่ ลบ ๕๔๒๐๑/๓๒๔ วันที่ ๑๐ เมษายน ๒๕๖๙")

_ASKED = {
    "office": (Severity.WARNING, Sentence("ส่วนราชการ", "office")),
    "number": (Severity.REMARK, Sentence("ที่ (เลขที่หนังสือ)", "number")),
    "date_text": (Severity.REMARK, Sentence("วันที่", "date")),
    "subject": (Severity.WARNING, Sentence("เรื่อง", "subject")),
    "to": (Severity.WARNING, Sentence("เรียน", "addressee")),
}


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a part. Number and date are often written in by hand when it is signed: only remarks."""
    memo = subject.reading.memo
    if memo is None:
        return
    for name, (severity, called) in _ASKED.items():
        if str(getattr(memo, name) or (memo.date if name == "date_text" else "") or "").strip(" .…-_"):
            continue
        what = Sentence(
            f"บันทึกข้อความยังไม่มี “{called.th}” โปรดกรอก",
            f"The memo has no {called.en} yet. Please fill it in.",
        )
        yield subject.finding(CODE, severity, f"memo.{name}", what, called.th)
