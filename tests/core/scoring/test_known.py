"""A published result: what was given stands, and what was reckoned is told."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from prongsai.core.scoring.figure import Figure, How
from prongsai.core.scoring.known import KnownResult
from prongsai.core.scoring.refusal import NotScored
from prongsai.core.scoring.score import gather_known, score_known
from tests.core.scoring.mechanisms import IN_PARTS, MECHANISMS, results

INDICATORS = {1: Decimal("80.00"), 2: Decimal("90.00"), 3: Decimal("86.67")}
QUESTIONS = {"q1": Decimal("75"), "q2": Decimal("90"), "q3": Decimal("90"), "q4": Decimal("100")}


def figure(known: KnownResult, code: str) -> Figure:
    """A figure of the result."""
    found = score_known(MECHANISMS, known).figure.find(code)
    assert found is not None
    return found


def test_ten_figures_are_enough() -> None:
    found = score_known(MECHANISMS, KnownResult(2566, indicators=INDICATORS))
    assert found.total == Decimal("86.00")
    assert all(one.how is How.GIVEN and not one.parts for one in found.figure.walk() if one.code in "123")


def test_what_is_not_published_is_reckoned_from_what_is() -> None:
    known = KnownResult(2566, questions=QUESTIONS, items=results())
    assert figure(known, "1").how is How.MEAN
    assert figure(known, "1").value == 80
    assert figure(known, "3").value == Fraction(260, 3)


def test_a_published_figure_stands_over_its_parts_and_the_difference_is_told() -> None:
    wrong = INDICATORS | {1: Decimal("82.50")}
    found = score_known(MECHANISMS, KnownResult(2566, indicators=wrong, questions=QUESTIONS, items=results()))
    first = found.figure.find("1")
    assert first is not None
    assert (first.how, first.shown, first.reckoned, len(first.parts)) == (How.GIVEN, Decimal("82.50"), Fraction(80), 2)
    assert [(one.code, one.given, one.reckoned) for one in found.differences] == [("1", Fraction("82.5"), Fraction(80))]


def test_rounding_is_no_difference() -> None:
    found = score_known(MECHANISMS, KnownResult(2566, indicators=INDICATORS, questions=QUESTIONS, items=results()))
    assert found.differences == ()


def test_a_published_sub_indicator_stands_in_for_its_items() -> None:
    subs = {"3.1": Decimal("75"), "3.2": Decimal("60"), "3.3": Decimal("30")}
    known = KnownResult(2566, indicators={1: Decimal(80), 2: Decimal(90)}, sub_indicators=subs)
    assert figure(known, "3").value == 55


def test_half_of_the_items_explain_nothing() -> None:
    some = {code: result for code, result in results().items() if code in ("O1", "O3")}
    assert figure(KnownResult(2566, indicators=INDICATORS, items=some), "3").parts == ()
    known = KnownResult(2566, indicators={1: Decimal(80), 2: Decimal(90)}, items=some)
    with pytest.raises(NotScored) as refusal:
        score_known(MECHANISMS, known)
    assert "O2, O4, 3.3" in refusal.value.why.en


def test_a_published_total_stands() -> None:
    found = score_known(MECHANISMS, KnownResult(2566, indicators=INDICATORS, total=Decimal("86.01")))
    assert (found.total, found.figure.how, found.differences) == (Decimal("86.01"), How.GIVEN, ())
    found = score_known(MECHANISMS, KnownResult(2566, indicators=INDICATORS, total=Decimal("91.00")))
    assert [one.code for one in found.differences] == ["total"]
    assert found.level.name == "ผ่าน"


def test_beside_a_published_total_stands_what_the_rule_of_the_year_would_publish() -> None:
    # 0.4 × 66.67 = 26.668 and 0.6 × 33.34 = 20.004 are rounded, then added: 46.67, though the exact sum is 46.672.
    thirds = {1: Decimal("66.67"), 2: Decimal("66.67"), 3: Decimal("33.34")}
    found = score_known(MECHANISMS, KnownResult(2566, indicators=thirds, total=Decimal("46.67")))
    assert (found.figure.reckoned, found.differences) == (Fraction("46.67"), ())


def test_the_parts_of_an_instrument_make_its_indicators() -> None:
    halves = {"ASK1": {1: Decimal(60), 2: Decimal(80)}, "ASK2": {1: Decimal(100), 2: Decimal(90)}}
    found = score_known(IN_PARTS, KnownResult(2566, indicators={3: Decimal(100)}, parts=halves)).figure
    first, half = found.find("1"), found.find("ASK2-1")
    assert first is not None and half is not None
    assert (first.value, half.value, half.weight) == (Fraction(90), Fraction(100), Fraction(3, 4))


def test_one_score_is_enough_where_an_instrument_has_parts() -> None:
    assert score_known(IN_PARTS, KnownResult(2566, indicators=INDICATORS)).total == Decimal("86.00")


def test_one_part_alone_is_no_score() -> None:
    known = KnownResult(2566, indicators={3: Decimal(100)}, parts={"ASK1": {1: Decimal(60), 2: Decimal(80)}})
    assert gather_known(IN_PARTS, known).missing == ("ASK2-1", "ASK2-2")


def test_a_question_of_another_year_is_ignored() -> None:
    known = KnownResult(2566, indicators=INDICATORS, questions={"z9": Decimal(1)})
    assert score_known(MECHANISMS, known).figure.find("z9") is None
