"""Steps of which the result says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.reports.reading import ReadMeasure
from prongsai.core.review.alike import held, runs
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import About, Subject
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_thai

CODE = "S06"
TITLE = Sentence("ขั้นตอนที่ไม่มีผล", "Steps without a result")
WHY = Sentence(
    "ผู้ตรวจเทียบผลกับขั้นตอนทีละข้อ ข้อที่ไม่กล่าวถึงถือว่าไม่ได้ทำ",
    "Assessors compare results with steps one by one; a step that is not told of was not done.",
)
EXAMPLE = Example(
    "วิธีดำเนินการ ๔ ข้อ มีข้อ “รายงานการรับของขวัญ” แต่ผลไม่กล่าวถึง", "ผล: ไม่มีเจ้าหน้าที่รับของขวัญในรอบปี รายงานผู้บริหารแล้ว"
)

#: Fewer steps than this are often told of in one sentence.
_LEAST = 5
#: A step of whose own letters less than this (0 to 1) stands in the results is not told of, …
_HARDLY = 0.2
#: … unless so much of one result stands in the step.
_SAME = 0.5
#: With fewer runs of letters of its own a step is not told from the others.
_LETTERS = 8
#: What leads up to a list of steps is none.
_LEAD = re.compile(r"^(?:จากผล|เพื่อยกระดับ|ตามที่)|(?:ดังนี้|ต่อไปนี้)$")
#: Words that stand in every step and say nothing of which it is.
_COMMON = re.compile(
    r"จัดทำ|ดำเนินการ|ดำเนินงาน|หน่วยงาน|เจ้าหน้าที่|ของรัฐ|ปฏิบัติ|หน้าที่|ประชาชน|เผยแพร่|ข้อมูล|เว็บไซต์|รับทราบ|ให้มี|มีการ|การ|และ"
    r"|หรือ|ของ|ที่|ให้|ใน|เพื่อ|รายงาน|ผล|ตาม|เกี่ยวข้อง|เกี่ยวกับ|ภายใน|จาก|ได้|ต่าง|ส่งเสริม"
)


def check(subject: Subject) -> Iterator[Finding]:
    """One remark a measure of a report whose results tell of most steps, but of two or more nothing."""
    for path, row in subject.measures() if subject.about is About.REPORT else ():
        untold = _untold(row)
        if untold:
            numbers = ", ".join(to_thai(at + 1) for at in untold)
            what = Sentence(
                f"ผลการดำเนินการดูไม่กล่าวถึงขั้นตอนที่ {numbers} โปรดเติมผลของข้อนั้น หรือเขียนเหตุที่ไม่ได้ทำ",
                f"The result seems to say nothing of steps {', '.join(str(at + 1) for at in untold)}. "
                "Please tell what came of them, or why they were not done.",
            )
            yield subject.finding(CODE, Severity.REMARK, f"{path}.result", what, row.procedure[untold[0]][:100])


def _untold(row: ReadMeasure) -> list[int]:
    if len(row.procedure) < _LEAST or len(row.result) < 2:
        return []
    steps = [_COMMON.sub(" ", step) for step in row.procedure]
    results = [_COMMON.sub(" ", result) for result in row.result]
    untold = [
        at
        for at, step in enumerate(steps)
        if not _LEAD.search(row.procedure[at]) and _is_untold(step, [*steps[:at], *steps[at + 1 :]], results)
    ]
    # Where hardly any step is found the results are worded in another way: that tells nothing of single steps.
    return untold if 2 <= len(untold) <= len(steps) / 2 else []


def _is_untold(step: str, others: list[str], results: list[str]) -> bool:
    """Whether hardly anything of what is said in this step alone stands in the results, and no result in the step."""
    own = runs(step) - frozenset().union(*(runs(other) for other in others))
    told = frozenset().union(*(runs(result) for result in results))
    if len(own) < _LETTERS or len(own & told) / len(own) >= _HARDLY:
        return False
    return max(held(result, step) for result in results) < _SAME
