"""Of which time the data of an item must be."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.core.disclosures.years import RULES, Shown, other_periods, wanted_of
from prongsai.core.framework.rules import YearRule


@pytest.mark.parametrize(
    ("rule", "start", "end", "year"),
    [
        (YearRule.FIRST_SIX_MONTHS, date(2022, 10, 1), date(2023, 3, 31), 2566),
        (YearRule.CURRENT, date(2022, 10, 1), date(2023, 9, 30), 2566),
        (YearRule.PREVIOUS, date(2021, 10, 1), date(2022, 9, 30), 2565),
    ],
)
def test_the_rule_is_told_in_words_and_days(rule: YearRule, start: date, end: date, year: int) -> None:
    wanted = wanted_of(rule, 2566)
    assert wanted is not None
    assert (wanted.period.start, wanted.period.end, wanted.year) == (start, end, year)
    assert wanted.words == RULES[rule]


def test_an_item_of_no_time_asks_for_none() -> None:
    assert wanted_of(YearRule.NONE, 2566) is None
    assert set(RULES) == set(YearRule) - {YearRule.NONE}


def _told(rule: YearRule, text: str, *, is_title: bool = True, on: date | None = None) -> list[str]:
    wanted = wanted_of(rule, 2566)
    assert wanted is not None
    return [one.told or str(one.on) for one in other_periods(wanted, [Shown(text, is_title, on)])]


@pytest.mark.parametrize(
    ("rule", "title", "told"),
    [
        (YearRule.CURRENT, "แผนดำเนินงานประจำปี ๒๕๖๕", ["2565"]),
        (YearRule.CURRENT, "แผนดำเนินงานประจำปี 2566", []),
        (YearRule.CURRENT, "แผนพัฒนาท้องถิ่น (2566-2570)", []),
        (YearRule.CURRENT, "แผนพัฒนาท้องถิ่น (2561-2565)", ["2561–2565"]),
        (YearRule.CURRENT, "แผนดำเนินงาน", []),
        (YearRule.CURRENT, "โทร 0-2566-12345 ต่อ 25661", []),
        (YearRule.PREVIOUS, "รายงานผลการดำเนินงาน ปี 2566", ["2566"]),
        (YearRule.PREVIOUS, "รายงานผลการดำเนินงาน ปี 2565 เผยแพร่ 2566", []),
        (YearRule.FIRST_SIX_MONTHS, "สถิติ ตุลาคม 2565 - มีนาคม 2566", []),
        (YearRule.FIRST_SIX_MONTHS, "ประกาศเมื่อ 8 พฤศจิกายน 2565", []),
        (YearRule.FIRST_SIX_MONTHS, "สถิติเดือนธันวาคม 2565", []),
        (YearRule.FIRST_SIX_MONTHS, "สถิติเดือนมิถุนายน 2565", ["2565"]),
    ],
)
def test_a_title_that_names_only_other_years_is_told(rule: YearRule, title: str, told: list[str]) -> None:
    assert _told(rule, title) == told


def test_running_text_is_read_as_the_reviewer_reads_reports() -> None:
    assert _told(YearRule.PREVIOUS, "รายงานผลการดำเนินงาน ปี 2566", is_title=False) == ["2566"]
    assert _told(YearRule.CURRENT, "ประกาศใช้เมื่อ 2565 ของปี 2566", is_title=False) == []
    assert _told(YearRule.CURRENT, "แผนของปี 2565", is_title=False) == ["2565"]


def test_a_day_before_the_time_is_told_but_plans_are_made_ahead() -> None:
    assert _told(YearRule.FIRST_SIX_MONTHS, "สถิติ", on=date(2022, 9, 30)) == ["2022-09-30"]
    assert _told(YearRule.CURRENT, "แผน", on=date(2022, 9, 30)) == []
    assert _told(YearRule.CURRENT, "แผน", on=date(2022, 1, 1)) == ["2022-01-01"]
    assert _told(YearRule.PREVIOUS, "รายงาน", on=date(2022, 11, 15)) == []
