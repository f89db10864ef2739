"""A measure that is carried over keeps its words, and its period moves to the new year."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.core.measures.carry import carried, moved_period, names_year
from prongsai.core.measures.content import MeasureContent
from prongsai.core.thai.period import Period
from prongsai.core.thai.periods import parse_period


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ตลอดปีงบประมาณ", "ตลอดปีงบประมาณ"),
        ("ปีงบประมาณ ๒๕๖๘", "ปีงบประมาณ พ.ศ. ๒๕๖๙"),
        ("ตุลาคม 2567 – มีนาคม 2568", "ตุลาคม 2568 – มีนาคม 2569"),
        ("ก.พ. - ก.ย.๖๘", "ก.พ. ๖๙ – ก.ย. ๖๙"),
        ("๑ ตุลาคม พ.ศ. ๒๕๖๗ – ๑๕ มีนาคม พ.ศ. ๒๕๖๘", "๑ ตุลาคม ๒๕๖๘ – ๑๕ มีนาคม ๒๕๖๙"),
        ("ครั้งที่ ๒ เมื่อพร้อม", "ครั้งที่ ๒ เมื่อพร้อม"),
        ("รอบ ๖ เดือน", "รอบ ๖ เดือน"),
        ("ทุก ๓ เดือน", "ทุก ๓ เดือน"),
        ("ไตรมาสที่ ๑", "ไตรมาสที่ ๑"),
        ("ไตรมาสที่ ๑ ปีงบประมาณ ๒๕๖๘", "ตุลาคม ๒๕๖๘ – ธันวาคม ๒๕๖๘"),
        ("", ""),
    ],
)
def test_a_period_is_a_year_later_in_the_same_digits(old: str, new: str) -> None:
    assert moved_period(old, old_year=2568, new_year=2569) == new


def test_a_last_of_february_stays_the_last() -> None:
    moved = moved_period("ก.พ. ๖๗", old_year=2567, new_year=2568)
    assert parse_period(moved, 2568) == Period(date(2025, 2, 1), date(2025, 2, 28))


def test_what_is_planned_stays_and_what_came_of_it_does_not() -> None:
    content = MeasureContent(number=1, title="ก", steps=("ข",), monitoring=("ง",), outcome=("ค",), suggestion="จ")
    new = carried(content, old_year=2568, new_year=2569)
    assert (new.number, new.title, new.steps, new.monitoring) == (1, "ก", ("ข",), ("ง",))
    assert (new.outcome, new.suggestion) == ((), "")


def test_it_tells_which_measures_name_the_old_year() -> None:
    assert names_year(MeasureContent(title="แผน ๒๕๖๘-๒๕๗๐"), 2568)
    assert names_year(MeasureContent(title="ก", steps=("ประกาศปี 2568",)), 2568)
    assert not names_year(MeasureContent(title="แผน ๒๕๖๙"), 2568)
