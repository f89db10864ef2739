"""The result is the plan once more."""

from __future__ import annotations

from prongsai.core.review.checks import result_copies_steps as check
from tests.core.review.papers import look, measure

STEPS = ("จัดประชุมชี้แจงแนวทางการป้องกันการทุจริตแก่พนักงานทุกคน", "จัดทำคู่มือการปฏิบัติงาน")


def test_it_finds_a_result_in_the_words_of_the_plan() -> None:
    assert [one.path for one in look(check, measure(procedure=STEPS, result=STEPS))] == ["measures[0].result"]


def test_it_passes_a_result_with_dates_and_counts() -> None:
    told = ("จัดประชุมเมื่อวันที่ ๘ กุมภาพันธ์ ๒๕๖๖ ผู้เข้าร่วม ๔๕ คน ได้ข้อสรุปสามประการ", "คู่มือ ๓ เล่ม แจกครบทุกกอง")
    assert not look(check, measure(procedure=STEPS, result=told))


def test_it_passes_a_few_words() -> None:
    assert not look(check, measure(procedure=("จัดทำคู่มือ",), result=("จัดทำคู่มือ",)))
