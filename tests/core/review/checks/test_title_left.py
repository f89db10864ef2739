"""A heading of the table stands where a value ought to."""

from __future__ import annotations

from prongsai.core.review.checks import title_left as check
from tests.core.review.papers import look, measure


def test_it_finds_a_heading_in_the_place_of_a_value() -> None:
    assert [one.path for one in look(check, measure(responsible=("ผู้รับผิดชอบ",)))] == ["measures[0].responsible[0]"]


def test_it_passes_values_that_begin_so() -> None:
    assert not look(check, measure(responsible=("ผู้รับผิดชอบ: กองคลัง",), procedure=("ตัวชี้วัดความสำเร็จ",)))
