"""A measure lacks what the others have: title, steps, who is responsible, period."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.reports.reading import ReadMeasure
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "S11"
TITLE = Sentence("มาตรการขาดข้อมูลที่ต้องมี", "A measure lacks what it must have")
WHY = Sentence(
    "กรอบการประเมินกำหนดให้มาตรการมีวิธีดำเนินการ ผู้รับผิดชอบ และระยะเวลา",
    "The framework asks every measure for its steps, who is responsible, and its period.",
)
EXAMPLE = Example("ผู้รับผิดชอบ: (ว่าง)", "ผู้รับผิดชอบ: กองคลัง")

_ASKED = {
    "title": Sentence("ชื่อมาตรการ", "title"),
    "procedure": Sentence("วิธีดำเนินการ", "steps"),
    "responsible": Sentence("ผู้รับผิดชอบ", "responsible division"),
    "period": Sentence("ระยะเวลา", "period"),
}


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a measure and field; where no measure has the field, one for the whole paper."""
    rows = list(subject.measures())
    for name, called in _ASKED.items():
        empty = [(path, row) for path, row in rows if not getattr(row, name)]
        if rows and len(empty) == len(rows):
            what = Sentence(
                f"ทั้งเอกสารไม่มี{called.th} โปรดเพิ่มช่องนี้ในตาราง",
                f"No measure has a {called.en}. Please add that column.",
            )
            yield subject.finding(CODE, Severity.WARNING, None, what, called.th)
            continue
        for path, row in empty:
            what = Sentence(f"มาตรการนี้ไม่มี{called.th} โปรดกรอก", f"This measure has no {called.en}. Please fill it in.")
            yield subject.finding(CODE, Severity.WARNING, f"{path}.{name}", what, _called(row))


def _called(row: ReadMeasure) -> str:
    return (row.title or " ".join(row.procedure))[:100]
