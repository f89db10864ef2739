"""The history page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from prongsai.core.events.vocabulary import EventKind
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Membership
from prongsai.web.audit.actions import record
from tests.cast import Cast
from tests.site.page_checker import check_page

SignIn = Callable[[Person], Client]
HISTORY = "/a/tha-khong/history/"


@pytest.fixture
def renamed(cast: Cast) -> Cast:
    """A division that Somying renamed."""
    record(
        by=cast.somying,
        agency=cast.agency,
        kind=EventKind.DIVISION_CHANGED,
        subject=cast.works,
        before={"name": "กองโยธา"},
        after={"name": "กองช่าง"},
        reason="ตามโครงสร้างใหม่",
    )
    return cast


def test_it_says_who_changed_what_from_what_to_what_and_why(renamed: Cast, signed_in: SignIn) -> None:
    answer = signed_in(renamed.somying).get(HISTORY)
    check_page(answer)
    for said in ("นางสมหญิง ใจซื่อ", "แก้ไขส่วนราชการ", "กองโยธา", "ตามโครงสร้างใหม่"):
        assert said in answer.content.decode()


@pytest.mark.parametrize(
    ("asked", "found"),
    [("", True), ("?kind=division_changed", True), ("?kind=plan_created", False), ("?kind=x&person=y&page=z", True)],
)
def test_it_narrows_to_a_kind(renamed: Cast, signed_in: SignIn, asked: str, found: bool) -> None:
    answer = signed_in(renamed.somying).get(HISTORY + asked)
    check_page(answer)
    assert ("กองโยธา" in answer.content.decode()) is found


def test_it_narrows_to_a_person(renamed: Cast, signed_in: SignIn) -> None:
    client = signed_in(renamed.somying)
    assert "กองโยธา" in client.get(f"{HISTORY}?person={renamed.somying.pk}").content.decode()
    assert "กองโยธา" not in client.get(f"{HISTORY}?person={renamed.wichai.pk}").content.decode()


def test_an_officer_may_not_read_it(cast: Cast, signed_in: SignIn) -> None:
    assert signed_in(cast.wichai).get(HISTORY).status_code == 403


def test_who_has_left_can_still_be_chosen(renamed: Cast, signed_in: SignIn) -> None:
    Membership.objects.of(renamed.agency).filter(person=renamed.somying).update(until="2026-01-01")
    page = signed_in(renamed.prasert).get(HISTORY).content.decode()
    assert f'<option value="{renamed.somying.pk}">นางสมหญิง ใจซื่อ</option>' in page
    assert f'<option value="{renamed.malee.pk}">' not in page
