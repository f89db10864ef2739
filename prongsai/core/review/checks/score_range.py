"""A score that is none: below 0 or above 100."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "C02"
TITLE = Sentence("คะแนนเกิน ๑๐๐ หรือติดลบ", "A score below 0 or above 100")
WHY = Sentence("คะแนน ITA อยู่ระหว่าง ๐ ถึง ๑๐๐", "Scores of the ITA are 0 to 100.")
EXAMPLE = Example("๙๗๘๙", "๙๗.๘๙")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a score."""
    scores = subject.reading.scores
    if scores is None:
        return
    values = {f"scores.indicators.{key}": value for key, value in scores.indicators.items()}
    if scores.total is not None:
        values["scores.total"] = scores.total
    for path, value in values.items():
        if not 0 <= value <= 100:
            what = Sentence(
                f"คะแนน {value:g} เป็นไปไม่ได้ โปรดตรวจจุดทศนิยม",
                f"A score of {value:g} is impossible. Please look at its decimal point.",
            )
            yield subject.finding(CODE, Severity.ERROR, path, what, f"{value:g}")
