"""Urgent is what got nothing, what is under the pass mark, and what keeps an instrument under the level's mark."""

from dataclasses import replace
from decimal import Decimal

from prongsai.core.weak_points.point import WeakKind
from prongsai.core.weak_points.ranking import weakness_of
from tests.core.weak_points.results import FRAMEWORK, even, items


def kinds(known):
    return {one.code: one.kind for one in weakness_of(FRAMEWORK, known).points}


def test_an_indicator_just_under_the_pass_mark_is_urgent_and_on_it_is_not():
    known = even(96)
    low = replace(known, indicators={**known.indicators, 1: Decimal("84.99"), 2: Decimal("85")})
    found = kinds(replace(low, indicators={**low.indicators, 3: Decimal(100), 4: Decimal(100), 5: Decimal(100)}))
    assert (found["1"], found["2"]) == (WeakKind.URGENT, WeakKind.URGENT)  # IIT 93.99 keeps 95 away: both are under it
    assert found["6"] is WeakKind.IMPROVABLE


def test_nothing_is_held_back_where_the_total_itself_is_too_low():
    known = even(90)
    assert weakness_of(FRAMEWORK, known).held is None
    assert set(kinds(known).values()) == {WeakKind.IMPROVABLE}


def test_an_item_without_marks_is_urgent_whatever_its_indicator_has():
    known = replace(even(96), items=items({"O1": 0}))
    weakness = weakness_of(FRAMEWORK, known)
    assert weakness.point("O1").kind is WeakKind.URGENT
    assert "0 คะแนน" in weakness.point("O1").why[0].th


def test_the_instrument_that_keeps_the_level_down_is_named_with_its_score():
    known = even(100)
    known = replace(known, indicators={**known.indicators, 6: Decimal(90), 7: Decimal(94), 8: Decimal(97)})
    weakness = weakness_of(FRAMEWORK, known)
    assert (weakness.held.level.name, dict(weakness.held.instruments)) == ("ผ่านดีเยี่ยม", {"EIT": Decimal("93.67")})
    why = {one.code: (one.kind, [each.th for each in one.why]) for one in weakness.points}
    assert why["6"] == (WeakKind.URGENT, ["แบบวัด EIT ได้ 93.67 ทำให้ยังไม่ได้ระดับ ผ่านดีเยี่ยม"])
    assert why["8"] == (WeakKind.IMPROVABLE, ["ยังขาดอีก 3.00 จากคะแนนเต็ม 100"])
