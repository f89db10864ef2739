"""Asking a framework for its entries."""

from __future__ import annotations

from tests.core.framework.small import SMALL


def test_it_finds_entries_by_code_and_number() -> None:
    item, indicator, sub = SMALL.item("O12"), SMALL.indicator(4), SMALL.sub_indicator("4.2")
    assert item is not None and item.number == 12
    assert indicator is not None and indicator.instrument == "SEE"
    assert sub is not None and sub.indicator == 4


def test_it_has_none_for_what_is_not_there() -> None:
    assert SMALL.item("O3") is None
    assert SMALL.indicator(0) is None
    assert SMALL.sub_indicator("9.1") is None
    assert SMALL.items_of("9.1") == ()


def test_it_gives_the_entries_below_another_in_order() -> None:
    assert [item.code for item in SMALL.items_of("4.1")] == ["O1", "O12"]
    assert [one.number for one in SMALL.indicators_of("ASK")] == [1, 2, 3]


def test_it_shows_a_component_as_its_text() -> None:
    assert [str(one) for one in SMALL.items[0].components] == ["แสดงแผน"]
