"""A responsible unit that the agency does not have."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.measures.responsible import best_match, means_everyone
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "A08"
TITLE = Sentence("ไม่มีส่วนราชการชื่อนี้ในหน่วยงาน", "The agency has no such division")
WHY = Sentence(
    "ระบุผู้รับผิดชอบที่ไม่มีอยู่ในโครงสร้างของหน่วยงาน จึงไม่มีผู้ใดรับผิดชอบจริง",
    "The division named is not in the agency's structure, so nobody is really responsible.",
)
EXAMPLE = Example("(ไม่มีกองการประปาในโครงสร้าง) ผู้รับผิดชอบ: กองการประปา", "ผู้รับผิดชอบ: กองช่าง")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a name, and only offices (สำนัก, กอง) where the divisions are known: sections are rarely entered."""
    units = dict(enumerate(subject.agency.units, 1))
    told: set[str] = set()
    for text in subject.values if units else ():
        name = text.text.strip()
        if text.field != "responsible" or name in told or not name.startswith(("สำนัก", "กอง")):
            continue
        if means_everyone(name) or best_match(name, units) is not None:
            continue
        told.add(name)
        what = Sentence(
            f"ไม่มีส่วนราชการชื่อ “{name}” ในหน่วยงาน โปรดแก้ชื่อ หรือเพิ่มส่วนราชการนี้",
            f"The agency has no division “{name}”. Please correct the name, or add the division.",
        )
        yield subject.finding(CODE, Severity.REMARK, text, what, name)
