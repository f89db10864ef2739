"""The official analysis: every figure of two years, strengths, and both lists of weak points."""

from dataclasses import replace
from decimal import Decimal

from prongsai.core.framework.origin import Confidence, Origin
from prongsai.core.scoring.known import ItemResult
from prongsai.core.weak_points.analysis import PRINTED, Past, analysis_of
from tests.core.weak_points.results import FRAMEWORK, B, even, items

BEFORE = Past(replace(even("80"), fiscal_year=2565), FRAMEWORK)


def analysed(known, before=None, **more):
    return analysis_of(Past(known, FRAMEWORK, **more), before, FRAMEWORK)


def test_it_has_ten_indicators_three_instruments_and_the_total_with_what_changed():
    made = analysed(B, BEFORE)
    assert [one.number for one in made.lines] == [*range(1, 11), None, None, None, None]
    assert [one.score for one in made.lines][10:] == [
        Decimal("75.40"),
        Decimal("80.35"),
        Decimal("96.88"),
        Decimal("85.48"),
    ]
    assert (made.lines[0].change, made.lines[-1].change) == (Decimal("5.21"), Decimal("5.48"))
    assert (made.level, made.level_before) == ("ผ่าน", "ต้องปรับปรุง")


def test_without_a_year_before_nothing_is_compared():
    made = analysed(B)
    assert made.before_year is None
    assert {one.change for one in made.lines} == {None}


def test_strengths_are_the_indicators_of_the_best_level_the_highest_first():
    assert [one.name for one in analysed(B).strengths] == ["ตัวชี้วัดที่ ๙ การเปิดเผยข้อมูล"]


def test_a_remark_and_the_points_to_be_won_stand_beside_the_weak_point():
    known = replace(B, items={"O34": ItemResult(Decimal(0), "ไม่พบมาตรการ")})
    line = next(one for one in analysed(known).urgent if one.name.startswith("O๓๔"))
    assert (line.score, line.points) == (Decimal("0.00"), Decimal("1.25"))
    assert "ข้อสังเกตของผู้ประเมิน: ไม่พบมาตรการ" in line.remarks


def test_a_published_total_stands_and_another_that_was_reckoned_is_told():
    made = analysed(replace(B, total=Decimal("85.50"), level="ผ่านดี"))
    assert (made.lines[-1].score, made.level) == (Decimal("85.50"), "ผ่านดี")
    assert any("๘๕.๔๘" in note for note in made.notes)


def test_that_another_years_framework_serves_is_told():
    assert any("ไปพลางก่อน" in note for note in analysed(B, provisional=True).notes)


def test_what_is_from_memory_is_marked():
    memory = Origin("nobody", Confidence.MEMORY)
    framework = replace(
        FRAMEWORK,
        indicators=tuple(replace(one, origin=memory) if one.number == 8 else one for one in FRAMEWORK.indicators),
        levels=tuple(replace(one, origin=memory) for one in FRAMEWORK.levels),
    )
    made = analysis_of(Past(B, framework), None, framework)
    assert [one.number for one in made.lines if one.from_memory] == [8]
    assert [one.from_memory for one in made.urgent if one.name.startswith("ตัวชี้วัดที่ ๘")] == [True]
    assert made.level_from_memory


def test_of_many_points_the_foremost_are_printed_and_the_others_counted():
    known = replace(even(96), questions={one.code: Decimal(96) for one in FRAMEWORK.questions})
    made = analysed(replace(known, items=items({"O1": 100})))
    assert len(made.improvable) == PRINTED
    assert "ยังมีประเด็นอื่นอีก" in made.more
