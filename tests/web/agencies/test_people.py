"""People and divisions: the list, adding, changing, ending."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Division, Membership
from tests.cast import PASSWORD, Cast
from tests.site.page_checker import check_page

SignIn = Callable[[Person], Client]
PEOPLE = "/a/tha-khong/people/"
NEWCOMER = {
    "full_name": "นางสาวใหม่ ตั้งใจ",
    "username": "mai",
    "password": "ปลาทู กระดาษ ร่มไม้",
    "role": "officer",
    "position": "เจ้าพนักงานธุรการ",
}


def test_it_shows_people_divisions_and_the_agency(cast: Cast, signed_in: SignIn) -> None:
    answer = signed_in(cast.wichai).get(PEOPLE)
    check_page(answer)
    for said in ("นางสมหญิง ใจซื่อ", "กองการศึกษา", "บ้านหมี่"):
        assert said in answer.content.decode()
    assert "นายสมศักดิ์" not in answer.content.decode() and "เพิ่มบุคลากร" not in answer.content.decode()


def test_it_costs_at_most_twelve_queries(cast: Cast, signed_in: SignIn, django_assert_max_num_queries: object) -> None:
    for number in range(30):
        person = Person.objects.create(username=f"p{number}", full_name=f"คนที่ {number}")
        Membership.objects.add(
            agency=cast.agency, person=person, role="officer", division=cast.works, since="2025-10-01"
        )
    client = signed_in(cast.somying)
    with django_assert_max_num_queries(12):  # type: ignore[operator]  # pytest-django's fixture has no public type
        client.get(PEOPLE)


def test_a_coordinator_adds_a_person_who_can_sign_in(cast: Cast, signed_in: SignIn) -> None:
    sent = {**NEWCOMER, "division": str(cast.works.pk)}
    answer = signed_in(cast.somying).post(f"{PEOPLE}add/", sent, follow=True)
    check_page(answer)
    assert "เพิ่มบุคลากรแล้ว" in answer.content.decode()
    assert Person.objects.get(username="mai").check_password(NEWCOMER["password"])


@pytest.mark.parametrize(
    "wrong", [{"username": "ก"}, {"password": "short"}, {"role": "king"}, {"full_name": ""}, {"username": "wichai"}]
)
def test_bad_input_is_told_and_adds_nobody(cast: Cast, signed_in: SignIn, wrong: dict[str, str]) -> None:
    before = Person.objects.count()
    sent = {**NEWCOMER, "division": str(cast.works.pk), **wrong}
    answer = signed_in(cast.somying).post(f"{PEOPLE}add/", sent)
    check_page(answer)
    assert "โปรดแก้ไขก่อน" in answer.content.decode() and Person.objects.count() == before


def test_an_officer_may_not_add_people(cast: Cast, signed_in: SignIn) -> None:
    assert signed_in(cast.wichai).post(f"{PEOPLE}add/", NEWCOMER).status_code == 403


def test_somebody_of_another_agency_is_not_there_to_be_changed(cast: Cast, signed_in: SignIn) -> None:
    stranger = Membership.objects.of(cast.neighbour).get()
    client = signed_in(cast.somying)
    assert client.get(reverse("agencies:edit_member", args=["tha-khong", stranger.pk])).status_code == 404
    assert client.post(reverse("agencies:end_member", args=["tha-khong", stranger.pk])).status_code == 404


def test_who_leaves_no_longer_gets_in(cast: Cast, signed_in: SignIn) -> None:
    membership = Membership.objects.of(cast.agency).get(person=cast.wichai)
    client = signed_in(cast.somying)
    check_page(client.get(reverse("agencies:edit_member", args=["tha-khong", membership.pk])))
    client.post(reverse("agencies:end_member", args=["tha-khong", membership.pk]))
    assert signed_in(cast.wichai).get(PEOPLE).status_code == 404


def test_a_division_is_put_out_of_use_and_stays_in_the_list(cast: Cast, signed_in: SignIn) -> None:
    client, address = signed_in(cast.somying), reverse("agencies:edit_division", args=["tha-khong", cast.education.pk])
    check_page(client.get(address))
    client.post(address, {"name": "กองการศึกษา"})
    assert not Division.objects.of(cast.agency).get(pk=cast.education.pk).active
    assert "ไม่ใช้งาน" in client.get(PEOPLE).content.decode()


def test_two_divisions_do_not_share_a_name(cast: Cast, signed_in: SignIn) -> None:
    answer = signed_in(cast.somying).post(reverse("agencies:add_division", args=["tha-khong"]), {"name": "กองช่าง"})
    check_page(answer)
    assert "มีส่วนราชการชื่อ" in answer.content.decode()


def test_the_first_password_is_changed_before_anything_else(cast: Cast, signed_in: SignIn) -> None:
    signed_in(cast.somying).post(f"{PEOPLE}add/", {**NEWCOMER, "division": str(cast.works.pk)})
    client = signed_in(Person.objects.get(username="mai"))
    assert client.get(PEOPLE)["Location"] == reverse("account_change_password")


def test_somebody_who_has_an_account_keeps_the_own_password(cast: Cast, signed_in: SignIn) -> None:
    sent = {**NEWCOMER, "username": "somsak", "full_name": " นายสมศักดิ์  คนนอก", "division": str(cast.works.pk)}
    answer = signed_in(cast.somying).post(f"{PEOPLE}add/", sent, follow=True)
    assert "รหัสผ่านเดิมของตน" in answer.content.decode()
    cast.somsak.refresh_from_db()
    assert cast.somsak.check_password(PASSWORD) and not cast.somsak.must_change_password
    assert Membership.objects.of(cast.agency).filter(person=cast.somsak, until=None).exists()


def test_a_namesake_of_another_agency_does_not_get_in(cast: Cast, signed_in: SignIn) -> None:
    sent = {**NEWCOMER, "username": "somsak", "division": str(cast.works.pk)}
    answer = signed_in(cast.somying).post(f"{PEOPLE}add/", sent)
    assert "มีผู้ใช้แล้ว โปรดใช้ชื่ออื่น" in answer.content.decode()
    assert not Membership.objects.of(cast.agency).filter(person=cast.somsak).exists()
