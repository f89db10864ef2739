"""What a measure says goes through a paper and back, and is kept only where it can be."""

from __future__ import annotations

import pytest

from prongsai.core.measures.content import MeasureContent, changed, may_be_kept, merged
from prongsai.core.reports.reading import ReadMeasure, Status

READ = ReadMeasure(
    number=2,
    indicator=4,
    title="กำกับการใช้ทรัพย์สิน",
    procedure=("จัดทำคู่มือ", "ประชุมชี้แจง"),
    responsible=("กองคลัง",),
    period="ต.ค. ๖๘ - ก.ย. ๖๙",
    monitoring=("รายงานทุกไตรมาส",),
    status=Status.DONE,
    result=("จัดทำแล้ว",),
    outcome=("ยืมถูกต้อง",),
    suggestion="ควรทบทวนทุกปี",
)


def test_it_is_the_same_after_a_paper_and_back() -> None:
    assert MeasureContent.from_read(READ).to_read(status=Status.DONE, result=("จัดทำแล้ว",)) == READ


def test_what_a_paper_leaves_out_stays_left_out() -> None:
    bare = ReadMeasure(title="ก", status=Status.NOT_STARTED)
    assert MeasureContent.from_read(bare).to_read(status=Status.NOT_STARTED, result=()) == bare


def test_it_names_what_changed() -> None:
    old = MeasureContent.from_read(READ)
    assert changed(old, old) == ()
    assert changed(old, MeasureContent(number=2, indicator=4, title=old.title)) == (
        "steps",
        "responsible",
        "period",
        "monitoring",
        "outcome",
        "suggestion",
    )


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (MeasureContent(title=" "), "ชื่อมาตรการ"),
        (MeasureContent(title="ก", period="ก" * 201), "ระยะเวลา"),
        (MeasureContent(title="ก", responsible=("ก" * 301,)), "ผู้รับผิดชอบ"),
        (MeasureContent(title="ก", indicator=11), "ตัวชี้วัด"),
    ],
)
def test_it_says_why_a_measure_cannot_be_kept(content: MeasureContent, says: str) -> None:
    decision = may_be_kept(content)
    assert not decision
    assert decision.why is not None
    assert says in decision.why.th


def test_two_people_who_changed_different_things_both_get_theirs() -> None:
    base = MeasureContent(title="ก", period="ตลอดปีงบประมาณ", steps=("หนึ่ง",))
    mine = MeasureContent(title="ก", period="ตลอดปีงบประมาณ", steps=("หนึ่ง", "สอง"))
    theirs = MeasureContent(title="ข", period="ตลอดปีงบประมาณ", steps=("หนึ่ง",))
    assert merged(base, mine, theirs) == MeasureContent(title="ข", period="ตลอดปีงบประมาณ", steps=("หนึ่ง", "สอง"))
