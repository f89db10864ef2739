"""The seven mechanisms that a scoring framework must be able to say are all said in a file, and read from it.

They are those of ceuk-marking's SCORING.md; how they are reckoned, tests/core/scoring tells.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from prongsai import frameworks
from prongsai.core.framework.framework import Framework
from prongsai.core.framework.rules import Dependence, Mechanics
from prongsai.strict_yaml import Faulty

HERE = Path(__file__).parent / "seven" / "framework.yaml"
TEXT = HERE.read_text(encoding="utf-8")


@pytest.fixture
def seven() -> Framework:
    return frameworks.read(HERE)


def of(framework: Framework, code: str) -> Mechanics:
    """The mechanics of an item or a question."""
    entry = framework.item(code) or framework.question(code)
    assert entry is not None
    return entry.mechanics


def test_a_question_has_a_weight(seven: Framework) -> None:
    assert of(seven, "i1").weight == 3 and of(seven, "i2") == Mechanics()


def test_a_section_has_another_weight_for_a_kind_of_agency(seven: Framework) -> None:
    weights = {one.code: one for one in seven.instruments}
    assert weights["IIT"].weight_for("provincial_organisation") == Decimal("0.2")
    assert weights["OIT"].weight_for("provincial_organisation") == Decimal("0.8")
    assert weights["IIT"].weight_for("town_municipality") == Decimal("0.6")


def test_an_item_is_not_asked_of_a_kind_of_agency(seven: Framework) -> None:
    assert of(seven, "O2").not_for == ("provincial_organisation", "other")


def test_an_item_counts_only_where_another_has_a_score(seven: Framework) -> None:
    assert of(seven, "O3").depends_on == Dependence("O1", (Decimal(100),))


def test_an_entry_is_negative(seven: Framework) -> None:
    assert of(seven, "O4").penalty == Decimal("12.5")


def test_a_sub_indicator_is_capped(seven: Framework) -> None:
    assert [(one.code, one.most) for one in seven.sub_indicators] == [("2.1", Decimal(80)), ("2.2", None)]


def test_what_is_left_out_for_an_agency_is_out_of_its_maximum_too(seven: Framework) -> None:
    """The maximum of an agency is made of what is asked of it: items of another kind are in neither."""
    asked = [one.code for one in seven.items if "other" not in one.mechanics.not_for and not one.mechanics.penalty]
    assert asked == ["O1", "O3", "O5"]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("not_for: [provincial_organisation, other]", "not_for: [province]", "'province' is no kind of agency"),
        ("depends_on: {code: O1", "depends_on: {code: O9", "'O3' depends on 'O9', which is not there"),
        ("depends_on: {code: O1", "depends_on: {code: O3", "'O3' depends on itself in a circle"),
        ("scores: [100]", "scores: []", "'scores' is empty"),
        ("scores: [100]", "scores: [yes]", "'scores' is a number from 0 to 100"),
        ("penalty: 12.5", "penalty: 120", "'penalty' is a number from 0 to 100"),
        ("weight: 3", "weight: -3", "'weight' is a number from 0 to 1000"),
        ("weight: 3", "wait: 3", "unknown key 'wait'"),
        ('most: "80"', 'most: "800"', "'most' is a number from 0 to 100"),
        ("kind: provincial_organisation, weight: 0.2", "kind: provincial_organisation, weight: 0.3",
         "the weights sum to 1.1, not 1 (provincial_organisation)"),
    ],
)  # fmt: skip
def test_it_names_what_is_wrong(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    assert old in TEXT
    (tmp_path / "framework.yaml").write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    assert sentence in {fault.sentence.en for fault in frameworks.check(tmp_path)}


@pytest.mark.parametrize("number", ["1e-9999999", "1e9999999", "0e-9999999", "NaN", "-0.1"])
def test_a_number_that_nobody_can_reckon_with_is_refused(number: str) -> None:
    """1e-9999999 is above 0 and below 100; as an exact fraction it takes all the memory of the server."""
    with pytest.raises(Faulty, match="“penalty” ต้องเป็นตัวเลข 0 ถึง 100"):
        frameworks.parse(TEXT.replace("penalty: 12.5", f'penalty: "{number}"'), "framework.yaml")
