"""The scores of a paper, reckoned again."""

from __future__ import annotations

from decimal import Decimal

from prongsai.core.review.subject import Subject
from prongsai.core.scoring.score import Result, score


def computed(subject: Subject) -> Result | None:
    """The result that the indicator scores of the paper give; None where one is missing, or none is possible."""
    scores, framework = subject.reading.scores, subject.framework
    if scores is None or framework is None:
        return None
    known = {int(key): Decimal(str(value)) for key, value in scores.indicators.items() if 0 <= value <= 100}
    return score(framework, known)
