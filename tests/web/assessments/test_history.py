"""Results over the years: totals and levels of both eras, indicators as lines, items by subject."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.test import Client
from django.urls import reverse

from prongsai.core.scoring.known import ItemResult, KnownResult
from prongsai.frameworks import benchmarks
from prongsai.web.accounts.models import Person
from prongsai.web.assessments import actions, queries
from prongsai.web.assessments.lines import chart
from prongsai.web.assessments.trend import trend
from tests.cast import Cast

SignedIn = Callable[[Person], Client]
URL = "/a/tha-khong/history-of-results/"


def _known(year: int, score: str, **more: Any) -> KnownResult:
    value = Decimal(score)
    return KnownResult(year, indicators=dict.fromkeys(range(1, 11), value), total=value, **more)


def _three_years(cast: Cast) -> None:
    for known in (
        _known(2565, "83.5", items={"O11": ItemResult(Decimal(0)), "O1": ItemResult(Decimal(100))}),
        _known(2566, "90"),
        _known(2568, "96.25", items={"O1": ItemResult(Decimal(100)), "O6": ItemResult(Decimal(0), "ไม่ครบ")}),
    ):
        actions.record_known(by=cast.somying, agency=cast.agency, known=known, source="")


def test_levels_of_both_eras_and_changes_between_neighbouring_years(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    _three_years(cast)
    client = signed_in(cast.wichai)
    with django_assert_max_num_queries(12):
        page = client.get(URL).content.decode()
    for words in ("ผ่านดีเยี่ยม", ">B<", "+6.50", "96.25"):
        assert words in page
    found = trend(cast.agency, queries.history(cast.agency))
    assert [(row.year, row.change) for row in found.rows] == [(2568, ""), (2566, "+6.50"), (2565, "")]
    assert {one.change for one in found.series} == {""}  # 2567 is missing: nothing is told over a gap


def test_the_mean_of_the_country_stands_beside_with_its_source(cast: Cast, signed_in: SignedIn) -> None:
    _three_years(cast)
    mean = next(one for one in benchmarks() if (one.year, one.code, one.kind) == (2566, "total", None))
    page = signed_in(cast.somying).get(URL).content.decode()
    assert mean.mean is not None
    assert f"{mean.mean:.2f}" in page
    assert mean.origin.source in page.replace("&gt;", ">")
    assert "ยังไม่ทราบค่าเฉลี่ยของหน่วยงานประเภทเดียวกัน" in page


def test_an_indicator_has_the_mean_of_the_years_in_which_one_was_published(cast: Cast) -> None:
    _three_years(cast)
    told = {
        (one.number, year): beside.mean
        for one in trend(cast.agency, queries.history(cast.agency)).series
        for year, beside in one.country
    }
    published = {
        (int(one.code), one.year): f"{one.mean:.2f}"
        for one in benchmarks()
        if one.code.isdecimal() and one.kind is None and one.mean is not None
    }
    assert told == {key: mean for key, mean in published.items() if key[1] in {2565, 2566, 2568}}
    assert told


def test_items_of_other_years_stand_in_one_row_if_they_are_about_the_same(cast: Cast) -> None:
    _three_years(cast)
    subjects = trend(cast.agency, queries.history(cast.agency)).subjects
    structure = next(one for one in subjects if one.cells == ["O1: 100", "O1: 100"])
    assert not structure.lost
    plan = next(one for one in subjects if "O6: 0" in one.cells[1])
    assert plan.lost
    assert any("O11: 0" in one.cells[0] for one in subjects)


def test_a_year_without_a_score_breaks_the_line() -> None:
    drawn = chart([2564, 2565, 2566, 2568], [Decimal(80), Decimal(90), None, Decimal(100)])
    assert [point.year for point in drawn.points] == [2564, 2565, 2568]
    assert len(drawn.strokes) == 1
    heights = [float(point.y) for point in drawn.points]
    assert heights == sorted(heights, reverse=True)
    assert all(0 <= height <= drawn.height for height in heights)


def test_without_results_the_way_on_is_told(cast: Cast, signed_in: SignedIn) -> None:
    page = signed_in(cast.wichai).get(URL).content.decode()
    assert "ยังไม่มีผลการประเมิน" in page


def test_one_year_alone_has_no_lines(cast: Cast, signed_in: SignedIn) -> None:
    actions.record_known(by=cast.somying, agency=cast.agency, known=replace(_known(2568, "91"), total=None), source="")
    page = signed_in(cast.wichai).get(URL).content.decode()
    assert "91.00" in page
    assert 'class="chart"' not in page


def test_other_agencies_do_not_see_it(cast: Cast, signed_in: SignedIn) -> None:
    assert Client().get(URL).status_code == 302
    assert signed_in(cast.somsak).get(URL).status_code == 404
    assert reverse("assessments:history", args=["tha-khong"]) == URL
