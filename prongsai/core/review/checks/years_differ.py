"""The paper names two fiscal years as its own."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.reports.reading import NoteKind
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "Y15"
TITLE = Sentence("ปีในเอกสารไม่ตรงกัน", "The paper names two years as its own")
WHY = Sentence(
    "หัวเรื่อง บันทึกข้อความ และตารางต้องเป็นของปีเดียวกัน",
    "Heading, memo and tables must be of one year.",
)
EXAMPLE = Example("หัวเรื่องปี ๒๕๖๘ ตารางปี ๒๕๖๙", "ทั้งเอกสารเป็นปี ๒๕๖๙")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a place at which the reader found another year."""
    for note in subject.reading.notes:
        if note.kind is NoteKind.YEAR_MISMATCH:
            what = Sentence(
                f"{note.what} ({note.where}) โปรดแก้ให้เป็นปีเดียวกันทั้งเอกสาร",
                f"Two fiscal years are named ({note.where}: {note.what}). Please make them one.",
            )
            yield subject.finding(CODE, Severity.WARNING, note.path, what, note.what)
