"""Published results, and results that were worked out by hand: every case of the reference, §1.6 and §6.

Totals agree within 0.01, because the figures that were published are themselves rounded; levels agree exactly.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from prongsai import frameworks
from prongsai.core.framework.rules import Half, LevelsCompare, RoundingMethod
from prongsai.core.scoring.gather import Evidence, gather
from prongsai.core.scoring.known import ItemResult
from prongsai.core.scoring.score import Result, score
from prongsai.core.scoring.worth import worth

CENT = Decimal("0.01")
F1 = (RoundingMethod.TOTAL, Half.UP)
F2 = (RoundingMethod.INSTRUMENTS, Half.UP)
F3 = (RoundingMethod.WEIGHTED_INSTRUMENTS, Half.UP)
F4 = (RoundingMethod.TOTAL, Half.EVEN)
CASE_A = "100.00 97.89 99.83 98.77 99.56 98.32 97.65 98.25 100.00 100.00"
CASE_B = "85.21 70.59 75.10 72.88 73.24 81.14 83.12 76.79 100 100"
TRAT = "93.55 87.72 91.01 87.93 89.52 90.55 88.68 88.58 72.89 65.56"


def result(
    year: int,
    scores: str,
    rule: tuple[RoundingMethod, Half] | None = None,
    compare: LevelsCompare | None = None,
) -> Result:
    """The result of ten figures by the rules of the year, or by others."""
    framework = frameworks.load("ita", year)
    rules = framework.rules
    if rule is not None:
        rules = replace(rules, method=rule[0], half=rule[1])
    if compare is not None:
        rules = replace(rules, levels_compare=compare)
    figures = {number: Decimal(text) for number, text in enumerate(scores.split(), start=1)}
    found = score(replace(framework, rules=rules), figures)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("year", "scores", "rule", "total"),
    [
        (2566, CASE_A, F1, "99.19"),
        (2566, CASE_A, F2, "99.18"),
        (2566, CASE_A, F3, "99.18"),
        (2566, CASE_A, F4, "99.18"),
        (2566, CASE_B, F1, "86.73"),
        (2566, CASE_B, F2, "86.73"),
        (2566, CASE_B, F3, "86.73"),
        (2566, CASE_B, F4, "86.73"),
        (2564, TRAT, F1, "81.45"),
        (2564, TRAT, F2, "81.46"),
        (2564, TRAT, F3, "81.45"),
    ],
)
def test_each_rule_of_rounding_gives_what_was_worked_out(
    year: int, scores: str, rule: tuple[RoundingMethod, Half], total: str
) -> None:
    assert str(result(year, scores, rule).total) == total


def test_case_a_is_a_tie_before_it_is_rounded() -> None:
    assert result(2566, CASE_A).figure.value == Fraction("99.185")


def test_the_rule_of_the_year_gives_the_published_results() -> None:
    first = result(2566, CASE_A)
    assert (str(first.total), first.level.name) == ("99.18", "ผ่านดีเยี่ยม")
    assert {code: str(one) for code, one in first.instruments.items()} == {
        "IIT": "99.21", "EIT": "98.07", "OIT": "100.00",
    }  # fmt: skip
    second = result(2566, CASE_B)
    assert (str(second.total), second.level.name) == ("86.73", "ผ่าน")
    assert second.figure.value == Fraction("86.7262")


def test_the_mean_of_a_province_is_met_within_a_cent() -> None:
    assert abs(result(2564, TRAT).total - Decimal("81.45")) <= CENT


@pytest.mark.parametrize(
    ("total", "level", "nine", "ten", "oit", "eit", "iit"),
    [
        ("98.04", "AA", "100", "100", "40.00", "28.04", "30.00"),
        ("97.41", "AA", "100", "100", "40.00", "28.11", "29.30"),
        ("97.37", "AA", "93.50", "100", "38.70", "28.67", "30.00"),
        ("97.25", "AA", "97.50", "100", "39.50", "28.65", "29.10"),
        ("97.08", "AA", "100", "100", "40.00", "27.57", "29.51"),
        ("97.05", "AA", "97.78", "93.75", "38.31", "28.79", "29.95"),
    ],
)
def test_a_printed_table_of_2564_is_met_column_by_column(
    total: str, level: str, nine: str, ten: str, oit: str, eit: str, iit: str
) -> None:
    each_iit = (Decimal(iit) / Decimal("0.3")).quantize(Decimal("0.0001"))
    each_eit = (Decimal(eit) / Decimal("0.3")).quantize(Decimal("0.0001"))
    found = result(2564, " ".join([*[str(each_iit)] * 5, *[str(each_eit)] * 3, nine, ten]))
    assert {one.code: str(one.shown) for one in found.figure.parts} == {
        "IIT-share": iit, "EIT-share": eit, "OIT-share": oit,
    }  # fmt: skip
    assert (str(found.total), found.level.name) == (total, level)


def flat(iit: str, eit: str, oit: str) -> str:
    """Ten figures, the same in each instrument."""
    return " ".join([*[iit] * 5, *[eit] * 3, *[oit] * 2])


NEW, OLD = 2566, 2565


@pytest.mark.parametrize(
    ("year", "scores", "total", "level"),
    [
        (NEW, flat("84.99", "85.00", "85.01"), "85.00", "ผ่าน"),
        (NEW, flat("85", "85", "85"), "85.00", "ผ่านดี"),
        (NEW, flat("95", "95", "94.99"), "95.00", "ผ่านดี"),
        (NEW, flat("95", "95", "95"), "95.00", "ผ่านดีเยี่ยม"),
        (NEW, flat("100", "84.00", "100"), "95.20", "ผ่าน"),
        (NEW, flat("70", "70", "70"), "70.00", "ต้องปรับปรุง"),
        (NEW, flat("70", "70", "69.97"), "69.99", "ต้องปรับปรุงโดยด่วน"),
        (NEW, flat("0", "0", "0"), "0.00", "ต้องปรับปรุงโดยด่วน"),
        (OLD, flat("95", "95", "94.97"), "94.99", "A"),
        (OLD, flat("95", "95", "95"), "95.00", "AA"),
        (OLD, flat("85", "85", "84.97"), "84.99", "B"),
        (OLD, flat("85", "85", "85"), "85.00", "A"),
        (OLD, flat("75", "75", "74.97"), "74.99", "C"),
        (OLD, flat("75", "75", "75"), "75.00", "B"),
        (OLD, flat("65", "65", "64.97"), "64.99", "D"),
        (OLD, flat("65", "65", "65"), "65.00", "C"),
        (OLD, flat("60", "60", "60"), "60.00", "D"),
        (OLD, flat("55", "55", "54.97"), "54.99", "E"),
        (OLD, flat("55", "55", "55"), "55.00", "D"),
        (OLD, flat("50", "50", "49.97"), "49.99", "F"),
        (OLD, flat("50", "50", "50"), "50.00", "E"),
        (OLD, flat("0", "0", "0"), "0.00", "F"),
        (OLD, flat("100", "100", "100"), "100.00", "AA"),
    ],
)
def test_the_edges_of_the_levels(year: int, scores: str, total: str, level: str) -> None:
    found = result(year, scores)
    assert (str(found.total), found.level.name) == (total, level)


def test_ten_figures_a_cent_below_an_edge_may_reach_it() -> None:
    # 28.497, 28.497 and 37.996 are rounded up before they are added. It is the price of the rule that meets case A.
    assert str(result(OLD, flat("94.99", "94.99", "94.99")).total) == "95.00"
    assert str(result(OLD, flat("94.99", "94.99", "94.99"), F1).total) == "94.99"


@pytest.mark.parametrize(
    ("year", "compare", "level"),
    [
        (NEW, LevelsCompare.ROUNDED, "ผ่านดี"),
        (NEW, LevelsCompare.EXACT, "ต้องปรับปรุง"),
        (OLD, LevelsCompare.ROUNDED, "A"),
        (OLD, LevelsCompare.EXACT, "B"),
    ],
)
def test_84_995_is_85_only_where_levels_look_at_what_is_published(
    year: int, compare: LevelsCompare, level: str
) -> None:
    found = result(year, flat("84.995", "84.995", "84.995"), rule=F1, compare=compare)
    assert found.figure.value == Fraction("84.995")
    assert (str(found.total), found.level.name) == ("85.00", level)


def test_every_year_that_is_shipped_compares_what_is_published() -> None:
    years = [frameworks.load(kind, year) for kind, year in frameworks.available()]
    assert {one.rules.levels_compare for one in years} == {LevelsCompare.ROUNDED}


#: Indicator, how many items of each sub-indicator are not there, and the figure that was published of FY2564.
PUBLISHED = [
    (9, {"9.1": 1}, "97.78"),
    (9, {"9.2": 1}, "97.50"),
    (9, {"9.3": 1}, "97.14"),
    (9, {"9.5": 1}, "96.00"),
    (9, {"9.1": 1, "9.5": 1}, "93.78"),
    (9, {"9.2": 1, "9.5": 1}, "93.50"),
    (9, {"9.2": 1, "9.3": 1}, "94.64"),
    (9, {"9.2": 1, "9.4": 1}, "92.50"),
    (10, {"10.1": 1}, "93.75"),
    (10, {"10.1": 2}, "87.50"),
]


@pytest.mark.parametrize(("indicator", "lacking", "published"), PUBLISHED)
def test_items_give_the_indicators_that_were_published_of_2564(
    indicator: int, lacking: dict[str, int], published: str
) -> None:
    framework = frameworks.load("ita", 2564)
    missing = {item.code for sub, count in lacking.items() for item in framework.items_of(sub)[:count]}
    items = {one.code: ItemResult(Decimal(0 if one.code in missing else 100)) for one in framework.items}
    figure = gather(framework, Evidence(items=items)).indicators[indicator]
    assert str(figure.shown) == published


#: Points of the total that one item of each sub-indicator is worth, times 1000, as far as they were worked out.
WORTH = {
    2564: {"9.1": 444, "9.2": 500, "9.3": 571, "9.4": 1000, "9.5": 800, "10.1": 1250, "10.2": 5000},
    2566: {"9.1": 400, "9.2": 500, "9.3": 1000, "9.4": 1000, "9.5": 1000, "10.1": 1250, "10.2": 2000},
    2568: {"9.1": 1000, "9.2": 571, "9.3": 2000, "9.4": 1333, "9.5": 1000, "10.1": 1667, "10.2": 5000},
}


@pytest.mark.parametrize(("year", "sub", "points"), [(y, s, p) for y, subs in WORTH.items() for s, p in subs.items()])
def test_an_item_is_worth_what_was_worked_out(year: int, sub: str, points: int) -> None:
    framework = frameworks.load("ita", year)
    each = {worth(framework, item.code) for item in framework.items_of(sub)}
    assert {round(one * 1000) for one in each} == {points}


def test_all_items_together_are_worth_the_weight_of_the_instrument() -> None:
    for kind, year in frameworks.available():
        framework = frameworks.load(kind, year)
        assert sum((worth(framework, item.code) for item in framework.items), Fraction(0)) == 40
