"""Steps of which the result says nothing."""

from __future__ import annotations

from prongsai.core.review.checks import step_without_result as check
from prongsai.core.review.subject import About
from tests.core.review.papers import look, measure

STEPS = (
    "สำรวจความต้องการฝึกอบรมของบุคลากร",
    "แต่งตั้งคณะกรรมการคัดเลือกผู้เข้าอบรม",
    "จัดซื้อเครื่องสแกนลายนิ้วมือสำหรับลงเวลา",
    "ติดตั้งกล้องวงจรปิดบริเวณโรงจอดรถ",
    "ประเมินความพึงพอใจหลังอบรม",
)
TOLD = ("สำรวจความต้องการฝึกอบรม ๔๕ คน", "มีคณะกรรมการคัดเลือกผู้เข้าอบรม", "ประเมินความพึงพอใจหลังอบรม ร้อยละ ๙๐")


def test_it_finds_the_steps_that_nothing_is_told_of() -> None:
    found = look(check, measure(procedure=STEPS, result=TOLD))
    assert [one.path for one in found] == ["measures[0].result"]
    assert "๓, ๔" in found[0].what.th


def test_it_passes_where_all_are_told_of() -> None:
    told = (*TOLD, "จัดซื้อเครื่องสแกนลายนิ้วมือ", "ติดตั้งกล้องวงจรปิดที่โรงจอดรถ")
    assert not look(check, measure(procedure=STEPS, result=told))


def test_it_passes_one_that_is_missing_short_lists_and_results_in_other_words() -> None:
    assert not look(check, measure(procedure=STEPS, result=(*TOLD, "ติดตั้งกล้องวงจรปิดที่โรงจอดรถ")))
    assert not look(check, measure(procedure=STEPS[:4], result=TOLD[:2]))
    assert not look(check, measure(procedure=STEPS, result=("เรียบร้อยดีทุกประการ", "ไม่มีข้อร้องเรียนใด")))


def test_it_asks_no_results_of_a_plan() -> None:
    assert not look(check, measure(procedure=STEPS, result=TOLD), about=About.PLAN)
