"""The page of one's own account."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from prongsai.web.accounts.models import Person
from tests.cast import PASSWORD, Cast
from tests.site.page_checker import check_page

SignIn = Callable[[Person], Client]
MINE = "/me/"


def test_it_sends_strangers_to_sign_in(db: None) -> None:
    assert Client().get(MINE)["Location"] == f"{reverse('account_login')}?next={MINE}"


def test_it_says_who_one_is(cast: Cast, signed_in: SignIn) -> None:
    answer = signed_in(cast.somying).get(MINE)
    check_page(answer)
    for said in ("นางสมหญิง ใจซื่อ", cast.agency.name, "นักวิเคราะห์นโยบายและแผนชำนาญการ", "ผู้ประสานงาน ITA"):
        assert said in answer.content.decode()


def test_it_keeps_e_mail_and_language(cast: Cast, signed_in: SignIn) -> None:
    cast.somying.set_password(PASSWORD)
    cast.somying.save()
    client = signed_in(cast.somying)
    answer = client.post(MINE, {"email": "somying@example.org", "language": "en", "password": PASSWORD}, follow=True)
    cast.somying.refresh_from_db()
    assert (cast.somying.email, cast.somying.language) == ("somying@example.org", "en")
    assert "Your account was saved." in answer.content.decode()


@pytest.mark.parametrize("password", ["", "ผิด"])
def test_a_new_e_mail_needs_the_password_and_the_language_does_not(
    cast: Cast, signed_in: SignIn, password: str
) -> None:
    cast.somying.set_password(PASSWORD)
    cast.somying.save()
    client = signed_in(cast.somying)
    sent = {"email": "thief@example.org", "language": "th", "password": password}
    assert client.post(MINE, sent).status_code == 422
    assert client.post(MINE, {"email": "", "language": "en"}).status_code == 302
    cast.somying.refresh_from_db()
    assert (cast.somying.email, cast.somying.language) == ("", "en")


@pytest.mark.parametrize(
    "sent",
    [
        {"email": "no address", "language": "th"},
        {"email": "", "language": "xx"},
        {"email": "SOMSAK@example.org", "language": "th"},
    ],
)
def test_it_changes_nothing_where_the_input_is_bad(cast: Cast, signed_in: SignIn, sent: dict[str, str]) -> None:
    Person.objects.filter(pk=cast.somsak.pk).update(email="somsak@example.org")
    answer = signed_in(cast.somying).post(MINE, sent)
    check_page(answer)
    cast.somying.refresh_from_db()
    assert answer.status_code == 422 and (cast.somying.email, cast.somying.language) == ("", "th")


def test_nobody_renames_oneself(cast: Cast, signed_in: SignIn) -> None:
    signed_in(cast.somying).post(MINE, {"email": "", "language": "th", "full_name": "อื่น", "username": "other"})
    cast.somying.refresh_from_db()
    assert (cast.somying.full_name, cast.somying.username) == ("นางสมหญิง ใจซื่อ", "somying")
