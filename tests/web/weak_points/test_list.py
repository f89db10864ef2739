"""The page of weak points: what is behind a result, in the order of what mending it brings."""

import re

import pytest

from prongsai.web.assessments import actions as assessments
from prongsai.web.assessments.queries import result_of
from prongsai.web.weak_points import actions, queries
from tests.web.weak_points.story import OF, TEN, YEAR, failed_item, plan, result

URL = f"/a/tha-khong/{YEAR}/weak-points/"


pytestmark = pytest.mark.usefixtures("in_english")


def page(client, query="", status=200):
    response = client.get(URL + query)
    assert response.status_code == status
    return response.content.decode()


def bare(html):
    return " ".join(re.sub("<[^>]*>", " ", html).split())


def test_it_sends_a_stranger_to_sign_in(client, cast):
    assert client.get(URL).status_code == 302


def test_it_does_not_exist_for_another_agency(cast, signed_in):
    assert signed_in(cast.somsak).get(URL).status_code == 404


def test_without_a_result_it_says_where_to_enter_it(cast, signed_in):
    html = page(signed_in(cast.somying))
    assert f"/a/tha-khong/{OF}/result/" in html
    assert "not here yet" in html


def test_without_that_result_another_year_is_offered_and_never_taken_by_itself(cast, signed_in):
    result(cast, 2567)
    client = signed_in(cast.somying)
    assert f'href="{URL}?of=2567"' in page(client)
    chosen = page(client, "?of=2567")
    assert "not at that of the year before the plan (2568)" in bare(chosen)
    assert "85." in chosen


def test_a_result_without_one_indicator_is_told_by_its_number(cast, signed_in):
    known = result(cast)
    row = result_of(cast.agency, OF)
    fewer = {number: score for number, score in TEN.items() if number != 7}
    assessments.record_known(
        by=cast.somying,
        agency=cast.agency,
        known=type(known)(OF, fewer),
        source="ทดสอบ",
        version=row.version,
    )
    text = bare(page(signed_in(cast.somying)))
    assert "not complete" in text
    assert "nothing is known of indicator 7" in text


def test_it_ranks_by_points_and_shows_remark_recommendation_items_and_level(cast, signed_in):
    result(cast)
    html = page(signed_in(cast.somying))
    won = [float(one) for one in re.findall(r"<strong>\+([\d.]+)</strong>", html)]
    assert won == sorted(won, reverse=True)
    assert len(won) >= 9
    text = bare(html)
    assert "ไม่พบมาตรการจัดการความเสี่ยง" in text
    assert "ควรเปิดให้ประชาชนมีส่วนร่วมมากขึ้น" in text
    assert "To the next level" in text
    assert f"/a/tha-khong/{YEAR}/disclosures/" in html


def test_it_narrows_to_one_of_the_two_lists(cast, signed_in):
    result(cast)
    urgent = bare(page(signed_in(cast.somying), "?kind=urgent"))
    assert "1. Indicator 8" in urgent
    assert "การปฏิบัติหน้าที่" not in bare(page(signed_in(cast.somying), "?kind=urgent&of=2568")).split("Ranked")[1]


def test_a_measure_of_a_former_year_that_dealt_with_it_is_named(cast, signed_in):
    result(cast)
    plan(cast, year=2567)
    assert "2567: ยกระดับการใช้อำนาจ" in bare(page(signed_in(cast.somying)))


def test_a_weak_point_that_has_a_measure_leads_to_it(cast, signed_in):
    result(cast)
    sight = queries.sight_of(cast.agency, YEAR)
    (measure,) = actions.make_measures(by=cast.somying, sight=sight, codes=["8"])
    assert f"/a/tha-khong/{YEAR}/measures/{measure.pk}/" in page(signed_in(cast.somying))


def test_who_may_not_edit_sees_the_reason_instead_of_the_button(cast, signed_in):
    result(cast)
    html = page(signed_in(cast.wichai))
    assert "Make a measure" not in html


@pytest.mark.parametrize("query", ["?of=abc", "?of=99999999999999999999", "?page=zzz", "?kind=none"])
def test_a_strange_address_is_no_error(cast, signed_in, query):
    result(cast)
    page(signed_in(cast.somying), query)


def test_it_asks_the_database_at_most_twelve_times(cast, signed_in, django_assert_max_num_queries):
    result(cast)
    for year in (2565, 2566, 2567):
        plan(cast, year=year)
    plan(cast)
    client = signed_in(cast.somying)
    client.get(URL)
    with django_assert_max_num_queries(12):
        client.get(URL)


def test_an_item_stands_under_its_code_of_the_planned_year(cast, signed_in):
    result(cast)
    planned = queries.sight_of(cast.agency, YEAR).planned
    code = planned.items_about("risk-assessment")[0].code
    html = page(signed_in(cast.somying))
    assert failed_item(cast) in html
    assert f"/a/tha-khong/{YEAR}/disclosures/{code}/" in html
