"""The page beside ITAS: each item's answer, address and explanation to copy, and what was entered already."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client

from prongsai.core.disclosures.pasted import as_text
from prongsai.documents.results_table import open_table
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.queries import seat_of
from prongsai.web.audit.models import Event
from prongsai.web.disclosures import actions
from prongsai.web.disclosures.content import Content, Words
from prongsai.web.disclosures.entering import Filled, sheet_of
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.disclosures.pasting import plan_of
from prongsai.web.published import actions as published
from prongsai.web.published.queries import publications_of
from tests.cast import Cast
from tests.web.disclosures.shown import BOARD, TODAY, YEAR, link, marks, open_as, publish, row, where

SignedIn = Callable[[Person], Client]
MaxQueries = Callable[[int], Any]
URL = f"{BOARD}itas/"
OWN = "https://tha-khong.example/หน้าเว็บ"


def _item(cast: Cast, code: str) -> Filled:
    return sheet_of(cast.agency, YEAR, TODAY, code).items[0]


def _portal(settings: Any, code: str) -> str:
    return f"{settings.SITE_URL}/tha-khong/{YEAR}/{code.lower()}"


def _enter(client: Client, cast: Cast, code: str, **more: str) -> Any:
    return client.post(f"{URL}{code}/", {"seen": _item(cast, code).addresses, **more})


def test_a_stranger_is_asked_to_sign_in(client: Client, cast: Cast) -> None:
    assert client.get(URL).headers["Location"].startswith("/accounts/login/")


def test_another_agency_finds_nothing(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somsak)
    assert {client.get(URL + part).status_code for part in ("", "table/", "table.csv")} == {404}


def test_who_may_not_write_may_not_tick(cast: Cast, signed_in: SignedIn) -> None:
    link(cast, "O1")
    client = signed_in(cast.prasert)
    assert client.get(URL).status_code == 200
    assert _enter(client, cast, "O1").status_code == 403
    assert client.post(f"{URL}address/", {"address": "own"}).status_code == 403


def test_every_item_stands_in_the_order_of_itas_with_few_queries(
    cast: Cast, signed_in: SignedIn, django_assert_max_num_queries: MaxQueries
) -> None:
    for code in ("O1", "O2", "O12"):
        link(cast, code)
        publish(cast, code)
    client = signed_in(cast.somying)
    _enter(client, cast, "O1")
    with django_assert_max_num_queries(12):
        page = client.get(URL)
    assert [one.code for one in page.context["sheet"].items] == [f"O{number}" for number in range(1, 44)]


def test_the_stable_address_comes_first_and_the_own_one_by_choice(
    cast: Cast, signed_in: SignedIn, settings: Any
) -> None:
    link(cast, "O12")
    assert _item(cast, "O12").values.urls == (OWN,)
    publish(cast, "O12")
    assert _item(cast, "O12").values.urls == (_portal(settings, "O12"),)
    signed_in(cast.somying).post(f"{URL}address/", {"address": "own"})
    assert _item(cast, "O12").values.urls == (OWN,)
    assert Event.objects.of(cast.agency).filter(subject_type="disclosures.entrychoice").count() == 1


def test_a_choice_that_nobody_offers_changes_nothing(cast: Cast, signed_in: SignedIn) -> None:
    answer = signed_in(cast.somying).post(f"{URL}address/", {"address": "elsewhere"}, follow=True)
    assert "โปรดเลือกอย่างใดอย่างหนึ่ง" in answer.content.decode()
    assert sheet_of(cast.agency, YEAR, TODAY).preference == "portal"


def test_a_withdrawn_page_is_not_entered(cast: Cast) -> None:
    link(cast, "O12")
    publish(cast, "O12")
    published.withdraw(by=cast.somying, publication=publications_of(cast.agency, YEAR).get(), reason="ผิดปี")
    assert _item(cast, "O12").values.urls == (OWN,)


def test_the_explanation_is_suggested_from_where_components_are_shown(cast: Cast) -> None:
    piece = link(cast, "O12", shows_all=False)
    actions.set_ticks(**where(cast, "O12", version=1), marks=marks(cast, "O12", piece, "หน้า 3"))
    found = _item(cast, "O12")
    assert found.values.is_suggested and "ดูที่ “หน้าเว็บ” หน้า 3" in found.values.explanation
    actions.write_words(**where(cast, "O12", version=row(cast, "O12").version), words=Words("", "", "ดูหัวข้อแผน"))
    found = _item(cast, "O12")
    assert (found.values.explanation, found.values.is_suggested) == ("ดูหัวข้อแผน", False)


def test_there_is_not_is_entered_with_its_reason_and_no_address(cast: Cast, signed_in: SignedIn) -> None:
    link(cast, "O20")
    version = row(cast, "O20").version
    actions.write_words(**where(cast, "O20", version=version), words=Words("", "has_not", "ไม่มีการจัดซื้อ"))
    found = _item(cast, "O20")
    assert (found.values.answer, found.values.urls, found.values.explanation) == ("has_not", (), "ไม่มีการจัดซื้อ")


def test_a_dead_link_is_not_to_be_entered(cast: Cast, signed_in: SignedIn) -> None:
    link(cast, "O12")
    open_as(cast, OWN, "broken")
    assert _item(cast, "O12").readiness == "not_yet"
    assert "ผู้ตรวจจะพบลิงก์เสีย" in signed_in(cast.somying).get(URL).content.decode()


def test_what_was_entered_is_ticked_with_day_and_person(cast: Cast, signed_in: SignedIn) -> None:
    link(cast, "O12")
    client = signed_in(cast.somying)
    assert _enter(client, cast, "O12").headers["Location"] == f"{URL}#item-O12"
    text = client.get(URL).content.decode()
    assert "โดย นางสมหญิง ใจซื่อ" in text and sheet_of(cast.agency, YEAR, TODAY).entered == 1
    assert 'id="item-O12"' not in client.get(URL, {"left": "1"}).content.decode()
    event = Event.objects.of(cast.agency).filter(kind="disclosure_changed").first()
    assert event is not None and event.after == {"entered": [OWN]}


def test_a_tick_is_taken_back(cast: Cast, signed_in: SignedIn) -> None:
    link(cast, "O12")
    client = signed_in(cast.somying)
    _enter(client, cast, "O12")
    _enter(client, cast, "O12", undo="1", left="1")
    found = row(cast, "O12")
    assert (found.entered, found.entered_at, found.entered_by) == ({}, None, None)


def test_a_tick_leaves_forms_that_others_have_open_as_they_are(cast: Cast, signed_in: SignedIn) -> None:
    link(cast, "O12")
    before = row(cast, "O12").version
    _enter(signed_in(cast.somying), cast, "O12")
    assert row(cast, "O12").version == before


def test_it_falls_open_where_the_address_is_another_since(cast: Cast, signed_in: SignedIn) -> None:
    link(cast, "O12")
    client = signed_in(cast.somying)
    _enter(client, cast, "O12")
    link(cast, "O12", "เพิ่ม")
    found = _item(cast, "O12")
    assert (found.is_entered, found.moved) == (False, True)
    text = client.get(URL).content.decode()
    assert "ต่างจากที่กรอกไว้ ที่กรอกไว้คือ" in text and OWN in text
    _enter(client, cast, "O12")
    assert _item(cast, "O12").is_entered


def test_an_address_that_changed_under_the_hand_is_not_ticked(cast: Cast, signed_in: SignedIn) -> None:
    link(cast, "O12")
    answer = signed_in(cast.somying).post(f"{URL}O12/", {"seen": "https://tha-khong.example/old"}, follow=True)
    assert "ที่อยู่ของ O12 เพิ่งเปลี่ยน" in answer.content.decode()
    assert row(cast, "O12").entered_at is None


def test_an_item_with_nothing_to_enter_is_not_ticked(cast: Cast, signed_in: SignedIn) -> None:
    answer = signed_in(cast.somying).post(f"{URL}O12/", {"seen": ""}, follow=True)
    assert "ยังไม่มีคำตอบหรือที่อยู่ให้กรอก" in answer.content.decode()
    assert not Disclosure.objects.of(cast.agency).exists()


def test_no_such_item_is_not_found(cast: Cast, signed_in: SignedIn) -> None:
    assert signed_in(cast.somying).post(f"{URL}O99/", {"seen": ""}).status_code == 404


def test_people_of_a_division_tick_only_what_is_theirs(cast: Cast, signed_in: SignedIn) -> None:
    content = Content(name="O12", division_id=cast.works.pk)
    actions.change_disclosure(**where(cast, "O12", version=0), content=content)
    link(cast, "O12")
    link(cast, "O13")
    client = signed_in(cast.wichai)
    assert (_enter(client, cast, "O12").status_code, _enter(client, cast, "O13").status_code) == (302, 403)


def test_the_table_has_a_row_an_item(cast: Cast, signed_in: SignedIn) -> None:
    link(cast, "O12")
    text = signed_in(cast.somying).get(f"{URL}table/").content.decode()
    assert text.count("<tr>") == 44 and OWN in text


def test_as_csv_no_cell_is_a_formula(cast: Cast, signed_in: SignedIn) -> None:
    link(cast, "O12")
    words = Words("", "", '=HYPERLINK("https://x.example")')
    actions.write_words(**where(cast, "O12", version=row(cast, "O12").version), words=words)
    answer = signed_in(cast.somying).get(f"{URL}table.csv")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="itas-tha-khong-{YEAR}.csv"'
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    found = next(one for one in rows if one[0] == "O12")
    assert (found[2], found[3], found[4][0]) == ("มี", OWN, "'")


def test_as_a_sheet_it_comes_back_through_the_page_to_paste_on(cast: Cast, signed_in: SignedIn) -> None:
    link(cast, "O12")
    data = signed_in(cast.somying).get(f"{URL}table.xlsx").content
    assert b"<f>" not in ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")
    seat = seat_of(cast.somying, "tha-khong")
    assert seat is not None
    plan = plan_of(seat, YEAR, as_text({one.number: one.cells for one in open_table(data, "itas.xlsx").rows}))
    assert ([one.code for one in plan.items], plan.links, plan.faults) == (["O12"], 0, ())


@pytest.mark.parametrize("kind", ["pdf", "xls"])
def test_another_kind_of_file_is_not_found(cast: Cast, signed_in: SignedIn, kind: str) -> None:
    assert signed_in(cast.somying).get(f"{URL}table.{kind}").status_code == 404


def test_the_board_leads_there(cast: Cast, signed_in: SignedIn) -> None:
    text = signed_in(cast.somying).get(BOARD).content.decode()
    assert URL in text and f"{BOARD}paste/" in text
