"""A weak point of a result (ประเด็น/จุดอ่อน): what it is, what mending it would bring, and why it matters."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from prongsai.core.framework.framework import Level
from prongsai.core.framework.origin import Confidence
from prongsai.core.scoring.figure import Grade
from prongsai.core.sentence import Sentence


class WeakKind(StrEnum):
    """The two lists that the analysis of a result must have. Source: ita.md §3.2, O42."""

    URGENT = "urgent"  # ข้อบกพร่องหรือจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน
    IMPROVABLE = "improvable"  # ประเด็นที่ต้องพัฒนาให้ดีขึ้น


KIND_NAMES = {
    WeakKind.URGENT: Sentence("ข้อบกพร่องที่ต้องแก้ไขโดยเร่งด่วน", "To be mended without delay"),
    WeakKind.IMPROVABLE: Sentence("ประเด็นที่ต้องพัฒนาให้ดีขึ้น", "To be made better"),
}


@dataclass(frozen=True, slots=True)
class WeakPoint:
    """An item, question, sub-indicator or indicator without full marks: the deepest that is known.

    ``score`` is 0 to 100 as published; ``points`` are exact points of the total that full marks would bring;
    ``total_after`` and ``level_after`` what the total and the level would be then. ``rest`` tells that it stands for
    what lies beneath ``code`` and is not known one by one. ``recommendations`` are those of the result report.
    """

    grade: Grade
    code: str
    name: str
    indicator: int
    score: Decimal
    points: Fraction
    total_after: Decimal
    level_after: Level
    confidence: Confidence
    kind: WeakKind
    why: tuple[Sentence, ...]
    remark: str = ""
    recommendations: tuple[str, ...] = ()
    advised_items: tuple[str, ...] = ()
    rest: bool = False

    @property
    def gap(self) -> Decimal:
        """What is missing to full marks, in points of its own score."""
        return Decimal(100) - self.score
