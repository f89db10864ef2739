"""Many results together, exactly."""

from __future__ import annotations

import json
from fractions import Fraction
from statistics import quantiles

from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.country.hundredths import mean, median, quantile, shown, shown_change
from prongsai.core.country.outliers import FEWEST, Rule, outliers
from prongsai.core.country.scope import COUNTRY, Reach, Scope, scope_at, scopes_of
from prongsai.core.country.summary import Row, from_json, summarise

TEN = (9000,) * 10


def row(body: int, total: int | None, *, change: int | None = None, kind: str = "a", province: str = "ลพบุรี") -> Row:
    if total is None:
        return Row(body, kind, province)
    return Row(body, kind, province, total, TEN, "A", change)


def test_a_summary_counts_who_is_there_and_who_is_missing() -> None:
    found = summarise([row(1, 9000, change=100), row(2, 8000, change=-50), row(3, 7001, change=0), row(4, None)])
    assert (found.bodies, found.with_result, found.missing) == (4, 3, 1)
    assert (found.mean, found.lowest, found.median, found.highest) == (8000, 7001, 8000, 9000)
    assert (found.up, found.down, found.same, found.change) == (1, 1, 1, 17)
    assert found.histogram[90] == found.histogram[80] == found.histogram[70] == 1
    assert found.levels == {"A": 3}


def test_groups_are_those_of_kind_and_province() -> None:
    found = summarise([row(1, 9000, kind="a"), row(2, 8000, kind="b", province="สระบุรี"), row(3, None, kind="b")])
    of_b, lopburi = found.kind("b"), found.province("ลพบุรี")
    assert of_b and (of_b.bodies, of_b.with_result, of_b.mean) == (2, 1, 8000)
    assert lopburi and (lopburi.bodies, lopburi.mean, lopburi.indicators) == (2, 9000, TEN)


def test_nothing_at_all_has_no_mean() -> None:
    found = summarise([])
    assert (found.mean, found.median, found.highest, found.bodies) == (None, None, None, 0)


def test_a_full_score_stands_in_the_last_bar() -> None:
    assert summarise([row(1, 10_000)]).histogram[99] == 1


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=40))
def test_a_summary_comes_back_from_storage(totals: list[int]) -> None:
    found = summarise([row(at, total, change=total - 5000) for at, total in enumerate(totals)])
    assert from_json(json.loads(json.dumps(found.as_json()))) == found


@given(st.lists(st.integers(0, 10_000), min_size=2, max_size=60))
def test_quartiles_are_those_of_the_textbook(values: list[int]) -> None:
    ordered = sorted(values)
    own = [quantile(ordered, Fraction(at, 4)) for at in (1, 2, 3)]
    assert all(
        abs(a - b) <= 0.5 for a, b in zip(own, quantiles(values, n=4, method="inclusive"), strict=True) if a is not None
    )


def test_means_are_rounded_half_up() -> None:
    assert (mean([1, 2]), mean([-1, -2]), median([3, 1, 2]), mean([])) == (2, -1, 2, None)


def test_scores_are_shown_with_two_decimals() -> None:
    assert [shown(one) for one in (9765, 5, 10_000, None)] == ["97.65", "0.05", "100.00", ""]
    assert [shown_change(one) for one in (120, -35, 0, None)] == ["+1.20", "−0.35", "0.00", ""]


def alike(count: int) -> list[Row]:
    return [row(at, 9000, change=at % 5 * 10) for at in range(count)]


def test_a_change_far_from_that_of_its_kind_is_named() -> None:
    [one] = outliers([*alike(30), row(99, 9000, change=2000)])
    assert (one.body, one.rule, one.value, one.middle) == (99, Rule.CHANGE, 2000, 20)


def test_one_indicator_far_from_the_others_is_named_once() -> None:
    odd = Row(99, "a", "ลพบุรี", 8500, (9000,) * 8 + (4000, 9000), "A")
    [one] = outliers([*alike(30), odd])
    assert (one.body, one.rule, one.indicator, one.value) == (99, Rule.INDICATOR, 9, -5000)


def test_a_low_total_alone_is_no_outlier() -> None:
    assert outliers([*alike(30), Row(99, "a", "ลพบุรี", 4000, (4000,) * 10, "F", 0)]) == ()


def test_small_kinds_have_no_usual_distance() -> None:
    few = alike(FEWEST - 2)
    assert outliers([*few, row(99, 9000, change=5000)]) == ()
    assert outliers([*few, row(98, 9000, change=0), row(99, 9000, change=5000)])


def test_many_strange_values_do_not_hide_each_other() -> None:
    strange = [row(100 + at, 9000, change=3000) for at in range(9)]
    assert len(outliers([*alike(30), *strange])) == 9


def test_scopes_cover_what_lies_within() -> None:
    central, lopburi, khon_kaen = scope_at("central"), scope_at("ลพบุรี"), scope_at("ขอนแก่น")
    assert central and lopburi and khon_kaen
    assert COUNTRY.covers(central) and central.covers(lopburi) and not central.covers(khon_kaen)
    assert not lopburi.covers(central) and not lopburi.covers(COUNTRY) and not lopburi.covers_province("")
    assert scopes_of("ลพบุรี") == (COUNTRY, central, lopburi) and scopes_of("") == (COUNTRY,)
    assert scope_at("ที่ไหน") is None and scope_at("") is None
    assert Scope(Reach.PROVINCE, "กรุงเทพมหานคร").label.th == "กรุงเทพมหานคร"
