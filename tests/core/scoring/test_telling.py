"""A figure in words: its rule and its sum. What the sum says is what the figure is."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from prongsai.core.framework.framework import Framework
from prongsai.core.framework.rules import RoundingMethod, Rules
from prongsai.core.scoring.answers import tally
from prongsai.core.scoring.figure import Figure, Grade, How
from prongsai.core.scoring.known import KnownResult
from prongsai.core.scoring.score import Result, score_answers, score_known
from prongsai.core.scoring.telling import exactly, formula_of, label_of, rule_of
from tests.core.scoring.mechanisms import IN_PARTS, MECHANISMS, results

ANSWERS = tally([{"q1a": 4, "q1b": 1, "q2": 2, "q3": 1, "q4": 1}, {"q1a": 3, "q2": 1, "q3": 0, "q4": 0}])
SIGNS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def scored(framework: Framework = MECHANISMS) -> Result:
    """A result in which every mechanism has something to do."""
    return score_answers(framework, ANSWERS, results(O2=0, O7=50))


def figure(code: str, result: Result | None = None) -> Figure:
    """One figure of it."""
    found = (result or scored()).figure.find(code)
    assert found is not None
    return found


def reckoned(formula: str) -> Fraction:
    """What a sum comes to, as a person with a pocket calculator would find."""
    text = formula.replace("×", "*").replace("÷", "/").replace("−", "-")
    capped = re.fullmatch(r"min\((?P<most>[0-9.]+), (?P<rest>.+)\)", text)
    if capped:
        return min(Fraction(capped["most"]), reckoned(capped["rest"]))
    return _value(ast.parse(text, mode="eval").body, text)


def _value(node: ast.expr, text: str) -> Fraction:
    if isinstance(node, ast.BinOp):
        sign: Callable[[Fraction, Fraction], Fraction] = SIGNS[type(node.op)]
        return sign(_value(node.left, text), _value(node.right, text))
    return Fraction(ast.get_source_segment(text, node) or "")


@pytest.mark.parametrize("method", list(RoundingMethod))
def test_the_sum_of_every_figure_comes_to_the_figure(method: RoundingMethod) -> None:
    framework = replace(MECHANISMS, rules=replace(MECHANISMS.rules, method=method))
    told = 0
    for one in scored(framework).figure.walk():
        if formula := formula_of(one, framework.rules):
            told += 1
            assert abs(reckoned(formula) - Fraction(one.shown)) <= Fraction(2, 100), (one.code, formula)
    assert told == 17


@pytest.mark.parametrize(
    ("code", "formula"),
    [
        ("SEE-share", "73.333333 × 0.6"),
        ("3.1", "(3 × 100.00 + 1 × 0.00) ÷ 4"),
        ("3.2", "min(60, (100.00 + 100.00) ÷ 2)"),
        ("3.3", "(100.00 + 100.00) ÷ 2 − 15.00"),
        ("1", "(2 × 41.75 + 1 × 83.50) ÷ 3"),
        ("q1b", "(1 × 0) ÷ 1"),
        ("q2", "(1 × 100 + 1 × 67) ÷ 2"),
        ("q4", "50 × (100 − (1 × 100 + 1 × 0) ÷ 2) ÷ 100"),
        ("O1", ""),
    ],
)
def test_a_sum_is_written_with_weights_caps_and_penalties(code: str, formula: str) -> None:
    assert formula_of(figure(code), MECHANISMS.rules) == formula


def test_the_share_of_a_rounded_instrument_is_written_so() -> None:
    rules = Rules(method=RoundingMethod.INSTRUMENTS)
    assert formula_of(figure("SEE-share"), rules) == "73.33 × 0.6"


def test_many_equal_parts_are_counted() -> None:
    parts = tuple(replace(figure("O1"), code=f"O{number}", weight=Fraction(1)) for number in range(7))
    many = replace(figure("3.1"), parts=(*parts, replace(figure("O2"), weight=Fraction(1))))
    assert formula_of(many, MECHANISMS.rules) == "(7 × 100.00 + 1 × 0.00) ÷ 8"


@pytest.mark.parametrize(
    ("code", "rule"),
    [
        ("total", "the weighted shares of the instruments, each rounded, added"),
        ("SEE-share", "the score of the instrument × its weight"),
        ("SEE", "mean of its indicators"),
        ("3", "mean of its sub-indicators"),
        ("3.1", "mean of its disclosure items"),
        ("1", "mean of its questions"),
        ("q1", "mean of the parts of the question"),
        ("q1a", "mean of the points of the choices that were made"),
        ("q4", "points taken off"),
        ("O1", "as the item was judged"),
    ],
)
def test_each_figure_has_its_rule(code: str, rule: str) -> None:
    told = rule_of(figure(code), MECHANISMS.rules)
    assert told.en == rule
    assert re.search("[ก-ฮ]", told.th)


def test_a_published_figure_says_so() -> None:
    halves = {"ASK1": {1: Decimal(60), 2: Decimal(80)}, "ASK2": {1: Decimal(100), 2: Decimal(90)}}
    known = KnownResult(2566, indicators={2: Decimal(87), 3: Decimal(100)}, parts=halves)
    result = score_known(IN_PARTS, known)
    assert rule_of(figure("3", result), IN_PARTS.rules).en == "as published or entered"
    assert rule_of(figure("2", result), IN_PARTS.rules).en == "as published; it stands over what its parts give"
    assert rule_of(figure("1", result), IN_PARTS.rules).en == "mean of its parts by their weights"
    assert formula_of(figure("1", result), IN_PARTS.rules) == "0.25 × 60.00 + 0.75 × 100.00"


def test_labels_are_what_an_official_says() -> None:
    assert [label_of(figure(code)).th for code in ("total", "SEE-share", "SEE", "3", "3.1", "q1a")] == [
        "รวม", "SEE ถ่วงน้ำหนัก", "SEE", "ตัวชี้วัดที่ 3", "3.1", "q1a",
    ]  # fmt: skip
    assert figure("3").grade is Grade.INDICATOR and figure("total").how is How.SUM


@pytest.mark.parametrize(("value", "text"), [("1/3", "0.333333"), ("100", "100"), ("0", "0"), ("99.185", "99.185")])
def test_a_value_is_told_exactly_enough(value: str, text: str) -> None:
    assert exactly(Fraction(value)) == text
