"""The outcome is the result once more."""

from __future__ import annotations

from prongsai.core.review.checks import outcome_copies_result as check
from tests.core.review.papers import look, measure

TEXT = "จัดทำแบบฟอร์มการให้บริการยืมทรัพย์สินของราชการและสมุดควบคุมการยืม"


def test_it_finds_an_outcome_that_repeats_the_result() -> None:
    assert [one.path for one in look(check, measure(result=(TEXT,), outcome=(TEXT,)))] == ["measures[0].outcome"]


def test_it_passes_an_outcome_of_its_own() -> None:
    assert not look(check, measure(result=(TEXT,), outcome=("ทรัพย์สินที่ยืมคืนครบทุกรายการ ไม่มีสูญหายตลอดทั้งปีงบประมาณ",)))
