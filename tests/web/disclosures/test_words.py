"""What an item says itself: text, tables, content of the system, and the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.test import Client

from prongsai.core.publication.content import Section
from prongsai.web.accounts.models import Person
from prongsai.web.audit.models import Event
from prongsai.web.disclosures import actions, sources
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.disclosures.sources import Offer, Source, offer_content
from prongsai.web.links.queries import Watch
from tests.cast import Cast
from tests.web.disclosures.shown import entry, item, row, where

SignedIn = Callable[[Person], Client]
TABLE = {"title": "สถิติ", "cells": "เดือน\tจำนวน\nต.ค.\t12\nพ.ย.\t15", "version": "0"}


@pytest.fixture
def offered() -> Iterator[None]:
    """A domain that has a register for O1 alone, and a summary for every item."""
    offers = (Offer("test:1", "ทะเบียนทดสอบ", ("structure",)), Offer("test:2", "สรุปทดสอบ"))
    offer_content(Source("test", lambda agency, year: offers, lambda agency, year, code: (Section(code),)))
    yield
    del sources._SOURCES["test"]


def test_a_text_is_shown_as_the_public_will_read_it(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    text = "ดูที่ https://tha-khong.example/o1.\n\n- ข้อหนึ่ง\n- <script>alert(1)</script>"
    answer = client.post(item("O1", "text/"), {"text": text, "answer": "has", "version": "0"})
    assert answer.headers["Location"] == item("O1")
    page = client.get(item("O1")).content.decode()
    assert '<a href="https://tha-khong.example/o1" rel="noopener noreferrer">https://tha-khong.example/o1</a>.' in page
    assert "<li>ข้อหนึ่ง</li>" in page
    assert "<script>alert" not in page
    assert (row(cast, "O1").answer, row(cast, "O1").version) == ("has", 2)


def test_links_of_the_text_are_watched_for_the_year_and_the_division(cast: Cast) -> None:
    actions.assign(by=cast.somying, agency=cast.agency, fiscal_year=2566, codes=["O12"], division_id=cast.works.pk)
    text = "https://tha-khong.example/o12 และ https://tha-khong.example/ข"
    kept = actions.write_words(**where(cast, "O12", version=2), words=actions.Words(text))
    actions.attach_to_item(**where(cast, "O12"), url="https://tha-khong.example/o12", title="รายงาน")
    watches = Watch.objects.of(cast.agency).filter(fiscal_year=2566, code="O12").select_related("link").order_by("id")
    assert [one.link.url for one in watches] == ["https://tha-khong.example/o12", "https://tha-khong.example/ข"]
    assert {(one.year_rule, one.division_id) for one in watches} == {("first_six_months", cast.works.pk)}
    kept.refresh_from_db()
    actions.write_words(**where(cast, "O12", version=kept.version), words=actions.Words(""))
    assert [one.link.url for one in watches.all()] == ["https://tha-khong.example/o12"]


def test_no_needs_its_explanation_and_is_something_to_show(cast: Cast, signed_in: SignedIn) -> None:
    client, sent = signed_in(cast.somying), {"answer": "has_not", "version": "0"}
    answer = client.post(item("O1", "text/"), sent)
    assert answer.status_code == 422
    assert "ต้องมีคำอธิบาย" in answer.content.decode()
    assert not Disclosure.objects.of(cast.agency).exists()
    client.post(item("O1", "text/"), sent | {"explanation": "ไม่มีการจัดซื้อ"})
    assert entry(cast, "O1").condition.state == "drafted"
    assert "ไม่มีการจัดซื้อ" in client.get(item("O1")).content.decode()


@pytest.mark.parametrize("changed", [{"version": ""}, {"answer": "maybe"}, {"text": "ก" * 50_001}])
def test_bad_words_are_told_and_nothing_is_kept(cast: Cast, signed_in: SignedIn, changed: dict[str, str]) -> None:
    answer = signed_in(cast.somying).post(item("O1", "text/"), {"text": "ก", "version": "0", **changed})
    assert answer.status_code == 422
    assert not Disclosure.objects.of(cast.agency).exists()


def test_the_second_writer_of_a_text_sees_both(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    client.post(item("O1", "text/"), {"text": "ของคนแรก", "version": "0"})
    answer = client.post(item("O1", "text/"), {"text": "ของคนที่สอง", "version": "0"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "<p>ของคนแรก</p>" in page and "ของคนที่สอง</textarea>" in page
    assert client.post(item("O1", "text/"), {"text": "รวมกัน", "version": "2"}).status_code == 302


def test_saving_the_same_again_changes_nothing(cast: Cast) -> None:
    words = actions.Words("ข้อความ")
    first = actions.write_words(**where(cast, "O1", version=0), words=words)
    again = actions.write_words(**where(cast, "O1", version=first.version), words=words)
    assert (again.version, again.changed_at) == (first.version, first.changed_at)


def test_a_table_is_pasted_shown_and_taken_off(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    client.post(item("O1", "tables/"), TABLE)
    page = client.get(item("O1")).content.decode()
    assert "สถิติ: 2 แถว" in page and '<td class="number">12</td>' in page
    event = Event.objects.of(cast.agency).filter(kind="disclosure_changed").order_by("-id").first()
    assert event is not None and event.after == {"tables": ["สถิติ (2)"]}
    assert client.post(item("O1", "tables/0/"), {"version": "1"}).status_code == 302
    assert len(row(cast, "O1").tables) == 1, "an old page takes nothing off"
    client.post(item("O1", "tables/0/"), {"version": "2"})
    assert row(cast, "O1").tables == []


def test_a_bad_table_names_the_row_and_keeps_what_was_pasted(cast: Cast, signed_in: SignedIn) -> None:
    answer = signed_in(cast.somying).post(item("O1", "tables/"), TABLE | {"cells": "ก\tข\n1\t2\nเก็บไว้"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "แถวที่ 3 มี 1 ช่อง" in page and "เก็บไว้" in page
    assert not Disclosure.objects.of(cast.agency).exists()


def test_there_is_an_end_to_tables(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    client.post(item("O1", "tables/"), TABLE)
    Disclosure.objects.of(cast.agency).update(tables=row(cast, "O1").tables * 20)
    answer = client.post(item("O1", "tables/"), TABLE | {"version": "2"})
    assert answer.status_code == 422
    assert "ไม่เกิน 20 ตาราง" in answer.content.decode()


@pytest.mark.usefixtures("offered")
def test_content_of_the_system_is_offered_where_it_fits_and_chosen(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    assert "ทะเบียนทดสอบ" in client.get(item("O1", "sources/")).content.decode()
    assert "ทะเบียนทดสอบ" not in client.get(item("O2", "sources/")).content.decode()
    client.post(item("O1", "sources/"), {"sources": ["test:1"], "version": "0"})
    assert row(cast, "O1").sources == ["test:1"]
    assert entry(cast, "O1").condition.state == "drafted"
    event = Event.objects.of(cast.agency).filter(kind="disclosure_changed").order_by("-id").first()
    assert event is not None and event.after == {"sources": ["ทะเบียนทดสอบ"]}
    assert "แสดงเนื้อหาจากระบบ 1 รายการ" in client.get(item("O1")).content.decode()
    assert client.post(item("O1", "sources/"), {"sources": ["test:9"], "version": "2"}).status_code == 422
    client.post(item("O1", "sources/"), {"version": "0"})
    assert row(cast, "O1").sources == ["test:1"], "an old page changes nothing"


@pytest.mark.parametrize("part", ["text/", "tables/", "tables/0/", "sources/"])
def test_writing_is_for_those_who_write_the_item(cast: Cast, signed_in: SignedIn, part: str) -> None:
    actions.assign(by=cast.somying, agency=cast.agency, fiscal_year=2566, codes=["O1"], division_id=cast.finance.pk)
    sent = TABLE | {"version": "2", "text": "ก"}
    assert signed_in(cast.wichai).post(item("O1", part), sent).status_code == 403
    assert signed_in(cast.prasert).post(item("O1", part), sent).status_code == 403
    assert signed_in(cast.somsak).post(item("O1", part), sent).status_code == 404
    assert Client().post(item("O1", part), sent).status_code == 302
    assert row(cast, "O1").version == 2
