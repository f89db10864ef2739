"""The seven ways in which one entry counts otherwise than its siblings."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from prongsai.core.framework.framework import Framework, KindWeight
from prongsai.core.framework.rules import DisclosureMean
from prongsai.core.scoring.answers import tally
from prongsai.core.scoring.figure import How
from prongsai.core.scoring.gather import Evidence, gather
from prongsai.core.scoring.known import KnownResult
from prongsai.core.scoring.refusal import NotScored
from prongsai.core.scoring.score import gather_answers, score, score_known
from tests.core.scoring.mechanisms import MECHANISMS, results

HALF = {1: Decimal(50), 2: Decimal(50), 3: Decimal(100)}
#: q1 is the mean of 67 and 33, q2 is 67, q3 is 100 and nobody was asked for anything in q4.
ANSWERS = tally([{"q1a": 3, "q1b": 2, "q2": 2, "q3": 1, "q4": 0}])


def sub(code: str, kind: str | None = None, framework: Framework = MECHANISMS, **scores: int | None) -> str:
    """The value of a sub-indicator, or of an indicator, for these results of items."""
    figure = gather(framework, Evidence(items=results(**scores)), kind).indicators[3].find(code)
    return "none" if figure is None else str(figure.value)


def test_an_item_counts_by_its_weight() -> None:
    assert sub("3.1", O2=0) == "75"
    assert sub("3.1", O1=0) == "25"


def test_a_question_counts_by_its_weight() -> None:
    figure = gather_answers(MECHANISMS, ANSWERS, {}).indicators[1]
    assert figure.value == Fraction(2 * 50 + 67, 3)


def test_an_instrument_weighs_by_the_kind_of_agency() -> None:
    everybody, big = score(MECHANISMS, HALF), score(MECHANISMS, HALF, kind="big")
    assert everybody is not None and big is not None
    assert (everybody.total, big.total) == (Decimal("80.00"), Decimal("87.50"))


def test_weights_of_a_kind_always_make_up_the_whole() -> None:
    big = score(MECHANISMS, HALF, kind="big")
    assert big is not None
    assert [one.weight for one in big.figure.parts] == [Fraction(1, 4), Fraction(3, 4)]


def test_an_instrument_without_weight_for_a_kind_does_not_count() -> None:
    ask, see = MECHANISMS.instruments
    deaf = replace(MECHANISMS, instruments=(replace(ask, weights=(KindWeight("school", Decimal(0)),)), see))
    found = score(deaf, HALF, kind="school")
    assert found is not None
    assert (found.instruments, found.total) == ({"SEE": Decimal("100.00")}, Decimal("100.00"))


def test_it_refuses_a_kind_for_which_nothing_counts() -> None:
    nothing = tuple(replace(one, weights=(KindWeight("school", Decimal(0)),)) for one in MECHANISMS.instruments)
    with pytest.raises(NotScored, match="No instrument counts"):
        score(replace(MECHANISMS, instruments=nothing), HALF, kind="school")


def test_what_is_not_asked_of_a_kind_is_in_neither_score_nor_maximum() -> None:
    assert sub("3.2", O3=40, O4=0) == "20"
    assert sub("3.2", "big", O3=40, O4=0) == "40"
    assert gather(MECHANISMS, Evidence(items=results()), "big").left_out == ("O4",)


def test_what_does_not_apply_to_an_agency_is_in_neither_score_nor_maximum() -> None:
    assert sub("3.1", O2=None) == "100"
    assert sub("3.1", O1=None, O2=0) == "0"


def test_a_sub_indicator_of_which_nothing_applies_is_out_of_the_mean() -> None:
    assert sub("3", O1=None, O2=None, O3=0, O4=0) == "50"


def test_an_instrument_of_which_nothing_applies_leaves_its_weight_to_the_others() -> None:
    none = {f"O{number}": None for number in range(1, 8)}
    known = KnownResult(2566, indicators={1: Decimal(80), 2: Decimal(60)}, items=results(**none))
    found = score_known(MECHANISMS, known)
    assert (found.total, set(found.instruments)) == (Decimal("70.00"), {"ASK"})


def test_what_depends_counts_only_where_the_other_has_that_score() -> None:
    assert sub("3.3", O6=0) == "50"
    assert sub("3.3", O5=0, O6=0) == "0"
    assert sub("3.3", O5=50, O6=0) == "50"
    assert sub("O6", O5=50) == "none"


def test_what_depends_on_what_does_not_apply_does_not_apply() -> None:
    assert sub("3.3", O5=None) == "none"


def test_a_penalty_is_taken_off_and_adds_nothing_to_the_maximum() -> None:
    assert sub("3.3", O7=100) == "100"
    assert sub("3.3", O7=0) == "70"
    assert sub("3.3", O7=50) == "85"


def test_a_penalty_never_takes_a_score_under_nought() -> None:
    assert sub("3.3", O5=0, O7=0) == "0"


def test_a_question_can_take_points_off_its_indicator() -> None:
    asked = tally([{"q3": 1, "q4": 1}, {"q3": 1, "q4": 0}])
    figure = gather_answers(MECHANISMS, asked, {}).indicators[2]
    assert figure.value == 75
    penalty = figure.find("q4")
    assert penalty is not None
    assert (penalty.how, penalty.value, penalty.respondents) == (How.PENALTY, Fraction(25), 2)


def test_a_capped_sub_indicator_counts_at_most_so_much() -> None:
    assert sub("3.2") == "60"
    assert sub("3.2", O4=0) == "50"


def test_an_indicator_can_be_the_mean_of_items_instead() -> None:
    uncapped = replace(MECHANISMS, sub_indicators=tuple(replace(one, most=None) for one in MECHANISMS.sub_indicators))
    of_items = replace(uncapped, rules=replace(uncapped.rules, disclosure_mean=DisclosureMean.ITEMS))
    assert sub("3", framework=uncapped, O2=0, O4=0) == str(Fraction(75 + 50 + 100, 3))
    assert sub("3", framework=of_items, O2=0, O4=0) == str(Fraction(3 * 100 + 0 + 100 + 0 + 100 + 100, 8))
