"""Withdrawing: a page that says what the public will see, and a reason."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from prongsai.web.accounts.models import Person
from prongsai.web.published import actions
from prongsai.web.published.models import Withdrawal
from tests.cast import Cast
from tests.web.published.made import content

SignedIn = Callable[[Person], Client]
URL = "/a/tha-khong/published/2569/o12/withdraw/"
HERE = "/a/tha-khong/published/2569/o12/"


@pytest.fixture
def two(cast: Cast) -> None:
    """Two versions."""
    actions.publish(by=cast.somying, agency=cast.agency, content=content())
    actions.publish(by=cast.somying, agency=cast.agency, content=content("แก้ไข"), reason="แก้ไข")


pytestmark = pytest.mark.usefixtures("two")


def _gone(cast: Cast) -> list[int]:
    return sorted(one.edition.number for one in Withdrawal.objects.of(cast.agency).select_related("edition"))


def test_a_stranger_is_asked_to_sign_in(client: Client, cast: Cast) -> None:
    assert client.get(URL).headers["Location"].startswith("/accounts/login/")


def test_another_agency_finds_nothing(cast: Cast, signed_in: SignedIn) -> None:
    assert signed_in(cast.somsak).post(URL, {"which": "all", "reason": "ผิด"}).status_code == 404
    assert _gone(cast) == []


def test_who_may_not_publish_may_not_withdraw(cast: Cast, signed_in: SignedIn) -> None:
    assert signed_in(cast.wichai).get(URL).status_code == 403
    assert signed_in(cast.wichai).post(URL, {"which": "all", "reason": "ผิด"}).status_code == 403
    assert _gone(cast) == []


def test_it_says_what_the_public_will_see(cast: Cast, signed_in: SignedIn) -> None:
    page = signed_in(cast.prasert).get(f"{URL}?number=1").content.decode()
    assert "สิ่งที่ประชาชนจะเห็น" in page
    assert "http://127.0.0.1:8000/tha-khong/2569/o12" in page
    assert re.search(r'<input[^>]*value="1"[^>]*checked', page)


def test_all_versions_are_withdrawn(cast: Cast, signed_in: SignedIn) -> None:
    answer = signed_in(cast.prasert).post(URL, {"which": "all", "reason": "มีชื่อผู้ร้องเรียน"}, follow=True)
    assert answer.redirect_chain == [(HERE, 302)]
    assert "ถอนการเผยแพร่แล้ว 2 ฉบับ" in answer.content.decode()
    assert _gone(cast) == [1, 2]


def test_one_version_is_withdrawn(cast: Cast, signed_in: SignedIn) -> None:
    signed_in(cast.prasert).post(URL, {"which": "1", "reason": "มีชื่อบุคคล"})
    assert _gone(cast) == [1]


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"which": "all", "reason": "  "}, "โปรดระบุเหตุผลที่ถอนการเผยแพร่"),
        ({"which": "7", "reason": "ผิด"}, "สิ่งที่จะถอน"),
        ({"reason": "ผิด"}, "สิ่งที่จะถอน"),
        ({"which": "all", "reason": "ก" * 1001}, "เหตุผล"),
    ],
)
def test_bad_input_is_told_and_nothing_is_withdrawn(
    cast: Cast, signed_in: SignedIn, sent: dict[str, str], said: str
) -> None:
    answer = signed_in(cast.prasert).post(URL, sent)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert _gone(cast) == []


def test_a_withdrawn_version_is_no_choice(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.prasert)
    client.post(URL, {"which": "1", "reason": "ผิด"})
    assert client.post(URL, {"which": "1", "reason": "ผิดอีก"}).status_code == 422
