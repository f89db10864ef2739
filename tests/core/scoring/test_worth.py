"""What an entry is worth, what full marks would add, and what would be if."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from prongsai.core.scoring.answers import tally
from prongsai.core.scoring.figure import How
from prongsai.core.scoring.known import KnownResult
from prongsai.core.scoring.score import Result, score_answers, score_known
from prongsai.core.scoring.what_if import what_if
from prongsai.core.scoring.worth import gain, worth, worths_of_items
from tests.core.scoring.mechanisms import MECHANISMS, results

ANSWERS = tally([{"q1a": 4, "q1b": 1, "q2": 1, "q3": 1, "q4": 1}])


def scored(**items: int | None) -> Result:
    """ASK: 1 is (2·50 + 100)/3 = 66.67, 2 is 100 less 50; SEE by its items."""
    return score_answers(MECHANISMS, ANSWERS, results(**items))


@pytest.mark.parametrize(
    ("code", "points"),
    [
        ("3", Fraction(60)),
        ("1", Fraction(20)),
        ("3.1", Fraction(20)),
        ("O1", Fraction(15)),
        ("O2", Fraction(5)),
        ("O7", Fraction(6)),  # 30 of the 100 of a third of 60
        ("q1", Fraction(40, 3)),
        ("q4", Fraction(10)),
        ("O99", Fraction(0)),
    ],
)
def test_it_tells_the_points_of_the_total_that_hang_on_an_entry(code: str, points: Fraction) -> None:
    assert worth(MECHANISMS, code) == points


def test_an_entry_is_worth_by_the_kind_of_agency_and_by_what_applies() -> None:
    assert worth(MECHANISMS, "O3", "big") == 25
    assert worth(MECHANISMS, "O4", "big") == 0
    assert worth(MECHANISMS, "O2", left_out={"O1"}) == 20


@pytest.mark.parametrize(
    ("code", "points"),
    [
        ("O2", Fraction(5)),
        ("O1", Fraction(0)),  # has full marks
        ("q1", Fraction(20, 3)),
        ("q1b", Fraction(20, 3)),
        ("q4", Fraction(10)),
        ("1", Fraction(20, 3)),
        ("total", Fraction(100) - Fraction(40, 3) - 10 - Fraction(47)),
    ],
)
def test_it_tells_what_full_marks_would_add_as_all_else_is(code: str, points: Fraction) -> None:
    assert gain(scored(O2=0).figure, code) == points


def test_a_cap_bounds_what_can_be_won() -> None:
    assert gain(scored(O3=0).figure, "O3") == 2, "from 50 to the cap of 60, of a third of 60"
    assert gain(scored(O4=0, O3=0).figure, "O3") == 10
    assert gain(scored().figure, "3.2") == 0


def test_more_of_an_item_changes_total_and_level_at_once() -> None:
    before = scored(O1=0, O2=0, O3=0, O4=0)
    after = what_if(MECHANISMS, before, {"O1": Fraction(100), "q3": Fraction(0)})
    assert (before.total, before.level.name) == (Decimal("43.33"), "ปรับปรุง")
    assert after.total == Decimal("43.33") + 15 - 10
    assert before.total == Decimal("43.33")


def test_it_is_as_if_it_had_been_reckoned_so() -> None:
    told = what_if(MECHANISMS, scored(O2=0, O7=0), {"O2": Fraction(100), "O7": Fraction(100)})
    assert (told.total, told.level, told.instruments) == (scored().total, scored().level, scored().instruments)


def test_a_published_figure_moves_by_as_much_as_its_parts() -> None:
    published = {1: Decimal(80), 2: Decimal(90), 3: Decimal("60.00")}
    known = KnownResult(2566, indicators=published, items=results(O2=0), total=Decimal("70.00"))
    after = what_if(MECHANISMS, score_known(MECHANISMS, known), {"O2": Fraction(100)})
    third = after.figure.find("3")
    assert third is not None
    assert (third.how, third.value) == (How.GIVEN, Fraction(60) + Fraction(25, 3))
    assert after.total == Decimal("75.00"), "0.4 × 85 and 0.6 × 68.33"


def test_nothing_changes_where_nothing_is_changed() -> None:
    assert what_if(MECHANISMS, scored(), {}) == scored()
    assert what_if(MECHANISMS, scored(), {"O99": Fraction(0)}) == scored()


@pytest.mark.parametrize("code", ["total", "SEE-share"])
def test_what_only_follows_from_what_is_beneath_cannot_be_moved(code: str) -> None:
    assert what_if(MECHANISMS, scored(O2=0), {code: Fraction(100)}) == scored(O2=0)


def test_what_full_marks_add_does_not_hang_on_the_total_that_was_published() -> None:
    published = {1: Decimal(70), 2: Decimal(80), 3: Decimal(60)}
    known = KnownResult(2566, indicators=published, items=results(O2=0))
    plain, far = (score_known(MECHANISMS, replace(known, total=total)).figure for total in (None, Decimal("12.34")))
    assert gain(plain, "O2") == gain(far, "O2") > 0
    assert gain(far, "O1") == 0, "it has full marks"


def test_all_items_are_worth_what_each_is_by_itself() -> None:
    found = worths_of_items(MECHANISMS)
    assert found == {item.code: worth(MECHANISMS, item.code) for item in MECHANISMS.items}
    assert any(found.values())
