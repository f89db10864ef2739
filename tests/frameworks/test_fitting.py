"""By which year's form a list of items was made."""

from __future__ import annotations

import pytest

from prongsai.frameworks import load
from prongsai.frameworks.fitting import Written, newest_fitting


def listed(year: int, numbers: range | None = None) -> list[Written]:
    """Items as a paper of that year writes them."""
    return [(item.number, item.name) for item in load("ita", year).items if numbers is None or item.number in numbers]


@pytest.mark.parametrize("year", [2563, 2566, 2567, 2568, 2569])
def test_a_paper_made_by_the_form_of_its_year_is_read_by_it(year: int) -> None:
    framework, provisional = newest_fitting(listed(year), year)
    assert (framework.year, provisional) == (year, False)


def test_a_paper_without_a_year_is_of_the_newest_form_that_fits() -> None:
    assert newest_fitting(listed(2566), None)[0].year == 2566
    assert newest_fitting(listed(2567), None)[0].year == 2567
    assert newest_fitting(listed(2563), None)[0].year == 2564  # 2563 and 2564 have the same items
    assert newest_fitting([], None) == (load("ita", 2569), False)


def test_numbers_alone_tell_that_a_form_is_longer() -> None:
    assert newest_fitting([(number, "") for number in range(1, 44)], None)[0].year == 2566
    assert newest_fitting([(number, "") for number in range(1, 29)], None)[0].year == 2568


def test_a_paper_made_by_another_years_form_is_read_as_it_is_written() -> None:
    assert newest_fitting(listed(2566), 2568)[0].year == 2566


def test_a_few_garbled_names_do_not_take_a_paper_out_of_its_year() -> None:
    garbled = [(number, name[: len(name) // 3]) for number, name in listed(2566, range(1, 11))]
    assert newest_fitting(garbled, 2566)[0].year == 2566


def test_a_year_without_a_framework_is_served_provisionally_unless_a_form_fits() -> None:
    assert newest_fitting([], 2570) == (load("ita", 2569), True)
    assert newest_fitting(listed(2566), 2570) == (load("ita", 2566), False)
