"""A measure of a weak point: one click, once, with the reason where the plan is approved."""

import pytest

from prongsai.core.access.decision import Refused
from prongsai.web.measures import actions as measures
from prongsai.web.measures.models import Measure, Plan
from prongsai.web.weak_points import actions, queries
from prongsai.web.weak_points.models import WeakPointMeasure
from tests.web.weak_points.story import OF, YEAR, failed_item, plan, result

URL = f"/a/tha-khong/{YEAR}/weak-points/measures/"


def sent(client, *codes, **more):
    return client.post(URL, {"of": OF, "code": codes, **more})


def made(cast):
    return list(Measure.objects.of(cast.agency).filter(plan__fiscal_year=YEAR, removed_at=None).order_by("order"))


def test_it_sends_a_stranger_to_sign_in_and_does_not_exist_for_another_agency(client, cast, signed_in):
    assert client.post(URL).status_code == 302
    assert signed_in(cast.somsak).post(URL).status_code == 404


def test_an_officer_may_not(cast, signed_in):
    result(cast)
    assert sent(signed_in(cast.wichai), "8").status_code == 403
    assert not made(cast)


def test_one_click_makes_a_measure_filled_from_the_recommendation_and_leads_to_it(cast, signed_in):
    result(cast)
    plan(cast)
    response = sent(signed_in(cast.somying), "8")
    measure = made(cast)[-1]
    assert response["Location"] == f"/a/tha-khong/{YEAR}/measures/{measure.pk}/"
    assert (measure.number, measure.indicator) == (2, 8)
    assert next(one.text for one in measure.steps.all()) == "ควรเปิดให้ประชาชนมีส่วนร่วมมากขึ้น"
    assert measure.monitoring


def test_a_second_click_leads_to_the_same_measure(cast, signed_in):
    result(cast)
    plan(cast)
    client = signed_in(cast.somying)
    first, second = sent(client, "8"), sent(client, "8")
    assert first["Location"] == second["Location"]
    assert len(made(cast)) == 2
    assert WeakPointMeasure.objects.of(cast.agency).count() == 1


def test_where_there_is_no_plan_it_is_begun(cast, signed_in):
    result(cast)
    sent(signed_in(cast.somying), failed_item(cast))
    assert Plan.objects.of(cast.agency).get(fiscal_year=YEAR).state == Plan.State.DRAFT
    assert "ให้ครบองค์ประกอบ" in made(cast)[0].title


def test_an_approved_plan_asks_for_the_reason_and_keeps_what_was_chosen(cast, signed_in):
    result(cast)
    plan(cast, approved=True)
    client = signed_in(cast.somying)
    asked = sent(client, "8", "2")
    assert asked.status_code == 200
    assert asked.content.decode().count('name="code"') == 2
    assert sent(client, "8", reason=" ").status_code == 422
    assert len(made(cast)) == 1
    sent(client, "8", "2", reason="ผลการประเมินประกาศหลังอนุมัติแผน")
    assert len(made(cast)) == 3


def test_a_closed_plan_is_told_and_stays_as_it_is(cast, signed_in):
    result(cast)
    measures.close_plan(by=cast.somying, plan=plan(cast, approved=True))
    client = signed_in(cast.somying)
    response = client.post(URL, {"of": OF, "code": ["8"]}, follow=True)
    assert "ปิดแล้ว" in response.content.decode()
    assert len(made(cast)) == 1


def test_several_at_once_stand_in_the_order_chosen_and_lead_back(cast, signed_in):
    result(cast)
    plan(cast)
    response = sent(signed_in(cast.somying), "2", "8")
    assert response["Location"].endswith(f"/weak-points/?of={OF}")
    assert [one.indicator for one in made(cast)] == [3, 2, 8]


@pytest.mark.parametrize("codes", [[], ["O99"], ["8", "<script>"]])
def test_what_is_no_weak_point_is_refused_by_name_and_nothing_is_made(cast, signed_in, codes):
    result(cast)
    plan(cast)
    response = signed_in(cast.somying).post(URL, {"of": OF, "code": codes}, follow=True)
    assert "โปรดเลือก" in response.content.decode()
    assert len(made(cast)) == 1


def test_a_measure_that_was_taken_out_gives_its_place_up(cast):
    result(cast)
    plan(cast)
    sight = queries.sight_of(cast.agency, YEAR)
    (first,) = actions.make_measures(by=cast.somying, sight=sight, codes=["8"])
    measures.remove_measure(by=cast.somying, measure=first)
    (second,) = actions.make_measures(by=cast.somying, sight=sight, codes=["8"])
    assert second.pk != first.pk
    assert WeakPointMeasure.objects.of(cast.agency).get().measure_id == second.pk


def test_without_a_result_nothing_is_a_weak_point(cast):
    with pytest.raises(Refused):
        actions.make_measures(by=cast.somying, sight=queries.sight_of(cast.agency, YEAR), codes=["8"])
