"""Scores of some indicators only."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "C03"
TITLE = Sentence("คะแนนไม่ครบทุกตัวชี้วัด", "Scores of some indicators only")
WHY = Sentence(
    "การวิเคราะห์ผลต้องใช้คะแนนครบทุกตัวชี้วัด",
    "An analysis of the result needs the scores of all indicators.",
)
EXAMPLE = Example("คะแนนตัวชี้วัดที่ ๑–๙", "คะแนนตัวชี้วัดที่ ๑–๑๐")


def check(subject: Subject) -> Iterator[Finding]:
    """At most one, where there is a table of scores."""
    scores, framework = subject.reading.scores, subject.framework
    if scores is None or framework is None or len(scores.indicators) < 2:
        return
    missing = [str(one.number) for one in framework.indicators if str(one.number) not in scores.indicators]
    if missing:
        numbers = ", ".join(missing)
        what = Sentence(
            f"ตารางคะแนนขาดตัวชี้วัดที่ {numbers} โปรดเติมให้ครบ",
            f"The scores of indicator {numbers} are missing. Please fill them in.",
        )
        yield subject.finding(CODE, Severity.WARNING, "scores.indicators", what, numbers)
