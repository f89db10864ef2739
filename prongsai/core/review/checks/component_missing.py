"""A component that the framework asks for is not among those of the item."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.framework.framework import Confidence
from prongsai.core.review.alike import held
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "N08"
TITLE = Sentence("ไม่กล่าวถึงองค์ประกอบที่กำหนด", "A component asked for is not mentioned")
WHY = Sentence(
    "ผู้ตรวจให้คะแนนเมื่อข้อมูลครบทุกองค์ประกอบ ขาดข้อเดียวได้ ๐",
    "Points are given only where every component is there: one missing gives none.",
)
EXAMPLE = Example("O5: ที่อยู่ โทรศัพท์", "O5: ที่อยู่ โทรศัพท์ โทรสาร ไปรษณีย์อิเล็กทรอนิกส์ แผนที่ตั้ง")

#: A component of which less than this (0 to 1) stands in the item is not mentioned.
_HARDLY = 0.2
#: Shorter ones say too little to be missed.
_SHORTEST = 12


def check(subject: Subject) -> Iterator[Finding]:
    """One remark a component, in papers that list components. What we only remember of the framework is not asked."""
    framework = subject.framework
    if framework is None or subject.provisional:
        return
    for path, row in subject.disclosures():
        item = framework.item(row.code)
        if item is None or not row.components:
            continue
        said = " ".join((row.name or "", *row.components, *row.progress))
        for part in item.components:
            if part.confidence is Confidence.MEMORY or len(part.text) < _SHORTEST or held(part.text, said) >= _HARDLY:
                continue
            what = Sentence(
                f"{row.code} ไม่กล่าวถึง “{part.text}” โปรดตรวจว่าข้อมูลที่เผยแพร่มีครบ",
                f"{row.code} does not mention “{part.text}”. Please see that what is published has it.",
            )
            yield subject.finding(CODE, Severity.REMARK, f"{path}.components", what, part.text)
