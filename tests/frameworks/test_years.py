"""What the frameworks of FY2563 to FY2569 hold, as docs of the assessment tell it (ita.md §1 to §4)."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from prongsai import frameworks
from prongsai.core.framework.framework import Confidence, Framework, Origin, YearRule
from prongsai.core.framework.rules import Coding, DisclosureMean, Half, LevelsCompare, RoundingMethod
from prongsai.core.framework.samples import rule_for

FOLDER = Path(frameworks.__file__).parent / "ita"
YEARS = range(2563, 2570)
SIZES = {
    2563: [9, 8, 7, 4, 5, 8, 2],
    2564: [9, 8, 7, 4, 5, 8, 2],
    2565: [9, 8, 7, 4, 5, 8, 2],
    2566: [10, 8, 4, 4, 4, 8, 5],
    2567: [6, 7, 4, 4, 4, 8, 2],
    2568: [4, 7, 2, 3, 4, 6, 2],
    2569: [4, 6, 2, 3, 4, 5, 2],
}
#: ita.md §3.6: the numbers of the items of a subject in 2563–65, 2566, 2567, 2568 and 2569.
MAP = """
structure 1 1 1 1 1
executives 2 2 2 2 2
powers-and-duties 3 3 3 1 1
strategic-plan 4 4 7 5 5
contact 5 5 4 3 3
laws 6 6 - - -
news 7 7 5 4 4
questions-and-answers 8 8 6 3 3
social-network 9 9 - - -
privacy-policy - 10 - - -
annual-plan 10 11 8 6 6
budget-plan 18 11 8 6 6
six-month-monitoring 11 12 8 6 6
budget-monitoring 19 12 8 6 6
annual-report 12 13 9 7 7
budget-report 20 13 9 7 7
staff-manual 13 14 10 8 8
service-manual 14 15 11 9 9
service-statistics 15 16 12 11 10
satisfaction-survey 16 17 - - -
e-service 17 18 13 10 10
procurement-plan 21 19 14 12 -
procurement-notices 22 20 15 - -
procurement-monthly 23 21 16 12 11
procurement-annual-report 24 22 17 13 12
hr-policy 25 23 18 14 13
hr-implementation 26 24 - - -
hr-rules 27 25 - - 13
hr-annual-report 28 26 19 15 14
complaint-guide 29 27 22 17 16
complaint-channel 30 28 23 18 17
complaint-statistics 31 29 24 19 18
comment-channel 32 - - - -
participation 33 30 25 20 19
no-gift-declaration 34 31 26 21 20
no-gift-culture 35+38 32 27 21 20
no-gift-report - 33 28 22 20
gift-register - 33 29 22 20
risk-assessment 36 34 30 23 21
risk-treatment 37 35 31 24 22
organisation-culture 38 - - - -
anti-corruption-plan 39 36 32 25 23
anti-corruption-six-months 40 37 - - -
anti-corruption-annual-report 41 38 33 26 24
code-of-ethics - 39 20 16 15
ethics-drive - 40 21 16 15
ethics-assessment - 41 - - -
ita-measures 42 42 34 27 25
ita-measures-report 43 43 35 28 26
"""
COLUMN = {2563: 0, 2564: 0, 2565: 0, 2566: 1, 2567: 2, 2568: 3, 2569: 4}


def load(year: int) -> Framework:
    return frameworks.load("ita", year)


def origins(framework: Framework) -> list[Origin]:
    """Of every entry."""
    lists = (
        framework.instruments, framework.indicators, framework.sub_indicators, framework.items, framework.questions,
        framework.levels, framework.scales, framework.samples, framework.calendar,
    )  # fmt: skip
    parts = [part.origin for instrument in framework.instruments for part in instrument.parts]
    return [framework.rules.origin, *parts, *(entry.origin for entries in lists for entry in entries)]


def test_it_ships_seven_years() -> None:
    assert [year for _kind, year in frameworks.available()] == list(YEARS)


@pytest.mark.parametrize("year", YEARS)
def test_it_has_three_instruments_and_ten_indicators(year: int) -> None:
    framework = load(year)
    assert [(one.code, str(one.weight)) for one in framework.instruments] == [
        ("IIT", "0.30"),
        ("EIT", "0.30"),
        ("OIT", "0.40"),
    ]
    assert [len(framework.indicators_of(code)) for code in ("IIT", "EIT", "OIT")] == [5, 3, 2]
    assert [one.name for one in framework.indicators] == [one.name for one in load(2566).indicators]


@pytest.mark.parametrize("year", YEARS)
def test_it_has_the_items_of_every_sub_indicator(year: int) -> None:
    framework = load(year)
    assert [len(framework.items_of(sub.code)) for sub in framework.sub_indicators] == SIZES[year]
    assert [item.number for item in framework.items] == list(range(1, sum(SIZES[year]) + 1))
    assert all(item.name and item.group for item in framework.items)


def test_two_sub_indicators_had_other_names_until_2565() -> None:
    for year in YEARS:
        names = {one.code: one.name for one in load(year).sub_indicators}
        old = year <= 2565
        assert names["9.3"] == ("การบริหารเงินงบประมาณ" if old else "การจัดซื้อจัดจ้างหรือการจัดหาพัสดุ")
        assert names["10.2"] == ("มาตรการภายในเพื่อป้องกันการทุจริต" if old else "มาตรการส่งเสริมคุณธรรมและความโปร่งใส")


@pytest.mark.parametrize("year", YEARS)
def test_a_subject_is_the_same_over_the_years(year: int) -> None:
    rows = [line.split() for line in MAP.split("\n") if line]
    wanted = {subject: cells[COLUMN[year]] for subject, *cells in rows}
    framework = load(year)
    found = {
        subject: "+".join(str(item.number) for item in framework.items_about(subject)) or "-" for subject in wanted
    }
    assert found == wanted
    assert {subject for item in framework.items for subject in item.subjects} <= wanted.keys()


def test_plans_are_of_the_year_and_reports_of_the_year_before() -> None:
    rules = {item.code: item.year_rule for item in load(2568).items}
    assert {code for code, rule in rules.items() if rule is YearRule.PREVIOUS} == {
        "O7", "O13", "O15", "O19", "O22", "O24", "O26", "O28",
    }  # fmt: skip
    assert {rules[code] for code in ("O6", "O12", "O14", "O23", "O25", "O27")} == {YearRule.CURRENT}
    for year in range(2563, 2567):
        reports = [item for item in load(year).items if item.subject.endswith("-annual-report")]
        assert {item.year_rule for item in reports} == {YearRule.PREVIOUS}


@pytest.mark.parametrize("year", YEARS)
def test_it_has_thirty_questions_of_staff_and_fifteen_of_others(year: int) -> None:
    framework = load(year)
    assert [len(framework.questions_of(number)) for number in range(1, 9)] == [6] * 5 + [5] * 3
    assert [one.code for one in framework.questions] == [f"i{n}" for n in range(1, 31)] + [
        f"e{n}" for n in range(1, 16)
    ]


def test_the_form_of_2564_has_its_sub_answers_and_codings() -> None:
    staff = load(2564).questions[:30]
    assert sum(len(one.parts) for one in staff) == 51
    codings = Counter(part.coding for one in staff for part in one.parts)
    assert codings == {Coding.NORMAL: 30, Coding.REVERSED: 10, Coding.BAD: 9, Coding.GOOD: 2}
    assert {one.code for one in staff if one.origin.confidence is not Confidence.CERTAIN} == {"i10"}


@pytest.mark.parametrize("year", YEARS)
def test_questions_are_as_sure_as_their_source(year: int) -> None:
    sure = {one.code: one.origin.confidence for one in load(year).questions}
    assert {sure[f"e{n}"] for n in range(1, 16)} == {Confidence.MEMORY}
    staff = {sure[f"i{n}"] for n in range(3, 31) if n != 10}
    wanted = Confidence.CERTAIN if year == 2564 else Confidence.LIKELY if year < 2567 else Confidence.MEMORY
    assert staff == {wanted} and sure["i10"] is Confidence.MEMORY


@pytest.mark.parametrize("year", YEARS)
def test_choices_are_worth_what_the_form_says(year: int) -> None:
    framework = load(year)
    points = {one.coding.value: [str(choice.points) for choice in one.choices] for one in framework.scales}
    assert points == {
        "normal": ["0", "33", "67", "100"],
        "reversed": ["100", "67", "33", "0"],
        "bad": ["100", "0"],
        "good": ["0", "100"],
    }
    labels = [choice.label for choice in framework.scales[0].choices]
    assert labels == ["น้อยที่สุดหรือไม่มีเลย", "น้อย", "มาก", "มากที่สุด"]
    assert [choice.value for choice in framework.scales[2].choices] == [0, 1]


def test_levels_are_of_two_eras() -> None:
    for year in YEARS:
        levels = [(one.name, str(one.total), one.passes) for one in load(year).levels]
        if year <= 2565:
            assert levels == [
                ("AA", "95", True), ("A", "85", True), ("B", "75", False), ("C", "65", False), ("D", "55", False),
                ("E", "50", False), ("F", "0", False),
            ]  # fmt: skip
        else:
            assert [name for name, _total, passes in levels if passes] == ["ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน"]
            assert [total for _name, total, _passes in levels] == ["95", "85", "85", "70", "0"]


@pytest.mark.parametrize("year", YEARS)
def test_the_arithmetic_is_that_of_published_results(year: int) -> None:
    rules = load(year).rules
    assert (rules.method, rules.places, rules.half) == (RoundingMethod.WEIGHTED_INSTRUMENTS, 2, Half.UP)
    assert (rules.levels_compare, rules.disclosure_mean) == (LevelsCompare.ROUNDED, DisclosureMean.SUB_INDICATORS)


def test_samples_are_a_tenth_and_of_the_surveyed_part_by_kind_and_size() -> None:
    samples = load(2567).samples
    staff = rule_for(samples, "IIT")
    assert staff is not None and [staff.minimum(n) for n in (12, 30, 250, 301, 5000)] == [12, 30, 30, 31, 500]
    others = rule_for(samples, "EIT")
    assert others is not None and [others.minimum(n) for n in (20, 4000, 4001, 5000)] == [20, 400, 401, 500]
    part = rule_for(samples, "EIT", part="EIT1", kind="subdistrict_organisation", size="M")
    assert part is not None and part.minimum(None) == 40 and part.origin.confidence is Confidence.CERTAIN
    assert rule_for(samples, "EIT", part="EIT1", kind="provincial_organisation", size="M") is None


def test_two_parts_of_the_surveys_are_told_only_from_memory() -> None:
    for year in YEARS:
        eit = load(year).instrument("EIT")
        assert eit is not None
        assert [(one.code, str(one.weight)) for one in eit.parts] == (
            [] if year < 2567 else [("EIT1", "0.5"), ("EIT2", "0.5")]
        )
        assert {one.origin.confidence for one in eit.parts} <= {Confidence.MEMORY}


def test_days_that_were_announced_are_certain_and_others_are_not() -> None:
    days = {
        (year, phase.code): (phase.opens, phase.closes)
        for year in YEARS
        for phase in load(year).calendar
        if phase.origin.confidence is Confidence.CERTAIN
    }
    assert days == {
        (2563, "surveys"): (date(2020, 6, 1), date(2020, 7, 31)),
        (2564, "registration"): (date(2021, 2, 1), date(2021, 3, 31)),
        (2564, "entry"): (date(2021, 3, 1), date(2021, 4, 30)),
        (2564, "surveys"): (date(2021, 4, 1), date(2021, 5, 31)),
        (2564, "contest"): (date(2021, 6, 20), date(2021, 7, 4)),
        (2564, "result"): (date(2021, 8, 1), date(2021, 8, 31)),
        (2565, "registration"): (date(2022, 1, 1), date(2022, 2, 28)),
        (2565, "entry"): (date(2022, 3, 1), date(2022, 4, 30)),
        (2565, "judging"): (date(2022, 5, 1), date(2022, 5, 31)),
        (2565, "contest"): (date(2022, 6, 1), date(2022, 6, 15)),
        (2565, "confirmation"): (date(2022, 6, 16), date(2022, 6, 30)),
        (2565, "result"): (date(2022, 8, 1), date(2022, 8, 1)),
        (2566, "result"): (date(2023, 8, 10), date(2023, 8, 10)),
        (2567, "result"): (date(2024, 7, 30), date(2024, 7, 30)),
        (2568, "result"): (date(2025, 8, 15), date(2025, 8, 15)),
    }


@pytest.mark.parametrize("year", YEARS)
def test_every_entry_has_a_source_that_is_explained(year: int) -> None:
    assert all(one.source for one in origins(load(year)))
    folder = FOLDER / str(year)
    told = "".join((folder / name).read_text(encoding="utf-8") for name in ("framework.yaml", "examples.yaml"))
    explained = re.findall(r"^\| (S\d+) \|", (folder / "SOURCES.md").read_text(encoding="utf-8"), re.M)
    assert set(re.findall(r"\bS\d+\b", told)) == set(explained)
    assert len(explained) == len(set(explained))


@pytest.mark.parametrize("year", YEARS)
def test_only_what_was_read_is_certain(year: int) -> None:
    names = {item.origin.confidence for item in load(year).items}
    wanted = {2567: {Confidence.LIKELY, Confidence.MEMORY}, 2569: {Confidence.LIKELY}}
    assert names == wanted.get(year, {Confidence.CERTAIN})
