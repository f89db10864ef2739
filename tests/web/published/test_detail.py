"""One publication with all its versions, for the officials."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.test import Client

from prongsai.web.accounts.models import Person
from prongsai.web.published import actions
from prongsai.web.published.models import Edition
from tests.cast import Cast
from tests.web.published.made import content, given

SignedIn = Callable[[Person], Client]
URL = "/a/tha-khong/published/2569/o12/"


def _publish(cast: Cast, text: str = "แผน", reason: str = "") -> Edition:
    return actions.publish(by=cast.somying, agency=cast.agency, content=content(text), files=[given()], reason=reason)


def test_a_stranger_is_asked_to_sign_in(client: Client, cast: Cast) -> None:
    assert client.get(URL).headers["Location"].startswith("/accounts/login/")


def test_another_agency_and_what_was_never_published_are_not_there(cast: Cast, signed_in: SignedIn) -> None:
    assert signed_in(cast.somying).get(URL).status_code == 404
    _publish(cast)
    assert signed_in(cast.somsak).get(URL).status_code == 404


def test_every_version_has_its_address_hash_reason_and_what_it_changed(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    first = _publish(cast)
    second = _publish(cast, "แผนใหม่", "พิมพ์ปีผิด")
    client = signed_in(cast.somying)
    with django_assert_max_num_queries(12):
        page = client.get(URL).content.decode()
    for edition in (first, second):
        assert edition.sha256 in page
        assert f"/tha-khong/2569/o12/v{edition.number}" in page
    assert "พิมพ์ปีผิด" in page
    assert "เพิ่ม 1 ย่อหน้า ตัดออก 1 ย่อหน้า" in page
    assert "plan.txt" in page


def test_it_has_a_line_to_copy(cast: Cast, signed_in: SignedIn) -> None:
    _publish(cast)
    page = signed_in(cast.wichai).get(URL).content.decode()
    assert 'value="แผนการใช้จ่ายงบประมาณ http://127.0.0.1:8000/tha-khong/2569/o12"' in page


def test_only_who_may_publish_is_offered_to_withdraw(cast: Cast, signed_in: SignedIn) -> None:
    _publish(cast)
    assert "withdraw/" in signed_in(cast.prasert).get(URL).content.decode()
    assert "withdraw/" not in signed_in(cast.wichai).get(URL).content.decode()


def test_of_a_withdrawn_version_nobody_reads_content_or_files(cast: Cast, signed_in: SignedIn) -> None:
    edition = _publish(cast)
    actions.withdraw(by=cast.prasert, publication=edition.publication, reason="มีข้อมูลผิด")
    page = signed_in(cast.somying).get(URL).content.decode()
    assert "มีข้อมูลผิด" in page
    assert "นายประเสริฐ ตั้งมั่น" in page
    assert "plan.txt" not in page
    assert "withdraw/" not in page
