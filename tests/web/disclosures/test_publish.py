"""Publishing an item: exactly what was looked at, with what is missing and what is personal said before."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from prongsai.core.disclosures.checklist import Mark
from prongsai.core.publication.content import Table
from prongsai.web.accounts.models import Person
from prongsai.web.disclosures import actions
from prongsai.web.disclosures.content import Words
from prongsai.web.disclosures.items import item_of
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.evidence.queries import Evidence
from prongsai.web.links.models import Link
from prongsai.web.published import queries as published
from tests.cast import Cast
from tests.factories.pictures import upload

SignedIn = Callable[[Person], Client]
YEAR = 2566
URL = "/a/tha-khong/2566/disclosures/O1/publish/"


def _row(cast: Cast) -> Disclosure:
    return Disclosure.objects.of(cast.agency).get(fiscal_year=YEAR, code="O1")


def _version(cast: Cast) -> int:
    row = Disclosure.objects.of(cast.agency).filter(fiscal_year=YEAR, code="O1").first()
    return row.version if row else 0


def _write(cast: Cast, text: str) -> None:
    where = {"by": cast.somying, "agency": cast.agency, "fiscal_year": YEAR, "code": "O1"}
    actions.write_words(**where, words=Words(text), version=_version(cast))  # type: ignore[arg-type]  # named above


def _tick_all(cast: Cast) -> None:
    item = item_of(cast.agency, YEAR, "O1")
    assert item is not None
    actions.set_ticks(
        by=cast.somying,
        agency=cast.agency,
        fiscal_year=YEAR,
        code="O1",
        marks=[Mark(one, None, "ย่อหน้าแรก") for one in item.components],
        version=_version(cast),
    )


def _attach(cast: Cast, file: SimpleUploadedFile | None = None, url: str = "", title: str = "ผังองค์กร") -> Evidence:
    return actions.attach_to_item(
        by=cast.somying, agency=cast.agency, fiscal_year=YEAR, code="O1", file=file, url=url, title=title
    )


def _form(page: str) -> dict[str, Any]:
    """What a browser sends of the page as it stands."""
    seen = re.search(r'name="seen" value="([0-9a-f]{64})"', page)
    assert seen
    files = re.findall(r'name="file" value="(\w+)" id="[\w-]+" checked', page)
    return {"seen": seen[1], "file": files}


def _publish(client: Client, **more: Any) -> Any:
    return client.post(URL, {**_form(client.get(URL).content.decode()), **more})


def _shown(cast: Cast) -> published.Shown:
    found = published.shown_at(cast.agency, YEAR, "o1")
    assert found is not None
    return found


def test_a_stranger_is_asked_to_sign_in(client: Client, cast: Cast) -> None:
    assert client.get(URL).headers["Location"].startswith("/accounts/login/")


def test_another_agency_finds_nothing(cast: Cast, signed_in: SignedIn) -> None:
    assert signed_in(cast.somsak).get(URL).status_code == 404


def test_who_may_not_publish_is_told_so(cast: Cast, signed_in: SignedIn) -> None:
    _write(cast, "โครงสร้างของเทศบาล")
    assert signed_in(cast.wichai).get(URL).status_code == 403
    assert signed_in(cast.wichai).post(URL, {"seen": "x"}).status_code == 403
    assert published.shown_at(cast.agency, YEAR, "o1") is None


def test_an_item_that_no_framework_has_is_not_there(cast: Cast, signed_in: SignedIn) -> None:
    assert signed_in(cast.somying).get(URL.replace("O1", "O99")).status_code == 404


def test_an_empty_item_cannot_be_published(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    assert 'name="seen"' not in client.get(URL).content.decode()
    answer = client.post(URL, {"seen": "0" * 64})
    assert answer.status_code == 422
    assert "ยังเผยแพร่ไม่ได้" in answer.content.decode()
    assert published.shown_at(cast.agency, YEAR, "o1") is None


def test_it_becomes_public_as_it_was_shown(cast: Cast, signed_in: SignedIn) -> None:
    _write(cast, "โครงสร้างของเทศบาล\n\n- สำนักปลัด\n- กองคลัง")
    _tick_all(cast)
    _attach(cast, url="https://www.tha-khong.example/structure")
    answer = _publish(signed_in(cast.somying))
    assert answer.headers["Location"] == "/a/tha-khong/2566/disclosures/O1/"
    content = _shown(cast).content
    assert content.sections[0].paragraphs == ("- สำนักปลัด", "- กองคลัง")
    assert [(one.title, one.url) for one in content.links] == [("ผังองค์กร", "https://www.tha-khong.example/structure")]
    assert all(part.where == ("เนื้อหาในหน้านี้ ย่อหน้าแรก",) for part in content.parts)
    assert content.lead == "โครงสร้างของเทศบาล"


def test_the_message_has_the_public_address(cast: Cast, signed_in: SignedIn) -> None:
    _write(cast, "โครงสร้าง")
    client = signed_in(cast.somying)
    _publish(client)
    page = client.get("/a/tha-khong/2566/disclosures/O1/").content.decode()
    assert "เผยแพร่ O1 แล้ว อ่านได้ที่ http://127.0.0.1:8000/tha-khong/2566/o1" in page


def test_tables_are_part_of_it(cast: Cast, signed_in: SignedIn) -> None:
    table = Table("อัตรากำลัง", ("กอง", "คน"), (("กองคลัง", "5"),), (1,))
    actions.add_table(
        by=cast.somying, agency=cast.agency, fiscal_year=YEAR, code="O1", table=table, version=_version(cast)
    )
    client = signed_in(cast.somying)
    assert "<caption>อัตรากำลัง</caption>" in client.get(URL).content.decode()
    _publish(client)
    assert _shown(cast).content.sections[0].tables == (table,)


@pytest.mark.parametrize(("whole", "status"), [(True, "done"), (False, "in_progress")])
def test_for_reports_it_is_done_where_every_component_is_shown(
    cast: Cast, signed_in: SignedIn, whole: bool, status: str
) -> None:
    _write(cast, "โครงสร้าง")
    if whole:
        _tick_all(cast)
    _publish(signed_in(cast.somying))
    assert _row(cast).status == status


def test_what_is_missing_is_said_before(cast: Cast, signed_in: SignedIn) -> None:
    _write(cast, "โครงสร้าง https://www.tha-khong.example/gone")
    Link.objects.of(cast.agency).update(state="broken")
    page = signed_in(cast.somying).get(URL).content.decode()
    assert "ยังไม่ได้ทำเครื่องหมาย" in page
    assert "ไม่มีไฟล์หรือลิงก์แนบ" in page
    assert "https://www.tha-khong.example/gone เปิดไม่ได้" in page


def test_a_photo_is_published_without_its_location(cast: Cast, signed_in: SignedIn) -> None:
    evidence = _attach(cast, upload())
    _publish(signed_in(cast.somying))
    (file,) = _shown(cast).files
    with file.file.open("rb") as opened:
        data = opened.read()
    assert b"Exif" not in data
    assert (file.sha256, file.content_type) == (hashlib.sha256(data).hexdigest(), "image/jpeg")
    assert file.sha256 != evidence.sha256


def test_a_file_without_its_tick_stays_inside(cast: Cast, signed_in: SignedIn) -> None:
    _write(cast, "โครงสร้าง")
    _attach(cast, upload())
    _publish(signed_in(cast.somying), file=[])
    assert _shown(cast).files == []


def test_what_changed_meanwhile_is_shown_again_and_nothing_is_public(cast: Cast, signed_in: SignedIn) -> None:
    _write(cast, "โครงสร้าง")
    client = signed_in(cast.somying)
    form = _form(client.get(URL).content.decode())
    _write(cast, "โครงสร้างที่ผู้อื่นแก้")
    answer = client.post(URL, form)
    assert answer.status_code == 422
    assert "โครงสร้างที่ผู้อื่นแก้" in answer.content.decode()
    assert published.shown_at(cast.agency, YEAR, "o1") is None


def test_personal_data_is_named_and_must_be_confirmed(cast: Cast, signed_in: SignedIn) -> None:
    _write(cast, "ติดต่อนางสาวทดสอบ ๐๘๑-๒๓๔-๕๖๗๘")
    client = signed_in(cast.somying)
    assert "อาจมีข้อมูลส่วนบุคคล" in client.get(URL).content.decode()
    assert _publish(client).status_code == 422
    assert published.shown_at(cast.agency, YEAR, "o1") is None
    assert _publish(client, confirmed="on").status_code == 302


def test_a_correction_says_what_differs_and_asks_why(cast: Cast, signed_in: SignedIn) -> None:
    _write(cast, "โครงสร้าง")
    client = signed_in(cast.somying)
    _publish(client)
    assert 'name="seen"' not in client.get(URL).content.decode(), "the same is not offered twice"
    _write(cast, "โครงสร้างใหม่")
    page = client.get(URL).content.decode()
    assert "ข้อความแรกเปลี่ยนเป็น “โครงสร้างใหม่”" in page
    assert _publish(client, reason=" ").status_code == 422
    answer = _publish(client, reason="ปรับตามคำสั่งใหม่")
    assert answer.status_code == 302
    assert [one.edition.reason for one in published.editions_of(_shown(cast).publication)] == ["ปรับตามคำสั่งใหม่", ""]


def test_what_was_written_is_kept_by_a_refusal(cast: Cast, signed_in: SignedIn) -> None:
    _write(cast, "โครงสร้าง")
    client = signed_in(cast.somying)
    _publish(client)
    _write(cast, "ติดต่อนางสาวทดสอบ ๐๘๑-๒๓๔-๕๖๗๘")
    assert "เหตุผลที่เขียนไว้" in _publish(client, reason="เหตุผลที่เขียนไว้").content.decode()


def test_a_lost_file_is_named_and_nothing_is_public(cast: Cast, signed_in: SignedIn) -> None:
    _write(cast, "โครงสร้าง")
    evidence = _attach(cast, SimpleUploadedFile("แผน.txt", "แผน".encode()))
    default_storage.delete(str(evidence.file.name))
    answer = _publish(signed_in(cast.somying))
    assert answer.status_code == 422
    assert "แผน.txt" in answer.content.decode()
    assert published.shown_at(cast.agency, YEAR, "o1") is None


def test_a_page_costs_few_queries(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    _write(cast, "โครงสร้าง")
    for at in range(5):
        _attach(cast, url=f"https://www.tha-khong.example/{at}")
    client = signed_in(cast.somying)
    _publish(client)
    with django_assert_max_num_queries(12):
        client.get(URL)
