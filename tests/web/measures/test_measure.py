"""The page of a measure: plan, time, results with evidence, comments, history, and what it was last year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from prongsai.core.measures.content import MeasureContent
from prongsai.web.accounts.models import Person
from prongsai.web.evidence import actions as evidence
from prongsai.web.measures import actions, queries
from prongsai.web.measures.models import Comment, Measure
from tests.cast import Cast
from tests.factories.busy import busy_year
from tests.factories.pictures import upload

SignIn = Callable[[Person], Client]
CONTENT = MeasureContent(1, 4, "กำกับทรัพย์สิน", ("ทำคู่มือ", "ชี้แจง"), ("กองช่าง",), "ต.ค. ๖๗ - มี.ค. ๖๘", ("รายงาน",))

pytestmark = pytest.mark.usefixtures("april")


@pytest.fixture
def measure(cast: Cast) -> Measure:
    old = actions.create_plan(by=cast.somying, agency=cast.agency, fiscal_year=2568)
    last = actions.add_measures(by=cast.somying, plan=old, contents=[CONTENT])[0]
    actions.record_progress(
        by=cast.somying, measure=last, on=date(2025, 2, 1), text="ปีก่อนทำคู่มือแล้ว", status="in_progress"
    )
    plan = actions.create_plan(by=cast.somying, agency=cast.agency, fiscal_year=2569)
    return actions.carry_over(by=cast.somying, plan=plan, source=old)[0]


def _url(measure: Measure, path: str = "") -> str:
    return f"/a/tha-khong/2569/measures/{measure.pk}/{path}"


def _page(client: Client, measure: Measure) -> str:
    response = client.get(_url(measure))
    assert response.status_code == 200
    return response.content.decode()


def test_a_stranger_is_asked_to_sign_in(client: Client, measure: Measure) -> None:
    assert client.get(_url(measure))["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("path", ["", "comment/"])
def test_the_neighbour_finds_nothing(cast: Cast, measure: Measure, signed_in: SignIn, path: str) -> None:
    client = signed_in(cast.somsak)
    for address in (_url(measure, path), f"/a/nong-saeng/2569/measures/{measure.pk}/{path}"):
        assert client.post(address, {"text": "ก"}).status_code in {404, 405}
        assert client.get(address).status_code in {404, 405}
    assert not Comment.objects.of(cast.agency).exists()


def test_a_measure_of_another_year_is_not_in_this_one(cast: Cast, measure: Measure, signed_in: SignIn) -> None:
    assert signed_in(cast.somying).get(f"/a/tha-khong/2568/measures/{measure.pk}/").status_code == 404


def test_it_shows_what_was_planned(cast: Cast, measure: Measure, signed_in: SignIn) -> None:
    page = _page(signed_in(cast.wichai), measure)
    for text in ("กำกับทรัพย์สิน", "ทำคู่มือ", "ชี้แจง", "กองช่าง", "รายงาน", "1 ต.ค. 2568 – 31 มี.ค. 2569", "เกินกำหนด"):
        assert text in page


def test_the_picture_of_its_time_has_words_too(cast: Cast, measure: Measure, signed_in: SignIn) -> None:
    response = signed_in(cast.wichai).get(_url(measure))
    assert response.context["drawing"].today is not None
    assert 'role="img"' in response.content.decode()
    assert "จุด: ผลที่บันทึก" not in response.content.decode()
    actions.record_progress(by=cast.wichai, measure=measure, on=date(2025, 12, 1), text="แจกแล้ว", status="in_progress")
    assert "จุด: ผลที่บันทึก" in _page(signed_in(cast.wichai), measure)


def test_results_come_newest_first_with_their_photos(cast: Cast, measure: Measure, signed_in: SignIn) -> None:
    photo = evidence.add_file(by=cast.wichai, agency=cast.agency, upload=upload(), fiscal_year=2569)
    for day, text, pieces in ((1, "ผลที่หนึ่ง", []), (2, "ผลที่สอง", [photo])):
        actions.record_progress(
            by=cast.wichai, measure=measure, on=date(2025, 12, day), text=text, status="in_progress", evidence=pieces
        )
    page = _page(signed_in(cast.malee), measure)
    assert page.index("ผลที่สอง") < page.index("ผลที่หนึ่ง")
    assert f'src="/a/tha-khong/evidence/{photo.pk}/small"' in page
    assert "ยังไม่มีหลักฐาน" in page


def test_it_shows_what_became_of_it_last_year(cast: Cast, measure: Measure, signed_in: SignIn) -> None:
    page = _page(signed_in(cast.wichai), measure)
    assert "ปีก่อนทำคู่มือแล้ว" in page
    assert f'href="/a/tha-khong/2568/measures/{measure.carried_from_id}/"' in page


def test_who_may_write_has_the_buttons(cast: Cast, measure: Measure, signed_in: SignIn) -> None:
    record, edit = f'href="{_url(measure, "record/")}"', f'href="{_url(measure, "edit/")}"'
    coordinator, officer, reader = (_page(signed_in(one), measure) for one in (cast.somying, cast.wichai, cast.prasert))
    assert record in coordinator and edit in coordinator
    assert record in officer and edit not in officer
    assert record not in reader and "ไม่มีสิทธิ์" in reader


def test_only_who_may_see_the_history_sees_it(cast: Cast, measure: Measure, signed_in: SignIn) -> None:
    kept = queries.content_of(queries.measures_in(measure.plan)[0])
    content = MeasureContent(**{**{n: getattr(kept, n) for n in kept.__slots__}, "title": "ชื่อใหม่"})
    actions.change_measure(by=cast.somying, measure=measure, content=content, version=1)
    assert "แก้ไขมาตรการ" in _page(signed_in(cast.malee), measure)
    assert "แก้ไขมาตรการ" not in _page(signed_in(cast.wichai), measure)


def test_a_comment_is_kept_with_its_writer(cast: Cast, measure: Measure, signed_in: SignIn) -> None:
    response = signed_in(cast.prasert).post(_url(measure, "comment/"), {"text": "ขอภาพ <b>เพิ่ม</b>"}, follow=True)
    assert "ขอภาพ &lt;b&gt;เพิ่ม&lt;/b&gt;" in response.content.decode()
    assert Comment.objects.of(cast.agency).get().by == cast.prasert


def test_an_empty_comment_is_told(cast: Cast, measure: Measure, signed_in: SignIn) -> None:
    response = signed_in(cast.prasert).post(_url(measure, "comment/"), {"text": "  "})
    assert (response.status_code, Comment.objects.of(cast.agency).exists()) == (422, False)
    assert "โปรดเขียนความเห็นก่อนส่ง" in response.content.decode()


def test_a_removed_measure_says_so_and_offers_nothing(cast: Cast, measure: Measure, signed_in: SignIn) -> None:
    actions.remove_measure(by=cast.somying, measure=measure)
    page = _page(signed_in(cast.somying), measure)
    assert "ถูกนำออกจากแผน" in page
    assert _url(measure, "record/") not in page


def test_it_costs_at_most_twelve_queries(
    cast: Cast, signed_in: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    old = busy_year(cast.agency, cast.somying, 2568)
    plan = actions.create_plan(by=cast.somying, agency=cast.agency, fiscal_year=2569)
    measure = actions.carry_over(by=cast.somying, plan=plan, source=old)[0]
    for day in range(1, 29):
        actions.record_progress(
            by=cast.somying, measure=measure, on=date(2026, 2, day), text=f"ครั้งที่ {day}", status="in_progress"
        )
        actions.add_comment(by=cast.malee, measure=measure, text="รับทราบ")
    client = signed_in(cast.somying)
    with django_assert_max_num_queries(12):
        assert len(client.get(_url(measure)).context["view"].entries) == 25
