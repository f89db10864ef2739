"""The plan in plain words: counts that agree with the table, and a section a measure."""

from __future__ import annotations

from prongsai.core.publication.canonical import canonical
from prongsai.core.publication.plan import plan_content
from prongsai.core.reports.reading import ReadMeasure, Status

MEASURES = (
    ReadMeasure(
        1,
        1,
        "จัดทำคู่มือบริการ",
        ("สำรวจ", "เขียน"),
        ("กองช่าง", "สำนักปลัด"),
        "ต.ค. 68 - ก.ย. 69",
        (),
        Status.DONE,
        ("คู่มือ ๓ เล่ม",),
    ),
    ReadMeasure(2, None, "อบรม", status=None),
)


def test_it_counts_what_it_shows() -> None:
    content = plan_content(2569, MEASURES, state="อนุมัติแล้ว")
    overview = content.sections[0]
    assert dict(content.facts)["จำนวนมาตรการ"] == "2 มาตรการ"
    assert [(bar.label, bar.value, bar.of) for bar in overview.charts[0].bars] == [
        ("ดำเนินการแล้ว", "1", "2"),
        ("อยู่ระหว่างดำเนินการ", "0", "2"),
        ("ยังไม่ดำเนินการ", "1", "2"),
    ]
    assert overview.tables[0].rows[0] == ("1", "จัดทำคู่มือบริการ", "กองช่าง\nสำนักปลัด", "ต.ค. 68 - ก.ย. 69", "ดำเนินการแล้ว")


def test_a_measure_tells_what_who_when_how_far_and_what_came_of_it() -> None:
    first, second = plan_content(2569, MEASURES).sections[1:]
    assert first.title == "1. จัดทำคู่มือบริการ"
    assert first.paragraphs == (
        "สถานะ: ดำเนินการแล้ว",
        "ผู้รับผิดชอบ: กองช่าง, สำนักปลัด",
        "ระยะเวลา: ต.ค. 68 - ก.ย. 69",
        "วิธีดำเนินการ:",
        "- สำรวจ",
        "- เขียน",
        "ผลการดำเนินการ: คู่มือ ๓ เล่ม",
    )
    assert second.paragraphs[-1] == "ผลการดำเนินการ: ยังไม่มีการบันทึกผล"


def test_an_empty_plan_has_no_picture() -> None:
    content = plan_content(2569, ())
    assert content.sections[0].charts == ()


def test_the_same_plan_is_the_same_content() -> None:
    assert canonical(plan_content(2569, MEASURES)) == canonical(plan_content(2569, MEASURES))
