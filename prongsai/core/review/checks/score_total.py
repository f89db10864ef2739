"""The total is not what the indicator scores give."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.scores import computed
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "C01"
TITLE = Sentence("คะแนนรวมไม่ตรงกับคะแนนตัวชี้วัด", "The total is not what the indicators give")
WHY = Sentence(
    "คะแนนรวม = IIT ๓๐% + EIT ๓๐% + OIT ๔๐% ผู้ตรวจคำนวณตามได้",
    "The total is 30 % IIT, 30 % EIT and 40 % OIT: anybody can reckon it.",
)
EXAMPLE = Example("ตัวชี้วัดให้ ๙๙.๑๘ แต่เขียน ๙๙.๘๑", "คะแนนรวม ๙๙.๑๘")

#: Published indicator scores are rounded themselves.
_CLOSE = Decimal("0.011")


def check(subject: Subject) -> Iterator[Finding]:
    """At most one."""
    scores, result = subject.reading.scores, computed(subject)
    if scores is None or scores.total is None or result is None:
        return
    total = Decimal(str(scores.total))
    if abs(total - result.total) > _CLOSE:
        what = Sentence(
            f"คะแนนรวมที่เขียนคือ {total} แต่คะแนนตัวชี้วัดทั้งสิบให้ {result.total} โปรดตรวจคะแนน",
            f"The total written is {total}, the ten indicators give {result.total}. Please look at the scores.",
        )
        yield subject.finding(CODE, Severity.ERROR, "scores.total", what, str(total))
