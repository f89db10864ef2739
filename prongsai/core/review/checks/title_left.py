"""A heading of the table stands where a value ought to."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.measures.search import needle
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "T13"
TITLE = Sentence("หัวตารางค้างอยู่ในช่องข้อมูล", "A heading stands in the place of a value")
WHY = Sentence(
    "หัวตารางที่อยู่ในช่องข้อมูลแสดงว่าแถวเลื่อน หรือยังไม่ได้กรอก",
    "A heading among the values shows a row that slipped, or was never filled in.",
)
EXAMPLE = Example("ผู้รับผิดชอบ: ผู้รับผิดชอบ", "ผู้รับผิดชอบ: กองคลัง")

_HEADINGS = {
    needle(heading)
    for heading in (
        *("มาตรการ/กิจกรรม", "มาตรการ/แนวทาง", "วิธีดำเนินการ", "วิธีการดำเนินการ", "ขั้นตอนหรือวิธีปฏิบัติ", "ขั้นตอน/วิธีการดำเนินการ"),
        *("ผู้รับผิดชอบ", "ระยะเวลา", "ระยะเวลาดำเนินการ", "ระยะเวลาในการดำเนินการ", "ผลการดำเนินการ", "องค์ประกอบด้านข้อมูล"),
        *(
            "ความก้าวหน้าผลการดำเนินการ",
            "ผลลัพธ์หรือความสำเร็จ",
            "สรุปผลการดำเนินการ",
            "แนวทางการกำกับติดตาม",
            "ข้อเสนอแนะ",
            "ตัวชี้วัด",
        ),
    )
}


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a value that is a heading and nothing else."""
    for text in subject.values:
        if needle(text.text) in _HEADINGS and not (text.path or "").startswith("memo"):
            what = Sentence(
                f"ช่องนี้มีแต่หัวตาราง “{text.text}” โปรดกรอกข้อมูล หรือตรวจว่าแถวเลื่อน",
                f"Only the heading “{text.text}” stands here. Please fill in the value, or see whether a row slipped.",
            )
            yield subject.finding(CODE, Severity.WARNING, text, what, text.text)
