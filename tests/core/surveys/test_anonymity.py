"""Nobody who subtracts what is told is left with one to four people: tried against an attacker who tries everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations, pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from prongsai.core.surveys.anonymity import LEAST, can_isolate, groups_to_show, step_of, steps, told_of_links

START = date(2026, 1, 5)
SMALL = range(1, LEAST)

people_by_cell = st.dictionaries(
    st.tuples(st.integers(0, 2), st.integers(0, 2)), st.sampled_from([1, 2, 3, 4, 5, 6, 9]), min_size=1, max_size=9
)
people_by_key = st.dictionaries(
    st.tuples(st.integers(0, 1), st.sampled_from([None, 0, 1, 2]), st.integers(0, 1)),
    st.sampled_from([1, 3, 4, 5, 7, 12]),
    min_size=1,
    max_size=9,
)
newcomers = st.lists(st.integers(0, 8), max_size=30)


def left_by_subtracting(figures: Sequence[frozenset[int]], cells: Sequence[int]) -> Iterator[int]:
    """How many people are in each set of cells that some sum of multiples of the figures is the count of."""
    base = _reduced([[Fraction(at in figure) for at in range(len(cells))] for figure in figures])
    for size in range(1, len(cells) + 1):
        for chosen in combinations(range(len(cells)), size):
            if _within(base, [Fraction(at in chosen) for at in range(len(cells))]):
                yield sum(cells[at] for at in chosen)


def _reduced(rows: list[list[Fraction]]) -> list[tuple[int, list[Fraction]]]:
    """Rows with their leading place, each place led by one row."""
    base: list[tuple[int, list[Fraction]]] = []
    for row in rows:
        rest = _without(base, row)
        lead = next((at for at, value in enumerate(rest) if value), None)
        if lead is not None:
            base.append((lead, [value / rest[lead] for value in rest]))
    return base


def _without(base: list[tuple[int, list[Fraction]]], row: list[Fraction]) -> list[Fraction]:
    for lead, known in base:
        row = [value - row[lead] * other for value, other in zip(row, known, strict=True)]
    return row


def _within(base: list[tuple[int, list[Fraction]]], row: list[Fraction]) -> bool:
    return not any(_without(base, row))


@given(people_by_cell)
@example({(0, 0): 5, (0, 1): 5, (1, 1): 5, (1, 0): 5})
@example({(0, 0): 5, (0, 1): 2, (1, 1): 9})  # all of group 0 answered in step 0: the step without them is two people
def test_the_smallest_cut_is_what_an_attacker_can_isolate(table: dict[tuple[int, int], int]) -> None:
    cells = list(table)
    rows = [frozenset(at for at, cell in enumerate(cells) if cell[0] == row) for row in range(3)]
    columns = [frozenset(at for at, cell in enumerate(cells) if cell[1] == column) for column in range(3)]
    left = left_by_subtracting(rows + columns, [table[cell] for cell in cells])
    assert can_isolate(table) == any(count in SMALL for count in left)


@given(people_by_key)
def test_groups_that_are_shown_isolate_nobody(people: dict[tuple[int, int | None, int], int]) -> None:
    by_step = Counter[int]()
    for (step, _, _), count in people.items():
        by_step[step] += count
    people = {key: count for key, count in people.items() if by_step[key[0]] >= LEAST}  # as steps makes them
    shown = groups_to_show(people)
    keys = list(people)
    told: list[tuple[int, Hashable]] = [*((0, step) for step in by_step), *shown]
    figures = [frozenset(at for at, key in enumerate(keys) if key[place] == value) for place, value in told]
    assert not [count for count in left_by_subtracting(figures, [people[key] for key in keys]) if count in SMALL]


def test_large_groups_are_shown() -> None:
    people = {("May", "women"): 9, ("May", "men"): 8, ("June", "women"): 7, ("June", "men"): 6}
    assert groups_to_show(people) == {(1, "women"), (1, "men")}


def test_the_group_that_would_tell_of_a_small_one_is_left_out_too() -> None:
    assert groups_to_show({(1, "women"): 12, (1, "men"): 3}) == frozenset()
    assert groups_to_show({(1, "a"): 12, (1, "b"): 7, (1, "c"): 3}) == {(1, "a")}


def test_who_is_in_no_group_counts_but_is_not_shown() -> None:
    assert groups_to_show({(1, "a"): 12, (1, None): 7}) == {(1, "a")}
    assert groups_to_show({(1, "a"): 12, (1, None): 2}) == frozenset()


def test_two_groupings_are_not_subtracted_from_each_other() -> None:
    heads_are_all_officials = {(1, "head", "official"): 6, (1, "staff", "official"): 2, (1, "staff", "hired"): 20}
    assert groups_to_show(heads_are_all_officials) == {(1, "staff"), (1, "head")}


def test_many_groups_and_many_steps_are_no_matter() -> None:
    people = {(step, group): 1 + (step * group) % 3 for step in range(60) for group in range(12)}
    assert len(groups_to_show(people)) == 12


@given(newcomers)
def test_between_two_looks_nobody_or_five_were_added(daily: list[int]) -> None:
    days = {START + timedelta(at): count for at, count in enumerate(daily)}
    told = set()
    for at in range(len(daily) + 2):
        today = START + timedelta(at)
        known = {day: count for day, count in days.items() if day <= today}  # of the rest nobody knows yet
        ends = steps(known, today)
        assert all(end < today for end in ends)
        told.add(sum(count for day, count in days.items() if ends and day <= ends[-1]))
    looks = sorted(told | {0})
    assert all(later - earlier >= LEAST for earlier, later in pairwise(looks))


def test_an_answer_belongs_to_the_step_that_ends_on_its_day_or_next() -> None:
    ends = steps({START: 3, START + timedelta(1): 2, START + timedelta(4): 4}, START + timedelta(9))
    assert ends == (START + timedelta(1),)
    assert step_of(START, ends) == START + timedelta(1)
    assert step_of(START + timedelta(4), ends) is None


def test_todays_answers_wait_for_tomorrow() -> None:
    assert steps({START: 40}, START) == ()
    assert steps({START: 40}, START + timedelta(1)) == (START,)


def test_used_links_are_told_in_fives_and_never_as_all() -> None:
    assert [told_of_links(used, 12) for used in (0, 4, 5, 9, 10, 12)] == [0, 0, 5, 5, 5, 5]
    assert told_of_links(4, 4) == 0
